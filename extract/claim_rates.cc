#include "extract/claim_rates.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::extract {
namespace {

using Things = std::set<std::string_view>;  // ids

bool IsOfOneThing(const Claim& claim, const Things& named, const Nouns& nouns, const Catalogue& catalogue) {
  const Entity* const subject = catalogue.FindEntity(claim.subject);
  if ((subject != nullptr && IsThing(subject->type)) || named.contains(claim.subject)) return true;
  return catalogue.FindConcept(claim.object) != nullptr && nouns.IsGoods(claim.object);
}

// "at $30,000 each, a total of $12 million": where the same thing has a sum beside it that says what it is per, this
// one is per nothing. Claims are in order of their sentences.
bool StandsBesideRate(const Claim& claim, const Extraction& read) {
  const auto beside = std::ranges::equal_range(read.claims, claim.sentence.begin, {},
                                               [](const Claim& each) { return each.sentence.begin; });
  return std::ranges::any_of(beside, [&](const Claim& each) {
    return each.value.kind == ValueRef::Kind::kFigure && !read.figures[each.value.index].per.empty() &&
           each.metric == claim.metric && each.subject == claim.subject && each.object == claim.object;
  });
}

// The things that `read` names and no pack.
Things NamedIn(const Extraction& read) {
  Things things;
  for (const MentionedEntity& each : read.entities) {
    if (IsThing(each.entity.type)) things.insert(each.entity.id);
  }
  return things;
}

}  // namespace

void TakeUnitPrices(const ClaimRules& rules, const Nouns& nouns, const Catalogue& catalogue, Extraction& read) {
  const Things named = NamedIn(read);
  std::vector<std::string> rates(read.figures.size());
  for (const Claim& claim : read.claims) {
    if (claim.value.kind != ValueRef::Kind::kFigure || !rules.of_each.contains(claim.metric)) continue;
    const Figure& figure = read.figures[claim.value.index];
    if (figure.kind != FigureKind::kMoney || !figure.per.empty()) continue;
    const bool of_share =
        std::ranges::any_of(rules.measured_by, [&](const auto& each) { return each.second == claim.object; });
    const bool of_one = IsOfOneThing(claim, named, nouns, catalogue) && !StandsBesideRate(claim, read);
    rates[claim.value.index] = of_share ? "share" : of_one ? "unit" : "";
  }
  for (std::size_t i = 0; i < rates.size(); ++i) {
    Figure& figure = read.figures[i];
    // "$13,500 (98,000 yuan)": the same sum in other money refers to it.
    if (figure.parallel_to && figure.per.empty()) rates[i] = rates[*figure.parallel_to];
    if (!rates[i].empty()) figure.per = rates[i];
  }
}

}  // namespace newsgraph::extract
