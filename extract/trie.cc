#include "extract/trie.h"

#include <algorithm>

#include "model/status.h"

namespace newsgraph::extract {
namespace {

constexpr std::size_t kCodes = 257;
// A stretch fuller than this is not searched for gaps again.
constexpr std::size_t kFullPercent = 95;

}  // namespace

Trie::Trie(const std::vector<std::string>& keys) {
  Reserve(1);
  units_[kRoot].base = 1;
  units_[kRoot].parent = static_cast<std::uint32_t>(-1);  // taken, and the child of no node
  if (keys.empty()) return;
  Check(!keys.front().empty() && std::is_sorted(keys.begin(), keys.end()), "trie keys are sorted and not empty");
  Place(keys, {0, static_cast<std::uint32_t>(keys.size()), 0}, kRoot);
  empty_ = false;
}

void Trie::Place(const std::vector<std::string>& keys, const Range& range, Node node) {
  std::vector<Child> children;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const std::string& key = keys[i];
    const std::uint32_t code = key.size() == range.depth ? 0 : static_cast<unsigned char>(key[range.depth]) + 1U;
    if (children.empty() || children.back().code != code) children.push_back({code, {i, i, range.depth + 1}});
    children.back().keys.end = i + 1;
  }
  const std::uint32_t base = FindBase(children);
  units_[node].base = base;
  for (const Child& child : children) units_[base + child.code].parent = node + 1;
  for (const Child& child : children) {
    if (child.code == 0) {
      units_[base].base = child.keys.begin;
    } else {
      Place(keys, child.keys, base + child.code);
    }
  }
}

std::uint32_t Trie::FindBase(const std::vector<Child>& children) {
  std::size_t taken = 0;
  const std::size_t first_code = children.front().code;
  for (std::size_t at = std::max(first_free_, first_code + 1);; ++at) {
    Reserve(at + kCodes);
    if (units_[at].parent != 0) {
      ++taken;
      continue;
    }
    const std::size_t base = at - first_code;
    const bool fits = std::all_of(children.begin(), children.end(),
                                  [&](const Child& child) { return units_[base + child.code].parent == 0; });
    if (!fits) continue;
    if (taken * 100 >= (at - first_free_ + 1) * kFullPercent) first_free_ = at;
    return static_cast<std::uint32_t>(base);
  }
}

// Walks never look beyond a node's base plus every code, so that much padding
// makes each step safe without a check.
void Trie::Reserve(std::size_t size) {
  if (units_.size() < size + kCodes) units_.resize(std::max(size + kCodes, units_.size() + units_.size() / 2));
}

}  // namespace newsgraph::extract
