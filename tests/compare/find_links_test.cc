#include "compare/find_links.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "compare/compare.h"
#include "tests/compare/claims.h"

namespace newsgraph::compare {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::size_t kAll = 1000;

std::vector<Link> FindLinks(const std::vector<Evidence>& claims, const Catalogue& catalogue) {
  return compare::FindLinks(claims, catalogue, kAll);
}

Evidence Plan(std::string article, std::string_view number) {
  return Published("2025-02-01", As(ClaimStatus::kPlanned, Sold(std::move(article), number)));
}

TEST(FindLinks, JoinsAllThatSayTheSame) {
  const std::vector<Link> links =
      FindLinks({Sold("r2", "400000"), Plan("p1", "600000"), Plan("p2", "600000"), Sold("r1", "400000")}, SmallWorld());
  ASSERT_THAT(links, SizeIs(1));
  EXPECT_EQ(links[0].kind, LinkKind::kMissed);
  EXPECT_EQ(links[0].subject, "acme");
  EXPECT_EQ(links[0].metric, "sold");
  EXPECT_EQ(links[0].object, "robot");
  EXPECT_EQ(links[0].expectation.claim_count, 2U);
  EXPECT_EQ(links[0].outcome.claim_count, 2U);
  EXPECT_EQ(links[0].outcome.evidence[0].ref.article, "r1");
  EXPECT_THAT(links[0].explanation, HasSubstr("p1: 600,000"));
  EXPECT_THAT(links[0].explanation, HasSubstr("against r1: 400,000"));
  EXPECT_THAT(links[0].explanation, HasSubstr("less than was planned"));
}

TEST(FindLinks, ShowsTheNewestOutcomeFirst) {
  const std::vector<Link> links = FindLinks({Plan("p", "600000"), Published("2026-01-20", Sold("r1", "400000")),
                                             Published("2026-02-20", Sold("r2", "620000"))},
                                            SmallWorld());
  ASSERT_THAT(links, SizeIs(2));
  EXPECT_EQ(links[0].kind, LinkKind::kMet);
  EXPECT_EQ(links[1].kind, LinkKind::kMissed);
}

TEST(FindLinks, GivesTheNewestWhereThereAreTooMany) {
  const std::vector<Evidence> claims = {Plan("p", "600000"), Published("2026-01-20", Sold("r1", "400000")),
                                        Published("2026-02-20", Sold("r2", "620000")),
                                        Published("2026-02-21", Sold("r3", "620000"))};
  const std::vector<Link> links = compare::FindLinks(claims, SmallWorld(), 1);
  ASSERT_THAT(links, SizeIs(1));
  EXPECT_EQ(links[0].kind, LinkKind::kMet);
  EXPECT_EQ(links[0].outcome.claim_count, 2U);
}

TEST(FindLinks, SetsAPlanBesideWhatItDrawsOn) {
  const auto at = [](std::string metric, std::string place, Evidence evidence) {
    return Timeless(Of(std::move(metric), In(std::move(place), std::move(evidence))));
  };
  const Evidence plan = at("deployed", "xinjiang", Plan("p", "115000"));
  const Evidence stock = at("inventory", "china", Published("2025-02-03", Sold("s", "25000")));
  const std::vector<Link> links = FindLinks({plan, stock}, SmallWorld());
  ASSERT_THAT(links, SizeIs(1));
  EXPECT_EQ(links[0].kind, LinkKind::kFeasibilityGap);
  EXPECT_EQ(links[0].metric, "deployed");
}

TEST(FindLinks, SetsASourceOnlyBesideItself) {
  const auto forecast = [](std::string article, std::string_view day, std::string_view number, std::string source) {
    return Published(day, Says(std::move(source), As(ClaimStatus::kForecast, Sold(std::move(article), number))));
  };
  const std::vector<Link> links =
      FindLinks({forecast("a", "2025-02-01", "600000", "Omdia"), forecast("b", "2025-02-02", "600000", "IDC"),
                 forecast("c", "2025-08-01", "400000", "IDC"), forecast("d", "2025-08-02", "400000", "Omdia")},
                SmallWorld());
  ASSERT_THAT(links, SizeIs(2));
  for (const Link& link : links) {
    EXPECT_EQ(link.kind, LinkKind::kRevised);
    EXPECT_EQ(link.expectation.claim_count, 1U);
    EXPECT_EQ(link.expectation.evidence[0].claim.attribution, link.outcome.evidence[0].claim.attribution);
  }
}

TEST(FindLinks, LeavesOutWhatIsMixedUpInItsArticle) {
  Evidence abroad = AtByte(9, Sold("r", "380000"));
  abroad.ref.ordinal = 1;
  EXPECT_THAT(FindLinks({Plan("p", "600000"), Sold("r", "590000"), abroad}, SmallWorld()), IsEmpty())
      << "400,000 of them abroad, perhaps";
  EXPECT_THAT(FindLinks({Plan("p", "600000"), Sold("r", "400000"), Says("Omdia", abroad)}, SmallWorld()), SizeIs(2))
      << "two voices";
}

TEST(FindLinks, FindsNothingWhereNobodyPlans) {
  EXPECT_THAT(FindLinks({}, SmallWorld()), IsEmpty());
  EXPECT_THAT(FindLinks({Sold("a", "400000"), Sold("b", "600000")}, SmallWorld()), IsEmpty());
}

// Claims that often have to do with each other.
std::vector<Evidence> SomeClaims(std::mt19937& random) {
  const auto one_of = [&random](const auto& choices) { return choices[random() % std::size(choices)]; };
  using enum ClaimStatus;
  constexpr std::array kStatuses = {kActual, kPlanned, kPlanned, kForecast, kEstimated, kDenied};
  constexpr std::array kMods = {Mod::kExact, Mod::kExact, Mod::kAbout, Mod::kMoreThan, Mod::kUpTo, Mod::kNearly};
  const std::array<std::string, 3> metrics = {"sold", "deployed", "inventory"};
  const std::array<std::string, 2> objects = {"robot", "humanoid robot"};
  const std::array<std::string, 3> places = {"china", "china", "xinjiang"};
  const std::array<std::string, 2> voices = {"", "Omdia"};
  const std::array<std::string, 5> numbers = {"400", "600", "615", "6000", "60000"};
  const std::array<std::string_view, 5> days = {"2025-02-01", "2025-04-10", "2025-08-01", "2026-01-10", "2026-01-20"};
  std::vector<Evidence> claims;
  for (int i = 0; i < 24; ++i) {
    Evidence claim = Sold("a" + std::to_string(random() % 9), Written(one_of(numbers), 0, one_of(kMods)));
    claim = In(one_of(places), About(one_of(objects), Of(one_of(metrics), As(one_of(kStatuses), claim))));
    claim = AtByte(static_cast<std::uint32_t>(i), Says(one_of(voices), claim));
    claim.ref.ordinal = static_cast<std::uint32_t>(i);
    // One article has one day.
    claim = Published(days[claim.ref.article[1] % days.size()], claim);
    claims.push_back(random() % 3 == 0 ? Timeless(claim) : claim);
  }
  return claims;
}

TEST(FindLinks, NeverLinksWhatDisagreesAndIsTheSameForEveryOrder) {
  const Catalogue world = SmallWorld();
  std::mt19937 random(20261122);
  std::array<std::size_t, 5> found = {};
  for (int round = 0; round < 80; ++round) {
    std::vector<Evidence> claims = SomeClaims(random);
    const std::vector<Link> links = FindLinks(claims, world);
    std::shuffle(claims.begin(), claims.end(), random);
    EXPECT_EQ(FindLinks(claims, world), links);
    for (std::size_t a = 0; a < claims.size(); ++a) {
      for (std::size_t b = 0; b < a; ++b) {
        const std::vector<Link> forth = FindLinks({claims[a], claims[b]}, world);
        EXPECT_EQ(FindLinks({claims[b], claims[a]}, world), forth);
        ASSERT_LE(forth.size(), 1U) << "a pair is linked once, from the one that expects";
        if (forth.empty()) continue;
        ++found[static_cast<std::size_t>(forth[0].kind)];
        EXPECT_FALSE(Compare(claims[a], claims[b], world)) << forth[0].explanation;
      }
    }
  }
  for (const std::size_t count : found) EXPECT_GT(count, 0U) << "all kinds come up";
}

}  // namespace
}  // namespace newsgraph::compare
