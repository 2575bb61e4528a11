#include "compare/revision.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/compare/claims.h"

namespace newsgraph::compare {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

// A claim of the article in one of its versions.
Evidence In1(Evidence evidence) {
  evidence.ref.revision = 1;
  return evidence;
}
Evidence In2(Evidence evidence) {
  evidence.ref.revision = 2;
  return evidence;
}

class FindRevisionsTest : public testing::Test {
 protected:
  std::vector<Conflict> Find(const std::vector<Evidence>& earlier, const std::vector<Evidence>& later,
                             Correction correction = Correction::kSilent) const {
    return FindRevisions(earlier, later, correction, world_);
  }

  const Catalogue world_ = SmallWorld();
};

TEST_F(FindRevisionsTest, FindsASilentChange) {
  const Evidence a = In1(Sold("a", "4160"));
  const Evidence b = In2(Sold("a", "41600"));
  const std::vector<Conflict> found = Find({a}, {b});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].kind, ConflictKind::kRevision);
  EXPECT_EQ(found[0].severity, Severity::kHard);
  EXPECT_EQ(found[0].subject, "acme");
  EXPECT_EQ(found[0].metric, "sold");
  EXPECT_EQ(found[0].object, "robot");
  EXPECT_THAT(found[0].explanation, HasSubstr("silent"));
  ASSERT_THAT(found[0].sides, SizeIs(2));
  EXPECT_EQ(found[0].sides[0].evidence.front(), a);
  EXPECT_EQ(found[0].sides[1].evidence.front(), b);
}

TEST_F(FindRevisionsTest, NotesAMarkedCorrection) {
  const std::vector<Conflict> found = Find({In1(Sold("a", "4160"))}, {In2(Sold("a", "41600"))}, Correction::kMarked);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].severity, Severity::kNote);
  EXPECT_THAT(found[0].explanation, testing::Not(HasSubstr("silent")));
}

TEST_F(FindRevisionsTest, IsSilentWhereNothingChanged) {
  EXPECT_THAT(Find({}, {}), IsEmpty());
  EXPECT_THAT(Find({In1(Sold("a", "4160"))}, {In2(Sold("a", "4160"))}), IsEmpty());
  EXPECT_THAT(Find({In1(Sold("a", "4160"))}, {}), IsEmpty()) << "taken back, not changed";
  EXPECT_THAT(Find({}, {In2(Sold("a", "4160"))}), IsEmpty());
}

TEST_F(FindRevisionsTest, LetsVersionsRoundAndRefine) {
  EXPECT_THAT(Find({In1(Sold("a", "600000"))}, {In2(Sold("a", "603412"))}), IsEmpty());
}

TEST_F(FindRevisionsTest, ComparesWhatSaysTheSameOtherwise) {
  const Evidence a = In1(Sold("a", "4160"));
  EXPECT_THAT(Find({a}, {In2(In("china", Sold("a", "900")))}), IsEmpty());
  EXPECT_THAT(Find({a}, {In2(During(Year(2024), Sold("a", "900")))}), IsEmpty());
  EXPECT_THAT(Find({a}, {In2(As(ClaimStatus::kPlanned, Sold("a", "900")))}), IsEmpty());
  EXPECT_THAT(Find({a}, {In2(Says("Omdia", Sold("a", "900")))}), IsEmpty());
  EXPECT_THAT(Find({a}, {In2(About("wafer", Sold("a", "900")))}), IsEmpty());
}

TEST_F(FindRevisionsTest, SetsAsideWhatBothVersionsSay) {
  const std::vector<Evidence> earlier = {In1(Sold("a", "39")), In1(Sold("a", "4160"))};
  const std::vector<Conflict> found = Find(earlier, {In2(Sold("a", "39")), In2(Sold("a", "5500"))});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].sides[0].evidence.front(), earlier[1]);
}

TEST_F(FindRevisionsTest, GoesBySentencesWhereSeveralChanged) {
  const auto of = [](std::string_view number, std::string who) {
    return InSentence("Acme sold " + std::string(number) + " robots to the makers of " + who, Sold("a", number));
  };
  const std::vector<Conflict> found = Find({In1(of("39", "cars in China.")), In1(of("4160", "toys in Europe."))},
                                           {In2(of("5500", "toys in Europe.")), In2(of("55", "cars in China."))});
  ASSERT_THAT(found, SizeIs(2));
  for (const Conflict& conflict : found) {
    const Evidence& earlier = conflict.sides[0].evidence.front();
    const Evidence& later = conflict.sides[1].evidence.front();
    EXPECT_EQ(earlier.sentence.substr(earlier.sentence.size() - 9), later.sentence.substr(later.sentence.size() - 9));
  }
}

TEST_F(FindRevisionsTest, GuessesNothingWhereSeveralChangedElsewhere) {
  EXPECT_THAT(Find({In1(Sold("a", "39")), In1(Sold("a", "4160"))}, {In2(Sold("a", "55")), In2(Sold("a", "900"))}),
              IsEmpty());
}

TEST_F(FindRevisionsTest, FindsAnotherCurrencyInOneSentence) {
  Figure yuan = Money("7.1", 9);
  yuan.unit = "CNY";
  Figure dollars = yuan;
  dollars.unit = "USD";
  const auto of = [](const Figure& figure, std::string sentence) {
    return InSentence(std::move(sentence), Of("revenue", About("", Sold("a", figure))));
  };
  const std::vector<Conflict> found = Find({In1(of(yuan, "Acme earned 7.1 billion yuan in 2025."))},
                                           {In2(of(dollars, "Acme earned 7.1 billion dollars in 2025."))});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].severity, Severity::kHard);
}

TEST_F(FindRevisionsTest, FindsAnotherDateOfAnEvent) {
  EXPECT_THAT(Find({In1(Starts("a", Year(2025)))}, {In2(Starts("a", Year(2026)))}), SizeIs(1));
}

TEST_F(FindRevisionsTest, OnlyNotesWhatALaterDayMayHaveBrought) {
  const auto of = [](std::string_view day, std::string_view number) {
    return Published(day, Of("headcount", Timeless(Sold("a", number))));
  };
  const std::vector<Conflict> found = Find({In1(of("2026-01-20", "4160"))}, {In2(of("2026-01-21", "5500"))});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].severity, Severity::kNote);
  EXPECT_EQ(Find({In1(of("2026-01-20", "4160"))}, {In2(of("2026-01-20", "5500"))})[0].severity, Severity::kHard);
}

TEST_F(FindRevisionsTest, NamesEachChangeOfAClaimByItsRevision) {
  const std::string first = Find({In1(Sold("a", "4160"))}, {In2(Sold("a", "5500"))})[0].id;
  EXPECT_EQ(Find({In1(Sold("a", "4160"))}, {In2(Sold("a", "5500"))})[0].id, first);
  Evidence third = Sold("a", "900");
  third.ref.revision = 3;
  EXPECT_NE(Find({In2(Sold("a", "5500"))}, {third})[0].id, first);
}

TEST(MarksCorrection, IsSoWhereTheTextSaysSo) {
  ArticleReading reading;
  reading.cues.push_back({CueKind::kPlan, {0, 4}});
  EXPECT_FALSE(MarksCorrection(reading));
  reading.cues.push_back({CueKind::kCorrection, {10, 20}});
  EXPECT_TRUE(MarksCorrection(reading));
}

}  // namespace
}  // namespace newsgraph::compare
