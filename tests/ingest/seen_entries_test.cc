#include "ingest/source/seen_entries.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace newsgraph::ingest {
namespace {

using enum EntryNovelty;
using testing::Each;
using testing::ElementsAre;

// A feed of ten entries; what varies is told by `round`.
using Entry = EntryPrint (*)(std::uint64_t number, std::uint64_t round);

std::vector<EntryNovelty> Poll(SeenEntries& seen, Entry entry, std::uint64_t round, std::uint64_t first = 1) {
  std::vector<EntryPrint> shown;
  for (std::uint64_t i = first; i < first + 10; ++i) shown.push_back(entry(i, round));
  const std::vector<EntryNovelty> out = seen.Look(shown);
  seen.Mark(shown);
  return out;
}

TEST(SeenEntries, TellsNewChangedAndKnown) {
  SeenEntries seen;
  EXPECT_THAT(seen.Look({{1, 11, 21}, {2, 12, 22}}), ElementsAre(kNew, kNew));
  seen.Mark({{1, 11, 21}});
  EXPECT_THAT(seen.Look({{1, 11, 21}, {2, 12, 22}}), ElementsAre(kKnown, kNew)) << "what was not marked stays new";
  seen.Mark({{2, 12, 22}});
  EXPECT_THAT(seen.Look({{3, 13, 23}, {1, 11, 99}, {2, 12, 22}}), ElementsAre(kNew, kChanged, kKnown));
}

TEST(SeenEntries, TrustsStableGuidsThoughLinksChange) {
  SeenEntries seen;
  const Entry entry = [](std::uint64_t i, std::uint64_t round) { return EntryPrint{i, 1000 * round + i, 500 + i}; };
  Poll(seen, entry, 1);
  EXPECT_THAT(Poll(seen, entry, 2), Each(kKnown));
  EXPECT_EQ(seen.key(), EntryKey::kGuid);
  EXPECT_FALSE(seen.links_are_trusted());
}

TEST(SeenEntries, LearnsThatGuidsAreNewAtEveryPoll) {
  SeenEntries seen;
  const Entry entry = [](std::uint64_t i, std::uint64_t round) { return EntryPrint{1000 * round + i, i, 500 + i}; };
  Poll(seen, entry, 1);
  EXPECT_EQ(seen.key(), EntryKey::kGuid);
  EXPECT_THAT(Poll(seen, entry, 2), Each(kKnown)) << "the same text at the same address is no news";
  EXPECT_EQ(seen.key(), EntryKey::kLink);
  const Entry edited = [](std::uint64_t i, std::uint64_t round) { return EntryPrint{1000 * round + i, i, 600 + i}; };
  EXPECT_THAT(Poll(seen, edited, 3), Each(kChanged));
}

TEST(SeenEntries, TrustsNoNameThatEntriesShare) {
  SeenEntries seen;
  const Entry entry = [](std::uint64_t i, std::uint64_t) { return EntryPrint{7, 8, i}; };
  EXPECT_THAT(Poll(seen, entry, 1), Each(kNew));
  EXPECT_EQ(seen.key(), EntryKey::kContent);
  EXPECT_THAT(Poll(seen, entry, 2), Each(kKnown));
  EXPECT_FALSE(seen.links_are_trusted());
}

TEST(SeenEntries, DoesWithoutGuids) {
  SeenEntries seen;
  const Entry entry = [](std::uint64_t i, std::uint64_t) { return EntryPrint{0, i, 500 + i}; };
  Poll(seen, entry, 1);
  EXPECT_EQ(seen.key(), EntryKey::kLink);
  EXPECT_THAT(Poll(seen, entry, 2, 6),
              ElementsAre(kKnown, kKnown, kKnown, kKnown, kKnown, kNew, kNew, kNew, kNew, kNew));
}

TEST(SeenEntries, StaysSmallAndForgetsTheOldestFirst) {
  SeenEntries seen;
  const Entry entry = [](std::uint64_t i, std::uint64_t) { return EntryPrint{i, i, i}; };
  for (std::uint64_t round = 0; round < 1000; ++round) Poll(seen, entry, round, 10 * round + 1);
  EXPECT_LT(seen.Encode().size(), 20'000U);
  EXPECT_THAT(Poll(seen, entry, 1000, 9991), Each(kKnown));
  EXPECT_THAT(Poll(seen, entry, 1001, 1), Each(kNew)) << "long forgotten";
}

TEST(SeenEntries, ComesBackFromText) {
  SeenEntries seen;
  const Entry entry = [](std::uint64_t i, std::uint64_t) { return EntryPrint{i, 0, i << 60}; };
  Poll(seen, entry, 1);
  EXPECT_EQ(SeenEntries::Decode(seen.Encode()), seen);
  for (const char* bad : {"", "x", "1,2,3,4,5,6,", "1,2,3,4,5", "1,2,3,4,5,g,"}) {
    EXPECT_TRUE(SeenEntries::Decode(bad).empty()) << bad;
  }
}

}  // namespace
}  // namespace newsgraph::ingest
