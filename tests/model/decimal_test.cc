#include "model/decimal.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <string>
#include <vector>

namespace newsgraph {
namespace {

using Random = std::mt19937_64;

Decimal Read(std::string_view text) {
  const std::optional<Decimal> number = Decimal::Parse(text);
  EXPECT_TRUE(number) << text;
  return number.value_or(Decimal());
}

// Any number that Parse() could give, sizes and zeros evenly spread.
Decimal AnyDecimal(Random& random) {
  std::int64_t mantissa = 0;
  for (auto digits = random() % (Decimal::kMaxDigits + 1); digits > 0; --digits) {
    mantissa = mantissa * 10 + (random() % 3 == 0 ? 0 : static_cast<std::int64_t>(random() % 10));
  }
  const int exponent = static_cast<int>(random() % (2 * Decimal::kMaxExponent + 1)) - Decimal::kMaxExponent;
  return Decimal(random() % 2 == 0 ? mantissa : -mantissa, exponent);
}

// Order by long multiplication: all digits down to 10^-kMaxExponent as text.
std::strong_ordering LongOrder(const Decimal& a, const Decimal& b) {
  const auto magnitude = [](const Decimal& d) {
    std::string digits = std::to_string(d.Abs().mantissa());
    digits.append(static_cast<std::size_t>(d.exponent() + Decimal::kMaxExponent), '0');
    digits.insert(0, 200 - digits.size(), '0');
    return digits;
  };
  if (a.is_negative() != b.is_negative()) return b.is_negative() <=> a.is_negative();
  const auto order = magnitude(a) <=> magnitude(b);
  return a.is_negative() ? 0 <=> order : order;
}

TEST(Decimal, ReadsPlainNumbers) {
  EXPECT_EQ(Read("600000"), Decimal(600000));
  EXPECT_EQ(Read("-53.1"), Decimal(-531, -1));
  EXPECT_EQ(Read("+5.50"), Decimal(55, -1));
  EXPECT_EQ(Read("1e9"), Decimal(1, 9));
  EXPECT_EQ(Read("1.5E-3"), Decimal(15, -4));
  EXPECT_EQ(Read(".5"), Decimal(5, -1));
  EXPECT_EQ(Read("007"), Decimal(7));
  EXPECT_EQ(Read("-0"), Decimal());
}

TEST(Decimal, FindsNothingInOtherText) {
  for (const char* text : {"",    "-",     "+",  ".",  "5.",  "-.",   "e5",    "1e",  "1e+", "1e1000", "1e61", "1e-61",
                           "1,5", "1.5.2", " 1", "1 ", "--1", "0x10", "1_000", "nan", "inf", "五",     "１"}) {
    EXPECT_FALSE(Decimal::Parse(text)) << text;
  }
}

TEST(Decimal, TakesUpToSeventeenDigitsThatCount) {
  EXPECT_EQ(Read("12345678901234567").mantissa(), 12345678901234567);
  EXPECT_EQ(Read("0000000000000000000012"), Decimal(12));
  EXPECT_EQ(Read("100000000000000000000"), Decimal(1, 20));
  EXPECT_FALSE(Decimal::Parse("123456789012345678"));
  EXPECT_FALSE(Decimal::Parse("100000000000000000001"));
  EXPECT_FALSE(Decimal::Parse("100000000000000000000.5"));
  EXPECT_FALSE(Decimal::Parse("1.00000000000000000"));
}

TEST(Decimal, RefusesExponentsBeyondTheLimitHoweverTheyAreWritten) {
  EXPECT_EQ(Read("1e60"), Decimal(1, 60));
  EXPECT_EQ(Read("0." + std::string(59, '0') + "1"), Decimal(1, -60));
  EXPECT_FALSE(Decimal::Parse("0." + std::string(60, '0') + "1"));
  EXPECT_FALSE(Decimal::Parse("1.5e-60"));
  EXPECT_TRUE(Decimal::Parse("1" + std::string(76, '0')));
  EXPECT_FALSE(Decimal::Parse("1" + std::string(77, '0')));
  EXPECT_FALSE(Decimal::Parse("1" + std::string(20, '0') + "e60"));
}

TEST(Decimal, KnowsTheLastDigitThatWasMeant) {
  EXPECT_EQ(Read("600000").last_digit(), 5);
  EXPECT_EQ(Read("115000").last_digit(), 3);
  EXPECT_EQ(Read("7").last_digit(), 0);
  EXPECT_EQ(Read("5.50").last_digit(), -2);
  EXPECT_EQ(Read("100.0").last_digit(), -1);
  EXPECT_EQ(Read("53.1").Scaled(9).last_digit(), 8);
  EXPECT_EQ(Read("5.50").Scaled(6).last_digit(), 4);
  EXPECT_EQ(Read("30").Scaled(6).last_digit(), 7);
  EXPECT_EQ(Read("5e3").last_digit(), 3);
  EXPECT_EQ(Read("100000000000000000000").last_digit(), 20);
  EXPECT_EQ(Read("0").last_digit(), 0);
  EXPECT_EQ(Read("0.00").last_digit(), -2);
}

TEST(Decimal, CountsSignificantDigits) {
  EXPECT_EQ(Read("53.1").Scaled(9).significant_digits(), 3);
  EXPECT_EQ(Read("600000").significant_digits(), 1);
  EXPECT_EQ(Read("5.50").significant_digits(), 3);
  EXPECT_EQ(Read("0.05").significant_digits(), 1);
  EXPECT_EQ(Read("-120").significant_digits(), 2);
  EXPECT_EQ(Read("0").significant_digits(), 1);
}

TEST(Decimal, WritesAllDigitsWithoutExponent) {
  EXPECT_EQ(Read("53.1").Scaled(9).ToString(), "53100000000");
  EXPECT_EQ(Read("0.5").ToString(), "0.5");
  EXPECT_EQ(Read("-1.4").Scaled(9).ToString(), "-1400000000");
  EXPECT_EQ(Read("5.50").ToString(), "5.50");
  EXPECT_EQ(Read("-0.05").ToString(), "-0.05");
  EXPECT_EQ(Decimal(0, 9).ToString(), "0");
  EXPECT_EQ(Decimal(7, -3).ToString(), "0.007");
  EXPECT_EQ(Decimal(std::numeric_limits<std::int64_t>::min()).ToString(), "-9223372036854775808");
}

TEST(Decimal, ReadsBackWhatItWrote) {
  Random random(1);
  for (int i = 0; i < 20000; ++i) {
    const Decimal number = AnyDecimal(random);
    const std::optional<Decimal> again = Decimal::Parse(number.ToString());
    ASSERT_TRUE(again) << number.ToString();
    ASSERT_EQ(*again, number) << number.ToString();
    if (number.exponent() < 0) {
      ASSERT_EQ(again->last_digit(), number.last_digit()) << number.ToString();
    }
  }
}

TEST(Decimal, OrdersExactlyAsLongMultiplicationDoes) {
  Random random(2);
  for (int i = 0; i < 50000; ++i) {
    const Decimal a = AnyDecimal(random);
    // Half of the pairs lie close together: the same digits but for the last.
    const std::int64_t step = static_cast<std::int64_t>(random() % 3) - 1;
    const Decimal b = i % 2 == 0 ? AnyDecimal(random) : Decimal(a.mantissa() + step, a.exponent());
    ASSERT_EQ(a <=> b, LongOrder(a, b)) << a.ToString() << " and " << b.ToString();
    ASSERT_EQ(b <=> a, 0 <=> LongOrder(a, b)) << a.ToString() << " and " << b.ToString();
  }
}

TEST(Decimal, ComparesByValueAlone) {
  EXPECT_EQ(Read("5.5"), Read("5.50"));
  EXPECT_EQ(Decimal(0, 5), Decimal(0, -5));
  EXPECT_LT(Read("9.99"), Read("10"));
  EXPECT_LT(Read("-10"), Read("-9.99"));
  EXPECT_LT(Read("-1e60"), Read("1e-60"));
  EXPECT_GT(Read("0.1"), Read("0.09999999999999999"));
  EXPECT_LT(Decimal(99999999999999999, -60), Decimal(1, -43));
}

TEST(Decimal, HashesEqualValuesEqually) {
  Random random(3);
  const std::hash<Decimal> hash;
  for (int i = 0; i < 5000; ++i) {
    const Decimal number = AnyDecimal(random);
    if (std::abs(number.mantissa()) > 1000000000000000) continue;
    ASSERT_EQ(hash(number), hash(Decimal(number.mantissa() * 100, number.exponent() - 2))) << number.ToString();
  }
  EXPECT_EQ(hash(Decimal(0, 5)), hash(Decimal(0, -5)));
  EXPECT_NE(hash(Decimal(5)), hash(Decimal(-5)));
  EXPECT_NE(hash(Decimal(5)), hash(Decimal(5, 1)));
}

TEST(Decimal, RebuildsFromItsParts) {
  const Decimal written = Read("5.50").Scaled(6);
  const Decimal kept = Decimal::FromParts(written.mantissa(), written.exponent(), written.last_digit());
  EXPECT_EQ(kept, written);
  EXPECT_EQ(kept.last_digit(), written.last_digit());
  EXPECT_EQ(kept.ToString(), "5500000");
}

TEST(Decimal, NegatesAndKeepsItsPrecision) {
  const Decimal loss = -Read("5.50");
  EXPECT_EQ(loss.ToString(), "-5.50");
  EXPECT_EQ(loss.last_digit(), -2);
  EXPECT_EQ(loss.Abs(), Read("5.5"));
  EXPECT_FALSE((-Decimal(0)).is_negative());
}

TEST(Decimal, BecomesTheNearestDouble) {
  EXPECT_EQ(Read("0.1").ToDouble(), 0.1);
  EXPECT_EQ(Read("53.1").Scaled(9).ToDouble(), 53.1e9);
  EXPECT_EQ(Read("-1e60").ToDouble(), -1e60);
}

TEST(Decimal, ChecksThatScalingStaysInRange) { EXPECT_DEATH((void)Decimal(1, 60).Scaled(1), "exponent out of range"); }

}  // namespace
}  // namespace newsgraph
