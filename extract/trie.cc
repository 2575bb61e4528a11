#include "extract/trie.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <span>

#include "model/status.h"

namespace newsgraph::extract {
namespace {

constexpr std::size_t kCodes = 257;
// A stretch fuller than this is not searched for gaps again.
constexpr std::size_t kFullPercent = 95;
constexpr std::size_t kWordBits = 64;

// How many nodes `keys` need, with their ends.
std::size_t NodesOf(const std::vector<std::string>& keys) {
  std::size_t nodes = 1;
  std::string_view before;
  for (const std::string_view key : keys) {
    const auto parted = std::mismatch(before.begin(), before.end(), key.begin(), key.end());
    nodes += key.size() - static_cast<std::size_t>(parted.second - key.begin()) + 1;
    before = key;
  }
  return nodes;
}

}  // namespace

// Lays the nodes of the keys into units, each family of children where it fits first.
class Trie::Maker {
 public:
  Maker(const std::vector<std::string>& keys, std::vector<Unit>& units) : keys_(keys), units_(units) {
    constexpr std::size_t kSparePercent = 5;
    const std::size_t nodes = NodesOf(keys);
    units.reserve(nodes + nodes * kSparePercent / 100 + 2 * kCodes);
    Reserve(1);
    Take(kRoot, kNowhere + 1);
    units_[kRoot].base = 1;
  }

  void Run() { Place({0, static_cast<std::uint32_t>(keys_.size())}, 0, kRoot); }

 private:
  struct Range {  // keys [begin, end)
    std::uint32_t begin;
    std::uint32_t end;
  };
  struct Child {
    std::uint32_t code;  // 0: the key ends here; else its byte plus 1
    Range keys;
  };

  static std::uint32_t CodeAt(std::string_view key, std::uint32_t depth) {
    return key.size() == depth ? 0 : static_cast<unsigned char>(key[depth]) + 1U;
  }

  // The keys of `range` share their first `depth` bytes, which lead to `node`.
  void Place(const Range& range, std::uint32_t depth, Node node) {
    if (range.end - range.begin == 1) return PlaceRest(range.begin, depth, node);
    const std::size_t first = children_.size();
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const std::uint32_t code = CodeAt(keys_[i], depth);
      if (children_.size() == first || children_.back().code != code) children_.push_back({code, {i, i}});
      children_.back().keys.end = i + 1;
    }
    const std::size_t end = children_.size();
    const std::uint32_t base = FindBase(std::span(children_).subspan(first));
    units_[node].base = base;
    for (std::size_t i = first; i < end; ++i) Take(base + children_[i].code, node + 1);
    for (std::size_t i = first; i < end; ++i) {
      const Child child = children_[i];  // a copy: the children's children are laid behind it
      if (child.code == 0) {
        units_[base].base = child.keys.begin;
      } else {
        Place(child.keys, depth + 1, base + child.code);
      }
    }
    children_.resize(first);
  }

  // What one key has to itself.
  void PlaceRest(std::uint32_t key, std::uint32_t depth, Node node) {
    for (;; ++depth) {
      const std::uint32_t code = CodeAt(keys_[key], depth);
      const auto at = static_cast<Node>(NextFree(std::max<std::size_t>(first_free_, code + 1)));
      units_[node].base = at - code;
      Take(at, node + 1);
      if (code == 0) {
        units_[at].base = key;
        return;
      }
      node = at;
    }
  }

  std::uint32_t FindBase(std::span<const Child> children) {
    const std::size_t first_code = children.front().code;
    std::size_t gaps = 0;
    for (std::size_t at = first_free_;;) {
      at = NextFree(std::max(at, first_code + 1));
      const std::size_t base = at - first_code;
      const bool fits = std::none_of(children.begin(), children.end(),
                                     [&](const Child& child) { return IsTaken(base + child.code); });
      if (fits) {
        if (gaps * 100 < (at - first_free_ + 1) * (100 - kFullPercent)) first_free_ = at;
        return static_cast<std::uint32_t>(base);
      }
      ++gaps;
      ++at;
    }
  }

  std::size_t NextFree(std::size_t at) {
    Reserve(at + kCodes);
    std::size_t word = at / kWordBits;
    std::uint64_t free = ~taken_[word] & (~std::uint64_t{0} << (at % kWordBits));
    while (free == 0) {
      if (++word == taken_.size()) Reserve((word + 1) * kWordBits);
      free = ~taken_[word];
    }
    at = word * kWordBits + static_cast<std::size_t>(std::countr_zero(free));
    Reserve(at + kCodes);
    return at;
  }

  bool IsTaken(std::size_t at) const { return (taken_[at / kWordBits] >> (at % kWordBits) & 1U) != 0; }

  void Take(std::size_t at, std::uint32_t parent) {
    taken_[at / kWordBits] |= std::uint64_t{1} << (at % kWordBits);
    units_[at].parent = parent;
  }

  // Walks never look beyond a node's base plus every code, so that much padding
  // makes each step safe without a check.
  void Reserve(std::size_t size) {
    if (units_.size() >= size + kCodes) return;
    units_.resize(std::max(size + kCodes, std::min(units_.size() + units_.size() / 2, units_.capacity())));
    taken_.resize(units_.size() / kWordBits + 1);
  }

  const std::vector<std::string>& keys_;
  std::vector<Unit>& units_;
  std::vector<std::uint64_t> taken_;  // a bit for each unit
  std::vector<Child> children_;       // of the nodes from the root to the current one
  std::size_t first_free_ = 1;
};

Trie::Trie(const std::vector<std::string>& keys) {
  Maker maker(keys, units_);
  if (keys.empty()) return;
  Check(!keys.front().empty() && std::is_sorted(keys.begin(), keys.end()), "trie keys are sorted and not empty");
  maker.Run();
  empty_ = false;
}

}  // namespace newsgraph::extract
