// An article's text as all stages see it.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "extract/lexicon.h"
#include "extract/sense.h"
#include "extract/token.h"
#include "extract/tokenizer.h"
#include "model/extraction.h"
#include "model/text_span.h"

namespace newsgraph::extract {

// A sentence, headline, list item or table cell: no stage reads across its end.
struct Sentence {
  TextSpan span;
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
  std::uint32_t paragraph = 0;  // counted from 0; paragraph 0 is the headline
};

// Built once for an article, read by every stage; the text must outlive it.
class Document {
 public:
  Document(std::string_view text, std::string_view language, LanguageSet languages, TokenizedText tokenized,
           std::vector<Sentence> sentences, std::vector<MaskedText> masked, TextHits hits);
  Document(Document&&) = default;  // what it gives away by pointer stays where it is

  std::string_view text() const { return text_; }
  std::string_view language() const { return language_; }  // BCP 47, or "und"
  LanguageSet languages() const { return languages_; }     // whose pack words count here
  std::span<const Token> tokens() const { return tokenized_.tokens; }
  // As TokenizedText says it.
  bool MayHaveCaseless() const { return tokenized_.may_have_caseless; }
  bool MayHaveEastAsian() const { return tokenized_.may_have_east_asian; }
  // Which of the tokens begin with a capital, and which are numbers: stages that go through the text look at few
  // others.
  std::span<const std::uint32_t> capitalised() const { return tokenized_.capitalised; }
  std::span<const std::uint32_t> numbers() const { return tokenized_.numbers; }
  std::span<const Sentence> sentences() const { return sentences_; }
  std::span<const MaskedText> masked() const { return masked_; }

  std::string_view Folded(std::uint32_t token) const { return tokenized_.Folded(tokenized_.tokens[token]); }
  // Tokens [first, end), of which there is one at least, with nothing between them.
  std::string_view Folded(std::uint32_t first, std::uint32_t end) const {
    const std::uint32_t begin = tokenized_.tokens[first].folded_begin;
    return {tokenized_.folded.data() + begin, tokenized_.tokens[end - 1].folded_end - begin};
  }
  std::string_view folded() const { return tokenized_.folded; }
  std::string_view Written(std::uint32_t token) const {
    const TextSpan span = tokenized_.tokens[token].span;
    return {text_.data() + span.begin, span.size()};
  }
  // Whether an apostrophe joins the word at `token` to a longer one behind it: "l'anno", but not "dog's".
  bool IsElided(std::uint32_t token) const;

  // Hits that begin at `token`, longest first.
  std::span<const Hit> HitsAt(std::uint32_t token) const { return hits_.At(token); }
  // Whether some hit of `kind` begins at `token`.
  bool HasHit(std::uint32_t token, SenseKind kind) const { return hits_.Has(token, KindBit(kind)); }
  // The same of some of `kinds`.
  bool HasHitOf(std::uint32_t token, KindSet kinds) const { return hits_.Has(token, kinds); }
  static constexpr KindSet KindBit(SenseKind kind) { return extract::KindBit(kind); }
  // The first of the tokens [token, end) that has some of `kinds`; `end` or `token`, whichever is behind, if none has.
  std::uint32_t NextOf(KindSet kinds, std::uint32_t token, std::uint32_t end) const {
    while (token < end && (hits_.kinds[token] & kinds) == 0) ++token;
    return token;
  }
  // All hits of `kind`, one of kListedKinds, in the text, by first token.
  std::span<const Hit* const> HitsOf(SenseKind kind) const {
    const auto index = static_cast<std::size_t>(kind);
    return {by_kind_.get() + first_of_kind_[index], first_of_kind_[index + 1] - first_of_kind_[index]};
  }
  // Calls `each(hit)` for all hits of any `kinds` in the text, by first token.
  template <typename Each>
  void ForEachHit(KindSet kinds, const Each& each) const {
    hits_.ForEach(kinds, each);
  }
  // The longest hit of `kind` that begins at `token` with the whole first word;
  // null if there is none.
  const Hit* Longest(std::uint32_t token, SenseKind kind) const {
    return HasHit(token, kind) ? LongestOf(token, kind) : nullptr;
  }
  // The longest hit of `kind` that ends right before `end_token`; null if none.
  const Hit* LongestBefore(std::uint32_t end_token, SenseKind kind) const;

  // The sentence that holds `token` or the byte `offset`; null in masked text.
  const Sentence* SentenceOf(std::uint32_t token) const;
  const Sentence* SentenceAt(std::uint32_t offset) const;
  // The first token that ends after byte `offset`; the token count if none does.
  std::uint32_t TokenAt(std::uint32_t offset) const;

 private:
  void ListHits();
  const Hit* LongestOf(std::uint32_t token, SenseKind kind) const;

  static constexpr std::uint32_t kTokensApart = 16;

  std::string_view text_;
  std::string_view language_;
  LanguageSet languages_;
  TokenizedText tokenized_;
  std::vector<Sentence> sentences_;
  std::vector<std::uint32_t> sentence_near_;  // by kTokensApart tokens: the first sentence that ends behind them
  std::vector<MaskedText> masked_;
  TextHits hits_;
  std::unique_ptr<const Hit*[]> by_kind_;  // those of one kind after those of another
  std::array<std::uint32_t, kSenseKinds + 1> first_of_kind_ = {};
};

// Of any language, opening or closing.
bool IsQuotationMark(std::string_view sign);

}  // namespace newsgraph::extract
