#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "extract/pack_extractor.h"
#include "extract/rendering.h"

namespace newsgraph::extract {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Extractor& Embedded() {
  static const auto extractor = LoadExtractor("");
  EXPECT_TRUE(extractor.ok()) << extractor.status();
  return **extractor;
}

std::vector<Date> Read(std::string_view text, std::string_view language, std::string_view published) {
  Article article;
  article.id = "a";
  article.text = text;
  article.language = language;
  if (const std::optional<Day> day = ParseDay(published)) article.published = *day;
  return Embedded().Extract(article).dates;
}

std::vector<std::string> Rendered(std::string_view text, std::string_view language = "en",
                                  std::string_view published = "2026-01-15") {
  std::vector<std::string> out;
  for (const Date& date : Read(text, language, published)) out.push_back(Render(date));
  return out;
}

TEST(DateFinder, LeavesRelativeDatesUnresolvedWithoutPublication) {
  EXPECT_THAT(Rendered("It came last year, on Wednesday and in 2024.", "en", ""),
              ElementsAre("unresolved", "unresolved", "2024-01-01..2024-12-31"));
}

TEST(DateFinder, TakesTheLatestWeekdayUpToPublication) {
  EXPECT_THAT(Rendered("It said so on Thursday."), ElementsAre("2026-01-15..2026-01-15"));
  EXPECT_THAT(Rendered("It said so on Friday."), ElementsAre("2026-01-09..2026-01-09"));
  EXPECT_THAT(Rendered("It will decide on Friday."), ElementsAre("2026-01-16..2026-01-16"));
}

TEST(DateFinder, AnchorsToTheLastFittingDate) {
  const std::vector<Date> dates = Read("It opened in June 2020. Two years later it closed.", "en", "2026-01-15");
  ASSERT_EQ(dates.size(), 2U);
  EXPECT_EQ(Render(dates[1]), "2022-06-01..2022-06-30");
  EXPECT_EQ(dates[1].anchor, DateAnchor::kText);
  EXPECT_EQ(dates[0].anchor, DateAnchor::kNone);
}

TEST(DateFinder, NeverGuessesAnAnchor) {
  EXPECT_THAT(Rendered("Two years later it closed."), ElementsAre("unresolved"));
}

TEST(DateFinder, JoinsTheEndsOfARange) {
  EXPECT_THAT(Rendered("It ran from March 3, 2024 to May 5, 2025."), ElementsAre("2024-03-03..2025-05-05"));
  EXPECT_THAT(Rendered("It ran from December 28 to January 3."), ElementsAre("2025-12-28..2026-01-03"));
}

TEST(DateFinder, KeepsPrepositionsOutOfTheSpan) {
  const std::string text = "Das gilt spätestens bis zum 3. März 2026.";
  const std::vector<Date> dates = Read(text, "de", "2026-01-15");
  ASSERT_EQ(dates.size(), 1U);
  EXPECT_EQ(dates[0].span.In(text), "3. März 2026");
  EXPECT_EQ(dates[0].mod, DateMod::kBy);
}

TEST(DateFinder, ReadsNoVersionScoreOrFraction) {
  EXPECT_THAT(Rendered("Version 2.0.1 beat 3.11.4 by 3-1, with 3/4 of the votes."), IsEmpty());
  EXPECT_THAT(Rendered("Take Route 66, see page 2024, pay $2025 or 2025%."), IsEmpty());
}

TEST(DateFinder, ReadsCldrFormatsOfLanguagesWithoutRules) {
  EXPECT_THAT(Rendered("2026-01-09 und 2026/1/10", "xx"),
              ElementsAre("2026-01-09..2026-01-09", "2026-01-10..2026-01-10"));
}

TEST(DateFinder, SaysWhichDaysNoCalendarHas) {
  EXPECT_THAT(Rendered("Frist: 31.02.2026", "de"), ElementsAre("impossible"));
  EXPECT_THAT(Rendered("Am 29. Februar 2025", "de"), ElementsAre("impossible"));
}

}  // namespace
}  // namespace newsgraph::extract
