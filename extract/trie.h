// A set of byte strings, walked byte by byte.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::extract {

// A double-array trie (Aoe 1989): one addition and one comparison per byte.
// Immutable; any thread may walk.
class Trie {
 public:
  using Node = std::uint32_t;
  static constexpr Node kRoot = 0;
  static constexpr int kNoKey = -1;

  // `keys` sorted, distinct, none empty. A key's value is its index.
  explicit Trie(const std::vector<std::string>& keys);

  bool empty() const { return empty_; }

  // Moves `node` along `bytes`; false, and `node` is of no use, where no key
  // goes on that way.
  bool Step(std::string_view bytes, Node& node) const {
    for (const char c : bytes) {
      const Node next = units_[node].base + static_cast<unsigned char>(c) + 1;
      if (units_[next].parent != node + 1) return false;
      node = next;
    }
    return true;
  }

  // The same, calling `met(count, key)` wherever a key ends behind `count` bytes, some but not all of them.
  template <typename Met>
  bool Step(std::string_view bytes, Node& node, const Met& met) const {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      const Node base = units_[node].base;
      if (i != 0 && units_[base].parent == node + 1) met(i, static_cast<int>(units_[base].base));
      const Node next = base + static_cast<unsigned char>(bytes[i]) + 1;
      if (units_[next].parent != node + 1) return false;
      node = next;
    }
    return true;
  }

  // The parent of no unit but the root.
  static constexpr Node kNowhere = static_cast<Node>(-2);

  // A node for those who will often ask what goes on from it: where its children begin is kept with it. At first one
  // from which nothing goes on.
  struct Branch {
    Node node = kNowhere;
    Node children = 1;
  };
  Branch BranchAt(Node node) const { return {node, units_[node].base + 1}; }
  // A node, and where its child by some byte would be.
  struct Next {
    Node node = kNowhere;
    Node child = 1;
  };
  // The child of `from` by `byte`; begins to bring in what GoesOn will look at.
  Next NextFrom(const Branch& from, char byte) const {
    const Next next{from.node, from.children + static_cast<unsigned char>(byte)};
    __builtin_prefetch(&units_[next.child]);
    return next;
  }
  // Whether some key goes on that way.
  bool GoesOn(const Next& next) const { return units_[next.child].parent == next.node + 1; }

  // Where GoesOn: begins to bring in what EndsOrGoesOn will look at.
  void FetchBehind(const Next& next, char byte) const {
    __builtin_prefetch(&units_[units_[next.child].base + static_cast<unsigned char>(byte) + 1]);
  }
  // Whether, then, some key ends there or goes on with `byte`.
  bool EndsOrGoesOn(const Next& next, char byte) const {
    const Node base = units_[next.child].base;
    return units_[base].parent == next.child + 1 ||
           units_[base + static_cast<unsigned char>(byte) + 1].parent == next.child + 1;
  }

  // The index of the key that ends at `node`; kNoKey if none does.
  int KeyAt(Node node) const {
    const Node end = units_[node].base;
    return units_[end].parent == node + 1 ? static_cast<int>(units_[end].base) : kNoKey;
  }

 private:
  struct Unit {
    std::uint32_t base = 0;    // where its children begin; in an end unit, the key's index
    std::uint32_t parent = 0;  // one more than the parent's node; 0: free
  };
  class Maker;

  std::vector<Unit> units_;
  bool empty_ = true;
};

}  // namespace newsgraph::extract
