// A relation of disagreement → groups with sides.
#pragma once

#include <cstddef>
#include <vector>

namespace newsgraph::compare {

// Which of `size` items disagree; symmetric, no item with itself.
class Disagreements {
 public:
  explicit Disagreements(std::size_t size) : size_(size), bits_(size * size) {}

  void Add(std::size_t a, std::size_t b) { bits_[a * size_ + b] = bits_[b * size_ + a] = true; }
  void Remove(std::size_t a, std::size_t b) { bits_[a * size_ + b] = bits_[b * size_ + a] = false; }
  bool Has(std::size_t a, std::size_t b) const { return bits_[a * size_ + b]; }
  std::size_t size() const { return size_; }
  // Whether `a` and `b` disagree with the same items.
  bool Alike(std::size_t a, std::size_t b) const;

 private:
  std::size_t size_;
  std::vector<bool> bits_;
};

// Items that do not disagree, in order.
using Side = std::vector<std::size_t>;

struct Group {
  std::vector<Side> sides;
  // Two of the sides, in order, whose disagreement no other group claims as its
  // own: what the group can be named by.
  std::size_t first = 0;
  std::size_t second = 0;
};

// Covers every disagreement by groups of two or more sides, such that every item
// of a side disagrees with every item of every other side of its group: items
// that disagree with the same others stand on one side, and a group has as many
// sides as fit. An item that goes with two sides which contradict each other is
// on neither; what it disagrees with besides makes a group of its own. Sides are
// in order of their first items, groups too; items of no disagreement are left
// out.
std::vector<Group> GroupIntoSides(const Disagreements& disagreements);

}  // namespace newsgraph::compare
