#include "graph/compared_row.h"

#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tests/graph/sample.h"

namespace newsgraph::graph {
namespace {

Evidence Said() {
  const Sample sample = MakeSample("a", 1, {{"acme", "headcount", 500, std::nullopt}});
  Evidence evidence;
  evidence.ref = {"a", 1, 0};
  evidence.claim = sample.extraction.claims.front();
  evidence.claim.trace.clear();
  evidence.value = sample.extraction.figures.front();
  evidence.source = "Example";
  evidence.published = sample.article.published;
  evidence.sentence = "Acme has 500 people.";
  return evidence;
}

compare::FormId FormOf(const Evidence& evidence) {
  const std::string row = MakeRow({evidence});
  const std::optional<ComparedRow> looked = LookAtRow(row);
  EXPECT_TRUE(looked.has_value());
  return looked ? looked->claims.front().form : compare::FormId();
}

compare::FormId Changed(const std::function<void(Evidence&)>& change) {
  Evidence evidence = Said();
  change(evidence);
  return FormOf(evidence);
}

TEST(LookAtRow, GivesClaimsThatSayTheSameOneForm) {
  const compare::FormId form = FormOf(Said());
  const auto later = [](Evidence& e) { *e.published += std::chrono::hours(1); };
  EXPECT_EQ(Changed(later), form) << "on the same day";
  EXPECT_EQ(Changed([](Evidence& e) { e.ref = {"b", 7, 3}; }), form);
  EXPECT_EQ(Changed([](Evidence& e) { e.source = "Other", e.copy_of = "c", e.quote = "five hundred"; }), form);
  EXPECT_EQ(Changed([](Evidence& e) { e.sentence = "500 work there.", e.claim.sentence = {70, 90}; }), form);
  EXPECT_EQ(Changed([](Evidence& e) { e.claim.attribution = "police", e.claim.original_source = "dpa"; }), form);
  const auto forecast = [](std::string who, std::string cited) {
    return Changed([&](Evidence& e) {
      e.claim.status = ClaimStatus::kForecast;
      e.claim.attribution = who;
      e.claim.original_source = cited;
    });
  };
  EXPECT_NE(forecast("Omdia", ""), forecast("IDC", "")) << "whose forecast it is tells what revises it";
  EXPECT_NE(forecast("Omdia", ""), forecast("", "Omdia"));
  EXPECT_EQ(forecast("Omdia", "dpa"), forecast("Omdia", "dpa"));
  EXPECT_EQ(Changed([](Evidence& e) { e.claim.rule = "other", e.claim.confidence = 0.1, e.claim.trace = "so"; }), form);
  EXPECT_EQ(Changed([](Evidence& e) { std::get<Figure>(e.value).span = {3, 9}; }), form);
}

TEST(LookAtRow, TellsApartWhatComparingTellsApart) {
  const std::vector<std::function<void(Evidence&)>> changes = {
      [](Evidence&) {},
      [](Evidence& e) { e.claim.co_subjects = {"globex"}; },
      [](Evidence& e) { e.claim.object = "robot"; },
      [](Evidence& e) { e.claim.place = "china"; },
      [](Evidence& e) { e.claim.status = ClaimStatus::kDenied; },
      [](Evidence& e) { e.claim.signed_value = Decimal(-5, 2); },
      [](Evidence& e) { e.claim.time = DateInterval{Day(std::chrono::days(1)), Day(std::chrono::days(2))}; },
      [](Evidence& e) { std::get<Figure>(e.value).value = Decimal(501, 0); },
      [](Evidence& e) { std::get<Figure>(e.value).high = Decimal(600, 0); },
      [](Evidence& e) { std::get<Figure>(e.value).unit = "worker"; },
      [](Evidence& e) { std::get<Figure>(e.value).per = "year"; },
      [](Evidence& e) { std::get<Figure>(e.value).mod = Mod::kAbout; },
      [](Evidence& e) { std::get<Figure>(e.value).kind = FigureKind::kPercent; },
      [](Evidence& e) { e.published.reset(); },
      [](Evidence& e) { *e.published += std::chrono::days(1); },
  };
  for (std::size_t a = 0; a < changes.size(); ++a) {
    for (std::size_t b = a + 1; b < changes.size(); ++b) EXPECT_NE(Changed(changes[a]), Changed(changes[b])) << a << b;
  }
}

TEST(LookAtRow, LetsTheDayTellNothingOfFiguresWithATime) {
  const auto in_a_year = [](Evidence& e) {
    e.claim.time = DateInterval{Day(std::chrono::days(1)), Day(std::chrono::days(365))};
  };
  const auto later = [&](Evidence& e) {
    in_a_year(e);
    *e.published += std::chrono::days(30);
  };
  EXPECT_EQ(Changed(in_a_year), Changed(later));
}

TEST(LookAtRow, RefusesWhatCannotBeRead) {
  const std::string row = MakeRow({Said()});
  ASSERT_TRUE(LookAtRow(row).has_value());
  EXPECT_FALSE(LookAtRow("").has_value());
  EXPECT_FALSE(LookAtRow("\xff\xff").has_value());
  for (std::size_t size = 0; size < row.size(); ++size) {
    const std::string cut = row.substr(0, size);
    const std::optional<ComparedRow> looked = LookAtRow(cut);
    if (!looked) continue;
    EXPECT_TRUE(ReadRowClaim(looked->head, looked->claims.front().bytes).has_value()) << size;
  }
}

TEST(CreditsOf, TellsWhereAClaimComesFrom) {
  Evidence evidence = Said();
  evidence.claim.attribution = "police";
  evidence.claim.original_source = "dpa";
  evidence.claim.status = ClaimStatus::kPlanned;
  evidence.copy_of = "first";
  const std::string row = MakeRow({evidence});
  const std::optional<ComparedRow> looked = LookAtRow(row);
  ASSERT_TRUE(looked.has_value());
  const compare::Credits credits = CreditsOf(looked->head, looked->claims.front().bytes);
  EXPECT_EQ(credits.article, "a");
  EXPECT_EQ(credits.source, "Example");
  EXPECT_EQ(credits.copy_of, "first");
  EXPECT_EQ(credits.attribution, "police");
  EXPECT_EQ(credits.original_source, "dpa");
  EXPECT_EQ(credits.planner, "acme");
}

}  // namespace
}  // namespace newsgraph::graph
