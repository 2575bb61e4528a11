// A relation of disagreement → groups with sides.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace newsgraph::compare {

// Which of `size` items disagree; symmetric, no item with itself.
class Disagreements {
 public:
  explicit Disagreements(std::size_t size) : size_(size), words_((size + 63) / 64), bits_(size * words_) {}

  void Add(std::size_t a, std::size_t b) { Word(a, b) |= Bit(b), Word(b, a) |= Bit(a); }
  void Remove(std::size_t a, std::size_t b) { Word(a, b) &= ~Bit(b), Word(b, a) &= ~Bit(a); }
  bool Has(std::size_t a, std::size_t b) const { return (bits_[a * words_ + b / 64] & Bit(b)) != 0; }
  std::size_t size() const { return size_; }
  // With which others `item` disagrees: a bit for each, equal for items that disagree with the same.
  std::span<const std::uint64_t> Of(std::size_t item) const { return {bits_.data() + item * words_, words_}; }

 private:
  static std::uint64_t Bit(std::size_t at) { return std::uint64_t{1} << at % 64; }
  std::uint64_t& Word(std::size_t row, std::size_t at) { return bits_[row * words_ + at / 64]; }

  std::size_t size_;
  std::size_t words_;
  std::vector<std::uint64_t> bits_;
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
