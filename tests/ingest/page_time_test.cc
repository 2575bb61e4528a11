#include "ingest/page/page_time.h"

#include <gtest/gtest.h>

#include <string_view>

namespace newsgraph::ingest {
namespace {

std::string Read(std::string_view text) {
  const std::optional<PageTime> time = ParsePageTime(text);
  return time ? ToString(*time) : "none";
}

TEST(ParsePageTime, KeepsTheZone) {
  EXPECT_EQ(Read("2026-01-19T18:25:12.5+0100"), "2026-01-19T18:25:12+01:00");
  EXPECT_EQ(Read("2026-01-19T18:25:12-03:30"), "2026-01-19T18:25:12-03:30");
  EXPECT_EQ(Read("Mon, 19 Jan 2026 18:25:12 +0100"), "2026-01-19T18:25:12+01:00");
  EXPECT_EQ(Read("Mon Jan 19 2026 18:25:12 GMT+0100 (CET)"), "2026-01-19T18:25:12+01:00");
  EXPECT_EQ(Read("20260119T182512Z"), "2026-01-19T18:25:12Z");
}

TEST(ParsePageTime, TakesATimeWithoutZoneAsUtc) {
  EXPECT_EQ(Read("2026-01-19 18:25"), "2026-01-19T18:25:00Z");
  EXPECT_EQ(Read("2026/01/19 18:25:12"), "2026-01-19T18:25:12Z");
  EXPECT_EQ(Read("January 19, 2026 6:25 pm"), "2026-01-19T18:25:00Z");
}

TEST(ParsePageTime, KnowsABareDayFromAMidnight) {
  EXPECT_EQ(Read("2026-01-19"), "2026-01-19");
  EXPECT_EQ(Read("19.01.2026"), "2026-01-19");
  EXPECT_EQ(Read("19 januari 2026"), "2026-01-19");
  EXPECT_EQ(Read("2026-01-19T00:00:00Z"), "2026-01-19T00:00:00Z");
}

TEST(ParsePageTime, ReadsSecondsSince1970) {
  EXPECT_EQ(Read("1768843512"), "2026-01-19T17:25:12Z");
  EXPECT_EQ(Read("1768843512000"), "2026-01-19T17:25:12Z");
}

TEST(ParsePageTime, RefusesWhatIsNoTime) {
  for (const std::string_view text :
       {"", "yesterday", "2026-13-01", "2026-02-30", "31.02.2026", "12345", "a/b/c", "2026"}) {
    EXPECT_EQ(Read(text), "none") << text;
  }
}

}  // namespace
}  // namespace newsgraph::ingest
