#include "extract/document.h"

#include <algorithm>
#include <utility>

namespace newsgraph::extract {
namespace {

// Names and phrases of the packs are not longer than this.
constexpr std::uint32_t kMostTokensBack = 8;

}  // namespace

Document::Document(std::string_view text, std::string_view language, LanguageSet languages, TokenizedText tokenized,
                   std::vector<Sentence> sentences, std::vector<MaskedText> masked, TextHits hits)
    : text_(text),
      language_(language),
      languages_(languages),
      tokenized_(std::move(tokenized)),
      sentences_(std::move(sentences)),
      masked_(std::move(masked)),
      hits_(std::move(hits)) {
  const std::size_t tokens = tokenized_.tokens.size();
  sentence_near_.reserve(tokens / kTokensApart + 1);
  for (std::uint32_t token = 0, sentence = 0; token < tokens; token += kTokensApart) {
    while (sentence < sentences_.size() && sentences_[sentence].end_token <= token) ++sentence;
    sentence_near_.push_back(sentence);
  }
  ListHits();
}

void Document::ListHits() {
  std::array<std::uint32_t, kSenseKinds> next_of_kind = {};
  for (std::size_t kind = 0; kind < kSenseKinds; ++kind) {
    const bool listed = (kListedKinds >> kind & 1U) != 0;
    next_of_kind[kind] = first_of_kind_[kind];
    first_of_kind_[kind + 1] = first_of_kind_[kind] + (listed ? hits_.count[kind] : 0);
  }
  by_kind_ = std::make_unique_for_overwrite<const Hit*[]>(first_of_kind_.back());
  const Hit** const lists = by_kind_.get();
  for (const Hit& hit : hits_.all) {
    if ((KindBit(hit.sense.kind) & kListedKinds) == 0) continue;
    lists[next_of_kind[static_cast<std::size_t>(hit.sense.kind)]++] = &hit;
  }
}

const Hit* Document::LongestOf(std::uint32_t token, SenseKind kind) const {
  for (const Hit& hit : HitsAt(token)) {
    if (hit.sense.kind == kind && !hit.compound_head) return &hit;
  }
  return nullptr;
}

const Hit* Document::LongestBefore(std::uint32_t end_token, SenseKind kind) const {
  const std::uint32_t from = end_token > kMostTokensBack ? end_token - kMostTokensBack : 0;
  for (std::uint32_t token = from; token < end_token; ++token) {
    if (!HasHit(token, kind)) continue;
    for (const Hit& hit : HitsAt(token)) {
      if (hit.sense.kind == kind && hit.end_token == end_token && !hit.compound_head) return &hit;
    }
  }
  return nullptr;
}

const Sentence* Document::SentenceOf(std::uint32_t token) const {
  if (token >= tokenized_.tokens.size()) return nullptr;
  std::size_t at = sentence_near_[token / kTokensApart];
  while (at < sentences_.size() && sentences_[at].end_token <= token) ++at;
  return at < sentences_.size() && sentences_[at].first_token <= token ? &sentences_[at] : nullptr;
}

const Sentence* Document::SentenceAt(std::uint32_t offset) const { return SentenceOf(TokenAt(offset)); }

std::uint32_t Document::TokenAt(std::uint32_t offset) const {
  const std::vector<Token>& tokens = tokenized_.tokens;
  const auto found = std::lower_bound(tokens.begin(), tokens.end(), offset,
                                      [](const Token& token, std::uint32_t at) { return token.span.end <= at; });
  return static_cast<std::uint32_t>(found - tokens.begin());
}

bool Document::IsElided(std::uint32_t token) const {
  const std::span<const Token> all = tokens();
  if (token + 2 >= all.size() || all[token].kind != TokenKind::kWord) return false;
  const std::string_view sign = Written(token + 1);
  if ((sign != "'" && sign != "’") || all[token + 1].space_before || all[token + 2].space_before) return false;
  return all[token + 2].kind == TokenKind::kWord && all[token + 2].span.size() > 1;
}

bool IsQuotationMark(std::string_view sign) {
  return sign == "\"" || sign == "„" || sign == "“" || sign == "”" || sign == "'" || sign == "‘" || sign == "«" ||
         sign == "»" || sign == "「" || sign == "」";
}

}  // namespace newsgraph::extract
