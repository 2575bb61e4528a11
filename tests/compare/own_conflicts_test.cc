#include "compare/own_conflicts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/compare/claims.h"

namespace newsgraph::compare {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

constexpr TextSpan kYuan{30, 45};
constexpr TextSpan kDollars{47, 58};

Evidence At(TextSpan span, std::uint32_t ordinal, Evidence evidence) {
  std::visit([span](auto& value) { value.span = span; }, evidence.value);
  evidence.ref.ordinal = ordinal;
  evidence.claim.sentence = {0, 80};
  return evidence;
}

Finding Found(ConflictKind kind, Level level, std::vector<TextSpan> places) {
  Finding finding{kind, level, "rule", {}, "it cannot be", ""};
  for (const TextSpan place : places) finding.places.push_back({place, "as read"});
  return finding;
}

class OwnConflictsTest : public testing::Test {
 protected:
  std::vector<Conflict> Own(const Finding& finding) const { return OwnConflicts({finding}, extraction_, claims_); }

  Extraction extraction_;
  std::vector<Evidence> claims_ = {At(kYuan, 0, Sold("a", "39")), At(kDollars, 1, Sold("a", "41"))};
};

TEST_F(OwnConflictsTest, HasASideForEachPlace) {
  const std::vector<Conflict> own = Own(Found(ConflictKind::kCurrency, Level::kError, {kDollars, kYuan}));
  ASSERT_THAT(own, SizeIs(1));
  EXPECT_EQ(own[0].kind, ConflictKind::kCurrency);
  EXPECT_EQ(own[0].severity, Severity::kHard);
  EXPECT_EQ(own[0].subject, "acme");
  EXPECT_EQ(own[0].metric, "sold");
  EXPECT_EQ(own[0].object, "robot");
  EXPECT_EQ(own[0].explanation, "it cannot be");
  ASSERT_THAT(own[0].sides, SizeIs(2));
  EXPECT_EQ(own[0].sides[0].evidence.front(), claims_[1]) << "what is in question comes first";
  EXPECT_EQ(own[0].sides[1].evidence.front(), claims_[0]);
}

TEST_F(OwnConflictsTest, AreOnlyOfFiguresThatCarryAClaim) {
  EXPECT_THAT(Own(Found(ConflictKind::kCurrency, Level::kError, {kDollars, {60, 62}})), IsEmpty());
}

TEST_F(OwnConflictsTest, AreErrorsAndWarnings) {
  EXPECT_THAT(Own(Found(ConflictKind::kArithmetic, Level::kNote, {kDollars})), IsEmpty());
  const std::vector<Conflict> own = Own(Found(ConflictKind::kArithmetic, Level::kWarning, {kDollars, kYuan}));
  ASSERT_THAT(own, SizeIs(1));
  EXPECT_EQ(own[0].severity, Severity::kSoft);
}

TEST_F(OwnConflictsTest, AreOfTheKindsOfOneText) {
  EXPECT_THAT(Own(Found(ConflictKind::kValue, Level::kError, {kDollars, kYuan})), IsEmpty());
  EXPECT_THAT(Own(Found(ConflictKind::kMagnitude, Level::kError, {kDollars, kYuan})), IsEmpty());
  Finding power = Found(ConflictKind::kMagnitude, Level::kError, {kDollars, kYuan});
  power.rule = "currency";
  EXPECT_THAT(Own(power), SizeIs(1));
}

TEST_F(OwnConflictsTest, PutsImplausibleValuesOnOneSide) {
  const std::vector<Conflict> own = Own(Found(ConflictKind::kImplausible, Level::kError, {kDollars, kYuan}));
  ASSERT_THAT(own, SizeIs(1));
  ASSERT_THAT(own[0].sides, SizeIs(1));
  EXPECT_THAT(own[0].sides[0].evidence, SizeIs(2));
}

TEST_F(OwnConflictsTest, TakesTheClaimWhoseTimeAPlanIs) {
  Date date;
  date.span = {5, 9};
  date.interval = Year(2024);
  extraction_.dates.push_back(date);
  const Finding finding = Found(ConflictKind::kImpossibleTime, Level::kError, {date.span});
  EXPECT_THAT(Own(finding), IsEmpty()) << "both claims are of 2025";
  claims_[1] = During(Year(2024), claims_[1]);
  const std::vector<Conflict> own = Own(finding);
  ASSERT_THAT(own, SizeIs(1));
  EXPECT_EQ(own[0].sides[0].evidence.front(), claims_[1]);
}

TEST_F(OwnConflictsTest, AreNamedByKindArticleAndPlaces) {
  const std::string id = Own(Found(ConflictKind::kArithmetic, Level::kError, {kDollars, kYuan}))[0].id;
  EXPECT_EQ(Own(Found(ConflictKind::kArithmetic, Level::kWarning, {kYuan, kDollars}))[0].id, id);
  EXPECT_NE(Own(Found(ConflictKind::kCurrency, Level::kError, {kDollars, kYuan}))[0].id, id);
  EXPECT_NE(Own(Found(ConflictKind::kArithmetic, Level::kError, {kDollars}))[0].id, id);
  for (Evidence& claim : claims_) claim.ref.article = "b";
  EXPECT_NE(Own(Found(ConflictKind::kArithmetic, Level::kError, {kDollars, kYuan}))[0].id, id);
}

}  // namespace
}  // namespace newsgraph::compare
