#include "ingest/stated_time.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>

namespace newsgraph::ingest {
namespace {

// In UTC: "2026-01-19 08:05:00"; or "-".
std::string Read(std::string_view text) {
  std::optional<StatedTime> time = ParseStatedTime(text);
  if (!time) return "-";
  time->zone.reset();
  time->precision = TimePrecision::kSecond;
  std::string out = ToString(*time);
  out[10] = ' ';
  out.pop_back();
  return out;
}

std::string Find(std::string_view line) {
  const std::optional<StatedTime> time = FindStatedTime(line);
  return time ? ToString(*time) : "-";
}

TEST(ParseStatedTime, ReadsRfc822AndItsRelatives) {
  EXPECT_EQ(Read("Mon, 19 Jan 2026 08:05:00 GMT"), "2026-01-19 08:05:00");
  EXPECT_EQ(Read("Mon, 19 Jan 2026 08:05 EST"), "2026-01-19 13:05:00");
  EXPECT_EQ(Read("19 January 26 08:05:00 +0530"), "2026-01-19 02:35:00");
  EXPECT_EQ(Read("Monday, January 19, 2026 8:05 PM PST"), "2026-01-20 04:05:00");
  EXPECT_EQ(Read("Mon,19-Jan-2026 08:05:00 GMT+1"), "2026-01-19 07:05:00");
  EXPECT_EQ(Read("Mon Jan 19 08:05:00 2026"), "2026-01-19 08:05:00");
  EXPECT_EQ(Read("Mon Jan 19 08:05:00 CET 2026"), "2026-01-19 07:05:00");
  EXPECT_EQ(Read("Mon, 19 Jan 2026 08:05:00 Europe/Paris"), "2026-01-19 07:05:00");
  EXPECT_EQ(Read("Fri, 2026/01/19 08:05:00 EDT"), "2026-01-19 12:05:00");
  EXPECT_EQ(Read("Mon, 19 Jan 2026"), "2026-01-19 00:00:00");
  EXPECT_EQ(Read("Mon, 19 Jan 2026 24:00:00 GMT"), "2026-01-20 00:00:00");
}

TEST(ParseStatedTime, ReadsIso8601AndItsShortForms) {
  EXPECT_EQ(Read("2026-01-19T08:05:00+01:00"), "2026-01-19 07:05:00");
  EXPECT_EQ(Read("2026-01-19T08:05Z"), "2026-01-19 08:05:00");
  EXPECT_EQ(Read("2026-01-19 08:05:00.123456"), "2026-01-19 08:05:00");
  EXPECT_EQ(Read("20260119T080500-0800"), "2026-01-19 16:05:00");
  EXPECT_EQ(Read("20260119"), "2026-01-19 00:00:00");
  EXPECT_EQ(Read("2026-019"), "2026-01-19 00:00:00");
  EXPECT_EQ(Read("2026-01"), "2026-01-01 00:00:00");
  EXPECT_EQ(Read("2026"), "2026-01-01 00:00:00");
  EXPECT_EQ(Read("26-01-19"), "2026-01-19 00:00:00");
  EXPECT_EQ(Read("-2601"), "2026-01-01 00:00:00");
}

TEST(ParseStatedTime, ReadsMonthsInOtherLanguages) {
  EXPECT_EQ(Read("Δευ, 19 Ιαν 2026 08:05:00 EET"), "2026-01-19 06:05:00");
  EXPECT_EQ(Read("Κυρ, 11 Ιουλ 2004 12:00:00 EST"), "2004-07-11 17:00:00");
  EXPECT_EQ(Read("2026-március-3T9:15-05:00"), "2026-03-03 14:15:00");
  EXPECT_EQ(Read("mar, 16 déc 2025 10:00:00 +0100"), "2025-12-16 09:00:00") << "not a day in March";
  EXPECT_EQ(Read("19 января 2026, 08:05 MSK"), "2026-01-19 05:05:00");
}

TEST(ParseStatedTime, ReadsTheFormsOfEastAsia) {
  EXPECT_EQ(Read("2026년 01월 19일 08:05:00"), "2026-01-18 23:05:00");
  EXPECT_EQ(Read("2026-01-19 오후 8:05:00"), "2026-01-19 11:05:00");
  EXPECT_EQ(Read("2026年1月19日 08:05"), "2026-01-19 08:05:00");
  EXPECT_EQ(Find("2026년 01월 19일"), "2026-01-19");
}

TEST(ParseStatedTime, ReadsSlashesDotsAndSecondsSince1970) {
  EXPECT_EQ(Read("1/19/2026 8:05:00 PM"), "2026-01-19 20:05:00");
  EXPECT_EQ(Read("19/1/2026"), "2026-01-19 00:00:00");
  EXPECT_EQ(Read("19.01.2026 08:05"), "2026-01-19 08:05:00");
  EXPECT_EQ(Read("1768810000"), "2026-01-19 08:06:40");
}

TEST(ParseStatedTime, RefusesWhatCannotBe) {
  for (const char* text : {"", "soon", "31 Feb 2026", "2026-01-19T25:00:00Z", "2026-01-19T08:61:00Z", "2026-13-01",
                           "2026-xx-19", "Mon, Jan x 2026 08:05:00 GMT", "19 Jan 2026 08:05:00 +zz:00",
                           "2026-01-19T08:05:00-99:99", "12345", "2026-01-19-01", "19 January 2026 | 5 min"}) {
    EXPECT_EQ(Read(text), "-") << text;
  }
}

TEST(StatedTime, KeepsItsZone) {
  EXPECT_EQ(Find("2026-01-19T18:25:12.5+0100"), "2026-01-19T18:25:12+01:00");
  EXPECT_EQ(Find("2026-01-19T18:25:12-03:30"), "2026-01-19T18:25:12-03:30");
  EXPECT_EQ(Find("Mon, 19 Jan 2026 18:25:12 +0100"), "2026-01-19T18:25:12+01:00");
  EXPECT_EQ(Find("Mon Jan 19 2026 18:25:12 GMT+0100 (Central European Standard Time)"), "2026-01-19T18:25:12+01:00");
  EXPECT_EQ(Find("2026-01-19T18:25:12+01:00[Europe/Berlin]"), "2026-01-19T18:25:12+01:00");
  EXPECT_EQ(Find("20260119T182512Z"), "2026-01-19T18:25:12Z");
  EXPECT_EQ(Find("2026-01-19 18:25"), "2026-01-19T18:25:00Z") << "UTC where none is stated";
  EXPECT_EQ(ParseStatedTime("2026-01-19 18:25")->zone, std::nullopt);
  EXPECT_EQ(Find("1768843512000"), "2026-01-19T17:25:12Z");
}

TEST(StatedTime, TellsABareDayFromAMidnight) {
  EXPECT_EQ(Find("2026-01-19"), "2026-01-19");
  EXPECT_EQ(Find("2026-01-19T00:00:00Z"), "2026-01-19T00:00:00Z");
  EXPECT_EQ(ParseStatedTime("2026-01")->precision, TimePrecision::kMonth);
  EXPECT_EQ(ParseStatedTime("2026")->precision, TimePrecision::kYear);
}

TEST(FindStatedTime, ReadsLinesThatSayMore) {
  EXPECT_EQ(Find("Published: January 19, 2026 at 6:25 pm"), "2026-01-19T18:25:00Z");
  EXPECT_EQ(Find("Montag, 19. Januar 2026 um 18:25 Uhr"), "2026-01-19T18:25:00Z");
  EXPECT_EQ(Find("Stand: 19.01.2026, 18:25 Uhr"), "2026-01-19T18:25:00Z");
  EXPECT_EQ(Find("19 januari 2026"), "2026-01-19");
  EXPECT_EQ(Find("19 January 2026 - 18:25 GMT | 5 minutes to read"), "2026-01-19T18:25:00Z");
  EXPECT_EQ(Find("19 January 2026 | 5 minutes to read"), "2026-01-19");
}

TEST(FindStatedTime, WantsAWholeDay) {
  for (const char* line : {"", "yesterday", "5 hours ago", "January 2026", "2026", "2026-02-30", "a/b/c", "5/1/2026",
                           "5 of 2026 articles", "0001-01-01T00:00:00Z"}) {
    EXPECT_EQ(Find(line), "-") << line;
  }
}

}  // namespace
}  // namespace newsgraph::ingest
