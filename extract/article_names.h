// What is known of an article's names while it is read.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/document.h"
#include "extract/entity_names.h"
#include "extract/name_cues.h"
#include "model/entity.h"

namespace newsgraph::extract {

// Tokens that name an entity.
struct Mention {
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
  TextSpan span;
  const Entity* entity = nullptr;
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
    bool compound_head;
  };

  ArticleNames(const Document& document, const EntityNames& names, const NameCues& cues);

  const Document& document() const { return document_; }
  // For what is of no use behind the article: nothing of it is freed before.
  std::pmr::memory_resource* memory() const { return &memory_; }
  const EntityNames& names() const { return names_; }
  std::span<const KnownName> known() const { return known_; }
  // The cues that may tell what a name is; those that only end or join names are found by CueAt().
  std::span<const CueHit> cues() const { return telling_; }

  // Words that begin with a capital, those of capitals alone, and numbers: finders that go through
  // the text look at these tokens only.
  std::span<const std::uint32_t> capitalised() const { return capitalised_; }
  std::span<const std::uint32_t> all_capitals() const { return all_capitals_; }
  std::span<const std::uint32_t> numbers() const { return numbers_; }

  // The longest cue of `kind` that begins at `token`, or ends before `end_token`;
  // null if there is none.
  const CueHit* CueAt(std::uint32_t token, CueKind kind) const;
  // The same, also where the cue is the last part of a compound.
  const CueHit* HeadAt(std::uint32_t token, CueKind kind) const;
  const CueHit* CueBefore(std::uint32_t end_token, CueKind kind) const;
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
  // Whether `syllable`, folded, is a family name that is written with the given one in one word.
  bool BeginsAsSurname(std::string_view syllable) const { return all_cues_.IsSurname(syllable); }

  // How many of the wholes that `name` is part of the article names.
  int Surroundings(const EntityName& name) const;

  // The sentence of `token`; null in masked text.
  const Sentence* SentenceOf(std::uint32_t token) const;
  // One past its last token; `token` in masked text.
  std::uint32_t SentenceEnd(std::uint32_t token) const;
  bool StartsSentence(std::uint32_t token) const;
  bool SameSentence(std::uint32_t a, std::uint32_t b) const { return SentenceEnd(a) == SentenceEnd(b); }
  // Whether `token` is `sign`, or one of `signs`.
  bool IsSign(std::uint32_t token, std::string_view sign) const {
    return IsSign(token) && document_.Written(token) == sign;
  }
  bool IsAnySign(std::uint32_t token, std::string_view signs) const {
    return IsSign(token) && signs.find(document_.Written(token)) != std::string_view::npos;
  }

  // The mention that covers `token`; null if none does.
  const Mention* MentionOf(std::uint32_t token) const {
    return token >= owner_.size() || owner_[token] < 0 ? nullptr : &mentions_[static_cast<std::size_t>(owner_[token])];
  }
  bool Free(std::uint32_t first, std::uint32_t end) const {
    if (first >= end || end > owner_.size()) return false;
    while (first < end && owner_[first] < 0) ++first;
    return first == end;
  }
  // Takes `mention` unless one of its tokens is taken or masked, or it crosses
  // the end of a sentence; says whether it did.
  bool Accept(const Mention& mention);
  // Takes leftmost, longest mentions of `candidates`; earlier ones win ties.
  void AcceptLongest(std::vector<Mention> candidates);
  // Whether `entity`, one of the packs, is mentioned; never one that is null.
  bool Mentions(const Entity* entity) const;
  std::span<const Mention> mentions() const { return mentions_; }
  // The same in text order.
  std::vector<const Mention*> InTextOrder() const;

  // An entity that no pack names, by its name as written; the same one again for
  // the same folded name, and the packs' own where its id is one of theirs.
  const Entity& Make(EntityType type, std::string_view name, std::string_view part_of = {},
                     std::string_view maker = {});

  // What tokens [first, end) cover of the text, and as it is written.
  TextSpan SpanOf(std::uint32_t first, std::uint32_t end) const;
  std::string_view Written(std::uint32_t first, std::uint32_t end) const {
    return SpanOf(first, end).In(document_.text());
  }
  // Tokens [first, end) as a mention of `entity`.
  Mention Over(std::uint32_t first, std::uint32_t end, const Entity& entity) const;

 private:
  bool IsSign(std::uint32_t token) const {
    return token < document_.tokens().size() && document_.tokens()[token].kind == TokenKind::kSign;
  }
  void MarkSentences();
  void MarkTokens();
  void MarkCues();
  const Entity& MakeAnew(EntityType type, std::string_view name, std::string_view part_of, std::string_view maker);

  // As much as an article of 5 KB asks for, at once.
  static constexpr std::size_t kFirstBytes = std::size_t{32} << 10U;

  mutable std::pmr::monotonic_buffer_resource memory_{kFirstBytes};
  const Document& document_;
  const EntityNames& names_;
  const NameCues& all_cues_;
  bool nouns_capitalised_ = false;
  // By token: bits of the kinds of cues that begin there, as words or also as heads of compounds, and that end before
  // it.
  struct CueBits {
    std::uint64_t begin = 0;
    std::uint64_t head = 0;
    std::uint64_t end = 0;
  };

  std::vector<KnownName> known_;  // by first token, longer first
  std::vector<CueHit> cues_;      // by first token, longer first
  std::vector<CueHit> telling_;   // those of them that cues() shows
  std::vector<std::uint32_t> capitalised_;
  std::vector<std::uint32_t> all_capitals_;
  std::vector<std::uint32_t> numbers_;
  std::vector<CueBits> bits_;              // by token, one more than there are
  std::vector<std::int32_t> sentence_of_;  // by token: index of its sentence, or -1
  std::vector<Mention> mentions_;          // in order of acceptance
  std::vector<std::int32_t> owner_;        // by token: index of its mention, or -1
  std::vector<bool> mentioned_;            // by index of the packs' entities: whether mentions_ has it
  std::deque<Entity> made_;
  std::pmr::map<std::pair<EntityType, std::string_view>, const Entity*> made_by_id_{&memory_};  // of the same
  // What Make() gave for pieces of the text.
  std::pmr::map<std::pair<EntityType, std::string_view>, const Entity*> made_by_text_{&memory_};
};

}  // namespace newsgraph::extract
