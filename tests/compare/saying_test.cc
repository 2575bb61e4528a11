#include "compare/saying.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

namespace newsgraph::compare {
namespace {

Evidence Says(const std::string& article, const Decimal& value, const std::string& place = "") {
  Evidence evidence;
  evidence.ref.article = article;
  Figure figure;
  figure.value = value;
  figure.unit = "robot";
  evidence.value = figure;
  evidence.claim.place = place;
  return evidence;
}

TEST(SayingOf, IsOneWhoeverSaysIt) {
  EXPECT_EQ(SayingOf(Says("a", Decimal(500))), SayingOf(Says("b", Decimal(500))));
  EXPECT_EQ(SayingOf(Says("a", *Decimal::Parse("5.50"))), SayingOf(Says("b", *Decimal::Parse("5.5"))));
  EXPECT_EQ(SayingOf(Says("a", Decimal(5'000'000))), SayingOf(Says("b", Decimal(5, 6))));
}

TEST(SayingOf, TellsApartWhatIsSaidOfOtherThings) {
  const std::string said = SayingOf(Says("a", Decimal(500)));
  EXPECT_NE(SayingOf(Says("a", Decimal(501))), said);
  EXPECT_NE(SayingOf(Says("a", Decimal(500), "china")), said);
  Evidence bound = Says("a", Decimal(500));
  std::get<Figure>(bound.value).mod = Mod::kMoreThan;
  EXPECT_NE(SayingOf(bound), said);
}

TEST(SayingOf, TellsDatesApart) {
  const auto opens = [](int year) {
    Evidence evidence;
    Date date;
    date.interval = DateInterval{Day(std::chrono::year(year) / 1 / 1), Day(std::chrono::year(year) / 12 / 31)};
    evidence.value = date;
    return SayingOf(evidence);
  };
  EXPECT_EQ(opens(2025), opens(2025));
  EXPECT_NE(opens(2025), opens(2026));
  EXPECT_NE(opens(2025), SayingOf(Says("a", Decimal(2025))));
}

}  // namespace
}  // namespace newsgraph::compare
