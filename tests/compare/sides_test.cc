#include "compare/sides.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <set>
#include <utility>

namespace newsgraph::compare {
namespace {

using testing::ElementsAre;

std::vector<std::vector<Side>> SidesOf(std::size_t size,
                                       const std::vector<std::pair<std::size_t, std::size_t>>& pairs) {
  Disagreements disagreements(size);
  for (const auto& [a, b] : pairs) disagreements.Add(a, b);
  std::vector<std::vector<Side>> out;
  for (const Group& group : GroupIntoSides(disagreements)) out.push_back(group.sides);
  return out;
}

TEST(GroupIntoSides, FindsNothingWhereNobodyDisagrees) { EXPECT_THAT(SidesOf(3, {}), ElementsAre()); }

TEST(GroupIntoSides, PutsThoseWhoOpposeTheSameOnOneSide) {
  EXPECT_THAT(SidesOf(4, {{0, 1}, {0, 3}, {1, 2}, {2, 3}}), ElementsAre(ElementsAre(Side{0, 2}, Side{1, 3})));
}

TEST(GroupIntoSides, MakesOneGroupOfThreeValues) {
  EXPECT_THAT(SidesOf(3, {{0, 1}, {0, 2}, {1, 2}}), ElementsAre(ElementsAre(Side{0}, Side{1}, Side{2})));
}

TEST(GroupIntoSides, KeepsSeparateDisputesApart) {
  EXPECT_THAT(SidesOf(5, {{0, 3}, {1, 4}}), ElementsAre(ElementsAre(Side{0}, Side{3}), ElementsAre(Side{1}, Side{4})));
}

// 0 and 1 disagree, 2 goes with both, all three oppose 3.
TEST(GroupIntoSides, NeverSetsAgainstEachOtherWhatGoesTogether) {
  EXPECT_THAT(SidesOf(4, {{0, 1}, {0, 3}, {1, 3}, {2, 3}}),
              ElementsAre(ElementsAre(Side{0}, Side{1}, Side{3}), ElementsAre(Side{2}, Side{3})));
}

TEST(GroupIntoSides, CoversExactlyWhatDisagrees) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    const std::size_t size = 2 + random() % 12;
    std::set<std::pair<std::size_t, std::size_t>> given;
    Disagreements disagreements(size);
    for (std::size_t a = 0; a < size; ++a) {
      for (std::size_t b = a + 1; b < size; ++b) {
        if (random() % 3 != 0) continue;
        given.emplace(a, b);
        disagreements.Add(a, b);
      }
    }
    std::set<std::pair<std::size_t, std::size_t>> covered;
    std::set<std::pair<std::size_t, std::size_t>> names;
    for (const Group& group : GroupIntoSides(disagreements)) {
      ASSERT_GE(group.sides.size(), 2U);
      const std::pair name(group.sides[group.first].front(), group.sides[group.second].front());
      EXPECT_TRUE(names.insert(name).second) << "two groups of one name";
      for (const Side& side : group.sides) {
        for (const Side& other : group.sides) {
          for (const std::size_t a : side) {
            for (const std::size_t b : other) {
              if (&side != &other && a < b) covered.emplace(a, b);
            }
          }
        }
      }
    }
    EXPECT_EQ(covered, given);
  }
}

}  // namespace
}  // namespace newsgraph::compare
