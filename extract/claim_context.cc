#include "extract/claim_context.h"

#include <algorithm>
#include <cstdlib>

namespace newsgraph::extract {
namespace {

// In tenths of a word, read off annotated articles: a comma parts about as
// three words do, a clause mark as eight.
constexpr int kWord = 10;
constexpr int kIdeograph = 5;
constexpr int kComma = 25;
constexpr int kWideComma = 60;  // where lists have a comma of their own
constexpr int kBracket = 15;
constexpr int kWeakMark = 15;
constexpr int kStrongMark = 60;
constexpr int kSemicolon = 80;

// One ideograph alone is too short to stand for a country.
constexpr std::uint32_t kIdeographBytes = 3;

int SignCost(std::string_view folded) {
  if (folded == "，") return kWideComma;
  if (folded == "," || folded == "、") return kComma;
  if (folded == ";" || folded == "；" || folded == ":" || folded == "：" || folded == "—" || folded == "–") {
    return kSemicolon;
  }
  if (folded == "(" || folded == ")" || folded == "（" || folded == "）") return kBracket;
  return 0;
}

}  // namespace

ClaimContext::ClaimContext(const Document& document, const Extraction& read, const ClaimRules& rules,
                           const Nouns& nouns, const Catalogue& catalogue)
    : document_(document), read_(read), rules_(rules), nouns_(nouns), catalogue_(catalogue) {
  Measure();
  AddParticipants();
  IndexParticipants();
  for (const Hit& hit : document.hits()) hits_[static_cast<std::size_t>(hit.sense.kind)].push_back(&hit);
  for (const MentionedEntity& entity : read.entities) names_.emplace(entity.entity.id, entity.entity.name);
}

void ClaimContext::Measure() {
  const std::span<const Token> tokens = document_.tokens();
  position_.reserve(tokens.size());
  int at = 0;
  for (std::uint32_t token = 0; token < tokens.size(); ++token) {
    if (tokens[token].kind == TokenKind::kSign) {
      at += SignCost(document_.Folded(token));
    } else if (const Hit* mark = document_.Longest(token, SenseKind::kClauseMark)) {
      at += rules_.marks[mark->sense.entry].strong ? kStrongMark : kWeakMark;
    } else {
      at += tokens[token].kind == TokenKind::kIdeograph ? kIdeograph : kWord;
    }
    position_.push_back(at);
  }
}

void ClaimContext::AddParticipants() {
  const std::span<const Token> tokens = document_.tokens();
  for (const MentionedEntity& entity : read_.entities) {
    for (const TextSpan& span : entity.mentions) {
      // "US" in "700 Millionen US-Dollar" owns nothing.
      if (InFigure(span)) continue;
      Participant participant{TokensOf(span), entity.entity.id, entity.entity.type, false, false};
      const std::uint32_t next = participant.tokens.end;
      participant.modifier = next + 1 < tokens.size() && document_.Written(next) == "-" && !tokens[next].space_before &&
                             !tokens[next + 1].space_before;
      participants_.push_back(std::move(participant));
    }
  }
  std::vector<TextSpan> names;
  names.reserve(participants_.size());
  for (const Participant& participant : participants_) {
    names.push_back({tokens[participant.tokens.begin].span.begin, tokens[participant.tokens.end - 1].span.end});
  }
  std::sort(names.begin(), names.end());
  const auto named = [&names](TextSpan span) {
    const auto after = std::lower_bound(names.begin(), names.end(), TextSpan{span.end, 0});
    return after != names.begin() && std::prev(after)->Overlaps(span);
  };
  for (const Hit& hit : document_.hits()) {
    if (hit.sense.kind != SenseKind::kDemonym || hit.compound_head || hit.span.size() <= kIdeographBytes) continue;
    if (named(hit.span)) continue;
    participants_.push_back(
        {{hit.first_token, hit.end_token}, rules_.demonyms[hit.sense.entry], EntityType::kPlace, true, false});
  }
  std::stable_sort(participants_.begin(), participants_.end(),
                   [](const Participant& a, const Participant& b) { return a.tokens.begin < b.tokens.begin; });
}

void ClaimContext::IndexParticipants() {
  for (const Participant& participant : participants_) {
    const auto type = static_cast<std::size_t>(participant.type);
    if (!participant.modifier) by_type_[type].push_back(&participant);
    std::vector<const Participant*>& first = first_[participant.id];
    const bool known = std::any_of(first.begin(), first.end(),
                                   [&](const Participant* other) { return other->type == participant.type; });
    if (!known) first.push_back(&participant);
  }
}

const Participant* ClaimContext::LastBefore(std::uint32_t token, EntityType type) const {
  const std::vector<const Participant*>& all = by_type_[static_cast<std::size_t>(type)];
  const auto after = std::lower_bound(
      all.begin(), all.end(), token, [](const Participant* each, std::uint32_t at) { return each->tokens.begin < at; });
  return after == all.begin() ? nullptr : *std::prev(after);
}

bool ClaimContext::IsNamedBefore(std::uint32_t token, const std::string& id, std::span<const EntityType> types) const {
  const auto known = first_.find(id);
  if (known == first_.end()) return false;
  return std::any_of(known->second.begin(), known->second.end(), [&](const Participant* first) {
    return first->tokens.begin < token && std::find(types.begin(), types.end(), first->type) != types.end();
  });
}

bool ClaimContext::InFigure(TextSpan span) const {
  const auto after = std::lower_bound(read_.figures.begin(), read_.figures.end(), span.end,
                                      [](const Figure& figure, std::uint32_t at) { return figure.span.begin < at; });
  return after != read_.figures.begin() && std::prev(after)->span.Overlaps(span);
}

std::span<const Participant> ClaimContext::ParticipantsIn(TokenRange range) const {
  const auto before = [](const Participant& m, std::uint32_t token) { return m.tokens.begin < token; };
  const auto first = std::lower_bound(participants_.begin(), participants_.end(), range.begin, before);
  const auto last = std::lower_bound(first, participants_.end(), range.end, before);
  return std::span(participants_)
      .subspan(static_cast<std::size_t>(first - participants_.begin()), static_cast<std::size_t>(last - first));
}

TokenRange ClaimContext::TokensOf(TextSpan span) const {
  const std::uint32_t begin = document_.TokenAt(span.begin);
  std::uint32_t end = begin;
  while (end < document_.tokens().size() && document_.tokens()[end].span.begin < span.end) ++end;
  return {begin, std::max(end, begin + 1)};
}

std::vector<const Hit*> ClaimContext::HitsIn(TokenRange range, SenseKind kind) const {
  const std::vector<const Hit*>& all = hits_[static_cast<std::size_t>(kind)];
  const auto begin = std::lower_bound(all.begin(), all.end(), range.begin,
                                      [](const Hit* hit, std::uint32_t at) { return hit->first_token < at; });
  std::vector<const Hit*> out;
  for (auto hit = begin; hit != all.end() && (*hit)->first_token < range.end; ++hit) {
    const Hit* last = out.empty() ? nullptr : out.back();
    if (last == nullptr || (*hit)->first_token != last->first_token) {
      if (last == nullptr || (*hit)->end_token > last->end_token) out.push_back(*hit);
    } else if ((*hit)->span == last->span) {
      // Senses of one word stand side by side; shorter words inside it do not.
      out.push_back(*hit);
    }
  }
  return out;
}

int ClaimContext::Distance(std::uint32_t a, std::uint32_t b) const { return std::abs(position_[a] - position_[b]); }

int ClaimContext::Distance(TokenRange a, TokenRange b) const {
  if (a.end <= b.begin) return Distance(a.end - 1, b.begin);
  if (b.end <= a.begin) return Distance(b.end - 1, a.begin);
  return 0;
}

std::string ClaimContext::NameOf(const std::string& id) const {
  const auto known = names_.find(id);
  return known == names_.end() ? id : std::string(known->second);
}

}  // namespace newsgraph::extract
