// Words that tell what the names beside them are: titles, roles, legal forms,
// offices of state, demonyms.
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
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
  // What tells what a name is; see kTellingCues.
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
  kOffice,       // of a state: "customs"
  kKind,         // a noun for things of `type`: "GPU"
  kDescription,  // behind the comma that ends a name of `type`: "an activist"
  kBeforePlace,  // a place's name follows: "in"
  kBeforeTown,   // the same, if it has the form of a town's name: "Bahnhof"
  kActs,         // what a `type` does; a single name stands before it: "announced"
  kActsBefore,   // the same, with the name behind it: "kündigte"
  kCopula,       // between a name and what it is: "is a"
  // What only ends or joins names, and is much more frequent.
  kLink,        // joins the words of an organization's name: "of", "für"
  kListLink,    // joins the last item of a list: "and"
  kDemonym,     // stands for a place: "chinesisch"
  kNoName,      // never part of a name though it is capitalised: "Die"
  kNoPerson,    // never part of a person's name: "Airport"
  kIndefinite,  // begins a description: "an"
  kParticle,    // amid a person's name: "van", "bin"
  kSuffix,      // behind the last name: "Jr."
  kWhere,       // a place's name follows: "near"
  kCommonNoun,  // no name by itself, where nouns are capitalised: "Gewinne"
  kAfterPlace,  // behind a place's name, and behind no first part of a noun: "in Sampleton last year"
  kNoPlace,     // no place though "in" stands before it: "in Parliament"
  kTownBegin,   // begins the names of towns: "Bad", "San"
  kClause,      // opens a clause that a name may begin: "that"
  kNoActor,     // no name though it begins a clause: "Police"
};

inline constexpr std::size_t kCueKinds = static_cast<std::size_t>(CueKind::kNoActor) + 1;

// Some kinds of cues, one bit each.
using CueKinds = std::uint64_t;
static_assert(kCueKinds <= 64);
template <std::same_as<CueKind>... Kinds>
constexpr CueKinds KindsOf(Kinds... kinds) {
  return ((CueKinds{1} << static_cast<unsigned>(kinds)) | ...);
}

// The kinds that tell what a name is are hits of one kind; each of the others is a kind of hits by itself, so that a
// look at a token says whether it is there.
inline constexpr unsigned kTellingKinds = static_cast<unsigned>(CueKind::kLink);
inline constexpr CueKinds kTellingCues = (CueKinds{1} << kTellingKinds) - 1;
inline constexpr unsigned kFirstNameWord = static_cast<unsigned>(SenseKind::kNameWord);
static_assert(static_cast<unsigned>(SenseKind::kLastNameWord) - kFirstNameWord + 1 == kCueKinds - kTellingKinds);

constexpr SenseKind SenseOf(CueKind kind) {
  const auto index = static_cast<unsigned>(kind);
  return index < kTellingKinds ? SenseKind::kEntityCue : static_cast<SenseKind>(kFirstNameWord + index - kTellingKinds);
}
// The kinds of hits among which cues of `kinds` are, as Document::KindBit says them.
constexpr std::uint64_t HitsOf(CueKinds kinds) {
  const std::uint64_t words = kinds >> kTellingKinds << kFirstNameWord;
  return (kinds & kTellingCues) == 0 ? words : words | Document::KindBit(SenseKind::kEntityCue);
}

struct Cue {
  CueKind kind = CueKind::kTitle;
  EntityType type = EntityType::kCompany;
  std::uint32_t place = 0;   // of a demonym: index into EntityNames::entities()
  bool named_after = false;  // of a head: a name may follow it, "Universität Salzburg"
  bool joined = false;       // of a head: it is the end of one word with the name, "샘플중공업"
  bool begins = false;       // of a head: nothing of the name stands before it, "Mount Sample"
  bool behind = false;       // of a small head: the name stands before it, "Образцовский район"
  bool compounds = false;    // of a head: it may end a compound, "Heimatverein"
  bool capitalised = false;  // its words begin with capitals
  std::string office = {};
  std::string rule = {};
};

// Immutable once its lexicon is built; any thread may call.
class NameCues {
 public:
  // Reads the `entities` sections and `demonyms` tables of `packs`.
  NameCues(const PackSet& packs, const EntityNames& names, Lexicon::Builder& lexicon, PackErrors& errors);

  // What a hit means whose kind is one of SenseOf().
  const Cue& At(const Hit& hit) const { return cues_[hit.sense.entry]; }
  CueKind KindOf(const Hit& hit) const { return kinds_[hit.sense.entry]; }
  // How many tokens the longest cue of `kind` has; 0 if there is none.
  std::uint32_t LongestOf(CueKind kind) const { return longest_[static_cast<std::size_t>(kind)]; }
  // Whether a pack has `word`, folded, as a surname.
  bool IsSurname(std::string_view word) const { return surnames_.contains(word); }
  // Whether nouns are capitalised in one of `languages` as names are.
  bool NounsCapitalised(LanguageSet languages) const { return (languages & nouns_capitalised_) != 0; }
  // Whether it ends as names of towns do: "-hausen".
  bool EndsAsTown(std::string_view word) const { return EndsWithAny(town_endings_, word); }
  // Whether one of `languages` has articles, so that a bare noun opens no sentence.
  bool HasArticles(LanguageSet languages) const { return (languages & articles_) != 0; }
  // Whether `word`, folded, stands behind places' names in one of them. Such words are too many for the lexicon.
  bool StandsBehindPlaces(std::string_view word, LanguageSet languages) const {
    const auto found = behind_places_.find(word);
    return found != behind_places_.end() && (found->second & languages) != 0;
  }
  // Whether one of `languages` lists what stands behind the names of places.
  bool KnowsWhatFollowsPlaces(LanguageSet languages) const { return (languages & after_places_) != 0; }
  // Whether a small word may stand between a role and the name: "koncern energetyczny Sample".
  bool MayFollowRole(std::string_view word, LanguageSet languages) const {
    return (role_languages_ & languages) != 0 &&
           std::any_of(role_endings_.begin(), role_endings_.end(), [&](const auto& ending) {
             return (ending.second & languages) != 0 && word.size() > ending.first.size() &&
                    word.ends_with(ending.first);
           });
  }
  // Whether `word`, folded, ends as no name of a person does: "현역의".
  bool EndsAsNoPerson(std::string_view word) const { return EndsWithAny(no_people_endings_, word); }
  // Whether it says between a name and a title where somebody works, or that they no longer do: "국토부", "전".
  bool StandsBeforeTitles(std::string_view word) const {
    return before_titles_.contains(word) || EndsWithAny(affiliation_endings_, word);
  }
  // Whether `word`, folded, ends as common nouns of those languages do: "-ungen".
  bool EndsAsNoun(std::string_view word) const { return EndsWithAny(noun_endings_, word); }

 private:
  static bool EndsWithAny(const std::vector<std::string>& endings, std::string_view word) {
    return std::any_of(endings.begin(), endings.end(), [word](const std::string& end) {
      return word.size() > end.size() + 1 && word.back() == end.back() && word.ends_with(end);
    });
  }
  void ReadRule(const Pack& pack, const PackRule& rule, Lexicon::Builder& lexicon);
  void ReadAfterPlaces(const Pack& pack, Lexicon::Builder& lexicon);
  void ReadDemonyms(const Pack& pack, const EntityNames& names, Lexicon::Builder& lexicon);
  void Add(const std::vector<std::string>& words, const Cue& cue, LanguageSet languages, Lexicon::Builder& lexicon);

  std::vector<Cue> cues_;
  std::vector<CueKind> kinds_;  // of each cue, apart, since most are asked for nothing else
  std::array<std::uint32_t, kCueKinds> longest_ = {};
  LanguageSet nouns_capitalised_ = 0;
  LanguageSet articles_ = 0;
  LanguageSet after_places_ = 0;
  TextTable<LanguageSet> behind_places_;
  std::vector<std::string> noun_endings_;
  std::vector<std::string> town_endings_;
  std::vector<std::string> no_people_endings_;
  std::vector<std::pair<std::string, LanguageSet>> role_endings_;
  LanguageSet role_languages_ = 0;  // that have such endings
  std::vector<std::string> affiliation_endings_;
  TextTable<bool> before_titles_;
  TextTable<bool> surnames_;
};

}  // namespace newsgraph::extract
