// The nouns of all packs and the concepts that they stand for.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/lexicon.h"
#include "extract/pack.h"
#include "model/catalogue.h"

namespace newsgraph::extract {

struct Noun {
  // "data center"; empty for a word that only stands for something named before:
  // "others", "davon".
  std::string concept_id;
  // A mere counting word ("unit", "Stück", 台): what is counted is said elsewhere.
  bool generic = false;
  // For a generic one: what it may count; empty: anything, or with `goods` anything that is made and sold.
  std::vector<std::string> counts;
  // What is narrower than one of those: 台 counts robots, so it counts humanoid ones.
  std::vector<std::string> narrower;
  bool goods = false;
  // It stands at the end of longer words: "Rechenzentrum", but "warehouses" are no houses.
  bool in_compounds = true;

  bool MayCount(const std::string& id) const;
};

// Immutable once its lexicon is built; any thread may call.
class Nouns {
 public:
  // The headline and the lead: what a text is about.
  static constexpr std::uint32_t kTopicTokens = 60;

  // Reads the tables `concepts` (what is broader), `nouns`, `counted_nouns`, `counters`
  // and `others` of `packs`, and asks `lexicon` for their words: as SenseKind::kNoun,
  // and `counted_nouns` as SenseKind::kCountedNoun. The concepts go to `catalogue`,
  // but for those that are only counted: no claim is about them.
  Nouns(const PackSet& packs, Lexicon::Builder& lexicon, Catalogue& catalogue);

  // What a hit of either kind means.
  const Noun& Of(const Hit& hit) const { return nouns_[hit.sense.entry]; }

  // The broadest concept that `concept_id` is a kind of; itself where there is none.
  std::string_view FamilyOf(std::string_view concept_id) const;

  // Whether it is made and sold: nothing of the table `not_goods`, nor of a kind of that.
  bool IsGoods(std::string_view concept_id) const;

  // Whether it says of no kind of thing what was done with it: "order", "shipment".
  bool IsVague(std::string_view concept_id) const;

  // The thing that `counter` may count of whose kind headline and lead speak most before `token`; null if there is
  // none.
  const Noun* TopicOf(const Document& document, std::uint32_t token, const Noun& counter) const;

  // The first thing of the kind of `unit` that the headline or lead names before
  // `token`, else `unit`: "5,000 units" are of what a text is about, not of what an
  // earlier sentence compared that with.
  std::string InTopic(const Document& document, std::uint32_t token, const std::string& unit) const;

 private:
  void Add(Noun noun, const Catalogue& catalogue);
  void ReadConcepts(const Pack& pack, Catalogue& catalogue);
  void ReadNouns(const Pack& pack, Lexicon::Builder& lexicon, Catalogue& catalogue);
  void ReadCounters(const Pack& pack, Lexicon::Builder& lexicon, Catalogue& catalogue);

  std::vector<Noun> nouns_;
  std::map<std::string, std::string, std::less<>> families_;  // only of concepts that have a broader one
  std::set<std::string, std::less<>> not_goods_;
  std::set<std::string, std::less<>> vague_;
};

}  // namespace newsgraph::extract
