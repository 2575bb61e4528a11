// What stands around an expression, and whether it can be a date there.
#pragma once

#include <cstdint>

#include "extract/date_words.h"
#include "extract/document.h"

namespace newsgraph::extract {

struct DateRule;
enum class DatePlace : std::uint8_t;

// The tokens [first, end) and what stands before and after them.
struct DateNeighbours {
  const Document& document;
  const DateWords& words;
  std::uint32_t first;
  std::uint32_t end;

  // Whether a word stands before it after which a bare year is a date.
  bool Cued() const;
  // Whether the conditions of `rule` hold at `place`, and no digit, sign or
  // letter ties the expression to something larger: a version ("2.0.1"), an
  // amount ("$2025"), a model ("X-2025").
  bool Allow(const DateRule& rule, DatePlace place, bool nouns_capitalised) const;

 private:
  bool FreeBefore() const;
  bool FreeAfter() const;
  bool AllowBefore(const DateRule& rule) const;
  bool AllowAfter(const DateRule& rule, bool nouns_capitalised) const;
  bool Follows(DateClass of) const;
  bool Precedes(DateClass of) const;
  bool KnownCounted() const;
  bool LikelyCounted(bool nouns_capitalised) const;
};

}  // namespace newsgraph::extract
