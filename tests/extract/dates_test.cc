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

TEST(DateFinder, TakesTheLastOfAMonthForOneThatIsOver) {
  EXPECT_THAT(Rendered("Es begann im vergangenen Januar.", "de"), ElementsAre("2025-01-01..2025-01-31"));
  EXPECT_THAT(Rendered("Es begann im vergangenen Dezember.", "de"), ElementsAre("2025-12-01..2025-12-31"));
  EXPECT_THAT(Rendered("Empezó el pasado enero.", "es"), ElementsAre("2025-01-01..2025-01-31"));
  EXPECT_THAT(Rendered("It began last January."), ElementsAre("2025-01-01..2025-01-31"));
  EXPECT_THAT(Rendered("It began last December."), ElementsAre("2025-12-01..2025-12-31"));
  EXPECT_THAT(Rendered("It will begin next January."), ElementsAre("2027-01-01..2027-01-31"));
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

TEST(DateFinder, OrdersDaysAndMonthsInDigitsAsTheLanguageDoes) {
  EXPECT_THAT(Rendered("It opened on 3/4/2025.", "en"), ElementsAre("2025-03-04..2025-03-04"));
  EXPECT_THAT(Rendered("Abrió el 3/4/2025.", "es"), ElementsAre("2025-04-03..2025-04-03"));
  EXPECT_THAT(Rendered("发布于3/4/2025。", "zh"), ElementsAre("2025-04-03..2025-04-03"));
  EXPECT_THAT(Rendered("It opened on 1/9, 1/12 or 1/13.", "en"),
              ElementsAre("2026-01-09..2026-01-09", "2026-01-12..2026-01-12", "2026-01-13..2026-01-13"));
  EXPECT_THAT(Rendered("It is open 24/7, 3/4 of it with 1/3 of the staff.", "en"), IsEmpty());
}

TEST(DateFinder, ReadsTheLongestBeginningOfARange) {
  EXPECT_THAT(Rendered("It ran Nov 18 2014-Dec 19 2015."), ElementsAre("2014-11-18..2015-12-19"));
  EXPECT_THAT(Rendered("It ran Nov-Feb 2025."), ElementsAre("2024-11-01..2025-02-28"));
  EXPECT_THAT(Rendered("It was shut from 2019 until now."), ElementsAre("2019-01-01..2026-01-15"));
}

TEST(DateFinder, PutsARangeIntoTheNearestYear) {
  EXPECT_THAT(Rendered("It rests from May to March.", "en", "2018-09-07"), ElementsAre("2018-05-01..2019-03-31"));
  EXPECT_THAT(Rendered("It rests from 2/29 to 3/1.", "en", "2024-06-01"), ElementsAre("2024-02-29..2024-03-01"));
  EXPECT_THAT(Rendered("Er blieb von Montag bis Dienstag.", "de", "2024-08-27"), ElementsAre("2024-08-26..2024-08-27"));
}

TEST(DateFinder, TellsTenseByBoundsEndingsAndPassives) {
  EXPECT_THAT(Rendered("He hid since Oct. 7.", "en", "2024-08-08"), ElementsAre("since 2023-10-07..2023-10-07"));
  EXPECT_THAT(Rendered("Ils se retrouveront mardi.", "fr", "2024-11-22"), ElementsAre("2024-11-26..2024-11-26"));
  EXPECT_THAT(Rendered("Results will be announced Saturday.", "en", "2025-10-23"),
              ElementsAre("2025-10-25..2025-10-25"));
  EXPECT_THAT(Rendered("Une hausse plus forte que prévu au deuxième trimestre.", "fr", "2024-07-18"),
              ElementsAre("2024-04-01..2024-06-30"));
}

TEST(DateFinder, LooksAheadBesideAVerbOfThePresent) {
  EXPECT_THAT(Rendered("Der Kanzler reist am Montag nach Paris.", "de"), ElementsAre("2026-01-19..2026-01-19"));
  EXPECT_THAT(Rendered("Am Montag sagte er nach dem Treffen ab.", "de"), ElementsAre("2026-01-12..2026-01-12"));
  EXPECT_THAT(Rendered("The race starts Sunday."), ElementsAre("2026-01-18..2026-01-18"));
  EXPECT_THAT(Rendered("La grève commence lundi.", "fr"), ElementsAre("2026-01-19..2026-01-19"));
}

TEST(DateFinder, TakesTheTenseBehindAnIntroduction) {
  EXPECT_THAT(Rendered("In the first half, sales rose.", "en", "1989-11-02"), ElementsAre("1989-01-01..1989-06-30"));
}

TEST(DateFinder, TakesTheLatestWeekendUnlessTheWordsLookAhead) {
  EXPECT_THAT(Rendered("Am Wochenende siegten beide.", "de"), ElementsAre("2026-01-10..2026-01-11"));
  EXPECT_THAT(Rendered("Am Wochenende wird gestreikt.", "de"), ElementsAre("2026-01-17..2026-01-18"));
  EXPECT_THAT(Rendered("Am Wochenende siegten beide.", "de", "2026-01-18"), ElementsAre("2026-01-17..2026-01-18"));
}

TEST(DateFinder, TakesDecadesOfTwoDigitsFromThePast) {
  EXPECT_THAT(Rendered("In den 50er und 60er Jahren blieb es still.", "de"), ElementsAre("1950-01-01..1969-12-31"));
  EXPECT_THAT(Rendered("It was big in the '60s."), ElementsAre("1960-01-01..1969-12-31"));
}

TEST(DateFinder, TellsSeasonsOfTwoYearsFromMonths) {
  EXPECT_THAT(Rendered("The 2003-04 season was long."), ElementsAre("2003-01-01..2004-12-31"));
  EXPECT_THAT(Rendered("Published 2003-06"), ElementsAre("2003-06-01..2003-06-30"));
}

TEST(DateFinder, LeavesOutSetsAndOpeningHours) {
  EXPECT_THAT(Rendered("Das Museum (Di-So 10-17 Uhr) ist neu.", "de"), IsEmpty());
  EXPECT_THAT(Rendered("Jeden Dienstag kommt er.", "de"), IsEmpty());
  EXPECT_THAT(Rendered("It meets every Tuesday."), IsEmpty());
}

TEST(DateFinder, ReadsADayWhoseMonthLooksLikeAName) {
  EXPECT_THAT(Rendered("He became president Jan. 1."), ElementsAre("2026-01-01..2026-01-01"));
}

TEST(DateFinder, TakesTheDayThatIsTheWeekdayBesideIt) {
  EXPECT_THAT(Rendered("수요일(15일) 회의", "ko", "2026-07-12"), ElementsAre("2026-07-15..2026-07-15"));
}

TEST(DateFinder, TakesADayAloneFewDaysAhead) {
  EXPECT_THAT(Rendered("15日の会議", "ja", "2026-07-12"), ElementsAre("2026-07-15..2026-07-15"));
  EXPECT_THAT(Rendered("10日の会議", "ja", "2026-07-12"), ElementsAre("2026-07-10..2026-07-10"));
  EXPECT_THAT(Rendered("30日の会議", "ja", "2026-07-12"), ElementsAre("2026-06-30..2026-06-30"));
}

TEST(DateFinder, ReadsHomonymsOnlyBesideADate) {
  EXPECT_THAT(Rendered("Fueron rescatados en el mar.", "es"), IsEmpty());
  EXPECT_THAT(Rendered("En service en mer Noire", "fr"), IsEmpty());
  EXPECT_THAT(Rendered("Ouvert le mer. 7 janvier 2026.", "fr"), ElementsAre("2026-01-07..2026-01-07"));
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

TEST(DateFinder, TakesTheSamePeriodForTheOneSpokenOfAndNotForItsBase) {
  EXPECT_THAT(Rendered("2025年1～3月期は前年同期比2%減だった。同期に価格は上昇した。", "ja"),
              ElementsAre("2025-01-01..2025-03-31", "2024-01-01..2024-03-31", "2025-01-01..2025-03-31"));
  EXPECT_THAT(Rendered("2025年一季度增长。同期成本下降。", "zh"),
              ElementsAre("2025-01-01..2025-03-31", "2025-01-01..2025-03-31"));
}

TEST(DateFinder, TakesTheTenseOfTheLastVerbWhereVerbsEndSentences) {
  EXPECT_THAT(Rendered("1～6月期の売上高は6億元、最終損益は4億元の赤字だった。", "ja", "2025-12-10"),
              ElementsAre("2025-01-01..2025-06-30"));
}

TEST(DateFinder, TakesNoSyllableOfANameForATense) {
  EXPECT_THAT(Rendered("据乘联会数据，9月比亚迪销售汽车39万辆。", "zh", "2025-10-20"),
              ElementsAre("2025-09-01..2025-09-30"));
}

}  // namespace
}  // namespace newsgraph::extract
