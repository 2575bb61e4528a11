// The numbers in a rule of a pack → words that numbers are made of.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/number_words.h"
#include "extract/pack.h"
#include "model/decimal.h"

namespace newsgraph::extract {

// The keys of a rule that ReadNumberRule() reads.
constexpr auto kNumberKeys = std::to_array<std::string_view>(
    {"numbers",      "scales",         "when",          "glue",           "half",          "point",     "weak_point",
     "vague",        "number_endings", "only_joined",   "only_spelled",   "last_digit",    "respell",   "over",
     "out_of_apart", "among",          "every",         "paired_digits",  "out_of",        "under",     "before_part",
     "article",      "factors",        "ordinal_parts", "cardinal_parts", "article_parts", "fractions", "alone"});

// Adds what `rule` says of numbers; false if it says nothing.
bool ReadNumberRule(const PackNode& rule, NumberWords::Builder& numbers);

// The scales of `rule` that count wherever they stand: "Millionen", not "k".
std::vector<std::string> ScaleWords(const PackNode& rule);

// A number that is a key of a pack's table; reported in `node` where it is none.
std::optional<Decimal> NumberOf(std::string_view key, const PackNode& node);
// The same if it is whole, else 0.
std::int64_t WholeNumberOf(std::string_view key, const PackNode& node);
std::int64_t PowerOfTen(std::int64_t power);

}  // namespace newsgraph::extract
