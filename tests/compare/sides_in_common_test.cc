#include "compare/sides_in_common.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

namespace newsgraph::compare {
namespace {

Evidence Says(const std::string& article, std::int64_t value, const std::string& place = "") {
  Evidence evidence;
  evidence.ref.article = article;
  Figure figure;
  figure.value = Decimal(value);
  figure.unit = "robot";
  evidence.value = figure;
  evidence.claim.place = place;
  return evidence;
}

TEST(SidesInCommon, CountsSidesThatShareAValueWhoeverSaysIt) {
  const std::vector<ConflictSide> before = {{{Says("a", 500)}}, {{Says("b", 900)}}};
  EXPECT_EQ(SidesInCommon(before, before), 2U);
  EXPECT_EQ(SidesInCommon({{{Says("c", 900), Says("b", 900)}}, {{Says("a", 500)}}}, before), 2U);
  EXPECT_EQ(SidesInCommon({{{Says("a", 500)}}, {{Says("b", 901)}}}, before), 1U);
  EXPECT_EQ(SidesInCommon({}, before), 0U);
}

TEST(SidesInCommon, CountsNoSideTwice) {
  const std::vector<ConflictSide> twice = {{{Says("a", 500)}}, {{Says("b", 500)}}};
  EXPECT_EQ(SidesInCommon(twice, {{{Says("c", 500)}}, {{Says("d", 900)}}}), 1U);
}

TEST(SidesInCommon, TellsApartWhatIsSaidOfOtherThings) {
  EXPECT_EQ(SidesInCommon({{{Says("a", 500, "china")}}}, {{{Says("a", 500)}}}), 0U);
  Evidence bound = Says("a", 500);
  std::get<Figure>(bound.value).mod = Mod::kMoreThan;
  EXPECT_EQ(SidesInCommon({{{bound}}}, {{{Says("a", 500)}}}), 0U);
}

TEST(SidesInCommon, ComparesDates) {
  const auto opens = [](int year) {
    Evidence evidence;
    evidence.value =
        Date{.interval = DateInterval{Day(std::chrono::year(year) / 1 / 1), Day(std::chrono::year(year) / 12 / 31)}};
    return evidence;
  };
  EXPECT_EQ(SidesInCommon({{{opens(2025)}}, {{opens(2026)}}}, {{{opens(2026)}}, {{opens(2027)}}}), 1U);
  EXPECT_EQ(SidesInCommon({{{opens(2025)}}}, {{{Says("a", 2025)}}}), 0U);
}

}  // namespace
}  // namespace newsgraph::compare
