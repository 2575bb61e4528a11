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
           std::vector<Sentence> sentences, std::vector<MaskedText> masked, std::vector<Hit> hits);
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
  std::span<const std::uint32_t> capitalised() const { return capitalised_; }
  std::span<const std::uint32_t> numbers() const { return numbers_; }
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

  // Hits that begin at `token`, longest first.
  std::span<const Hit> HitsAt(std::uint32_t token) const {
    if (token + 1 >= first_hit_.size()) return {};
    return {hits_.data() + first_hit_[token], first_hit_[token + 1] - first_hit_[token]};
  }
  // Whether some hit of `kind` begins at `token`.
  bool HasHit(std::uint32_t token, SenseKind kind) const {
    return token < kinds_.size() && ((kinds_[token] >> static_cast<unsigned>(kind)) & 1U) != 0;
  }
  // The same of some of `kinds`, as KindBit says them.
  bool HasHitOf(std::uint32_t token, std::uint64_t kinds) const {
    return token < kinds_.size() && (kinds_[token] & kinds) != 0;
  }
  static constexpr std::uint64_t KindBit(SenseKind kind) { return std::uint64_t{1} << static_cast<unsigned>(kind); }
  // All hits of `kind` in the text, by first token.
  std::span<const Hit* const> HitsOf(SenseKind kind) const {
    const auto index = static_cast<std::size_t>(kind);
    return {by_kind_.get() + first_of_kind_[index], first_of_kind_[index + 1] - first_of_kind_[index]};
  }
  // The longest hit of `kind` that begins at `token` with the whole first word;
  // null if there is none.
  const Hit* Longest(std::uint32_t token, SenseKind kind) const;
  // The longest hit of `kind` that ends right before `end_token`; null if none.
  const Hit* LongestBefore(std::uint32_t end_token, SenseKind kind) const;

  // The sentence that holds `token` or the byte `offset`; null in masked text.
  const Sentence* SentenceOf(std::uint32_t token) const;
  const Sentence* SentenceAt(std::uint32_t offset) const;
  // The first token that ends after byte `offset`; the token count if none does.
  std::uint32_t TokenAt(std::uint32_t offset) const;

 private:
  static constexpr std::uint32_t kTokensApart = 16;

  std::string_view text_;
  std::string_view language_;
  LanguageSet languages_;
  TokenizedText tokenized_;
  std::vector<std::uint32_t> capitalised_;
  std::vector<std::uint32_t> numbers_;
  std::vector<Sentence> sentences_;
  std::vector<std::uint32_t> sentence_near_;  // by kTokensApart tokens: the first sentence that ends behind them
  std::vector<MaskedText> masked_;
  std::vector<Hit> hits_;
  std::vector<std::uint32_t> first_hit_;   // by token, and one past the last
  std::vector<std::uint64_t> kinds_;       // by token: one bit for each kind of hit
  std::unique_ptr<const Hit*[]> by_kind_;  // those of one kind after those of another
  std::array<std::uint32_t, kSenseKinds + 1> first_of_kind_ = {};
};

}  // namespace newsgraph::extract
