#include "extract/elliptic_names.h"

#include <algorithm>
#include <cstdint>

namespace newsgraph::extract {
namespace {

// How many sentences before may name the firm.
constexpr int kMostSentencesBack = 2;

// "La sueca vendió", but not "La industria sueca", "La sueca Volvo", "La sueca más grande".
bool StandsAlone(const Document& document, const ClaimRules& rules, const Participant& word) {
  const std::span<const Token> tokens = document.tokens();
  const Sentence* const sentence = document.SentenceOf(word.tokens.begin);
  if (sentence == nullptr || word.tokens.end >= sentence->end_token) return false;
  const std::uint32_t before = word.tokens.begin - sentence->first_token;
  const bool opens = before == 1 || (before == 2 && document.IsElided(sentence->first_token));
  if (!opens || !rules.alone.contains(document.Folded(sentence->first_token))) return false;
  const Token& next = tokens[word.tokens.end];
  return next.kind == TokenKind::kWord && !next.capitalised && !document.HasHit(word.tokens.end, SenseKind::kNoun) &&
         !document.HasHit(word.tokens.end, SenseKind::kCountedNoun);
}

// The first firm of the nearest of the sentences before `word` that names one; null if none does.
const Participant* FirmBefore(const Document& document, std::span<const Participant> before, const Participant& word) {
  const Sentence* const own = document.SentenceOf(word.tokens.begin);
  const Participant* firm = nullptr;
  for (auto each = before.rbegin(); each != before.rend(); ++each) {
    const Sentence* const sentence = document.SentenceOf(each->tokens.begin);
    if (sentence == nullptr || own - sentence > kMostSentencesBack) break;
    if (firm != nullptr && document.SentenceOf(firm->tokens.begin) != sentence) break;
    if (sentence != own && each->type == EntityType::kCompany && !each->modifier && !each->demonym) firm = &*each;
  }
  return firm;
}

}  // namespace

void NameElliptic(const Document& document, const ClaimRules& rules, std::span<Participant> participants) {
  if (rules.alone.empty()) return;
  for (std::size_t i = 0; i < participants.size(); ++i) {
    Participant& word = participants[i];
    if (!word.demonym || word.modifier || !StandsAlone(document, rules, word)) continue;
    const Participant* const firm = FirmBefore(document, participants.first(i), word);
    if (firm != nullptr) word = {word.tokens, firm->id, firm->type, false, false, true, firm->measure};
  }
}

}  // namespace newsgraph::extract
