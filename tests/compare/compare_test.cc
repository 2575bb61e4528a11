#include "compare/compare.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "compare/find_conflicts.h"
#include "tests/compare/claims.h"

namespace newsgraph::compare {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class CompareTest : public testing::Test {
 protected:
  std::optional<Severity> SeverityOf(const Evidence& a, const Evidence& b) const {
    const std::optional<Disagreement> finding = Compare(a, b, world_);
    return finding ? std::optional(finding->severity) : std::nullopt;
  }
  std::vector<Conflict> Find(const std::vector<Evidence>& claims, Severity least = Severity::kSoft) const {
    return FindConflicts(ComparisonKeys(claims.front(), world_).front(), claims, world_, least);
  }
  // The articles on each side of each conflict.
  static std::vector<std::vector<std::string>> Articles(const Conflict& conflict) {
    std::vector<std::vector<std::string>> out;
    for (const ConflictSide& side : conflict.sides) {
      out.emplace_back();
      for (const Evidence& evidence : side.evidence) out.back().push_back(evidence.ref.article);
    }
    return out;
  }

  const Catalogue world_ = SmallWorld();
};

using Side = std::vector<std::string>;

TEST_F(CompareTest, FindsTwoValuesOfOneThing) {
  const std::optional<Disagreement> finding = Compare(Sold("a", "4160"), Sold("b", "5500", Mod::kMoreThan), world_);
  ASSERT_TRUE(finding);
  EXPECT_EQ(finding->kind, ConflictKind::kValue);
  EXPECT_EQ(finding->severity, Severity::kHard);
  EXPECT_THAT(finding->explanation, HasSubstr("4,160"));
  EXPECT_THAT(finding->explanation, HasSubstr("over 5,500"));
}

// What an article sold in all, and what of it in China.
std::vector<Evidence> InAllAndInChina(const std::string& article, std::string_view all, std::string_view china) {
  Evidence part = In("china", Sold(article, china));
  part.ref.ordinal = 1;
  return {Sold(article, all), part};
}

TEST_F(CompareTest, LetsArticlesTellTwoValuesApart) {
  const std::vector<Evidence> a = InAllAndInChina("a", "11317", "1782");
  std::vector<Evidence> claims = InAllAndInChina("b", "11317", "1782");
  claims.insert(claims.end(), a.begin(), a.end());
  EXPECT_THAT(Find(claims), IsEmpty()) << "both say both";
  EXPECT_THAT(Find({a[0], a[1], In("china", Sold("b", "1782"))}), IsEmpty()) << "the first says what the second means";
  EXPECT_THAT(Find({a[0], In("china", Sold("b", "1782"))}), SizeIs(1)) << "nobody says both";
}

TEST_F(CompareTest, ComparesOfSeveralValuesTheNearestAlone) {
  // "Sold 11,317, of these 1,782 abroad": without a word for where, both are of one thing to us.
  Evidence part = Sold("a", "1782");
  part.ref.ordinal = 1;
  const Evidence whole = Sold("a", "11317");
  EXPECT_THAT(Find({whole, part, Sold("b", "13117")}), SizeIs(1)) << "the whole is disputed, its part is not";
  EXPECT_THAT(Find({whole, part, Sold("b", "11317")}), IsEmpty());
  Evidence other = Says("Globex", Sold("a", "1782"));
  other.ref.ordinal = 1;
  EXPECT_THAT(Find({whole, other, Sold("b", "13117")}), SizeIs(1)) << "two voices of one article";
}

TEST_F(CompareTest, LosesNoDisputeToAPartThatIsKnownForOneOrSaidByBoth) {
  const std::vector<Evidence> a = InAllAndInChina("a", "9300", "4300");
  EXPECT_THAT(Find({a[0], a[1], Sold("b", "4300")}), SizeIs(1)) << "what is China's is not surely the same";
  Evidence abroad = Sold("c", "5000");
  abroad.ref.ordinal = 1;
  Evidence too = Sold("b", "5000");
  too.ref.ordinal = 1;
  EXPECT_THAT(Find({Sold("c", "9300"), abroad, Sold("b", "4300"), too}), SizeIs(1)) << "both say 5,000 besides";
  Evidence less = Sold("b", "1200");
  less.ref.ordinal = 1;
  Evidence part = Sold("c", "1000");
  part.ref.ordinal = 1;
  EXPECT_THAT(Find({Sold("c", "9300"), part, Sold("b", "4300"), less}), SizeIs(2)) << "twice as much is nearer";
}

TEST_F(CompareTest, FindsWhatArticlesThatTellValuesApartDisagreeIn) {
  std::vector<Evidence> claims = InAllAndInChina("a", "11317", "1782");
  const std::vector<Evidence> b = InAllAndInChina("b", "11317", "1782000");
  claims.insert(claims.end(), b.begin(), b.end());
  const std::vector<Conflict> found = Find(claims);
  ASSERT_THAT(found, testing::Not(IsEmpty()));
  EXPECT_TRUE(
      std::any_of(found.begin(), found.end(), [](const Conflict& c) { return c.kind == ConflictKind::kMagnitude; }));
}

TEST_F(CompareTest, FindsTwoDatesOfOneEvent) {
  const std::optional<Disagreement> finding = Compare(Starts("a", Year(2026)), Starts("b", Year(2025)), world_);
  ASSERT_TRUE(finding);
  EXPECT_EQ(finding->kind, ConflictKind::kTime);
  EXPECT_EQ(finding->severity, Severity::kHard);
}

TEST_F(CompareTest, IsSilentWhereTheyAgree) {
  EXPECT_FALSE(SeverityOf(Sold("a", "4200"), Sold("b", "4200", Mod::kAbout)));
  EXPECT_FALSE(SeverityOf(Sold("a", "4200"), Sold("b", Written("4.2", 3))));
}

TEST_F(CompareTest, NeverComparesOtherSubjectsMetricsOrCurrencies) {
  EXPECT_FALSE(SeverityOf(Sold("a", "39"), By("globex", Sold("b", "41"))));
  EXPECT_FALSE(SeverityOf(Sold("a", "39"), Of("inventory", Sold("b", "41"))));
  Figure yuan = Money("5", 9);
  yuan.unit = "CNY";
  EXPECT_FALSE(SeverityOf(Sold("a", yuan), Sold("b", Money("7", 9))));
}

TEST_F(CompareTest, LosesAStepForEachDoubt) {
  const Evidence a = In("china", Sold("a", "39"));
  EXPECT_EQ(SeverityOf(a, Sold("b", "41")), Severity::kSoft);
  EXPECT_EQ(SeverityOf(a, During({}, Sold("b", "41"))), Severity::kNote);
  EXPECT_EQ(SeverityOf(a, During({}, About("", Sold("b", "41")))), std::nullopt);
}

TEST_F(CompareTest, ComparesConvertedUnits) {
  const auto memory = [](std::string article, std::string_view number, std::string unit) {
    Figure figure = Written(number);
    figure.kind = FigureKind::kMeasure;
    figure.unit = std::move(unit);
    return Of("memory", Sold(std::move(article), figure));
  };
  EXPECT_FALSE(SeverityOf(memory("a", "0.141", "TB"), memory("b", "141", "GB")));
  EXPECT_EQ(SeverityOf(memory("a", "0.141", "TB"), memory("b", "192", "GB")), Severity::kHard);
}

TEST_F(CompareTest, ComparesGrowthWithMultiples) {
  const auto growth = [](std::string article, const Figure& figure) {
    return Of("growth", Sold(std::move(article), figure));
  };
  EXPECT_FALSE(SeverityOf(growth("a", Multiple("3")), growth("b", Percent("195"))));
  EXPECT_EQ(SeverityOf(growth("a", Multiple("3")), growth("b", Percent("30"))), Severity::kHard);
}

TEST_F(CompareTest, LetsAQuarterBeAtMostItsYear) {
  const Evidence quarter = During(Days("2025-01-01", "2025-03-31"), Sold("b", "5000"));
  EXPECT_FALSE(SeverityOf(Sold("a", "39000"), quarter));
  EXPECT_EQ(SeverityOf(Sold("a", "3900"), quarter), Severity::kHard);
  EXPECT_EQ(SeverityOf(quarter, Sold("a", "3900")), Severity::kHard);
}

TEST_F(CompareTest, HoldsNoQuarterAgainstAYearThatMayBeOfAPart) {
  const Evidence quarter = During(Days("2025-04-01", "2025-06-30"), Sold("a", "5500"));
  EXPECT_TRUE(SeverityOf(quarter, Sold("b", "4160")));
  EXPECT_FALSE(SeverityOf(quarter, In("china", Sold("b", "4160"))));
}

TEST_F(CompareTest, NeverHoldsAClaimAgainstItself) {
  for (const Evidence& claim : {Sold("a", "39"), Starts("a", Year(2026)), Sold("a", "5", Mod::kMoreThan)}) {
    EXPECT_FALSE(SeverityOf(claim, claim));
  }
}

TEST_F(CompareTest, MakesOneConflictOfTwoValuesWhoeverRepeatsThem) {
  const std::vector<Conflict> conflicts =
      Find({Published("2026-01-09", Sold("a", "4160")), Published("2026-01-20", Sold("b", "4200", Mod::kAbout)),
            Published("2026-01-23", Sold("c", "5500", Mod::kMoreThan)), Published("2026-02-20", Sold("d", "4200")),
            Published("2026-02-20", Sold("e", "5500", Mod::kMoreThan))});
  ASSERT_THAT(conflicts, SizeIs(1));
  EXPECT_THAT(Articles(conflicts[0]), ElementsAre(Side{"a", "b", "d"}, Side{"c", "e"}));
  EXPECT_EQ(conflicts[0].subject, "acme");
  EXPECT_EQ(conflicts[0].metric, "sold");
  EXPECT_EQ(conflicts[0].object, "robot");
  EXPECT_EQ(conflicts[0].severity, Severity::kHard);
}

TEST_F(CompareTest, SetsNobodyAgainstAValueHeAgreesWith) {
  // About 25,000 goes with 24,600 and with 25,400, which contradict each other.
  const std::vector<Conflict> conflicts =
      Find({Sold("a", "24600"), Sold("b", "25400"), Sold("c", "25000", Mod::kAbout), Sold("d", "90000")});
  ASSERT_THAT(conflicts, SizeIs(2));
  EXPECT_THAT(Articles(conflicts[0]), ElementsAre(Side{"a"}, Side{"b"}, Side{"d"}));
  EXPECT_THAT(Articles(conflicts[1]), ElementsAre(Side{"c"}, Side{"d"}));
}

TEST_F(CompareTest, KeepsDisputesOverDifferentPeriodsApart) {
  const std::vector<Conflict> conflicts =
      Find({Sold("a", "39"), Sold("b", "41"), During(Year(2024), Sold("c", "7")), During(Year(2024), Sold("d", "8"))});
  ASSERT_THAT(conflicts, SizeIs(2));
  EXPECT_THAT(Articles(conflicts[0]), ElementsAre(Side{"a"}, Side{"b"}));
  EXPECT_THAT(Articles(conflicts[1]), ElementsAre(Side{"c"}, Side{"d"}));
}

TEST_F(CompareTest, FindsNothingAmongClaimsThatAgree) {
  EXPECT_THAT(Find({Sold("a", "39"), Sold("b", "39")}), IsEmpty());
  EXPECT_THAT(FindConflicts("no such key", {Sold("a", "39"), Sold("b", "41")}, world_), IsEmpty());
  EXPECT_THAT(FindConflicts("", {}, world_), IsEmpty());
}

TEST_F(CompareTest, ReportsRemarksOnlyWhenAskedAndNeverAmongAlerts) {
  const std::vector<Evidence> claims = {Sold("a", Percent("71")), Sold("b", Percent("72")), Sold("c", Percent("90"))};
  const std::vector<Conflict> alerts = Find(claims);
  ASSERT_THAT(alerts, SizeIs(1));
  EXPECT_THAT(Articles(alerts[0]), ElementsAre(Side{"a", "b"}, Side{"c"}));
  const std::vector<Conflict> all = Find(claims, Severity::kNote);
  ASSERT_THAT(all, SizeIs(2));
  EXPECT_EQ(all[1].severity, Severity::kEdge);
  EXPECT_THAT(Articles(all[1]), ElementsAre(Side{"a"}, Side{"b"}));
  EXPECT_NE(all[0].id, all[1].id);
}

TEST_F(CompareTest, FindsAPairUnderOneKeyOnly) {
  Evidence a = Sold("a", "39");
  a.claim.co_subjects = {"globex"};
  Evidence b = Sold("b", "41");
  b.claim.co_subjects = {"globex"};
  std::size_t found = 0;
  for (const std::string& key : ComparisonKeys(a, world_)) found += FindConflicts(key, {a, b}, world_).size();
  EXPECT_EQ(found, 1U);
}

TEST_F(CompareTest, KeepsAConflictsNameWhenMoreArticlesComeIn) {
  std::vector<Evidence> claims = {Sold("a", "39"), Sold("b", "41")};
  const std::string id = Find(claims).front().id;
  claims.push_back(Published("2026-01-21", Sold("c", "41")));
  claims.push_back(Published("2026-01-22", Sold("d", "55")));
  EXPECT_EQ(Find(claims).front().id, id);
}

// Claims as varied as the gate and the verdict care about.
std::vector<Evidence> RandomClaims(std::mt19937& random, std::size_t count) {
  static constexpr std::string_view kNumbers[] = {"39", "40", "41", "4160", "4200", "5200", "5500", "90000", "0.5"};
  static constexpr Mod kMods[] = {Mod::kExact, Mod::kExact, Mod::kAbout, Mod::kMoreThan, Mod::kUpTo, Mod::kNearly};
  std::vector<Evidence> claims;
  for (std::size_t i = 0; i < count; ++i) {
    Evidence claim = Sold("article " + std::to_string(i / 2), kNumbers[random() % 9], kMods[random() % 6]);
    claim.ref.ordinal = static_cast<std::uint32_t>(i % 2);
    if (random() % 4 == 0) claim.claim.time.reset();
    if (random() % 4 == 0) claim.claim.time = Year(2024);
    if (random() % 4 == 0) claim.claim.place = "china";
    if (random() % 4 == 0) claim.claim.object.clear();
    if (random() % 5 == 0) claim.claim.status = ClaimStatus::kPlanned;
    if (random() % 5 == 0) claim.claim.co_subjects = {"globex"};
    if (random() % 3 == 0) claim.claim.attribution = "Omdia";
    if (random() % 3 == 0) *claim.published += std::chrono::days(random() % 100);
    claims.push_back(AtByte(static_cast<std::uint32_t>(random() % 50), std::move(claim)));
  }
  return claims;
}

using RefPairs = std::set<std::pair<ClaimRef, ClaimRef>>;

std::vector<Conflict> FindUnderAllKeys(const std::vector<Evidence>& claims, const Catalogue& world) {
  std::set<std::string> keys;
  for (const Evidence& claim : claims) {
    for (const std::string& key : ComparisonKeys(claim, world)) keys.insert(key);
  }
  std::vector<Conflict> out;
  for (const std::string& key : keys) {
    for (Conflict& conflict : FindConflicts(key, claims, world)) out.push_back(std::move(conflict));
  }
  return out;
}

RefPairs OpposedPairs(const std::vector<Conflict>& conflicts) {
  RefPairs out;
  for (const Conflict& conflict : conflicts) {
    for (const ConflictSide& side : conflict.sides) {
      for (const ConflictSide& other : conflict.sides) {
        if (&side == &other) continue;
        for (const Evidence& a : side.evidence) {
          for (const Evidence& b : other.evidence) {
            if (a.ref < b.ref) out.emplace(a.ref, b.ref);
          }
        }
      }
    }
  }
  return out;
}

TEST_F(CompareTest, IsSymmetric) {
  std::mt19937 random(1);
  for (int round = 0; round < 200; ++round) {
    const std::vector<Evidence> claims = RandomClaims(random, 2);
    const auto forth = Compare(claims[0], claims[1], world_);
    const auto back = Compare(claims[1], claims[0], world_);
    ASSERT_EQ(forth.has_value(), back.has_value());
    if (!forth) continue;
    EXPECT_EQ(forth->kind, back->kind);
    EXPECT_EQ(forth->severity, back->severity);
  }
}

TEST_F(CompareTest, FindsTheSameInEveryOrder) {
  std::mt19937 random(2);
  for (int round = 0; round < 50; ++round) {
    std::vector<Evidence> claims = RandomClaims(random, 12);
    const std::string key = ComparisonKeys(claims.front(), world_).front();
    const std::vector<Conflict> conflicts = FindConflicts(key, claims, world_, Severity::kNote);
    std::shuffle(claims.begin(), claims.end(), random);
    ASSERT_EQ(FindConflicts(key, claims, world_, Severity::kNote), conflicts);
  }
}

TEST_F(CompareTest, SetsAgainstEachOtherExactlyThosePairsThatDisagree) {
  std::mt19937 random(3);
  for (int round = 0; round < 50; ++round) {
    std::vector<Evidence> claims = RandomClaims(random, 12);
    // Of an article each: none tells two values apart.
    for (std::size_t i = 0; i < claims.size(); ++i) claims[i].ref.article += std::to_string(i);
    RefPairs wanted;
    for (const Evidence& a : claims) {
      for (const Evidence& b : claims) {
        const auto finding = Compare(a, b, world_);
        if (a.ref < b.ref && finding && finding->severity >= Severity::kSoft) wanted.emplace(a.ref, b.ref);
      }
    }
    const std::vector<Conflict> conflicts = FindUnderAllKeys(claims, world_);
    EXPECT_EQ(OpposedPairs(conflicts), wanted);
    std::set<std::string> ids;
    for (const Conflict& conflict : conflicts) EXPECT_TRUE(ids.insert(conflict.id).second) << conflict.explanation;
  }
}

}  // namespace
}  // namespace newsgraph::compare
