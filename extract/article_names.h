// What is known of an article's names while it is read.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
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
  const EntityNames& names() const { return names_; }
  std::span<const KnownName> known() const { return known_; }
  std::span<const CueHit> cues() const { return cues_; }

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

  // How many of the wholes that `name` is part of the article names.
  int Surroundings(const EntityName& name) const;

  // One past the last token of the sentence of `token`; `token` in masked text.
  std::uint32_t SentenceEnd(std::uint32_t token) const;
  bool StartsSentence(std::uint32_t token) const;
  bool SameSentence(std::uint32_t a, std::uint32_t b) const { return SentenceEnd(a) == SentenceEnd(b); }
  // Whether `token` is `sign`, or one of `signs`.
  bool IsSign(std::uint32_t token, std::string_view sign) const;
  bool IsAnySign(std::uint32_t token, std::string_view signs) const;

  // The mention that covers `token`; null if none does.
  const Mention* MentionOf(std::uint32_t token) const;
  bool Free(std::uint32_t first, std::uint32_t end) const;
  // Takes `mention` unless one of its tokens is taken or masked, or it crosses
  // the end of a sentence; says whether it did.
  bool Accept(const Mention& mention);
  // Takes leftmost, longest mentions of `candidates`; earlier ones win ties.
  void AcceptLongest(std::vector<Mention> candidates);
  bool Mentions(std::string_view id) const;
  std::span<const Mention> mentions() const { return mentions_; }

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
  const Document& document_;
  const EntityNames& names_;
  std::vector<KnownName> known_;     // by first token, longer first
  std::vector<CueHit> cues_;         // by first token, longer first
  std::vector<Mention> mentions_;    // in order of acceptance
  std::vector<std::int32_t> owner_;  // by token: index of its mention, or -1
  std::deque<Entity> made_;
  std::map<std::pair<EntityType, std::string>, const Entity*> made_by_id_;  // of the same
};

}  // namespace newsgraph::extract
