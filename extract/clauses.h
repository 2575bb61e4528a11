// How the tokens of a text hang together in clauses.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/claim_frames.h"
#include "extract/document.h"

namespace newsgraph::extract {

// A half-open range of tokens.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool Covers(std::uint32_t token) const { return begin <= token && token < end; }
};

// Knows commas, words that part clauses, brackets and quotation marks, and no
// language. Built for some paragraphs of one document, in ascending order; nothing may be asked of others.
class Clauses {
 public:
  Clauses(const Document& document, const std::vector<ClauseMark>& marks, std::span<const std::uint32_t> paragraphs);

  // How far apart two tokens of one sentence are, in tenths of a word: what parts
  // clauses counts as several words, ideographs as less than one; what stands in
  // brackets is passed over.
  int Distance(std::uint32_t a, std::uint32_t b) const;
  int Distance(TokenRange a, TokenRange b) const;

  // Whether `token` stands in a relative clause that commas set off.
  bool IsAside(std::uint32_t token) const { return places_[token].aside; }
  // Whether `token` stands between quotation marks.
  bool IsQuoted(std::uint32_t token) const { return places_[token].quoted; }

 private:
  struct Place {
    int at = 0;
    bool quoted = false;
    bool aside = false;  // in a relative clause that commas set off
  };

  std::vector<Place> places_;  // by token
};

}  // namespace newsgraph::extract
