#include "extract/article_names.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "extract/slug.h"

namespace newsgraph::extract {
namespace {

// Names and cues are not longer than this.
constexpr std::uint32_t kMostTokensBack = 10;

// The first of `hits`, which are by first token, that begins at or after `token`.
template <typename Hits>
auto From(const Hits& hits, std::uint32_t token) {
  return std::lower_bound(hits.begin(), hits.end(), token,
                          [](const auto& hit, std::uint32_t at) { return hit.first_token < at; });
}

template <typename Hits, typename Wanted>
auto BeginningAt(const Hits& hits, std::uint32_t token, const Wanted& wanted) -> decltype(hits.data()) {
  for (auto hit = From(hits, token); hit != hits.end() && hit->first_token == token; ++hit) {
    if (wanted(*hit)) return &*hit;
  }
  return nullptr;
}

template <typename Hits, typename Wanted>
auto EndingBefore(const Hits& hits, std::uint32_t end_token, const Wanted& wanted) -> decltype(hits.data()) {
  const std::uint32_t from = end_token > kMostTokensBack ? end_token - kMostTokensBack : 0;
  for (auto hit = From(hits, from); hit != hits.end() && hit->first_token < end_token; ++hit) {
    if (hit->end_token == end_token && wanted(*hit)) return &*hit;
  }
  return nullptr;
}

// A new kind goes last, and there is room for 64.
static_assert(static_cast<unsigned>(CueKind::kCopula) < 64);
constexpr std::uint64_t Bit(CueKind kind) { return std::uint64_t{1} << static_cast<unsigned>(kind); }

// The kinds that tell what a name is, and not only where it ends.
constexpr std::uint64_t kTelling = Bit(CueKind::kTitle) | Bit(CueKind::kReporting) | Bit(CueKind::kGivenName) |
                                   Bit(CueKind::kSurname) | Bit(CueKind::kTitleAfter) | Bit(CueKind::kRole) |
                                   Bit(CueKind::kRoleAfter) | Bit(CueKind::kList) | Bit(CueKind::kLegalForm) |
                                   Bit(CueKind::kHead) | Bit(CueKind::kOffice) | Bit(CueKind::kKind) |
                                   Bit(CueKind::kDescription) | Bit(CueKind::kBeforePlace) | Bit(CueKind::kBeforeTown) |
                                   Bit(CueKind::kActs) | Bit(CueKind::kActsBefore);

}  // namespace

ArticleNames::ArticleNames(const Document& document, const EntityNames& names, const NameCues& cues)
    : document_(document),
      names_(names),
      all_cues_(cues),
      nouns_capitalised_(cues.NounsCapitalised(document.languages())),
      bits_(document.tokens().size() + 1),
      sentence_of_(document.tokens().size(), -1),
      owner_(document.tokens().size(), -1) {
  MarkSentences();
  MarkTokens();
  mentioned_.resize(names.entities().size());
  const std::span<const Hit* const> name_hits = document.HitsOf(SenseKind::kEntity);
  known_.reserve(name_hits.size());
  for (const Hit* hit : name_hits) {
    if (const auto match = names.At(document, *hit)) known_.push_back({hit->first_token, hit->end_token, *match});
  }
  MarkCues();
}

void ArticleNames::MarkCues() {
  const std::span<const Hit* const> hits = document_.HitsOf(SenseKind::kEntityCue);
  cues_.reserve(hits.size());
  for (const Hit* hit : hits) {
    const Cue& cue = all_cues_.At(*hit);
    const bool lower = cue.capitalised && !document_.tokens()[hit->first_token].capitalised;
    if (hit->compound_head && lower) continue;  // "anwesender" is no "Sender"
    const CueHit& added = cues_.emplace_back(CueHit{hit->first_token, hit->end_token, &cue, hit->compound_head});
    const std::uint64_t bit = Bit(cue.kind);
    if ((bit & kTelling) != 0) telling_.push_back(added);
    CueBits& first = bits_[hit->first_token];
    first.head |= bit;
    if (!hit->compound_head) first.begin |= bit;
    bits_[hit->end_token].end |= bit;
  }
}

void ArticleNames::MarkTokens() {
  const std::span<const Token> tokens = document_.tokens();
  capitalised_.reserve(tokens.size());
  for (std::uint32_t token = 0; token < tokens.size(); ++token) {
    const Token& at = tokens[token];
    if (at.capitalised) capitalised_.push_back(token);
    if (at.all_capitals) all_capitals_.push_back(token);
    if (at.kind == TokenKind::kNumber) numbers_.push_back(token);
  }
}

void ArticleNames::MarkSentences() {
  const std::span<const Sentence> sentences = document_.sentences();
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    std::fill(sentence_of_.begin() + sentences[i].first_token, sentence_of_.begin() + sentences[i].end_token,
              static_cast<std::int32_t>(i));
  }
}

const ArticleNames::CueHit* ArticleNames::CueAt(std::uint32_t token, CueKind kind) const {
  if (token >= bits_.size() || (bits_[token].begin & Bit(kind)) == 0) return nullptr;
  return BeginningAt(cues_, token, [kind](const CueHit& hit) { return hit.cue->kind == kind && !hit.compound_head; });
}

const ArticleNames::CueHit* ArticleNames::HeadAt(std::uint32_t token, CueKind kind) const {
  if (token >= bits_.size() || (bits_[token].head & Bit(kind)) == 0) return nullptr;
  return BeginningAt(cues_, token, [kind](const CueHit& hit) { return hit.cue->kind == kind; });
}

const ArticleNames::CueHit* ArticleNames::CueBefore(std::uint32_t end_token, CueKind kind) const {
  if (end_token >= bits_.size() || (bits_[end_token].end & Bit(kind)) == 0) return nullptr;
  return EndingBefore(cues_, end_token, [kind](const CueHit& hit) { return hit.cue->kind == kind; });
}

const ArticleNames::KnownName* ArticleNames::KnownBefore(std::uint32_t end_token, EntityType type) const {
  return EndingBefore(known_, end_token,
                      [&](const KnownName& name) { return names_.entity(*name.match.name).type == type; });
}

const ArticleNames::KnownName* ArticleNames::KnownAt(std::uint32_t token, EntityType type) const {
  return BeginningAt(known_, token,
                     [&](const KnownName& name) { return names_.entity(*name.match.name).type == type; });
}

bool ArticleNames::MayBeNoun(std::uint32_t token) const {
  if (!nouns_capitalised_) return false;
  const std::span<const Hit> hits = document_.HitsAt(token);
  const auto counted = [](const Hit& hit) {
    return !hit.compound_head && (hit.sense.kind == SenseKind::kNoun || hit.sense.kind == SenseKind::kCountedNoun);
  };
  return CueAt(token, CueKind::kCommonNoun) != nullptr || std::any_of(hits.begin(), hits.end(), counted) ||
         all_cues_.EndsAsNoun(document_.Folded(token));
}

int ArticleNames::Surroundings(const EntityName& name) const {
  int count = 0;
  const Entity* whole = names_.WholeOf(names_.entity(name));
  for (int step = 0; whole != nullptr && step < 4; ++step) {
    count += std::any_of(known_.begin(), known_.end(),
                         [&](const KnownName& known) { return &names_.entity(*known.match.name) == whole; });
    whole = names_.WholeOf(*whole);
  }
  return count;
}

const Sentence* ArticleNames::SentenceOf(std::uint32_t token) const {
  if (token >= sentence_of_.size() || sentence_of_[token] < 0) return nullptr;
  return &document_.sentences()[static_cast<std::size_t>(sentence_of_[token])];
}

std::uint32_t ArticleNames::SentenceEnd(std::uint32_t token) const {
  const Sentence* sentence = SentenceOf(token);
  return sentence == nullptr ? token : sentence->end_token;
}

bool ArticleNames::StartsSentence(std::uint32_t token) const {
  const Sentence* sentence = SentenceOf(token);
  if (sentence == nullptr) return true;
  std::uint32_t at = token;
  while (at > sentence->first_token && document_.tokens()[at - 1].kind == TokenKind::kSign) --at;
  return at == sentence->first_token;
}

bool ArticleNames::Accept(const Mention& mention) {
  if (!Free(mention.first_token, mention.end_token)) return false;
  if (mention.end_token > SentenceEnd(mention.first_token)) return false;
  std::fill(owner_.begin() + mention.first_token, owner_.begin() + mention.end_token,
            static_cast<std::int32_t>(mentions_.size()));
  mentions_.push_back(mention);
  if (names_.Has(*mention.entity)) mentioned_[names_.IndexOf(*mention.entity)] = true;
  return true;
}

bool ArticleNames::Mentions(const Entity* entity) const {
  return entity != nullptr && mentioned_[names_.IndexOf(*entity)];
}

std::vector<const Mention*> ArticleNames::InTextOrder() const {
  std::vector<const Mention*> in_order;
  in_order.reserve(mentions_.size());
  for (std::size_t token = 0; token < owner_.size();) {
    const Mention* const mention = owner_[token] < 0 ? nullptr : &mentions_[static_cast<std::size_t>(owner_[token])];
    token = mention == nullptr ? token + 1 : mention->end_token;
    if (mention != nullptr) in_order.push_back(mention);
  }
  return in_order;
}

void ArticleNames::AcceptLongest(std::vector<Mention> candidates) {
  const auto before = [](const Mention& a, const Mention& b) {
    if (a.first_token != b.first_token) return a.first_token < b.first_token;
    return a.end_token > b.end_token;
  };
  // Most finders go through the text in order.
  if (!std::is_sorted(candidates.begin(), candidates.end(), before))
    std::stable_sort(candidates.begin(), candidates.end(), before);
  for (const Mention& candidate : candidates) Accept(candidate);
}

const Entity& ArticleNames::Make(EntityType type, std::string_view name, std::string_view part_of,
                                 std::string_view maker) {
  const std::string_view text = document_.text();
  const bool written = part_of.empty() && maker.empty() && !std::less<>()(name.data(), text.data()) &&
                       !std::less<>()(text.data() + text.size(), name.data() + name.size());
  if (!written) return MakeAnew(type, name, part_of, maker);
  const Entity*& known = made_by_text_[{type, name}];
  if (known == nullptr) known = &MakeAnew(type, name, part_of, maker);
  return *known;
}

const Entity& ArticleNames::MakeAnew(EntityType type, std::string_view name, std::string_view part_of,
                                     std::string_view maker) {
  std::string id = Slug(name);
  if (const auto known = names_.IndexOf(id)) return names_.entities()[*known];
  if (const auto made = made_by_id_.find({type, id}); made != made_by_id_.end()) return *made->second;
  const Entity& made =
      made_.emplace_back(Entity{std::move(id), type, std::string(name), std::string(part_of), std::string(maker)});
  made_by_id_.emplace(std::pair{type, std::string_view(made.id)}, &made);
  return made;
}

TextSpan ArticleNames::SpanOf(std::uint32_t first, std::uint32_t end) const {
  const std::span<const Token> tokens = document_.tokens();
  return {tokens[first].span.begin, tokens[end - 1].span.end};
}

Mention ArticleNames::Over(std::uint32_t first, std::uint32_t end, const Entity& entity) const {
  return {first, end, SpanOf(first, end), &entity};
}

}  // namespace newsgraph::extract
