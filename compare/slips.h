// Slips of the hand between two numbers that should be one.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "compare/intervals.h"
#include "model/decimal.h"

namespace newsgraph::compare {

// Powers of ten that scale words and zeros lose, the most frequent first.
inline constexpr std::array<int, 7> kSlipPowers = {3, 1, 4, 2, 6, 8, 9};

// "a factor of 1,000 (thousand, million, billion)"
std::string DescribePower(int power);

// The power by which one number is the other, digit for digit: 3 for 50 million
// and 50 billion, 115 and 115,000. Nothing for powers that are no slip, for equal
// numbers and for zero.
std::optional<int> MagnitudeSlip(const Decimal& a, const Decimal& b);

// The same for two figures of two texts, which may be rounded differently: 41.929 billion and 41.9 million.
// A single digit ten times another is no slip.
std::optional<int> MagnitudeSlip(const Reading& a, const Reading& b);

// Whether two neighbouring digits have changed places, and nothing else: 743 and 734, 13 and 31 billion.
bool IsTransposed(const Decimal& a, const Decimal& b);

// Whether two figures of two texts look like one, of which a slip made two: two digits or more, of which neighbours
// have changed places or a power of ten is lost; rounding aside from three digits on.
bool IsSlip(const Reading& a, const Reading& b);

// Whether the numbers have equally many digits and differ in one of them, or in
// the order of two neighbours: 13,000 and 18,000, 743 and 734. Numbers of one
// digit are not a slip of each other.
bool IsDigitSlip(const Decimal& a, const Decimal& b);

}  // namespace newsgraph::compare
