#include "extract/entities.h"

#include <algorithm>
#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <utility>

#include "extract/acting_names.h"
#include "extract/caseless_names.h"
#include "extract/described_names.h"
#include "extract/ideograph_names.h"
#include "extract/name_forms.h"
#include "extract/person_names.h"
#include "extract/place_forms.h"
#include "extract/provisional_entities.h"
#include "extract/repeated_names.h"
#include "extract/uncased_names.h"
#include "extract/weak_names.h"

namespace newsgraph::extract {
namespace {

// The subject that stands for all mentions of `entity`, which `mention` is one of.
std::uint32_t FirstSubject(const ArticleNames& article, const Entity& entity, const Mention& mention) {
  if (&entity == mention.entity || !article.names().Has(entity)) return article.FirstSubjectOf(entity, mention.subject);
  const std::span<const Entity* const> all = article.subjects();
  return static_cast<std::uint32_t>(std::find(all.begin(), all.end(), &entity) - all.begin());
}

// By first mention, each entity once; forms of one name that no pack knows are one.
std::vector<MentionedEntity> Grouped(const ArticleNames& article) {
  constexpr std::uint32_t kNone = ~std::uint32_t{0};
  const std::pmr::vector<const Mention*> mentions = article.InTextOrder();
  const NameForms forms(article, mentions);
  std::pmr::vector<const Entity*> entities(article.memory());
  std::pmr::vector<std::uint32_t> sizes(article.memory());
  std::pmr::vector<std::uint32_t> place(article.subjects().size(), kNone, article.memory());
  std::pmr::vector<std::uint32_t> place_of_first(article.subjects().size(), kNone, article.memory());
  for (const Mention* mention : mentions) {
    std::uint32_t& at = place[mention->subject];
    if (at == kNone) {
      const Entity& entity = forms.Of(*mention);
      std::uint32_t& first = place_of_first[FirstSubject(article, entity, *mention)];
      if (first == kNone) {
        first = static_cast<std::uint32_t>(entities.size());
        entities.push_back(&entity);
        sizes.push_back(0);
      }
      at = first;
    }
    ++sizes[at];
  }
  std::vector<MentionedEntity> grouped;
  grouped.reserve(entities.size());
  for (std::size_t i = 0; i < entities.size(); ++i) {
    grouped.push_back({*entities[i], {}});
    grouped.back().mentions.reserve(sizes[i]);
  }
  for (const Mention* mention : mentions) grouped[place[mention->subject]].mentions.push_back(mention->span);
  return grouped;
}

void Append(const Mentions& more, Mentions& to) { to.insert(to.end(), more.begin(), more.end()); }

}  // namespace

EntityFinder::EntityFinder(const PackSet& packs, Lexicon::Builder& lexicon, Catalogue& catalogue, PackErrors& errors)
    : names_(packs, lexicon, catalogue, errors),
      cues_(packs, names_, lexicon, errors),
      offices_(packs, names_, errors),
      model_numbers_(packs, names_, errors) {}

// Of several entities with one name, the one that the words beside it tell, or
// else the one whose surroundings the article names.
const Entity& EntityFinder::Chosen(const ArticleNames& article, std::span<const ArticleNames::KnownName> same) const {
  const ArticleNames::KnownName* best = nullptr;
  int best_score = -1;
  for (const ArticleNames::KnownName& name : same) {
    const bool told = same.size() > 1 && IsTold(article, name);
    const bool weak = name.match.name->weak || name.match.name->bare_number;
    if (weak && !told) continue;
    const int score = told ? 100 : same.size() > 1 ? article.Surroundings(*name.match.name) : 0;
    if (score > best_score) {
      best = &name;
      best_score = score;
    }
  }
  return names_.entity(*best->match.name);
}

Mentions EntityFinder::KnownNames(const ArticleNames& article) const {
  Mentions mentions(article.memory());
  mentions.reserve(article.known().size());
  const std::span<const ArticleNames::KnownName> known = article.known();
  for (std::size_t begin = 0, end = 0; begin < known.size(); begin = end) {
    bool sure = false;
    for (end = begin; end < known.size() && known[end].first_token == known[begin].first_token &&
                      known[end].end_token == known[begin].end_token;
         ++end) {
      sure = sure || (!known[end].match.name->weak && !known[end].match.name->bare_number);
    }
    const ArticleNames::KnownName& first = known[begin];
    if (!sure || IsLastName(article, first)) continue;
    mentions.push_back(
        {first.first_token, first.end_token, first.match.span,
         end == begin + 1 ? &names_.entity(*first.match.name) : &Chosen(article, known.subspan(begin, end - begin))});
  }
  return mentions;
}

void EntityFinder::AcceptWeakNames(ArticleNames& article) const {
  const bool nouns_capitalised = article.NounsCapitalised();
  for (const ArticleNames::KnownName& name : article.known()) {
    if (!name.match.name->weak && !name.match.name->bare_number) continue;
    if (!article.Free(name.first_token, name.end_token) || IsLastName(article, name)) continue;
    if (!IsEvident(article, name, nouns_capitalised)) continue;
    article.Accept({name.first_token, name.end_token, name.match.span, &names_.entity(*name.match.name)});
  }
}

std::vector<MentionedEntity> EntityFinder::Find(const Document& document) const {
  ArticleNames article(document, names_, cues_);
  Mentions sure = KnownNames(article);
  Append(offices_.Find(article), sure);
  Append(model_numbers_.Find(article), sure);
  Append(FindByForm(article), sure);
  article.AcceptLongest(std::move(sure));
  AcceptWeakNames(article);
  article.AcceptLongest(offices_.FindAlone(article));
  const bool nouns_capitalised = article.NounsCapitalised();
  const std::uint32_t most_words = nouns_capitalised ? 2 : 3;
  article.AcceptLongest(FindPeople(article, most_words));
  article.AcceptLongest(FindWithAgeOrParty(article, most_words));
  article.AcceptLongest(FindOfPeople(article));
  if (!nouns_capitalised) article.AcceptLongest(FindTowns(article));
  PeopleByName people(article, PeopleByName::Part::kLast);
  article.AcceptLongest(FindTitled(article, people));
  article.AcceptLongest(FindUncasedFirms(article));
  article.AcceptLongest(FindUncasedPeople(article));
  article.AcceptLongest(FindCaseless(article));
  article.AcceptLongest(FindByCharacters(article));
  article.AcceptLongest(FindByCompany(article));
  article.AcceptLongest(FindDescribed(article));
  article.AcceptLongest(FindAbbreviations(article));
  AcceptWeakNames(article);  // what was found since may be evidence
  article.AcceptLongest(FindLastNames(article, people));
  article.AcceptLongest(FindPlacesByForm(article));
  article.AcceptLongest(FindActing(article));
  article.AcceptLongest(FindRepeated(article));
  return Grouped(article);
}

}  // namespace newsgraph::extract
