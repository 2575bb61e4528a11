// What the claim stage looks up again and again about one document.
#pragma once

#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>
#include <absl/container/inlined_vector.h>

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/claim_frames.h"
#include "extract/clauses.h"
#include "extract/document.h"
#include "extract/nouns.h"
#include "extract/text_hash.h"
#include "model/catalogue.h"
#include "model/extraction.h"

namespace newsgraph::extract {

// A place of the text that can be a claim's subject, object, place or source.
struct Participant {
  TokenRange tokens;
  std::string_view id;  // the entity's
  EntityType type = EntityType::kCompany;
  bool demonym = false;      // "chinesische": stands for the group, not for the entity
  bool modifier = false;     // "Nvidia" in "Nvidia-Chips": qualifies the word behind it
  bool reference = false;    // "das Unternehmen": stands for what was named before
  std::string_view measure;  // "the DAX": by which its country is measured; else empty
  bool topic = false;        // "アクメは", "아크메는": marked as whom the clause is about
};

// What a few words of a sentence are: seldom more than fit without an allocation.
using Hits = absl::InlinedVector<const Hit*, 8>;

// Built for one document; the what it is built of must outlive it.
class ClaimContext {
 public:
  ClaimContext(const Document& document, const Extraction& read, const ClaimRules& rules, const Nouns& nouns,
               const Catalogue& catalogue);

  const Document& document() const { return document_; }
  const Extraction& read() const { return read_; }
  const ClaimRules& rules() const { return rules_; }
  const Nouns& nouns() const { return nouns_; }
  const Catalogue& catalogue() const { return catalogue_; }

  // Participants that begin in `range`, in text order.
  std::span<const Participant> ParticipantsIn(TokenRange range) const;
  // The last one of `type` that begins before `token` and qualifies no word behind
  // it; null if there is none.
  const Participant* LastBefore(std::uint32_t token, EntityType type) const;
  // Whether `id` begins before `token` as one of `types`.
  bool IsNamedBefore(std::uint32_t token, std::string_view id, std::span<const EntityType> types) const;
  // Whether `tokens` begin inside a name: "Estados" in "Estados Unidos".
  bool IsNamed(TokenRange tokens) const;
  // Whether the text names `id`, or its people or firms, anywhere.
  bool IsNamed(std::string_view id) const { return first_.contains(id); }
  // Whether its language marks whom a clause is about, and it does so of anybody.
  bool MarksTopics() const { return marks_topics_; }
  // Whether its language puts verbs at the end of clauses.
  bool VerbsEndClauses() const { return (rules_.verb_last & document_.languages()) != 0; }
  // Whether `word`, folded, is one of `words` in the text's language.
  bool Says(std::string_view word, const Words& words) const;
  // The sentence before in the same paragraph; null where there is none.
  const Sentence* SentenceBefore(const Sentence& sentence) const;
  // Whether one of the words stands in `range`.
  bool SaysIn(TokenRange range, const Words& words) const;
  // Whether a token of `range` is a sign.
  bool HasSign(TokenRange range) const;
  // Whether "the", "this" or its like stands right before `token`.
  bool IsDefinite(std::uint32_t token) const;
  // Whether a comma in `range` parts off a clause with a topic of its own: "3조 원으로, 선박은".
  bool BeginsNewTopic(TokenRange range) const;
  // Whether `id` counts what others do: a research house or bank, also one that the text only calls so.
  bool IsObserver(std::string_view id) const { return rules_.observers.contains(id) || houses_.contains(id); }
  // The firm that the article is about: of those that its headline or first paragraph names, the one named most often;
  // empty where it names none.
  std::string_view protagonist() const;
  // Whether a firm is whom its sentence is about, and not whom it is compared with or acts on.
  bool Leads(const Participant& firm, const Sentence& sentence) const;
  // Whether it is a place in a country, or one that no pack knows.
  bool IsTown(const Participant& participant) const;
  TokenRange TokensOf(TextSpan span) const;
  TokenRange TokensOf(ValueRef value) const;
  // Hits of `kind` that begin in `range`, in text order, none inside another but for the first of two parts.
  Hits HitsIn(TokenRange range, SenseKind kind) const;

  const Clauses& clauses() const { return clauses_; }
  int Distance(TokenRange a, TokenRange b) const { return clauses_.Distance(a, b); }

  // What a word of place or direction says of the name `tokens`: right before it, or
  // behind it where the language puts it there.
  std::optional<Oblique> ObliqueOf(TokenRange tokens) const;
  // The same of one of the participants, worked out once.
  std::optional<Oblique> ObliqueOf(const Participant& participant) const;

  // The dash that closes "SEOUL, July 16 (Reuters) - " at the head of a sentence; 0 where there is none.
  std::uint32_t DatelineEnd(const Sentence& sentence) const;

  // Counts a word or an owner that is weighed against a value. Most of a sentence is too far off for that, and how many
  // there were in all must not grow faster than the text.
  void CountWeighed() const { ++weighed_; }
  std::size_t weighed() const { return weighed_; }

  // Figures that begin in `span`, in text order.
  std::span<const Figure> FiguresIn(TextSpan span) const;
  // The same of dates.
  std::span<const Date> DatesIn(TextSpan span) const;
  // The first mention of each thing, in text order.
  std::span<const Participant* const> things() const { return things_; }

  // Answers about the whole text, kept by those who were asked.
  struct Known {
    std::optional<bool> sells_for_money;                         // SellsForMoney
    std::optional<std::string_view> protagonist;                 // protagonist()
    absl::flat_hash_map<std::string, std::string> sites;         // SiteBeside, by id
    absl::flat_hash_map<std::string, const Participant*> towns;  // the first in a country, by its id; null: none
    absl::flat_hash_map<std::uint32_t, bool> reports;            // StandsAside, by the first token
    absl::flat_hash_map<std::string_view, bool> concepts;        // SpeaksOf, by id of the packs
  };
  Known& known() const { return known_; }

  // The canonical name of an entity; the id where it is unknown.
  std::string NameOf(std::string_view id) const;
  // What the packs or the article itself say of an entity; null where neither knows it.
  const Entity* EntityOf(std::string_view id) const;

 private:
  static constexpr std::size_t kTypes = static_cast<std::size_t>(EntityType::kPlace) + 1;
  static constexpr std::uint32_t kNowhere = std::numeric_limits<std::uint32_t>::max();

  void AddEntities();
  void AddDemonyms();
  void AddMeasures();
  std::string_view FindProtagonist() const;
  void MarkAppositions();
  void AddReferences();
  void AddMention(const Entity& entity, TextSpan span, std::uint32_t first_token);
  void MergeFrom(std::size_t middle);
  TokenRange TokensFrom(std::uint32_t first, TextSpan span) const;
  void FindHouses();
  void IndexParticipants();
  void DropPlacesOfBodies();
  void MarkDescribing();
  void MarkHomesBehind();
  void DropDatelines();
  bool IsDescription(const Participant& place, TokenRange gap) const;
  void MarkDescriptions(std::uint32_t head);
  bool IsDescribed(TokenRange head);
  bool MarkHomeBehind(TokenRange head);
  bool MarkWorldBeside(TokenRange head);
  bool IsGenitive(TokenRange words) const;
  bool MarkRelated(TokenRange head);
  bool MarkOfWhom(TokenRange head);
  bool MarkKnownBy(const Participant& other);
  bool IsRightBefore(TokenRange name, std::uint32_t head) const;
  const Participant* Meant(const Hit& hit, const Reference& reference) const;
  bool IsNearer(const Participant& house, const Sentence* of, const Sentence& own) const;
  std::optional<std::optional<Oblique>> WordBehind(TokenRange tokens) const;
  std::optional<Oblique> ObliqueOfList(const Participant& participant) const;
  std::optional<Oblique> MarkBehind(TokenRange tokens) const;
  std::optional<Oblique> MarkBefore(TokenRange tokens) const;
  bool IsListed(std::uint32_t behind) const;
  std::optional<TokenRange> TownBehind(TokenRange tokens) const;
  std::optional<TokenRange> TownBefore(TokenRange tokens) const;
  bool IsElision(std::uint32_t sign) const;
  bool IsBesideName(std::uint32_t token) const;
  bool InFigure(TextSpan span) const;
  bool IsCounted(TextSpan name) const;
  bool IsTopic(TextSpan name, TokenRange tokens) const;
  bool IsTopic(const Hit& reference) const;
  bool IsTopicNoun(std::uint32_t token) const;

  const Document& document_;
  const Extraction& read_;
  const ClaimRules& rules_;
  const Nouns& nouns_;
  const Catalogue& catalogue_;
  Clauses clauses_;
  std::vector<Participant> participants_;
  // Where names begin that a country describes, and where what describes them begins; by the first.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> described_;
  std::array<std::vector<const Participant*>, kTypes> by_type_;
  // Where each id first stands as each type.
  absl::flat_hash_map<std::string_view, std::array<std::uint32_t, kTypes>, TextHash> first_;
  absl::flat_hash_map<std::string_view, const Entity*, TextHash> named_;  // by id; the first stands
  absl::flat_hash_set<std::string_view, TextHash> houses_;  // by id: whom the text calls one who counts what others do
  bool marks_topics_ = false;
  mutable std::vector<std::optional<std::optional<Oblique>>> obliques_;  // by participant, once asked for
  std::vector<const Participant*> things_;
  mutable Known known_;
  mutable std::size_t weighed_ = 0;
};

}  // namespace newsgraph::extract
