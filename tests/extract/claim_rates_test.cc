#include "extract/claim_rates.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/support/read_claims.h"

namespace newsgraph::extract {
namespace {

using ::testing::ElementsAre;

// What each sum of money is per, "-" where nothing.
std::vector<std::string> Rates(const std::string& language, const std::string& text) {
  std::vector<std::string> out;
  for (const Figure& figure : Read(language, text).figures) {
    if (figure.kind == FigureKind::kMoney) out.push_back(figure.per.empty() ? "-" : figure.per);
  }
  return out;
}

TEST(TakeUnitPrices, AreForOneThing) {
  EXPECT_THAT(Rates("en", "The H200 costs $27,000."), ElementsAre("unit"));
  EXPECT_THAT(Rates("en", "Unitree sells the robot for $13,500 (98,000 yuan)."), ElementsAre("unit", "unit"));
  EXPECT_THAT(Rates("en", "Renting an H200 costs $6 an hour."), ElementsAre("hour"));
  EXPECT_THAT(Rates("fr", "Le titre Renault perdait 2,8 % à 31,20 euros mercredi à la Bourse de Paris."),
              ElementsAre("share"));
}

TEST(TakeUnitPrices, LeaveOtherSumsAlone) {
  EXPECT_THAT(Rates("en", "Nvidia made a profit of $27,000."), ElementsAre("-"));
  EXPECT_THAT(Rates("en", "The price of electricity in Germany rose to 70 euros."), ElementsAre("-"));
  EXPECT_THAT(Rates("en", "Nvidia bought 4,000 robots at $30,000 each, a total of $12 million."),
              ElementsAre("unit", "-"));
  EXPECT_THAT(Rates("en", "Nvidia's plant cost $27 million."), ElementsAre("-"));
  EXPECT_THAT(Rates("en", "A kilogram of cobalt costs more, and Glencore paid $500."), ElementsAre("-"));
  EXPECT_THAT(Rates("en", "A kilogram of cobalt earned Glencore $5 billion."), ElementsAre("-"));
  EXPECT_THAT(Rates("en", "It sells a kilogram of cobalt\n\n$30 was paid."), ElementsAre("-"));
}

}  // namespace
}  // namespace newsgraph::extract
