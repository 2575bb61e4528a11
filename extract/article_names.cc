#include "extract/article_names.h"

#include <algorithm>
#include <bit>
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

template <typename Number>
std::span<Number> Uninitialized(std::size_t count, std::pmr::memory_resource& memory) {
  return {std::pmr::polymorphic_allocator<Number>(&memory).allocate(count), count};
}

static_assert(kTellingKinds <= 32);

// By kind of cue: for which uses it is, one bit each.
constexpr auto kUsesOf = [] {
  std::array<std::uint32_t, kTellingKinds> uses = {};
  for (std::size_t use = 0; use < kKindsOfUse.size(); ++use) {
    for (std::size_t kind = 0; kind < kTellingKinds; ++kind) {
      if ((kKindsOfUse[use] >> kind & 1U) != 0) uses[kind] |= 1U << use;
    }
  }
  return uses;
}();

}  // namespace

ArticleNames::ArticleNames(const Document& document, const EntityNames& names, const NameCues& cues)
    : document_(document),
      names_(names),
      all_cues_(cues),
      nouns_capitalised_(cues.NounsCapitalised(document.languages())),
      cue_ends_(Uninitialized<std::uint32_t>(document.tokens().size() + 1, memory_)),
      taken_(document.tokens().size(), &memory_),
      owner_(Uninitialized<std::uint32_t>(document.tokens().size(), memory_)),
      marks_(Uninitialized<WordMark>(document.capitalised().size(), memory_)) {
  const std::span<const std::uint32_t> capitals = document.capitalised();
  for (std::size_t i = 0; i < capitals.size(); ++i) marks_[i] = MarkOf(document.Folded(capitals[i]));
  MarkNames();
  MarkCues();
}

void ArticleNames::MarkNames() {
  const std::span<const Hit* const> names = document_.HitsOf(SenseKind::kEntity);
  known_.reserve(names.size());
  for (const Hit* hit : names) {
    if (const auto match = names_.At(document_, *hit)) known_.push_back({hit->first_token, hit->end_token, *match});
  }
  mentions_.reserve(2 * known_.size());
  subjects_.reserve(known_.size());
  subject_of_.reserve(known_.size());
}

void ArticleNames::MarkCues() {
  const std::span<const Hit* const> cues = document_.HitsOf(SenseKind::kEntityCue);
  cues_.reserve(cues.size());
  std::fill(cue_ends_.begin(), cue_ends_.end(), 0U);
  std::array<std::uint32_t, kTellingKinds> count = {};
  for (const Hit* hit : cues) {
    if (hit->compound_head && !MayHeadCompound(*hit)) continue;
    cues_.push_back(Told(*hit));
    cue_ends_[hit->end_token] |= static_cast<std::uint32_t>(KindsOf(cues_.back().kind));
    ++count[static_cast<std::size_t>(cues_.back().kind)];
  }
  std::array<std::uint32_t, kKindsOfUse.size()> next = {};
  for (std::size_t use = 0; use < kKindsOfUse.size(); ++use) {
    next[use] = first_for_[use + 1] = first_for_[use];
    for (CueKinds kinds = kKindsOfUse[use]; kinds != 0; kinds &= kinds - 1)
      first_for_[use + 1] += count[static_cast<std::size_t>(std::countr_zero(kinds))];
  }
  cues_for_.resize(first_for_.back());
  for (const CueHit& cue : cues_) {
    for (std::uint32_t uses = kUsesOf[static_cast<std::size_t>(cue.kind)]; uses != 0; uses &= uses - 1)
      cues_for_[next[static_cast<std::size_t>(std::countr_zero(uses))]++] = &cue;
  }
}

// "anwesender" is no "Sender".
bool ArticleNames::MayHeadCompound(const Hit& hit) const {
  return !all_cues_.At(hit).capitalised || document_.tokens()[hit.first_token].capitalised;
}

const Hit* ArticleNames::FindCue(std::uint32_t token, CueKinds kinds, bool heads) const {
  for (const Hit& hit : document_.HitsAt(token)) {
    if (IsCueOf(hit, kinds) && (heads || !hit.compound_head)) return &hit;
  }
  return nullptr;
}

const Hit* ArticleNames::FindCueBefore(std::uint32_t end_token, CueKinds kinds, std::uint32_t most_tokens) const {
  const std::uint64_t hits = HitsOf(kinds);
  for (std::uint32_t token = end_token - std::min(end_token, most_tokens); token < end_token; ++token) {
    if (!document_.HasHitOf(token, hits)) continue;
    for (const Hit& hit : document_.HitsAt(token)) {
      if (hit.end_token == end_token && IsCueOf(hit, kinds)) return &hit;
    }
  }
  return nullptr;
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
  return HasCue(token, CueKind::kCommonNoun) || std::any_of(hits.begin(), hits.end(), counted) ||
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
  for (std::uint32_t token = mention.first_token; token < mention.end_token; ++token) {
    taken_.Add(token);
    owner_[token] = static_cast<std::uint32_t>(mentions_.size());
  }
  mentions_.push_back(mention);
  mentions_.back().subject = SubjectOf(*mention.entity);
  mentions_.back().type = mention.entity->type;
  return true;
}

std::uint32_t ArticleNames::SubjectOf(const Entity& entity) {
  const auto next = static_cast<std::uint32_t>(subjects_.size());
  if (names_.Has(entity)) {
    const auto [subject, added] = subject_of_.try_emplace(&entity, next);
    if (added) subjects_.push_back(&entity);
    return subject->second;
  }
  const Made& made = static_cast<const Made&>(entity);
  if (made.subject == kNobody) {
    made.subject = next;
    if (made.first->first_subject == kNobody) made.first->first_subject = next;
    subjects_.push_back(&entity);
  }
  return made.subject;
}

std::uint32_t ArticleNames::FirstSubjectOf(const Entity& entity, std::uint32_t subject) const {
  return names_.Has(entity) ? subject : static_cast<const Made&>(entity).first->first_subject;
}

std::pmr::vector<const Mention*> ArticleNames::InTextOrder() const {
  std::pmr::vector<const Mention*> in_order(memory());
  in_order.reserve(mentions_.size());
  for (std::uint32_t token = taken_.Next(0); token < taken_.size(); token = taken_.Next(in_order.back()->end_token))
    in_order.push_back(&mentions_[owner_[token]]);
  return in_order;
}

void ArticleNames::AcceptLongest(Mentions candidates) {
  const auto before = [](const Mention& a, const Mention& b) {
    if (a.first_token != b.first_token) return a.first_token < b.first_token;
    return a.end_token > b.end_token;
  };
  // Most finders go through the text in order; what stands behind is less.
  const auto behind = std::is_sorted_until(candidates.begin(), candidates.end(), before);
  if (behind != candidates.end()) {
    std::stable_sort(behind, candidates.end(), before);
    std::inplace_merge(candidates.begin(), behind, candidates.end(), before);
  }
  for (const Mention& candidate : candidates) Accept(candidate);
}

const Entity& ArticleNames::Make(EntityType type, std::uint32_t first, std::uint32_t end) {
  const NameWords words{document_.tokens().subspan(first, end - first), document_.text(), document_.folded()};
  std::string id = Slug(words.tokens, words.folded);
  if (const Entity* const known = Find(type, id)) return *known;
  return Add({std::move(id), type, std::string(Written(first, end)), "", ""}, words);
}

const Entity& ArticleNames::Make(EntityType type, std::string_view name, std::string_view part_of,
                                 std::string_view maker) {
  TokenizedText tokenized = Tokenize(name);
  std::string id = Slug(tokenized.tokens, tokenized.folded);
  if (const Entity* const known = Find(type, id)) return *known;
  const TokenizedText& own = composed_.emplace_back(std::move(tokenized));
  Made& made = Add({std::move(id), type, std::string(name), std::string(part_of), std::string(maker)},
                   {own.tokens, {}, own.folded});
  made.words.text = made.name;
  return made;
}

const Entity* ArticleNames::Find(EntityType type, const std::string& id) const {
  const auto found = made_by_id_.find(id);
  if (found == made_by_id_.end()) {
    const auto known = names_.IndexOf(id);
    return known ? &names_.entities()[*known] : nullptr;
  }
  for (const Made* made = found->second; made != nullptr; made = made->next) {
    if (made->type == type) return made;
  }
  return nullptr;
}

ArticleNames::Made& ArticleNames::Add(Entity&& entity, const NameWords& words) {
  Made& made = made_.emplace_back(std::move(entity), words);
  const auto [first, added] = made_by_id_.try_emplace(made.id, &made);
  if (!added) {
    made.first = first->second;
    made.next = std::exchange(first->second->next, &made);
  }
  return made;
}

NameWords ArticleNames::WordsOf(const Entity& entity) const {
  return names_.Has(entity) ? NameWords() : static_cast<const Made&>(entity).words;
}

TextSpan ArticleNames::SpanOf(std::uint32_t first, std::uint32_t end) const {
  const std::span<const Token> tokens = document_.tokens();
  return {tokens[first].span.begin, tokens[end - 1].span.end};
}

Mention ArticleNames::Over(std::uint32_t first, std::uint32_t end, const Entity& entity) const {
  return {first, end, SpanOf(first, end), &entity};
}

}  // namespace newsgraph::extract
