#include "model/names.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace newsgraph {
namespace {

// Every value up to the last one has a name of its own that leads back to it.
template <typename Enum>
void ExpectNamedUpTo(Enum last) {
  std::set<std::string_view> names;
  const int count = static_cast<int>(last) + 1;
  for (int i = 0; i < count; ++i) {
    const auto value = static_cast<Enum>(i);
    const std::string_view name = Name(value);
    EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_"), std::string_view::npos) << name;
    EXPECT_EQ(FromName<Enum>(name), value) << name;
    names.insert(name);
  }
  EXPECT_EQ(names.size(), static_cast<std::size_t>(count)) << "two values share a name";
  EXPECT_FALSE(FromName<Enum>("")) << "no value has an empty name";
  EXPECT_DEATH((void)Name(static_cast<Enum>(count)), "out of range") << "the table is longer than the enumeration";
}

TEST(Names, LeadBackToEveryValue) {
  ExpectNamedUpTo(FigureKind::kMultiple);
  ExpectNamedUpTo(Mod::kNearly);
  ExpectNamedUpTo(DateMod::kSince);
  ExpectNamedUpTo(DatePrecision::kPeriod);
  ExpectNamedUpTo(DateAnchor::kText);
  ExpectNamedUpTo(EntityType::kPlace);
  ExpectNamedUpTo(ClaimStatus::kDenied);
  ExpectNamedUpTo(MetricKind::kEvent);
  ExpectNamedUpTo(ConflictKind::kRevision);
  ExpectNamedUpTo(Severity::kHard);
  ExpectNamedUpTo(ConflictState::kSuppressed);
  ExpectNamedUpTo(DismissalReason::kExtractionError);
  ExpectNamedUpTo(Level::kError);
  ExpectNamedUpTo(CueKind::kCorrection);
  ExpectNamedUpTo(SourceKind::kFolder);
  ExpectNamedUpTo(PageReading::kAlways);
  ExpectNamedUpTo(SourceHealth::kGone);
}

TEST(Names, AreThoseOfTheRecordFormat) {
  EXPECT_EQ(Name(FigureKind::kMoney), "money");
  EXPECT_EQ(Name(Mod::kMoreThan), "more_than");
  EXPECT_EQ(Name(Mod::kUpTo), "up_to");
  EXPECT_EQ(Name(DateMod::kBy), "by");
  EXPECT_EQ(Name(EntityType::kOrganization), "organization");
  EXPECT_EQ(Name(ClaimStatus::kPlanned), "planned");
  EXPECT_EQ(Name(ConflictKind::kImpossibleTime), "impossible_time");
  EXPECT_EQ(Name(Severity::kEdge), "edge");
}

TEST(Names, AreReadExactly) {
  EXPECT_FALSE(FromName<Mod>("More_Than"));
  EXPECT_FALSE(FromName<Mod>("more_than "));
  EXPECT_FALSE(FromName<Mod>("MOD_MORE_THAN"));
}

}  // namespace
}  // namespace newsgraph
