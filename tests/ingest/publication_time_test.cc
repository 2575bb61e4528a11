#include "ingest/publication_time.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace newsgraph::ingest {
namespace {

using std::chrono::sys_days;
using std::chrono::sys_seconds;
using std::chrono::operator""y;
using std::chrono::operator""h;
using std::chrono::operator""min;
using std::chrono::operator""s;

constexpr sys_seconds kDay = sys_days(2026y / 1 / 19);

TEST(ParsePublicationTime, TakesADayAsMidnightUtc) { EXPECT_EQ(*ParsePublicationTime("2026-01-19"), kDay); }

TEST(ParsePublicationTime, TakesRfc3339WithItsZone) {
  EXPECT_EQ(*ParsePublicationTime("2026-01-19T18:25:12Z"), kDay + 18h + 25min + 12s);
  EXPECT_EQ(*ParsePublicationTime("2026-01-19T18:25:12+01:00"), kDay + 17h + 25min + 12s);
  EXPECT_EQ(*ParsePublicationTime("2026-01-19T23:30:00-05:30"), kDay + 29h);
  EXPECT_EQ(*ParsePublicationTime("2026-01-19t18:25:12.987654z"), kDay + 18h + 25min + 12s);
  EXPECT_EQ(*ParsePublicationTime("2026-01-19 18:25:12+00:00"), kDay + 18h + 25min + 12s);
}

TEST(ParsePublicationTime, LetsALeapSecondBeTheNextMinute) {
  EXPECT_EQ(*ParsePublicationTime("2016-12-31T23:59:60Z"), sys_seconds(sys_days(2017y / 1 / 1)));
}

TEST(ParsePublicationTime, SaysWhatIsWrongAndWhatToWrite) {
  const auto message = [](const std::string& text) {
    return std::string(ParsePublicationTime(text).status().message());
  };
  EXPECT_EQ(message("19.01.2026"),
            "\"19.01.2026\" does not begin with a day of the calendar; write it as \"2026-01-19\"");
  EXPECT_EQ(message("2026-01-19T18:25:12"),
            "\"2026-01-19T18:25:12\" has no time zone; append \"Z\" for UTC or one like \"+01:00\"");
  EXPECT_EQ(message("2026-01-19T25:00:00Z"),
            "\"2026-01-19T25:00:00Z\" is no time; write it as \"2026-01-19T18:25:12+01:00\"");
  EXPECT_EQ(message("2026-01-19T18:25:12CET"),
            "\"2026-01-19T18:25:12CET\" has no valid time zone; end it with \"Z\" or one like \"+01:00\"");
}

TEST(ParsePublicationTime, RefusesWhatIsNearlyRight) {
  for (const std::string text :
       {"", "2026", "2026-1-19", "2026-02-30", "2026-01-19T", "2026-01-19T18:25", "2026-01-19T18:25:12.Z",
        "2026-01-19T18:25:12+0100", "2026-01-19T18:25:12+24:00", "2026-01-19T18:25:12Z ", "2026-01-19T18:61:12Z",
        "2026-01-19X18:25:12Z", "yesterday"}) {
    EXPECT_EQ(ParsePublicationTime(text).status().code(), StatusCode::kInvalidArgument) << text;
  }
}

}  // namespace
}  // namespace newsgraph::ingest
