#include "graph/keys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <tuple>
#include <vector>

#include "graph/claim_index.h"
#include "graph/conflict_index.h"
#include "graph/list_names.h"

namespace newsgraph::graph {
namespace {

using testing::ElementsAre;
using testing::StartsWith;

// Short strings over few bytes, so that one is often the beginning of another.
std::string RandomTerm(std::mt19937& random) {
  constexpr std::string_view kBytes(
      "\x00\x01\xFF"
      "ab",
      5);
  std::string term;
  for (auto size = random() % 5; size > 0; --size) term += kBytes[random() % kBytes.size()];
  return term;
}

TEST(Keys, SortAsTheTermsAndNumbersInThem) {
  std::mt19937 random(1);
  using Parts = std::tuple<std::string, std::uint64_t, std::string>;
  std::vector<std::pair<Parts, std::string>> keys;
  for (int i = 0; i < 2'000; ++i) {
    const Parts parts{RandomTerm(random), random() % 3 == 0 ? random() % 3 : std::uint64_t{random()} << 31,
                      RandomTerm(random)};
    keys.emplace_back(parts,
                      KeyWriter().Term(std::get<0>(parts)).U64(std::get<1>(parts)).Term(std::get<2>(parts)).Take());
  }
  std::sort(keys.begin(), keys.end());
  for (std::size_t i = 1; i < keys.size(); ++i) {
    EXPECT_EQ(keys[i - 1].first < keys[i].first, keys[i - 1].second < keys[i].second);
  }
}

TEST(Keys, GiveBackWhatWasWritten) {
  std::mt19937 random(2);
  for (int i = 0; i < 500; ++i) {
    const std::string term = RandomTerm(random);
    const std::string key = KeyWriter().U8(7).Term(term).U32(8).Descending(9).Take();
    KeyReader reader(key);
    EXPECT_EQ(reader.U8(), 7);
    EXPECT_EQ(reader.Term(), term);
    EXPECT_EQ(reader.U32(), 8);
    EXPECT_EQ(reader.Descending(), 9);
    EXPECT_TRUE(reader.done());
    for (std::size_t size = 0; size < key.size(); ++size) {
      KeyReader cut(std::string_view(key).substr(0, size));
      cut.U8();
      cut.Term();
      cut.U32();
      cut.Descending();
      EXPECT_FALSE(cut.ok());
    }
  }
}

TEST(Keys, NoTermBeginsAnother) {
  std::mt19937 random(3);
  for (int i = 0; i < 500; ++i) {
    const std::string a = RandomTerm(random);
    const std::string b = RandomTerm(random);
    EXPECT_EQ(KeyWriter().Term(a).Take().starts_with(KeyWriter().Term(b).Take()), a == b);
  }
}

TEST(NewestFirst, SortsByTimeDownwardsAndUndatedLast) {
  using Limits = std::numeric_limits<std::int64_t>;
  const std::vector<std::uint64_t> sorted = {
      NewestFirst(Limits::max()),     NewestFirst(5),           NewestFirst(0), NewestFirst(-5),
      NewestFirst(Limits::min() + 1), NewestFirst(std::nullopt)};
  EXPECT_TRUE(std::is_sorted(sorted.begin(), sorted.end()));
  EXPECT_EQ(std::adjacent_find(sorted.begin(), sorted.end()), sorted.end());
}

TEST(PrefixEnd, IsAboveEveryKeyThatBeginsWithThePrefix) {
  EXPECT_EQ(PrefixEnd("ab"), "ac");
  EXPECT_EQ(PrefixEnd("a\xFF\xFF"), "b");
  EXPECT_EQ(PrefixEnd("\xFF"), "");
  EXPECT_EQ(PrefixEnd(""), "");
}

TEST(Positions, ReadBackAndRefuseOtherBytes) {
  const ClaimPosition claim{NewestFirst(1'000), 7, 2};
  const std::string key = claim.Key();
  ASSERT_TRUE(ClaimPosition::Parse(key).has_value());
  EXPECT_EQ(ClaimPosition::Parse(key)->Key(), key);
  EXPECT_FALSE(ClaimPosition::Parse(key + "x").has_value());
  EXPECT_FALSE(ClaimPosition::Parse("short").has_value());
  const ConflictPosition conflict{12, 3};
  EXPECT_EQ(ConflictPosition::Parse(conflict.Key())->changed_revision, 12);
  EXPECT_EQ(ConflictPosition::Parse(conflict.Key())->conflict, 3);
  EXPECT_LT(ConflictPosition({13, 9}).Key(), conflict.Key());
  EXPECT_FALSE(ConflictPosition::Parse("").has_value());
}

TEST(YearList, SortsByYear) {
  EXPECT_LT(YearList(-5), YearList(4));
  EXPECT_LT(YearList(1999), YearList(2026));
}

}  // namespace
}  // namespace newsgraph::graph
