#include "extract/trie.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::extract {
namespace {

int Find(const Trie& trie, std::string_view key) {
  Trie::Node node = Trie::kRoot;
  return trie.Step(key, node) ? trie.KeyAt(node) : Trie::kNoKey;
}

TEST(Trie, FindsItsKeysByIndexAndNothingElse) {
  const Trie trie({"chip", "chips", "zoll", "\xE8\x8A\xAF"});
  EXPECT_EQ(Find(trie, "chip"), 0);
  EXPECT_EQ(Find(trie, "chips"), 1);
  EXPECT_EQ(Find(trie, "\xE8\x8A\xAF"), 3);
  EXPECT_EQ(Find(trie, "chi"), Trie::kNoKey);
  EXPECT_EQ(Find(trie, "chipsx"), Trie::kNoKey);
  EXPECT_EQ(Find(trie, ""), Trie::kNoKey);
}

TEST(Trie, WithoutKeysGoesNowhere) {
  const Trie trie({});
  EXPECT_TRUE(trie.empty());
  EXPECT_EQ(Find(trie, "a"), Trie::kNoKey);
}

TEST(Trie, GoesOnWhereAStepEnded) {
  const Trie trie({"ab", "abc"});
  Trie::Node node = Trie::kRoot;
  ASSERT_TRUE(trie.Step("a", node));
  EXPECT_EQ(trie.KeyAt(node), Trie::kNoKey);
  ASSERT_TRUE(trie.Step("b", node));
  EXPECT_EQ(trie.KeyAt(node), 0);
}

TEST(Trie, KnowsTwoBytesAheadWhetherAKeyGoesOn) {
  const Trie trie({"a bc", "a d", "ab"});
  Trie::Node node = Trie::kRoot;
  ASSERT_TRUE(trie.Step("a ", node));
  const Trie::Branch branch = trie.BranchAt(node);
  EXPECT_FALSE(trie.GoesOn(trie.NextFrom(branch, 'c')));
  const Trie::Next to_b = trie.NextFrom(branch, 'b');
  ASSERT_TRUE(trie.GoesOn(to_b));
  EXPECT_TRUE(trie.EndsOrGoesOn(to_b, 'c'));
  EXPECT_FALSE(trie.EndsOrGoesOn(to_b, 'd'));
  const Trie::Next to_d = trie.NextFrom(branch, 'd');
  ASSERT_TRUE(trie.GoesOn(to_d));
  EXPECT_TRUE(trie.EndsOrGoesOn(to_d, 'x'));  // a key ends there
  EXPECT_FALSE(trie.GoesOn(Trie::Next{}));
}

TEST(Trie, AgreesWithASetOnAnyKeys) {
  std::mt19937 random(7);
  std::set<std::string> keys;
  for (int i = 0; i < 3000; ++i) {
    std::string key;
    for (std::uint_fast32_t length = 1 + random() % 6; length > 0; --length) key += static_cast<char>(random() % 256);
    keys.insert(std::move(key));
  }
  const std::vector<std::string> sorted(keys.begin(), keys.end());
  const Trie trie(sorted);
  for (std::size_t i = 0; i < sorted.size(); ++i) ASSERT_EQ(Find(trie, sorted[i]), static_cast<int>(i));
  for (int i = 0; i < 3000; ++i) {
    const std::string other = {static_cast<char>(random() % 256), static_cast<char>(random() % 256)};
    ASSERT_EQ(Find(trie, other) != Trie::kNoKey, keys.contains(other));
  }
}

}  // namespace
}  // namespace newsgraph::extract
