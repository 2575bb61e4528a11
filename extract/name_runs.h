// Neighbouring words that may be one name.
#pragma once

#include <cstdint>
#include <optional>

#include "extract/article_names.h"

namespace newsgraph::extract {

// Tokens [first, end). Words that hyphens join are one.
struct NameRun {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  std::uint32_t words = 0;

  bool empty() const { return first == end; }
};

// The capitalised words that begin at `token`, at most `most_words` of them, in
// one sentence: free, none of them a cue that is never part of a name, joined by
// white space, hyphens or ampersands. Empty where there is none.
NameRun NamesFrom(const ArticleNames& article, std::uint32_t token, std::uint32_t most_words);
// The same, ending right before `end_token`.
NameRun NamesBefore(const ArticleNames& article, std::uint32_t end_token, std::uint32_t most_words);

// The first token of the words that hyphens join to a name that ends before
// `end_token`, itself included: that of "Sample" in "Ann Sample-Muster".
std::uint32_t JoinedFrom(const ArticleNames& article, std::uint32_t end_token, std::uint32_t first);
// One past the words that hyphens join to the one at `token`.
std::uint32_t JoinedTo(const ArticleNames& article, std::uint32_t token);

// Whether white space, or a character of a script without it, is before `token`.
bool StandsApart(const ArticleNames& article, std::uint32_t token);

// One past the small demonym at `token`, if one stands there: "le ministre français Jean Modèle".
std::uint32_t AfterDemonym(const ArticleNames& article, std::uint32_t token);

// The few words between the quotation marks that open at `token`, the first of them capitalised;
// empty if there are none.
NameRun Quoted(const ArticleNames& article, std::uint32_t token);

// Whether the last word of `run`, and the first if there are two, may be common nouns: "Stellen", "Kunden Rabatte".
bool AreNouns(const ArticleNames& article, const NameRun& run);

// Whether the word at `token` looks like a name and no other word: an inner
// capital, capitals alone, or a digit beside it.
bool LooksLikeName(const ArticleNames& article, std::uint32_t token);

}  // namespace newsgraph::extract
