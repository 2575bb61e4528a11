// Words that tell what the names beside them are: titles, roles, legal forms,
// offices of state, demonyms.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/entity_names.h"
#include "extract/lexicon.h"
#include "extract/pack.h"
#include "extract/text_hash.h"
#include "model/entity.h"

namespace newsgraph::extract {

enum class CueKind : std::uint8_t {
  kTitle,        // a person's name follows: "CEO"
  kTitleAfter,   // a person's name stands before it: "씨", "先生"
  kReporting,    // what persons and firms do in news: "said"
  kGivenName,    // "Jensen"
  kSurname,      // of names without spaces: "李"
  kRole,         // a name of `type` follows: "chipmaker"
  kRoleAfter,    // a name of `type` stands before it: "公司", "-Chef"
  kList,         // names of `type` follow, several: "companies such as"
  kLegalForm,    // ends the name of a firm and belongs to it: "GmbH"
  kHead,         // belongs to an organization's name: "University"
  kLink,         // joins the words of such a name: "of", "für"
  kListLink,     // joins the last item of a list: "and"
  kOffice,       // of a state: "customs"
  kDemonym,      // stands for a place: "chinesisch"
  kKind,         // a noun for things of `type`: "GPU"
  kNoName,       // never part of a name though it is capitalised: "Die"
  kNoPerson,     // never part of a person's name: "Airport"
  kDescription,  // behind the comma that ends a name of `type`: "an activist"
  kIndefinite,   // begins such a description: "an"
  kParticle,     // amid a person's name: "van", "bin"
  kSuffix,       // behind the last name: "Jr."
  kWhere,        // a place's name follows: "near"
  kCommonNoun,   // no name by itself, where nouns are capitalised: "Gewinne"
};

struct Cue {
  CueKind kind = CueKind::kTitle;
  EntityType type = EntityType::kCompany;
  std::uint32_t place = 0;   // of a demonym: index into EntityNames::entities()
  bool named_after = false;  // of a head: a name may follow it, "Universität Salzburg"
  bool joined = false;       // of a head: it is the end of one word with the name, "샘플중공업"
  bool capitalised = false;  // its words begin with capitals
  std::string office = {};
  std::string rule = {};
};

// Immutable once its lexicon is built; any thread may call.
class NameCues {
 public:
  // Reads the `entities` sections and `demonyms` tables of `packs`.
  NameCues(const PackSet& packs, const EntityNames& names, Lexicon::Builder& lexicon, PackErrors& errors);

  // What a hit of kind kEntityCue means.
  const Cue& At(const Hit& hit) const { return cues_[hit.sense.entry]; }
  // Whether a pack has `word`, folded, as a surname.
  bool IsSurname(std::string_view word) const { return surnames_.contains(word); }
  // Whether nouns are capitalised in one of `languages` as names are.
  bool NounsCapitalised(LanguageSet languages) const { return (languages & nouns_capitalised_) != 0; }
  // Whether `word`, folded, ends as common nouns of those languages do: "-ungen".
  bool EndsAsNoun(std::string_view word) const {
    return std::any_of(noun_endings_.begin(), noun_endings_.end(),
                       [word](const std::string& end) { return word.size() > end.size() && word.ends_with(end); });
  }

 private:
  void ReadRule(const Pack& pack, const PackRule& rule, Lexicon::Builder& lexicon);
  void ReadDemonyms(const Pack& pack, const EntityNames& names, Lexicon::Builder& lexicon);
  void Add(const std::vector<std::string>& words, const Cue& cue, LanguageSet languages, Lexicon::Builder& lexicon);

  std::vector<Cue> cues_;
  LanguageSet nouns_capitalised_ = 0;
  std::vector<std::string> noun_endings_;
  TextTable<bool> surnames_;
};

}  // namespace newsgraph::extract
