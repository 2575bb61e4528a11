#include "model/exchange_rates.h"

#include <gtest/gtest.h>

namespace newsgraph {
namespace {

ExchangeRates Rates() {
  ExchangeRates rates;
  rates.Add("USD", "CNY", 2024, {7.0, 7.4});
  rates.Add("USD", "CNY", 2025, {6.9, 7.3});
  rates.Add("EUR", "USD", 2025, {1.0, 1.25});
  rates.Add("USD", "JPY", 2025, {140, 160});
  return rates;
}

TEST(ExchangeRates, FindsAPairEitherWayRound) {
  EXPECT_EQ(Rates().Find("USD", "CNY", 2024, 2024), (RateBand{7.0, 7.4}));
  const auto inverse = Rates().Find("CNY", "USD", 2024, 2024);
  ASSERT_TRUE(inverse);
  EXPECT_DOUBLE_EQ(inverse->low, 1 / 7.4);
  EXPECT_DOUBLE_EQ(inverse->high, 1 / 7.0);
}

TEST(ExchangeRates, SpansAllYearsThatItKnows) {
  EXPECT_EQ(Rates().Find("USD", "CNY", 2020, 2030), (RateBand{6.9, 7.4}));
  EXPECT_EQ(Rates().Find("USD", "CNY", 2020, 2023), std::nullopt);
}

TEST(ExchangeRates, GoesOverTheDollarWhereItMust) {
  EXPECT_EQ(Rates().Find("EUR", "JPY", 2025, 2025), (RateBand{140, 200}));
  EXPECT_EQ(Rates().Find("EUR", "JPY", 2024, 2024), std::nullopt);
  EXPECT_EQ(Rates().Find("EUR", "XXX", 2025, 2025), std::nullopt);
}

}  // namespace
}  // namespace newsgraph
