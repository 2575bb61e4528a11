#include "extract/nouns.h"

#include <absl/container/inlined_vector.h>

#include <algorithm>
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

void Nouns::Add(Noun noun, const Catalogue& catalogue) {
  for (const auto& [id, each] : catalogue.concepts()) {
    const auto holds = [&](const std::string& counted) { return id != counted && catalogue.IsPartOf(id, counted); };
    if (std::any_of(noun.counts.begin(), noun.counts.end(), holds)) noun.narrower.push_back(id);
  }
  nouns_.push_back(std::move(noun));
}

Nouns::Nouns(const PackSet& packs, Lexicon::Builder& lexicon, Catalogue& catalogue) {
  for (const Pack& pack : packs.packs()) {
    ReadConcepts(pack, catalogue);
    for (const std::string& id : pack.root["not_goods"].Words()) not_goods_.insert(id);
    for (const std::string& id : pack.root["vague"].Words()) vague_.insert(id);
  }
  for (const auto& [id, each] : catalogue.concepts()) {
    if (each.broader.empty()) continue;
    const Concept* broader = &each;
    const Concept* next = nullptr;
    while ((next = catalogue.FindConcept(broader->broader)) != nullptr && !next->broader.empty()) broader = next;
    families_[id] = broader->broader;
  }
  for (const Pack& pack : packs.packs()) {
    ReadNouns(pack, lexicon, catalogue);
    ReadCounters(pack, lexicon, catalogue);
  }
}

std::string_view Nouns::FamilyOf(std::string_view concept_id) const {
  const auto found = families_.find(concept_id);
  return found == families_.end() ? concept_id : std::string_view(found->second);
}

bool Nouns::IsGoods(std::string_view concept_id) const {
  return !not_goods_.contains(concept_id) && !not_goods_.contains(FamilyOf(concept_id));
}

bool Noun::MayCount(const std::string& id) const {
  const auto is = [&id](const std::string& each) { return each == id; };
  return counts.empty() || std::any_of(counts.begin(), counts.end(), is) ||
         std::any_of(narrower.begin(), narrower.end(), is);
}

bool Nouns::IsVague(std::string_view concept_id) const { return vague_.contains(concept_id); }

const Noun* Nouns::TopicOf(const Document& document, std::uint32_t token, const Noun& counter) const {
  absl::InlinedVector<std::pair<const Noun*, int>, 8> named;  // the first of each kind, and how often
  const std::uint32_t end = std::min(token, kTopicTokens);
  for (std::uint32_t at = 0; at < end; ++at) {
    const Hit* const hit = document.Longest(at, SenseKind::kNoun);
    if (hit == nullptr) continue;
    const Noun& noun = Of(*hit);
    if (noun.generic || !counter.MayCount(noun.concept_id)) continue;
    if (!IsGoods(noun.concept_id) || IsVague(noun.concept_id)) continue;
    const auto is_kind = [&](const auto& each) {
      return FamilyOf(each.first->concept_id) == FamilyOf(noun.concept_id);
    };
    if (const auto kind = std::ranges::find_if(named, is_kind); kind != named.end()) {
      ++kind->second;
    } else {
      named.emplace_back(&noun, 1);
    }
  }
  const auto most = std::ranges::max_element(named, {}, [](const auto& each) { return each.second; });
  return most == named.end() ? nullptr : most->first;
}

std::string Nouns::InTopic(const Document& document, std::uint32_t token, const std::string& unit) const {
  const std::string_view family = FamilyOf(unit);
  const std::uint32_t end = std::min(token, kTopicTokens);
  for (std::uint32_t at = 0; at < end; ++at) {
    const Hit* hit = document.Longest(at, SenseKind::kNoun);
    if (hit != nullptr && !Of(*hit).generic && FamilyOf(Of(*hit).concept_id) == family) return Of(*hit).concept_id;
  }
  return unit;
}

void Nouns::ReadConcepts(const Pack& pack, Catalogue& catalogue) {
  for (const auto& [id, broader] : pack.root["concepts"].Entries()) catalogue.Add(Concept{id, broader.Text()});
}

void Nouns::ReadNouns(const Pack& pack, Lexicon::Builder& lexicon, Catalogue& catalogue) {
  const bool in_compounds = !pack.root["noun_phrase"]["no_compounds"].Flag();
  for (const auto& [id, words] : pack.root["nouns"].Entries()) {
    for (const std::string& word : words.Words()) lexicon.Add(word, NounSense(nouns_.size(), pack));
    AddUnlessKnown(id, catalogue);
    Add({id, false, {}, {}, false, in_compounds}, catalogue);
  }
  for (const auto& [id, words] : pack.root["counted_nouns"].Entries()) {
    const Sense sense = NounSense(nouns_.size(), pack, SenseKind::kCountedNoun);
    for (const std::string& word : words.Words()) lexicon.Add(word, sense);
    Add({id, false, {}, {}, false, in_compounds}, catalogue);
  }
}

void Nouns::ReadCounters(const Pack& pack, Lexicon::Builder& lexicon, Catalogue& catalogue) {
  for (const auto& [word, counts] : pack.root["counters"].Entries()) {
    lexicon.Add(word, NounSense(nouns_.size(), pack));
    const std::vector<std::string> words = counts.Words();
    const bool goods = words == std::vector<std::string>{"goods"};
    Add({"unit", true, goods ? std::vector<std::string>() : words, {}, goods}, catalogue);
  }
  for (const std::string& word : pack.root["others"].Words()) {
    lexicon.Add(word, NounSense(nouns_.size(), pack));
    Add({"", true, {}, {}, false}, catalogue);
  }
  AddUnlessKnown("unit", catalogue);
}

}  // namespace newsgraph::extract
