#include <algorithm>
#include <cstdint>
#include <ranges>
#include <span>
#include <string>

#include "extract/claim_binding.h"
#include "extract/claim_context.h"

// The part of ClaimContext that finds for whom a word or a description stands.
namespace newsgraph::extract {
namespace {

// How many names back a pronoun is looked up.
constexpr std::size_t kMostLooked = 40;
// How many words before a noun its country stands.
constexpr std::uint32_t kDescribedReach = 3;
// How many words set a name off from the one that it tells of: ", the chip arm of Alibaba".
constexpr std::uint32_t kAppositionReach = 8;
// How far before a supplier or rival the name begins of whose it is, and behind the word "of".
constexpr std::uint32_t kLongestName = 6;
constexpr std::uint32_t kOfReach = 3;
// "the world's second-largest steel maker"
constexpr std::uint32_t kWorldReach = 8;

}  // namespace

std::string_view ClaimContext::protagonist() const {
  if (!known_.protagonist) known_.protagonist = FindProtagonist();
  return *known_.protagonist;
}

std::string_view ClaimContext::FindProtagonist() const {
  if (document_.sentences().empty()) return {};
  std::uint32_t lead = 0;  // how many tokens the headline and the first paragraph have
  for (const Sentence& sentence : document_.sentences()) {
    if (sentence.paragraph > document_.sentences().front().paragraph + 1) break;
    lead = sentence.end_token;
  }
  absl::flat_hash_map<std::string_view, std::uint32_t> often;
  for (const Participant& each : participants_) {
    const bool firm = each.type == EntityType::kCompany && !each.demonym && !each.modifier && !each.reference;
    // Whoever is not in the lead need not be counted.
    if (!firm || (each.tokens.begin >= lead && !often.contains(each.id))) continue;
    // "Nvidia hardware" is not about Nvidia.
    const Hit* const noun = document_.Longest(each.tokens.end, SenseKind::kNoun);
    const bool makes = noun != nullptr && !rules_.not_goods.contains(nouns_.Of(*noun).concept_id) &&
                       !rules_.measured_by.contains(nouns_.Of(*noun).concept_id);
    if (!ObliqueOf(each.tokens) && !makes) ++often[each.id];
  }
  std::string_view found;
  std::uint32_t most = 0;
  for (const Participant& each : participants_) {
    if (each.tokens.begin >= lead) break;
    const auto count = often.find(each.id);
    if (each.type != EntityType::kCompany || count == often.end() || count->second <= most || IsObserver(each.id))
      continue;
    most = count->second;
    found = each.id;
  }
  return found;
}

// "T-Head, the chip arm of Alibaba, which", "Zhang Wen, a former president of SenseTime": who only says more of the
// name before the comma does nothing there and is marked so.
void ClaimContext::MarkAppositions() {
  for (Participant& each : participants_) {
    const std::uint32_t of = each.tokens.begin - std::min(each.tokens.begin, 1U);
    if (each.type != EntityType::kCompany || !Says(document_.Folded(of), rules_.of_whom)) continue;
    std::uint32_t comma = of;
    while (comma > 0 && of - comma < kAppositionReach && document_.tokens()[comma].kind == TokenKind::kWord) --comma;
    const std::string_view close = document_.Written(each.tokens.end);
    const bool closed = close == "," || close == "." || close == ";";
    const bool told = !closed || comma == 0 || document_.Written(comma) != "," || of - comma < 2 ||
                      !HitsIn({comma, of}, SenseKind::kTrigger).empty();
    if (told) continue;
    const auto named = ParticipantsIn({comma - std::min(comma, kLongestName), comma});
    const bool beside = !named.empty() && named.back().tokens.end == comma &&
                        (named.back().type == EntityType::kCompany || named.back().type == EntityType::kPerson);
    if (beside && named.back().id != each.id) each.modifier = true;
  }
}

// Those that stand for nothing named before are nobody.
void ClaimContext::AddReferences() {
  std::vector<Participant> found;
  bool topics = false;  // taken over at the end: all of them are read alike
  for (const Hit* hit : HitsIn({0, static_cast<std::uint32_t>(document_.tokens().size())}, SenseKind::kReference)) {
    const Reference& reference = rules_.references[hit->sense.entry];
    const TokenRange head{hit->first_token, hit->end_token};
    const bool related = reference.kind == ReferenceKind::kRelated && MarkRelated(head);
    if (reference.kind == ReferenceKind::kPlain && reference.types.front() == EntityType::kCompany) {
      MarkOfWhom(head);
      MarkHomeBehind(head);
    }
    if (reference.kind != ReferenceKind::kPlain && !related && !IsDescribed(head)) continue;
    const Participant* meant = Meant(*hit, reference);
    if (meant == nullptr) continue;
    if (reference.kind != ReferenceKind::kPlain && !related) MarkDescriptions(hit->first_token);
    found.push_back({head, meant->id, meant->type, false, false, true, meant->measure});
    found.back().topic = (rules_.topic_languages & document_.languages()) != 0 && IsTopic(*hit);
    topics = topics || found.back().topic;
  }
  marks_topics_ = marks_topics_ || topics;
  const std::size_t middle = participants_.size();
  participants_.insert(participants_.end(), found.begin(), found.end());
  MergeFrom(middle);
}

// "the Danish shipping company": a word of a country or place right before `head`, and
// an article before that.
bool ClaimContext::IsDescribed(TokenRange head) {
  if (MarkWorldBeside(head) || (IsDefinite(head.begin) && MarkHomeBehind(head))) return true;
  const std::span<const Participant> before =
      ParticipantsIn({head.begin - std::min(head.begin, kDescribedReach), head.begin});
  if (before.empty() || before.back().type != EntityType::kPlace || before.back().tokens.begin == 0) return false;
  // "das Shanghaier Start-up MetaX": it describes the name behind it.
  if (!ParticipantsIn({head.end, head.end + 1}).empty()) return false;
  return IsDefinite(before.back().tokens.begin);
}

// "Der Maschinenbauer aus Ditzingen": where it is at home, which does nothing there and is marked so.
bool ClaimContext::MarkHomeBehind(TokenRange head) {
  const std::span<const Participant> behind = ParticipantsIn({head.end + 1, head.end + kOfReach});
  if (behind.empty() || behind.front().type != EntityType::kPlace || behind.front().demonym) return false;
  if (HasSign({head.end, behind.front().tokens.begin})) return false;
  const std::optional<Oblique> oblique = MarkBefore(behind.front().tokens);
  // "le constructeur de Sochaux"
  const bool of = head.end + 1 == behind.front().tokens.begin && Says(document_.Folded(head.end), rules_.of_whom);
  if (!of && oblique != Oblique::kOrigin && oblique != Oblique::kSeat) return false;
  participants_[static_cast<std::size_t>(&behind.front() - participants_.data())].modifier = true;
  const std::uint32_t end = behind.front().tokens.end;
  return ParticipantsIn({end, end + 1}).empty();
}

// "The world's second-largest producer", "le deuxième producteur mondial", "Europe's biggest carrier": whom the world
// or a region describes, which does nothing there and is marked so.
bool ClaimContext::MarkWorldBeside(TokenRange head) {
  const auto is_joined = [&](std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t token = from; token < to; ++token) {
      const std::string_view sign = document_.Written(token);
      const bool joins = sign == "-" || sign == "'" || sign == "’";
      if (document_.tokens()[token].kind == TokenKind::kSign && !joins) return false;
      const Hits triggers = HitsIn({token, token + 1}, SenseKind::kTrigger);
      // "second … with" may stand for nothing here.
      const bool told = std::any_of(triggers.begin(), triggers.end(), [&](const Hit* hit) {
        return rules_.triggers[hit->sense.entry].later_part.empty();
      });
      if (told) return false;
    }
    return from < to;
  };
  const std::uint32_t from = head.begin - std::min(head.begin, kWorldReach);
  for (const Participant& each : ParticipantsIn({from, head.end + kOfReach})) {
    const bool before = each.tokens.end <= head.begin;
    const TokenRange ending{each.tokens.end, each.tokens.end + 2};
    const bool region = before && each.type == EntityType::kPlace && ending.end < head.begin && IsGenitive(ending);
    if (each.id != kWholeWorld && !region) continue;
    const bool beside = before ? is_joined(each.tokens.end, head.begin)
                               : each.tokens.begin == head.end && IsDefinite(head.begin - std::min(head.begin, 1U));
    if (!beside) continue;
    participants_[static_cast<std::size_t>(&each - participants_.data())].modifier = true;
    // "the world's second-largest producer Acme"
    const std::uint32_t end = std::max(head.end, each.tokens.end);
    return ParticipantsIn({end, end + 1}).empty();
  }
  return false;
}

bool ClaimContext::IsDefinite(std::uint32_t token) const {
  if (token == 0) return false;
  if (Says(document_.Folded(token - 1), rules_.definite)) return true;
  if (token == 1 || document_.tokens()[token - 1].kind != TokenKind::kIdeograph) return false;
  return Says(std::string(document_.Written(token - 2)).append(document_.Written(token - 1)), rules_.definite);
}

// "The Nvidia supplier", "le fournisseur de Nvidia": who is known by another, which does nothing there and is marked
// so.
bool ClaimContext::MarkRelated(TokenRange head) {
  const bool is_named = !ParticipantsIn({head.end, head.end + 1}).empty();
  const auto before = ParticipantsIn({head.begin - std::min(head.begin, kLongestName), head.begin});
  if (!before.empty() && IsRightBefore(before.back().tokens, head.begin))
    return MarkKnownBy(before.back()) && !is_named && IsDefinite(before.back().tokens.begin);
  return !is_named && IsDefinite(head.begin) && MarkOfWhom(head);
}

// "du fournisseur de Nvidia"
bool ClaimContext::MarkOfWhom(TokenRange head) {
  if (head.end >= document_.tokens().size()) return false;
  if (!Says(document_.Folded(head.end), rules_.of_whom)) return false;
  const auto behind = ParticipantsIn({head.end + 1, head.end + 1 + kOfReach});
  // "La filiale de Renault, Ampere, va": a firm that no pack knows may follow.
  if (behind.empty()) return false;
  const std::uint32_t end = behind.front().tokens.end;
  if (end < document_.tokens().size() && document_.Written(end) == ",") return false;
  return MarkKnownBy(behind.front());
}

// False for others than firms.
bool ClaimContext::MarkKnownBy(const Participant& other) {
  if (other.type != EntityType::kCompany || other.reference) return false;
  participants_[static_cast<std::size_t>(&other - participants_.data())].modifier = true;
  return true;
}

// Nothing between, or a genitive's "の".
bool ClaimContext::IsRightBefore(TokenRange name, std::uint32_t head) const {
  return name.end == head || (name.end + 1 == head && document_.Written(name.end) == "の");
}

// The place of a description is nobody by itself.
void ClaimContext::MarkDescriptions(std::uint32_t head) {
  for (Participant& each : participants_) {
    if (each.tokens.begin < head && each.tokens.begin + kDescribedReach >= head && each.type == EntityType::kPlace)
      each.modifier = true;
  }
}

// Nothing that was counted and no other clause stands before it.
bool ClaimContext::Leads(const Participant& firm, const Sentence& sentence) const {
  const TokenRange before{sentence.first_token + 1, firm.tokens.begin};
  return HitsIn(before, SenseKind::kClauseMark).empty() &&
         FiguresIn({sentence.span.begin, document_.tokens()[firm.tokens.begin].span.begin}).empty();
}

bool ClaimContext::IsTown(const Participant& participant) const {
  if (participant.type != EntityType::kPlace || participant.id == kWholeWorld) return false;
  const Entity* const place = catalogue_.FindEntity(participant.id);
  return place == nullptr || !place->part_of.empty();
}

// Whether a house stands in the paragraph of `own`, behind the sentence `of` that names another.
bool ClaimContext::IsNearer(const Participant& house, const Sentence* of, const Sentence& own) const {
  const Sentence* const in = document_.SentenceOf(house.tokens.begin);
  return in != nullptr && in->paragraph == own.paragraph && (of == nullptr || of->first_token < in->first_token);
}

// The first of a fitting type in the nearest sentence before that names one: whom it was about; in the same sentence,
// the one named last. What stands for a firm stands for the one that the article is about, unless another leads a
// sentence before it in its paragraph.
const Participant* ClaimContext::Meant(const Hit& hit, const Reference& reference) const {
  const Sentence* const own = document_.SentenceOf(hit.first_token);
  if (own == nullptr) return nullptr;
  const bool firm = reference.types.front() == EntityType::kCompany && reference.kind != ReferenceKind::kRelated;
  const Participant* meant = nullptr;
  const Participant* house = nullptr;  // one who counts what others do
  const Sentence* of = nullptr;
  std::size_t looked = 0;
  for (const Participant& each : std::views::reverse(ParticipantsIn({0, hit.first_token}))) {
    if (++looked > kMostLooked || (of != nullptr && each.tokens.begin < of->first_token)) break;
    const bool fits = std::find(reference.types.begin(), reference.types.end(), each.type) != reference.types.end();
    if (!fits || each.modifier || each.demonym || (firm && IsTown(each))) continue;
    // "Bei Acme arbeiten 500 Menschen": at a firm may be what it is about.
    const std::optional<Oblique> oblique = ObliqueOf(each.tokens);
    if (oblique && (oblique != Oblique::kPlace || each.type == EntityType::kPlace)) continue;
    // "Morgan Stanley expects …. The bank"
    if (firm && IsObserver(each.id)) {
      if (house == nullptr) house = &each;
      continue;
    }
    if (of == nullptr) of = document_.SentenceOf(each.tokens.begin);
    meant = &each;
    if (of == own || of == nullptr) break;
  }
  // "Omdia estimates that it will ship 142,000": who counts speaks of another.
  const bool counts =
      house != nullptr && meant != nullptr && house->tokens.begin >= own->first_token && house->id != protagonist();
  if (house != nullptr && !counts && IsNearer(*house, of, *own)) return house;
  if (!firm || meant == nullptr || of == own || of == nullptr || meant->id == protagonist()) return meant;
  if (of->paragraph == own->paragraph && Leads(*meant, *of)) return meant;
  const auto main = std::find_if(participants_.begin(), participants_.end(),
                                 [&](const Participant& each) { return each.id == protagonist(); });
  return main != participants_.end() && main->tokens.begin < hit.first_token ? &*main : meant;
}

}  // namespace newsgraph::extract
