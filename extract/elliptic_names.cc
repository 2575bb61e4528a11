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
  if (!opens) return false;
  const auto known = rules.alone.find(document.Folded(sentence->first_token));
  if (known == rules.alone.end() || (known->second & document.languages()) == 0) return false;
  const Token& next = tokens[word.tokens.end];
  return next.kind == TokenKind::kWord && !next.capitalised && !document.HasHit(word.tokens.end, SenseKind::kNoun) &&
         !document.HasHit(word.tokens.end, SenseKind::kCountedNoun);
}

// The one firm of the nearest of the sentences before `word` that names any; null if none does, or several.
const Participant* FirmBefore(const Document& document, std::span<const Participant> before, const Participant& word) {
  const Sentence* const own = document.SentenceOf(word.tokens.begin);
  const Participant* firm = nullptr;
  for (auto each = before.rbegin(); each != before.rend(); ++each) {
    const Sentence* const sentence = document.SentenceOf(each->tokens.begin);
    if (sentence == nullptr || own - sentence > kMostSentencesBack) break;
    if (firm != nullptr && document.SentenceOf(firm->tokens.begin) != sentence) break;
    if (sentence == own || each->type != EntityType::kCompany || each->modifier || each->demonym) continue;
    if (firm != nullptr && firm->id != each->id) return nullptr;
    firm = &*each;
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
