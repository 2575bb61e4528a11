#include "extract/nouns.h"

#include <utility>

namespace newsgraph::extract {
namespace {

Sense NounSense(std::size_t entry, const Pack& pack, SenseKind kind = SenseKind::kNoun) {
  Sense sense;
  sense.kind = kind;
  sense.compound_head = true;
  sense.entry = static_cast<std::uint32_t>(entry);
  sense.languages = pack.languages;
  return sense;
}

void AddUnlessKnown(const std::string& id, Catalogue& catalogue) {
  if (catalogue.FindConcept(id) == nullptr) catalogue.Add(Concept{id, ""});
}

}  // namespace

Nouns::Nouns(const PackSet& packs, Lexicon::Builder& lexicon, Catalogue& catalogue) {
  for (const Pack& pack : packs.packs()) ReadConcepts(pack, catalogue);
  for (const Pack& pack : packs.packs()) {
    ReadNouns(pack, lexicon, catalogue);
    ReadCounters(pack, lexicon, catalogue);
  }
}

void Nouns::ReadConcepts(const Pack& pack, Catalogue& catalogue) {
  for (const auto& [id, broader] : pack.root["concepts"].Entries()) catalogue.Add(Concept{id, broader.Text()});
}

void Nouns::ReadNouns(const Pack& pack, Lexicon::Builder& lexicon, Catalogue& catalogue) {
  for (const auto& [id, words] : pack.root["nouns"].Entries()) {
    for (const std::string& word : words.Words()) lexicon.Add(word, NounSense(nouns_.size(), pack));
    AddUnlessKnown(id, catalogue);
    nouns_.push_back({id, false, {}});
  }
  for (const auto& [id, words] : pack.root["counted_nouns"].Entries()) {
    const Sense sense = NounSense(nouns_.size(), pack, SenseKind::kCountedNoun);
    for (const std::string& word : words.Words()) lexicon.Add(word, sense);
    nouns_.push_back({id, false, {}});
  }
}

void Nouns::ReadCounters(const Pack& pack, Lexicon::Builder& lexicon, Catalogue& catalogue) {
  for (const auto& [word, counts] : pack.root["counters"].Entries()) {
    lexicon.Add(word, NounSense(nouns_.size(), pack));
    nouns_.push_back({"unit", true, counts.Words()});
  }
  for (const std::string& word : pack.root["others"].Words()) {
    lexicon.Add(word, NounSense(nouns_.size(), pack));
    nouns_.push_back({"", true, {}});
  }
  AddUnlessKnown("unit", catalogue);
}

}  // namespace newsgraph::extract
