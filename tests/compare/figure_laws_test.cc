// Laws that hold for any figure.
#include <gtest/gtest.h>

#include <random>

#include "compare/explain.h"
#include "compare/verdict.h"
#include "tests/compare/figures.h"

namespace newsgraph::compare {
namespace {

constexpr int kRounds = 20000;
constexpr Mod kMods[] = {Mod::kExact, Mod::kAbout,    Mod::kAtLeast,  Mod::kAtMost,
                         Mod::kUpTo,  Mod::kMoreThan, Mod::kLessThan, Mod::kNearly};
constexpr FigureKind kKinds[] = {FigureKind::kCount, FigureKind::kMoney, FigureKind::kPercent, FigureKind::kMeasure,
                                 FigureKind::kMultiple};

// Any figure that a text may hold, the odd ones too.
Figure AnyFigure(std::mt19937_64& random) {
  static constexpr std::int64_t kSizes[] = {10, 1000, 1000000, 99999999999999999};
  const auto number = [&] {
    std::int64_t mantissa = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(kSizes[random() % 4]));
    for (auto zeros = random() % 4; zeros > 0 && mantissa < 1000000; --zeros) mantissa *= 10;
    return Decimal(mantissa, static_cast<int>(random() % 16) - 4);
  };
  Figure figure;
  figure.value = number();
  figure.kind = kKinds[random() % 5];
  figure.mod = kMods[random() % 8];
  figure.spelled = random() % 8 == 0;
  if (random() % 8 == 0) figure.parallel_to = 0;
  if (random() % 8 == 0) {
    figure.high = number();
    if (*figure.high < figure.value) std::swap(*figure.high, figure.value);
    if (random() % 4 == 0) figure.value = -figure.value;
  } else if (random() % 4 == 0) {
    figure.value = -figure.value;
  }
  return figure;
}

bool LiesIn(const Interval& inner, const Interval& outer) {
  const bool low =
      !outer.low ||
      (inner.low && (*outer.low < *inner.low || (*outer.low == *inner.low && (inner.low_open || !outer.low_open))));
  const bool high =
      !outer.high || (inner.high && (*inner.high < *outer.high ||
                                     (*inner.high == *outer.high && (inner.high_open || !outer.high_open))));
  return low && high;
}

std::string Show(const Figure& figure) {
  const Reading reading = ReadFigure(figure);
  return figure.value.ToString() + " kind " + std::to_string(static_cast<int>(figure.kind)) + " mod " +
         std::to_string(static_cast<int>(figure.mod)) + ": " + Describe(reading.entailed) + "; " +
         Describe(reading.implied);
}

TEST(AnyFigure, ImpliesNoMoreThanItEntails) {
  std::mt19937_64 random(1);
  for (int round = 0; round < kRounds; ++round) {
    const Figure figure = AnyFigure(random);
    const Reading reading = ReadFigure(figure);
    ASSERT_TRUE(LiesIn(reading.implied, reading.entailed)) << Show(figure);
    const bool bounded = reading.implied.low && reading.implied.high;
    ASSERT_TRUE(!bounded || *reading.implied.low <= *reading.implied.high) << Show(figure);
  }
}

TEST(AnyFigure, AgreesWithItself) {
  std::mt19937_64 random(2);
  for (int round = 0; round < kRounds; ++round) {
    const Figure figure = AnyFigure(random);
    ASSERT_LE(Judge(ReadFigure(figure), ReadFigure(figure)), Verdict::kRefines) << Show(figure);
  }
}

TEST(AnyFigure, IsJudgedTheSameFromBothSides) {
  std::mt19937_64 random(3);
  for (int round = 0; round < kRounds; ++round) {
    const Figure a = AnyFigure(random);
    Figure b = AnyFigure(random);
    if (round % 2 == 0) b.value = Decimal(a.value.mantissa() + 1, a.value.exponent()), b.high.reset();
    ASSERT_EQ(Judge(ReadFigure(a), ReadFigure(b)), Judge(ReadFigure(b), ReadFigure(a))) << Show(a) << Show(b);
  }
}

TEST(AnyFigure, AgreesWithItselfInOtherScaleWords) {
  std::mt19937_64 random(4);
  for (int round = 0; round < kRounds; ++round) {
    Figure figure = AnyFigure(random);
    figure.high.reset();
    // 5 billion as 5,000,000,000, as 5,000 million.
    Figure in_full = figure;
    std::int64_t mantissa = figure.value.mantissa() % 1000000;
    figure.value = Decimal(mantissa, 6);
    in_full.value = Decimal(mantissa * 1000000);
    ASSERT_LE(Judge(ReadFigure(figure), ReadFigure(in_full)), Verdict::kRefines) << Show(figure) << Show(in_full);
  }
}

TEST(AnyFigure, RoundedToThreeDigitsIsStillThatFigure) {
  std::mt19937_64 random(5);
  for (int round = 0; round < kRounds; ++round) {
    const std::int64_t rounded = 100 + static_cast<std::int64_t>(random() % 900);
    const std::int64_t full = rounded * 1000 + static_cast<std::int64_t>(random() % 1000) - 500;
    Figure coarse;
    coarse.value = Decimal(rounded, 3);
    Figure fine;
    fine.value = Decimal(full);
    ASSERT_LE(Judge(ReadFigure(coarse), ReadFigure(fine)), Verdict::kRefines) << Show(coarse) << Show(fine);
  }
}

}  // namespace
}  // namespace newsgraph::compare
