// What is known of an article's names while it is read.
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstdint>
#include <list>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/article_table.h"
#include "extract/document.h"
#include "extract/entity_names.h"
#include "extract/name_cues.h"
#include "extract/token_set.h"
#include "extract/tokenizer.h"
#include "extract/word_table.h"
#include "model/entity.h"

namespace newsgraph::extract {

// Tokens that name an entity.
struct Mention {
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
  TextSpan span;
  const Entity* entity = nullptr;
  // Of an accepted one: which of the article's entities it is, counted from 0 as they were accepted, and its type.
  std::uint32_t subject = 0;
  EntityType type = EntityType::kCompany;
};
using Mentions = std::pmr::vector<Mention>;

// A name that is cut into tokens, of the article or its own.
struct NameWords {
  std::span<const Token> tokens;
  std::string_view text;
  std::string_view folded;

  std::string_view Written(std::size_t word) const { return tokens[word].span.In(text); }
  std::string_view Folded(std::size_t word) const {
    return folded.substr(tokens[word].folded_begin, tokens[word].folded_end - tokens[word].folded_begin);
  }
};

// What a finder looks for the cues of.
enum class CueUse : std::uint8_t { kPerson, kTitled, kForm, kOffice, kCompany, kDescription, kCopula, kPlace, kActing };
// The kinds of cues for each.
inline constexpr std::array<CueKinds, 9> kKindsOfUse = {
    KindsOf(CueKind::kTitle, CueKind::kGivenName, CueKind::kSurname, CueKind::kReporting),
    KindsOf(CueKind::kTitle),
    KindsOf(CueKind::kLegalForm, CueKind::kHead),
    KindsOf(CueKind::kOffice),
    KindsOf(CueKind::kRole, CueKind::kRoleAfter, CueKind::kList),
    KindsOf(CueKind::kDescription, CueKind::kTitle, CueKind::kRole),
    KindsOf(CueKind::kCopula),
    KindsOf(CueKind::kBeforePlace, CueKind::kBeforeTown),
    KindsOf(CueKind::kActs, CueKind::kActsBefore),
};

// The place where the finders of one article meet: hits of names and cues by
// token, and the mentions that were accepted so far. The document, the names and
// the cues must outlive it.
class ArticleNames {
 public:
  struct KnownName {
    std::uint32_t first_token;
    std::uint32_t end_token;
    EntityNames::Match match;
  };
  struct CueHit {
    std::uint32_t first_token;
    std::uint32_t end_token;
    const Cue* cue;
    CueKind kind;
    bool compound_head;
  };

  ArticleNames(const Document& document, const EntityNames& names, const NameCues& cues);

  const Document& document() const { return document_; }
  // For what is of no use behind the article: nothing of it is freed before.
  std::pmr::memory_resource* memory() const { return &memory_; }
  const EntityNames& names() const { return names_; }
  std::span<const KnownName> known() const { return known_; }
  // The cues that may tell what a name is; those that only end or join names are found by CueAt().
  std::span<const CueHit> cues() const { return cues_; }
  // Those for `use`, by first token, longer first.
  std::span<const CueHit* const> CuesFor(CueUse use) const {
    const auto index = static_cast<std::size_t>(use);
    return std::span(cues_for_).subspan(first_for_[index], first_for_[index + 1] - first_for_[index]);
  }

  // The marks of the document's capitalised words, folded, in order.
  std::span<const WordMark> marks() const { return marks_; }

  // The longest cue of `kind` that begins at `token`, or ends before `end_token`.
  std::optional<CueHit> CueAt(std::uint32_t token, CueKind kind) const {
    return MayHaveCue(token, KindsOf(kind)) ? Told(FindCue(token, KindsOf(kind))) : std::nullopt;
  }
  std::optional<CueHit> CueBefore(std::uint32_t end_token, CueKind kind) const {
    if (!MayHaveCueBefore(end_token, KindsOf(kind))) return std::nullopt;
    return Told(FindCueBefore(end_token, KindsOf(kind), all_cues_.LongestOf(kind)));
  }
  // Whether there is one, of any of `kinds`.
  template <std::same_as<CueKind>... Kinds>
  bool HasCue(std::uint32_t token, Kinds... kinds) const {
    const CueKinds words = KindsOf(kinds...) & ~kTellingCues;
    const CueKinds telling = KindsOf(kinds...) & kTellingCues;
    if (words != 0 && MayHaveCue(token, words)) return true;  // no compound ends with one
    return telling != 0 && MayHaveCue(token, telling) && FindCue(token, telling) != nullptr;
  }
  template <std::same_as<CueKind>... Kinds>
  bool HasCueBefore(std::uint32_t end_token, Kinds... kinds) const {
    return MayHaveCueBefore(end_token, KindsOf(kinds...)) &&
           FindCueBefore(end_token, KindsOf(kinds...), std::max({all_cues_.LongestOf(kinds)...})) != nullptr;
  }
  // The same at `token`, also where the cue is the last part of a compound.
  std::optional<CueHit> HeadAt(std::uint32_t token, CueKind kind) const {
    return MayHaveCue(token, KindsOf(kind)) ? Told(FindCue(token, KindsOf(kind), true)) : std::nullopt;
  }
  template <std::same_as<CueKind>... Kinds>
  bool HasHead(std::uint32_t token, Kinds... kinds) const {
    return MayHaveCue(token, KindsOf(kinds...)) && FindCue(token, KindsOf(kinds...), true) != nullptr;
  }
  // The longest known name of `type` that ends before `end_token`, or begins at
  // `token`; null if there is none.
  const KnownName* KnownBefore(std::uint32_t end_token, EntityType type) const;
  const KnownName* KnownAt(std::uint32_t token, EntityType type) const;

  // Whether nouns are capitalised in the article's language as names are, and whether the word at `token` is one there.
  bool NounsCapitalised() const { return nouns_capitalised_; }
  bool MayBeNoun(std::uint32_t token) const;
  // Whether the word at `token` ends as names of towns do; whether the language has articles, and says what stands
  // behind places.
  bool EndsAsTown(std::uint32_t token) const { return all_cues_.EndsAsTown(document_.Folded(token)); }
  bool StandsBehindPlace(std::uint32_t token) const {
    return all_cues_.StandsBehindPlaces(document_.Folded(token), document_.languages());
  }
  bool HasArticles() const { return all_cues_.HasArticles(document_.languages()); }
  bool KnowsWhatFollowsPlaces() const { return all_cues_.KnowsWhatFollowsPlaces(document_.languages()); }
  // What of the word at `token` is told without spaces or capitals, see NameCues.
  bool EndsAsNoPerson(std::uint32_t token) const { return all_cues_.EndsAsNoPerson(document_.Folded(token)); }
  bool MayFollowRole(std::uint32_t token) const {
    return !IsCapitalised(token) && all_cues_.MayFollowRole(document_.Folded(token), document_.languages());
  }
  bool StandsBeforeTitles(std::uint32_t token) const { return all_cues_.StandsBeforeTitles(document_.Folded(token)); }
  // Whether `syllable`, folded, is a family name that is written with the given one in one word.
  bool BeginsAsSurname(std::string_view syllable) const { return all_cues_.IsSurname(syllable); }

  // How many of the wholes that `name` is part of the article names.
  int Surroundings(const EntityName& name) const;

  // The sentence of `token`; null in masked text.
  const Sentence* SentenceOf(std::uint32_t token) const { return document_.SentenceOf(token); }
  // One past its last token; `token` in masked text.
  std::uint32_t SentenceEnd(std::uint32_t token) const;
  bool StartsSentence(std::uint32_t token) const;
  bool SameSentence(std::uint32_t a, std::uint32_t b) const { return SentenceEnd(a) == SentenceEnd(b); }
  bool IsCapitalised(std::uint32_t token) const {
    return token < document_.tokens().size() && document_.tokens()[token].capitalised;
  }
  // Whether `token` is `sign`, or one of `signs`.
  bool IsSign(std::uint32_t token, char sign) const {
    return IsSign(token) && document_.tokens()[token].span.size() == 1 &&
           document_.text()[document_.tokens()[token].span.begin] == sign;
  }
  bool IsAnySign(std::uint32_t token, std::string_view signs) const {
    if (!IsSign(token)) return false;
    const std::string_view sign = document_.Written(token);
    return (sign.size() == 1 ? signs.find(sign.front()) : signs.find(sign)) != std::string_view::npos;
  }

  // The mention that covers `token`; null if none does.
  const Mention* MentionOf(std::uint32_t token) const {
    return taken_.Has(token) ? &mentions_[owner_[token]] : nullptr;
  }
  bool Free(std::uint32_t token) const { return token < taken_.size() && !taken_.Has(token); }
  bool Free(std::uint32_t first, std::uint32_t end) const {
    return first < end && end <= taken_.size() && taken_.HasNone(first, end);
  }
  // Takes `mention` unless one of its tokens is taken or masked, or it crosses
  // the end of a sentence; says whether it did.
  bool Accept(const Mention& mention);
  // Takes leftmost, longest mentions of `candidates`; earlier ones win ties.
  void AcceptLongest(Mentions candidates);
  // Whether `entity`, one of the packs' or null, is mentioned; never where it is null.
  bool IsMentioned(const Entity* entity) const { return entity != nullptr && subject_of_.contains(entity); }
  std::span<const Mention> mentions() const { return mentions_; }
  // The same in text order.
  std::pmr::vector<const Mention*> InTextOrder() const;
  // The entities of mentions(), by the first that was accepted.
  std::span<const Entity* const> subjects() const { return subjects_; }

  // An entity that no pack names, by its name as tokens [first, end) or `name` write it; the same one again for
  // the same folded name, and the packs' own where its id is one of theirs.
  const Entity& Make(EntityType type, std::uint32_t first, std::uint32_t end);
  const Entity& Make(EntityType type, std::string_view name, std::string_view part_of = {},
                     std::string_view maker = {});
  // The name of an entity that Make() made; no words of one of the packs'.
  NameWords WordsOf(const Entity& entity) const;
  // The subject that stands for all with the id of `entity`, which is mentioned as `subject`.
  std::uint32_t FirstSubjectOf(const Entity& entity, std::uint32_t subject) const;

  // What tokens [first, end) cover of the text, and as it is written.
  TextSpan SpanOf(std::uint32_t first, std::uint32_t end) const;
  std::string_view Written(std::uint32_t first, std::uint32_t end) const {
    return SpanOf(first, end).In(document_.text());
  }
  // Tokens [first, end) as a mention of `entity`.
  Mention Over(std::uint32_t first, std::uint32_t end, const Entity& entity) const;
  // The same of the entity of `type` that they name.
  Mention Named(EntityType type, std::uint32_t first, std::uint32_t end) {
    return Over(first, end, Make(type, first, end));
  }

 private:
  bool IsSign(std::uint32_t token) const {
    return token < document_.tokens().size() && document_.tokens()[token].kind == TokenKind::kSign;
  }
  void MarkNames();
  void MarkCues();
  bool MayHaveCue(std::uint32_t token, CueKinds kinds) const { return document_.HasHitOf(token, HitsOf(kinds)); }
  bool MayHaveCueBefore(std::uint32_t end_token, CueKinds kinds) const {
    return (kinds & ~kTellingCues) != 0 || (cue_ends_[end_token] & kinds) != 0;
  }
  bool IsCueOf(const Hit& hit, CueKinds kinds) const {
    return (Document::KindBit(hit.sense.kind) & HitsOf(kinds)) != 0 && (KindsOf(all_cues_.KindOf(hit)) & kinds) != 0 &&
           (!hit.compound_head || MayHeadCompound(hit));
  }
  bool MayHeadCompound(const Hit& hit) const;
  const Hit* FindCue(std::uint32_t token, CueKinds kinds, bool heads = false) const;
  const Hit* FindCueBefore(std::uint32_t end_token, CueKinds kinds, std::uint32_t most_tokens) const;
  CueHit Told(const Hit& hit) const {
    return {hit.first_token, hit.end_token, &all_cues_.At(hit), all_cues_.KindOf(hit), hit.compound_head};
  }
  std::optional<CueHit> Told(const Hit* hit) const { return hit == nullptr ? std::nullopt : std::optional(Told(*hit)); }

  // An entity that no pack names.
  struct Made : Entity {
    Made(Entity entity, const NameWords& as_words) : Entity(std::move(entity)), words(as_words) {}
    Made(const Made&) = delete;

    NameWords words;
    const Made* first = this;    // the first one with this id
    const Made* next = nullptr;  // behind the first one: the others, of other types
    mutable std::uint32_t subject = kNobody;
    mutable std::uint32_t first_subject = kNobody;  // of the first one: of all with its id
  };
  const Entity* Find(EntityType type, const std::string& id) const;
  Made& Add(Entity&& entity, const NameWords& words);
  std::uint32_t SubjectOf(const Entity& entity);

  static constexpr std::uint32_t kNobody = ~std::uint32_t{0};
  // As much as an article of 5 KB asks for, at once.
  static constexpr std::size_t kFirstBytes = std::size_t{32} << 10U;

  mutable std::pmr::monotonic_buffer_resource memory_{kFirstBytes};
  const Document& document_;
  const EntityNames& names_;
  const NameCues& all_cues_;
  bool nouns_capitalised_ = false;
  std::pmr::vector<KnownName> known_{&memory_};         // by first token, longer first
  std::pmr::vector<CueHit> cues_{&memory_};             // the same
  std::pmr::vector<const CueHit*> cues_for_{&memory_};  // those for one use after those for another
  std::array<std::uint32_t, kKindsOfUse.size() + 1> first_for_ = {};
  std::span<std::uint32_t> cue_ends_;  // by token: the kinds of cues_ that end right before it
  Mentions mentions_{&memory_};        // in order of acceptance
  TokenSet taken_;                     // the tokens of mentions
  std::span<std::uint32_t> owner_;     // by token that is: index of its mention
  std::span<WordMark> marks_;
  std::pmr::vector<const Entity*> subjects_{&memory_};
  ArticleTable<const Entity*, std::uint32_t> subject_of_{&memory_};  // of those of the packs
  std::pmr::list<Made> made_{&memory_};
  std::pmr::list<TokenizedText> composed_{&memory_};  // names that the text does not have so
  ArticleTextTable<Made*> made_by_id_{&memory_};
};

}  // namespace newsgraph::extract
