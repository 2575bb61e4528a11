// What stands around an expression, and whether it can be a date there.
#pragma once

#include <cstdint>

#include "extract/date_matcher.h"
#include "extract/date_words.h"
#include "extract/document.h"

namespace newsgraph::extract {

// The tokens up to `end` from where `search` begins, and what stands before and after them.
class DateNeighbours {
 public:
  DateNeighbours(const DateSearch& search, const DateWords& words, std::uint32_t end)
      : search_(search), document_(search.document), words_(words), first_(search.token), end_(end) {}

  // Whether nothing ties the number at `token` to something before it; true for anything else.
  static bool FreeBefore(const Document& document, std::uint32_t token);
  // Whether a word stands before it after which a bare year is a date.
  bool Cued() const;
  // Whether a full stop follows that does not end the sentence.
  bool Dotted() const;
  // Whether the conditions of `rule` hold at the place of the search, and no
  // digit, sign or letter ties the expression to something larger: a version
  // ("2.0.1"), an amount ("$2025"), a model ("X-2025").
  bool Allow(const DateRule& rule, bool nouns_capitalised) const;

 private:
  bool Meets(DateClass of) const;
  bool AloneInSentence() const;
  bool LikeFraction() const;
  bool LikeYears() const;
  bool Followed() const;
  bool RoughlyCounted() const;
  // Whether an apostrophe there makes what stands before it an article: "l'".
  bool Elided(std::uint32_t apostrophe) const;
  bool FreeAfter() const;
  bool AllowBefore(const DateRule& rule) const;
  bool AllowAfter(const DateRule& rule, bool nouns_capitalised) const;
  bool Follows(DateClass of) const;
  bool Precedes(DateClass of) const;
  bool KnownCounted(bool nouns_capitalised) const;
  bool LikelyCounted(bool nouns_capitalised) const;

  const DateSearch& search_;
  const Document& document_;
  const DateWords& words_;
  std::uint32_t first_;
  std::uint32_t end_;
};

}  // namespace newsgraph::extract
