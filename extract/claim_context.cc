#include "extract/claim_context.h"

#include <algorithm>
#include <tuple>

#include "extract/elliptic_names.h"

namespace newsgraph::extract {
namespace {

// One ideograph alone is too short to stand for a country.
constexpr std::uint32_t kIdeographBytes = 3;

// How many tokens stand between a country and the name that it describes.
constexpr std::uint32_t kMostDescribing = 6;
// From the town that opens a dateline to the dash that closes it.
constexpr std::uint32_t kLongestDateline = 14;
// Between a body and the place that its name holds.
constexpr std::uint32_t kBodyReach = 1;
// Where a name begins behind what it is: right there, or behind a quotation mark.
constexpr std::uint32_t kHouseReach = 2;

// Those of `values`, which are in text order, that begin in `span`.
template <typename Value>
std::span<const Value> BeginningIn(const std::vector<Value>& values, TextSpan span) {
  const auto begin = [](const Value& value) { return value.span.begin; };
  const auto first = std::ranges::lower_bound(values, span.begin, {}, begin);
  return {first, std::ranges::lower_bound(first, values.end(), span.end, {}, begin)};
}

// The paragraphs that hold figures or dates, in text order: what others say of clauses, nobody asks.
std::vector<std::uint32_t> ParagraphsOfValues(const Document& document, const Extraction& read) {
  std::vector<std::uint32_t> paragraphs;
  auto figure = read.figures.begin();
  auto date = read.dates.begin();
  for (const Sentence& sentence : document.sentences()) {
    while (figure != read.figures.end() && figure->span.begin < sentence.span.begin) ++figure;
    while (date != read.dates.end() && date->span.begin < sentence.span.begin) ++date;
    const bool holds = (figure != read.figures.end() && figure->span.begin < sentence.span.end) ||
                       (date != read.dates.end() && date->span.begin < sentence.span.end);
    if (holds && (paragraphs.empty() || paragraphs.back() != sentence.paragraph))
      paragraphs.push_back(sentence.paragraph);
  }
  return paragraphs;
}

}  // namespace

ClaimContext::ClaimContext(const Document& document, const Extraction& read, const ClaimRules& rules,
                           const Nouns& nouns, const Catalogue& catalogue)
    : document_(document),
      read_(read),
      rules_(rules),
      nouns_(nouns),
      catalogue_(catalogue),
      clauses_(document, rules.marks, ParagraphsOfValues(document, read)) {
  named_.reserve(read.entities.size());
  for (const MentionedEntity& entity : read.entities) named_.emplace(entity.entity.id, &entity.entity);
  AddEntities();
  DropDatelines();
  AddDemonyms();
  AddMeasures();
  DropPlacesOfBodies();
  MarkDescribing();
  NameElliptic(document_, rules_, participants_);
  MarkAppositions();
  AddReferences();
  FindHouses();
  IndexParticipants();
}

// Mentions of all entities in text order; of those that begin in one token, that of the first entity first.
void ClaimContext::AddEntities() {
  struct Mention {
    TextSpan span;
    std::uint32_t entity;
    std::uint32_t first_token;
  };
  std::vector<Mention> mentions;
  for (std::uint32_t entity = 0; entity < read_.entities.size(); ++entity) {
    if (rules_.scenery.contains(read_.entities[entity].entity.id)) continue;
    for (const TextSpan& span : read_.entities[entity].mentions) {
      // "US" in "700 Millionen US-Dollar" owns nothing.
      if (!InFigure(span)) mentions.push_back({span, entity, document_.TokenAt(span.begin)});
    }
  }
  std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
    return std::tie(a.first_token, a.entity, a.span.begin) < std::tie(b.first_token, b.entity, b.span.begin);
  });
  participants_.reserve(mentions.size() + document_.HitsOf(SenseKind::kDemonym).size());
  for (const Mention& mention : mentions)
    AddMention(read_.entities[mention.entity].entity, mention.span, mention.first_token);
}

void ClaimContext::AddMention(const Entity& entity, TextSpan span, std::uint32_t first_token) {
  const std::span<const Token> tokens = document_.tokens();
  Participant participant{TokensFrom(first_token, span), entity.id, entity.type};
  const std::uint32_t next = participant.tokens.end;
  participant.modifier = next + 1 < tokens.size() && document_.Written(next) == "-" && !tokens[next].space_before &&
                         !tokens[next + 1].space_before;
  if (participant.type == EntityType::kCompany && IsCounted(span)) participant.modifier = true;
  participant.topic = (rules_.topic_languages & document_.languages()) != 0 && IsTopic(span, participant.tokens);
  marks_topics_ |= participant.topic;
  participants_.push_back(participant);
}

// "30 Acme jets": the name of who makes what a figure counts.
bool ClaimContext::IsCounted(TextSpan name) const {
  const auto after = std::upper_bound(read_.figures.begin(), read_.figures.end(), name.begin,
                                      [](std::uint32_t at, const Figure& figure) { return at < figure.span.begin; });
  if (after == read_.figures.begin()) return false;
  const Figure& figure = *std::prev(after);
  return figure.kind == FigureKind::kCount && figure.span.end <= name.begin && figure.noun.begin >= name.end;
}

void ClaimContext::AddDemonyms() {
  const std::span<const Token> tokens = document_.tokens();
  const std::size_t middle = participants_.size();
  const std::span<const Hit* const> demonyms = document_.HitsOf(SenseKind::kDemonym);
  if (demonyms.empty()) return;
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
  for (const Hit* hit : demonyms) {
    // "danoises" in "6,4 milliards de couronnes danoises" owns nothing.
    if (hit->compound_head || hit->span.size() <= kIdeographBytes || named(hit->span) || InFigure(hit->span)) continue;
    participants_.push_back(
        {{hit->first_token, hit->end_token}, rules_.demonyms[hit->sense.entry], EntityType::kPlace, true});
  }
  MergeFrom(middle);
}

void ClaimContext::AddMeasures() {
  const std::size_t middle = participants_.size();
  for (const Hit* hit : document_.HitsOf(SenseKind::kTopic)) {
    const auto measured = rules_.measures.find(hit->sense.entry);
    if (measured == rules_.measures.end()) continue;
    Participant participant{{hit->first_token, hit->end_token}, measured->second, EntityType::kPlace};
    participant.measure = rules_.topics[hit->sense.entry];
    participants_.push_back(participant);
  }
  MergeFrom(middle);
}

// Brings into text order what was added from `middle` on, which is so by itself, behind what begins in the same token.
void ClaimContext::MergeFrom(std::size_t middle) {
  if (middle == participants_.size()) return;
  std::inplace_merge(participants_.begin(), participants_.begin() + static_cast<std::ptrdiff_t>(middle),
                     participants_.end(),
                     [](const Participant& a, const Participant& b) { return a.tokens.begin < b.tokens.begin; });
}

// Whether only what a description is made of stands in `gap`: nothing, the genitive's "'s", or a noun.
bool ClaimContext::IsDescription(const Participant& place, TokenRange gap) const {
  const std::span<const Token> tokens = document_.tokens();
  const auto ideograph = [&](std::uint32_t at) { return tokens[at].kind == TokenKind::kIdeograph; };
  if (gap.begin == gap.end) return place.demonym || ideograph(gap.begin) || ideograph(gap.begin - 1);
  if (IsGenitive(gap)) return true;
  for (std::uint32_t at = gap.begin; at < gap.end; ++at) {
    if (tokens[at].kind == TokenKind::kSign || tokens[at].kind == TokenKind::kNumber) return false;
    for (const SenseKind kind : {SenseKind::kLocative, SenseKind::kTrigger, SenseKind::kClauseMark,
                                 SenseKind::kAttribution, SenseKind::kStatus}) {
      if (document_.Longest(at, kind) != nullptr) return false;
    }
  }
  // "デンマークの海運大手マースク", "丹麦航运巨头马士基", "덴마크 해운사 머스크"; not "In China carmaker BYD".
  const Hit* const firm = document_.LongestBefore(gap.end, SenseKind::kReference);
  const bool told = firm != nullptr && rules_.references[firm->sense.entry].kind != ReferenceKind::kPlain;
  if (told && ideograph(firm->first_token)) return true;
  // "미국 메모리 반도체 업체 마이크론": whom a clause is about is marked, and what stands before it describes it.
  const bool nouns =
      firm != nullptr && (firm->first_token == gap.begin || (rules_.topic_languages & document_.languages()) != 0);
  if (told && !place.demonym && nouns && !ObliqueOf(place.tokens)) return true;
  if (ideograph(gap.begin)) return document_.Written(gap.end - 1) == "の";
  return place.demonym && gap.end - gap.begin == 1;
}

// "South Korea's Acme", "die norwegische Reederei Acme", "韓国造船大手のアクメ": who is described by its country, which
// owns nothing there.
void ClaimContext::MarkDescribing() {
  MarkHomesBehind();
  for (std::size_t i = 0; i + 1 < participants_.size(); ++i) {
    Participant& place = participants_[i];
    const Participant& name = participants_[i + 1];
    const bool firm = name.type == EntityType::kCompany || name.type == EntityType::kOrganization;
    if (place.type != EntityType::kPlace || !firm || name.demonym || !place.measure.empty()) continue;
    const TokenRange gap{place.tokens.end, name.tokens.begin};
    if (gap.begin > gap.end || gap.end - gap.begin > kMostDescribing || !IsDescription(place, gap)) continue;
    // "In Germany Acme sells": where it does so.
    const bool genitive = gap.begin < gap.end && document_.tokens()[gap.begin].kind == TokenKind::kSign;
    if (!place.demonym && !genitive && ObliqueOf(place.tokens) == Oblique::kPlace) continue;
    place.modifier = true;
    described_.emplace_back(name.tokens.begin, place.tokens.begin);
  }
}

// "SEOUL, July 16 (Reuters) - ": the town where it was written, before a dash at the head of a paragraph.
void ClaimContext::DropDatelines() {
  std::uint32_t end = 0;  // of the dateline
  std::erase_if(participants_, [&](const Participant& each) {
    if (each.type != EntityType::kPlace) return false;
    if (document_.tokens()[each.tokens.begin].line_start) {
      const Entity* town = catalogue_.FindEntity(each.id);
      const Sentence* sentence = document_.SentenceOf(each.tokens.begin);
      const bool opens = sentence != nullptr && (town == nullptr || !town->part_of.empty());
      end = opens ? DatelineEnd(*sentence) : 0;
    }
    return each.tokens.end <= end;
  });
}

std::uint32_t ClaimContext::DatelineEnd(const Sentence& sentence) const {
  const std::span<const Token> tokens = document_.tokens();
  const std::uint32_t last = std::min(sentence.end_token, sentence.first_token + kLongestDateline);
  for (std::uint32_t token = sentence.first_token + 1; token + 1 < last; ++token) {
    const std::string_view sign = document_.Written(token);
    const bool dash = (sign == "-" || sign == "–" || sign == "—") &&
                      (tokens[token].space_before || document_.Written(token - 1) == ".");
    if (dash) return tokens[token + 1].capitalised ? token : 0;
    if (document_.Longest(token, SenseKind::kTrigger) != nullptr) return 0;
  }
  return 0;
}

// "Lynas of Australia", "Acme aus Gent": whose home stands behind it.
void ClaimContext::MarkHomesBehind() {
  for (std::size_t i = 1; i < participants_.size(); ++i) {
    Participant& place = participants_[i];
    const Participant& firm = participants_[i - 1];
    if (place.type != EntityType::kPlace || place.demonym || firm.type != EntityType::kCompany) continue;
    if (firm.tokens.end + 1 != place.tokens.begin) continue;
    if (Says(document_.Folded(firm.tokens.end), rules_.of_whom) || ObliqueOf(place.tokens) == Oblique::kOrigin)
      place.modifier = true;
  }
}

// "Paris" in "the Paris stock exchange", "bolsa de París": the place of a body does nothing by itself.
void ClaimContext::DropPlacesOfBodies() {
  std::uint32_t end = 0;
  std::string body;
  std::erase_if(participants_, [&](const Participant& each) {
    const bool place = each.type == EntityType::kPlace && each.measure.empty() && !each.demonym;
    const bool behind = place && each.tokens.begin >= end && each.tokens.begin <= end + kBodyReach &&
                        body.find(NameOf(each.id)) != std::string::npos;
    const bool part = behind || (place && each.tokens.end <= end);
    body = each.type == EntityType::kOrganization ? NameOf(each.id) : "";
    end = std::max(end, each.tokens.end);
    return part;
  });
}

// "the research firm Omdia"
void ClaimContext::FindHouses() {
  for (const Hit* hit : document_.HitsOf(SenseKind::kFurther)) {
    if (static_cast<Apart>(hit->sense.entry) != Apart::kHouse) continue;
    for (const Participant& named : ParticipantsIn({hit->end_token, hit->end_token + kHouseReach})) {
      const bool counts = named.type == EntityType::kCompany || named.type == EntityType::kOrganization;
      if (!counts) continue;
      // "According to the consultancy, BYD"
      const std::string_view sign = document_.Written(hit->end_token);
      if (sign != "," && sign != "，") houses_.insert(named.id);
      break;
    }
  }
}

void ClaimContext::IndexParticipants() {
  obliques_.resize(participants_.size());
  first_.reserve(read_.entities.size());
  for (const Participant& participant : participants_) {
    const auto type = static_cast<std::size_t>(participant.type);
    if (!participant.modifier) by_type_[type].push_back(&participant);
    const auto [named, is_new] = first_.try_emplace(participant.id);
    if (is_new) named->second.fill(kNowhere);
    if (IsThing(participant.type) && named->second[type] == kNowhere) things_.push_back(&participant);
    named->second[type] = std::min(named->second[type], participant.tokens.begin);
  }
}

bool ClaimContext::HasSign(TokenRange range) const {
  for (std::uint32_t token = range.begin; token < range.end; ++token) {
    if (document_.tokens()[token].kind == TokenKind::kSign) return true;
  }
  return false;
}

bool ClaimContext::IsGenitive(TokenRange words) const {
  if (words.end != words.begin + 2) return false;
  const std::string_view sign = document_.Written(words.begin);
  return (sign == "'" || sign == "’") && document_.Written(words.begin + 1) == "s";
}

bool ClaimContext::Says(std::string_view word, const Words& words) const {
  const auto known = words.find(word);
  return known != words.end() && (known->second & document_.languages()) != 0;
}

const Sentence* ClaimContext::SentenceBefore(const Sentence& sentence) const {
  if (sentence.first_token == 0) return nullptr;
  const Sentence* const before = document_.SentenceOf(sentence.first_token - 1);
  return before != nullptr && before->paragraph == sentence.paragraph ? before : nullptr;
}

bool ClaimContext::SaysIn(TokenRange range, const Words& words) const {
  const auto end = std::min(range.end, static_cast<std::uint32_t>(document_.tokens().size()));
  for (std::uint32_t token = range.begin; token < end; ++token) {
    if (Says(document_.Folded(token), words)) return true;
  }
  return false;
}

std::span<const Figure> ClaimContext::FiguresIn(TextSpan span) const { return BeginningIn(read_.figures, span); }
std::span<const Date> ClaimContext::DatesIn(TextSpan span) const { return BeginningIn(read_.dates, span); }

const Participant* ClaimContext::LastBefore(std::uint32_t token, EntityType type) const {
  const std::vector<const Participant*>& all = by_type_[static_cast<std::size_t>(type)];
  const auto after = std::ranges::lower_bound(all, token, {}, [](const auto* each) { return each->tokens.begin; });
  return after == all.begin() ? nullptr : *std::prev(after);
}

bool ClaimContext::IsNamedBefore(std::uint32_t token, std::string_view id, std::span<const EntityType> types) const {
  const auto named = first_.find(id);
  return named != first_.end() && std::any_of(types.begin(), types.end(), [&](EntityType type) {
           return named->second[static_cast<std::size_t>(type)] < token;
         });
}

bool ClaimContext::InFigure(TextSpan span) const {
  const auto after = std::lower_bound(read_.figures.begin(), read_.figures.end(), span.end,
                                      [](const Figure& figure, std::uint32_t at) { return figure.span.begin < at; });
  return after != read_.figures.begin() && std::prev(after)->span.Overlaps(span);
}

std::span<const Participant> ClaimContext::ParticipantsIn(TokenRange range) const {
  const auto begin = [](const Participant& participant) { return participant.tokens.begin; };
  const auto first = std::ranges::lower_bound(participants_, range.begin, {}, begin);
  return {first, std::ranges::lower_bound(first, participants_.end(), range.end, {}, begin)};
}

bool ClaimContext::IsNamed(TokenRange tokens) const {
  const std::span<const Participant> before = ParticipantsIn({0, tokens.begin + 1});
  return !before.empty() && !before.back().reference && before.back().tokens.Covers(tokens.begin);
}

TokenRange ClaimContext::TokensOf(TextSpan span) const { return TokensFrom(document_.TokenAt(span.begin), span); }

TokenRange ClaimContext::TokensFrom(std::uint32_t first, TextSpan span) const {
  std::uint32_t end = first;
  while (end < document_.tokens().size() && document_.tokens()[end].span.begin < span.end) ++end;
  return {first, std::max(end, first + 1)};
}

TokenRange ClaimContext::TokensOf(ValueRef value) const {
  const bool figure = value.kind == ValueRef::Kind::kFigure;
  return TokensOf(figure ? read_.figures[value.index].span : read_.dates[value.index].span);
}

Hits ClaimContext::HitsIn(TokenRange range, SenseKind kind) const {
  const std::span<const Hit* const> all = document_.HitsOf(kind);
  const auto begin = std::lower_bound(all.begin(), all.end(), range.begin,
                                      [](const Hit* hit, std::uint32_t at) { return hit->first_token < at; });
  // A trigger in two parts: "shipments of the train will begin".
  const auto goes_on = [&](const Hit& hit) {
    return kind == SenseKind::kTrigger && !rules_.triggers[hit.sense.entry].later_part.empty();
  };
  Hits out;
  const Hit* longest = nullptr;
  for (auto hit = begin; hit != all.end() && (*hit)->first_token < range.end; ++hit) {
    if (longest == nullptr || (*hit)->first_token != longest->first_token) {
      if (longest != nullptr && (*hit)->end_token <= longest->end_token) continue;
      longest = *hit;
      out.push_back(longest);
    } else if ((*hit)->span == longest->span || goes_on(**hit)) {
      // Senses of one word stand side by side; shorter words inside it do not, unless they go on behind it.
      out.push_back(*hit);
    }
  }
  return out;
}

std::string ClaimContext::NameOf(std::string_view id) const {
  const auto known = named_.find(id);
  return std::string(known == named_.end() ? id : std::string_view(known->second->name));
}

const Entity* ClaimContext::EntityOf(std::string_view id) const {
  if (const Entity* entity = catalogue_.FindEntity(id)) return entity;
  const auto known = named_.find(id);
  return known == named_.end() ? nullptr : known->second;
}

}  // namespace newsgraph::extract
