#include "ingest/feed/feed_time.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>

namespace newsgraph::ingest {
namespace {

// "2026-01-19 08:05:00", or "-".
std::string Read(std::string_view text) {
  const auto time = ParseFeedTime(text);
  if (!time) return "-";
  const auto day = std::chrono::floor<std::chrono::days>(*time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(*time - day);
  char out[64];
  std::snprintf(out, sizeof out, "%04d-%02u-%02u %02d:%02d:%02d", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return out;
}

TEST(ParseFeedTime, ReadsRfc822AndItsRelatives) {
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

TEST(ParseFeedTime, ReadsIso8601AndItsShortForms) {
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

TEST(ParseFeedTime, ReadsMonthsInOtherLanguages) {
  EXPECT_EQ(Read("Δευ, 19 Ιαν 2026 08:05:00 EET"), "2026-01-19 06:05:00");
  EXPECT_EQ(Read("Κυρ, 11 Ιουλ 2004 12:00:00 EST"), "2004-07-11 17:00:00");
  EXPECT_EQ(Read("2026-március-3T9:15-05:00"), "2026-03-03 14:15:00");
  EXPECT_EQ(Read("mar, 16 déc 2025 10:00:00 +0100"), "2025-12-16 09:00:00") << "not a day in March";
  EXPECT_EQ(Read("19 января 2026, 08:05 MSK"), "2026-01-19 05:05:00");
}

TEST(ParseFeedTime, ReadsTheFormsOfEastAsia) {
  EXPECT_EQ(Read("2026년 01월 19일 08:05:00"), "2026-01-18 23:05:00");
  EXPECT_EQ(Read("2026-01-19 오후 8:05:00"), "2026-01-19 11:05:00");
  EXPECT_EQ(Read("2026年1月19日 08:05"), "2026-01-19 08:05:00");
}

TEST(ParseFeedTime, ReadsSlashesDotsAndSecondsSince1970) {
  EXPECT_EQ(Read("1/19/2026 8:05:00 PM"), "2026-01-19 20:05:00");
  EXPECT_EQ(Read("19/1/2026"), "2026-01-19 00:00:00");
  EXPECT_EQ(Read("19.01.2026 08:05"), "2026-01-19 08:05:00");
  EXPECT_EQ(Read("1768810000"), "2026-01-19 08:06:40");
}

TEST(ParseFeedTime, RefusesWhatCannotBe) {
  for (const char* text : {"", "soon", "31 Feb 2026", "2026-01-19T25:00:00Z", "2026-01-19T08:61:00Z", "2026-13-01",
                           "2026-xx-19", "Mon, Jan x 2026 08:05:00 GMT", "19 Jan 2026 08:05:00 +zz:00",
                           "2026-01-19T08:05:00-99:99", "12345", "2026-01-19-01"}) {
    EXPECT_EQ(Read(text), "-") << text;
  }
}

}  // namespace
}  // namespace newsgraph::ingest
