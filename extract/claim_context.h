// What the claim stage looks up again and again about one document.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/claim_frames.h"
#include "extract/document.h"
#include "extract/nouns.h"
#include "model/catalogue.h"
#include "model/extraction.h"

namespace newsgraph::extract {

// A half-open range of tokens.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool Covers(std::uint32_t token) const { return begin <= token && token < end; }
};

// A place of the text that can be a claim's subject, object, place or source.
struct Participant {
  TokenRange tokens;
  std::string id;  // the entity's
  EntityType type = EntityType::kCompany;
  bool demonym = false;   // "chinesische": stands for the group, not for the entity
  bool modifier = false;  // "Nvidia" in "Nvidia-Chips": qualifies the word behind it
};

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
  bool IsNamedBefore(std::uint32_t token, const std::string& id, std::span<const EntityType> types) const;
  TokenRange TokensOf(TextSpan span) const;
  // Hits of `kind` that begin in `range`, in text order, none inside another.
  std::vector<const Hit*> HitsIn(TokenRange range, SenseKind kind) const;

  // How far apart two tokens of one sentence are, in tenths of a word: marks
  // between clauses count as several words, ideographs as less than one.
  int Distance(std::uint32_t a, std::uint32_t b) const;
  int Distance(TokenRange a, TokenRange b) const;

  // The canonical name of an entity; the id where it is unknown.
  std::string NameOf(const std::string& id) const;

 private:
  static constexpr std::size_t kTypes = static_cast<std::size_t>(EntityType::kPlace) + 1;

  void AddParticipants();
  void IndexParticipants();
  bool InFigure(TextSpan span) const;
  void Measure();

  const Document& document_;
  const Extraction& read_;
  const ClaimRules& rules_;
  const Nouns& nouns_;
  const Catalogue& catalogue_;
  std::vector<Participant> participants_;
  std::vector<int> position_;  // by token
  // The hits that claims ask for, by kind and first token.
  std::array<std::vector<const Hit*>, kSenseKinds> hits_;
  std::array<std::vector<const Participant*>, kTypes> by_type_;
  std::map<std::string_view, std::vector<const Participant*>> first_;  // of an id: the first of each type
  std::map<std::string_view, std::string_view> names_;                 // by id; the first stands
};

}  // namespace newsgraph::extract
