#include "compare/sides.h"

#include <algorithm>
#include <utility>

namespace newsgraph::compare {
namespace {

// Items in classes of those that disagree with the same others; items without
// any disagreement are in none.
std::vector<Side> ClassesOf(const Disagreements& disagreements) {
  std::vector<Side> classes;
  for (std::size_t item = 0; item < disagreements.size(); ++item) {
    const std::span<const std::uint64_t> own = disagreements.Of(item);
    if (std::all_of(own.begin(), own.end(), [](std::uint64_t word) { return word == 0; })) continue;
    const auto home = std::find_if(classes.begin(), classes.end(), [&](const Side& side) {
      return std::equal(own.begin(), own.end(), disagreements.Of(side.front()).begin());
    });
    if (home == classes.end()) {
      classes.push_back({item});
    } else {
      home->push_back(item);
    }
  }
  return classes;
}

// What a class would add to a group: how many of its disagreements with the
// group (with all classes, for an empty one) no group covers yet. Nothing for
// one that does not disagree with every class of the group.
std::size_t Gain(std::size_t at, const std::vector<std::size_t>& group, const Disagreements& between,
                 const Disagreements& uncovered) {
  std::size_t gain = 0;
  if (group.empty()) {
    for (std::size_t other = 0; other < between.size(); ++other) gain += uncovered.Has(at, other);
    return gain;
  }
  for (const std::size_t member : group) {
    if (!between.Has(at, member)) return 0;
    gain += uncovered.Has(at, member);
  }
  return gain;
}

// The classes of the next group, in order; empty when everything is covered.
// Greedy: always the class that gains most, the first of equals.
std::vector<std::size_t> NextGroup(const Disagreements& between, const Disagreements& uncovered) {
  std::vector<std::size_t> group;
  while (true) {
    std::size_t best = 0;
    std::size_t best_gain = 0;
    for (std::size_t at = 0; at < between.size(); ++at) {
      const std::size_t gain = Gain(at, group, between, uncovered);
      if (gain > best_gain) best = at, best_gain = gain;
    }
    if (best_gain == 0) break;
    group.push_back(best);
  }
  std::sort(group.begin(), group.end());
  return group;
}

// Makes a group of these classes and marks what it covers.
Group TakeGroup(const std::vector<std::size_t>& members, const std::vector<Side>& classes, Disagreements& uncovered) {
  Group group;
  for (const std::size_t member : members) group.sides.push_back(classes[member]);
  for (std::size_t a = 0; a < members.size(); ++a) {
    for (std::size_t b = a + 1; b < members.size(); ++b) {
      if (!uncovered.Has(members[a], members[b])) continue;
      uncovered.Remove(members[a], members[b]);
      if (group.second == 0) group.first = a, group.second = b;
    }
  }
  return group;
}

}  // namespace

std::vector<Group> GroupIntoSides(const Disagreements& disagreements) {
  const std::vector<Side> classes = ClassesOf(disagreements);
  Disagreements between(classes.size());
  for (std::size_t a = 0; a < classes.size(); ++a) {
    for (std::size_t b = a + 1; b < classes.size(); ++b) {
      if (disagreements.Has(classes[a].front(), classes[b].front())) between.Add(a, b);
    }
  }
  std::vector<Group> groups;
  Disagreements uncovered = between;
  for (auto members = NextGroup(between, uncovered); !members.empty(); members = NextGroup(between, uncovered)) {
    groups.push_back(TakeGroup(members, classes, uncovered));
  }
  std::sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) { return a.sides < b.sides; });
  return groups;
}

}  // namespace newsgraph::compare
