#include "extract/claim_rates.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace newsgraph::extract {
namespace {

bool IsOfOneThing(const Claim& claim, const Nouns& nouns, const Catalogue& catalogue, const Extraction& read) {
  const Entity* subject = catalogue.FindEntity(claim.subject);
  const auto named = std::ranges::find(read.entities, claim.subject, [](const auto& each) { return each.entity.id; });
  if (subject == nullptr && named != read.entities.end()) subject = &named->entity;
  if (subject != nullptr && IsThing(subject->type)) return true;
  return catalogue.FindConcept(claim.object) != nullptr && nouns.IsGoods(claim.object);
}

// "at $30,000 each, a total of $12 million": where the same thing has a sum beside it that says what it is per, this
// one is per nothing.
bool StandsBesideRate(const Claim& claim, const Extraction& read) {
  return std::ranges::any_of(read.claims, [&](const Claim& each) {
    return each.value.kind == ValueRef::Kind::kFigure && !read.figures[each.value.index].per.empty() &&
           each.sentence == claim.sentence && each.metric == claim.metric && each.subject == claim.subject &&
           each.object == claim.object;
  });
}

// "unit", or "share" of what shares cost; empty where it is of no one thing.
std::string PerOf(const Claim& claim, const ClaimRules& rules, const Nouns& nouns, const Catalogue& catalogue,
                  const Extraction& read) {
  if (std::ranges::any_of(rules.measured_by, [&](const auto& each) { return each.second == claim.object; }))
    return "share";
  return IsOfOneThing(claim, nouns, catalogue, read) && !StandsBesideRate(claim, read) ? "unit" : "";
}

}  // namespace

void TakeUnitPrices(const ClaimRules& rules, const Nouns& nouns, const Catalogue& catalogue, Extraction& read) {
  std::vector<std::string> rates(read.figures.size());
  for (const Claim& claim : read.claims) {
    if (claim.value.kind != ValueRef::Kind::kFigure || !rules.of_each.contains(claim.metric)) continue;
    const Figure& figure = read.figures[claim.value.index];
    if (figure.kind == FigureKind::kMoney && figure.per.empty())
      rates[claim.value.index] = PerOf(claim, rules, nouns, catalogue, read);
  }
  for (std::size_t i = 0; i < rates.size(); ++i) {
    Figure& figure = read.figures[i];
    // "$13,500 (98,000 yuan)": the same sum in other money refers to it.
    if (figure.parallel_to && figure.per.empty()) rates[i] = rates[*figure.parallel_to];
    if (!rates[i].empty()) figure.per = rates[i];
  }
}

}  // namespace newsgraph::extract
