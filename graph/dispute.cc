#include "graph/dispute.h"

#include <algorithm>
#include <utility>

#include "compare/judge_pair.h"
#include "compare/told_apart.h"

namespace newsgraph::graph {

Dispute::Dispute(const std::string& key, const std::set<std::uint64_t>& changed, std::vector<FiledClaim> fresh,
                 Comparison& comparison, const Catalogue& catalogue)
    : key_(key), comparison_(comparison) {
  Replace(changed, std::move(fresh));
  Compare(catalogue);
  Close();
  Split();
}

void Dispute::Replace(const std::set<std::uint64_t>& changed, std::vector<FiledClaim> fresh) {
  for (const std::uint64_t article : changed) {
    for (auto at = comparison_.claims.lower_bound({article, 0});
         at != comparison_.claims.end() && at->first.article == article;) {
      comparison_.forms.Remove(at->second);
      leaving_.insert(comparison_.claims.extract(at++));
    }
  }
  for (FiledClaim& claim : fresh) {
    const ClaimPlace place = PlaceOf(claim);
    FiledClaim* const at = &comparison_.claims.insert_or_assign(place, std::move(claim)).first->second;
    comparison_.forms.Add(*at);
    fresh_at_.emplace(at, fresh_.size());
    fresh_.push_back(at);
  }
}

void Dispute::Compare(const Catalogue& catalogue) {
  for (FiledClaim* const claim : fresh_) {
    for (const compare::Contradiction& found : comparison_.forms.Against(key_, *claim, catalogue)) {
      // The forms know no other claims than filed ones; those that are fresh, too, meet each other once.
      FiledClaim* const other = &comparison_.claims.at(PlaceOf(static_cast<const FiledClaim&>(*found.claim)));
      const auto at = fresh_at_.find(other);
      if (at == fresh_at_.end() || at->second > fresh_at_.at(claim)) Meet(claim, other, found.judgement, catalogue);
    }
    for (auto at = comparison_.claims.upper_bound(PlaceOf(*claim));
         at != comparison_.claims.end() && at->first.article == claim->article; ++at) {
      const auto judgement = compare::AlertUnder(key_, claim->statement(), at->second.statement(), catalogue);
      if (judgement) Meet(claim, &at->second, *judgement, catalogue);
    }
  }
}

void Dispute::Meet(FiledClaim* claim, FiledClaim* other, const compare::Judgement& judgement,
                   const Catalogue& catalogue) {
  if (AreToldApart(*claim, *other, judgement, catalogue)) return;
  pairs_.push_back({claim, other, judgement.severity});
  against_[other].push_back(fresh_at_.at(claim));
  std::vector<std::size_t>& own = against_[claim];
  if (const auto at = fresh_at_.find(other); at != fresh_at_.end()) own.push_back(at->second);
}

bool Dispute::AreToldApart(const FiledClaim& a, const FiledClaim& b, const compare::Judgement& judgement,
                           const Catalogue& catalogue) const {
  const std::vector<const compare::Statement*> with_a = OfArticle(a.article);
  const std::vector<const compare::Statement*> with_b = OfArticle(b.article);
  return compare::AreToldApart(judgement, a.statement(), with_a, b.statement(), with_b, catalogue);
}

std::vector<const compare::Statement*> Dispute::OfArticle(std::uint64_t article) const {
  std::vector<const compare::Statement*> out;
  for (auto at = comparison_.claims.lower_bound({article, 0});
       at != comparison_.claims.end() && at->first.article == article; ++at) {
    out.push_back(&at->second.statement());
  }
  return out;
}

void Dispute::Close() {
  std::vector<std::uint32_t> left;
  const auto take = [&](std::uint32_t camp) {
    if (camp != kNoCamp && camps_.insert(camp).second) left.push_back(camp);
  };
  for (const auto& [place, claim] : leaving_) take(claim.camp);
  for (const auto& [claim, against] : against_) take(claim->camp);
  while (!left.empty()) {
    const std::uint32_t camp = left.back();
    left.pop_back();
    for (const std::uint64_t number : comparison_.camps.at(camp).conflicts) {
      if (!conflicts_.insert(number).second) continue;
      for (const std::uint32_t side : comparison_.conflicts.at(number).sides) take(side);
    }
  }
}

const FiledClaim* Dispute::FirstOfRest(const Camp& camp) const {
  for (FiledClaim* const claim : camp.claims) {
    const auto leaves = leaving_.find(PlaceOf(*claim));
    const bool stays = leaves == leaving_.end() || &leaves->second != claim;
    if (stays && !against_.contains(claim)) return claim;
  }
  return nullptr;
}

void Dispute::Split() {
  std::map<std::pair<std::uint32_t, std::vector<std::size_t>>, DisputedClaims> listed;
  std::map<std::uint32_t, std::size_t> taken;
  for (const auto& [place, claim] : leaving_) ++taken[claim.camp];
  for (auto& [claim, against] : against_) {
    std::sort(against.begin(), against.end());
    ++taken[claim->camp];
    // A fresh claim contradicts some that the others of its article do not: itself at least.
    const std::size_t self = fresh_at_.contains(claim) ? fresh_at_.at(claim) + 1 : 0;
    std::vector<std::size_t> mark = against;
    mark.push_back(self + fresh_.size());
    DisputedClaims& unit = listed[{claim->camp, std::move(mark)}];
    if (unit.claims.empty() || PrintedFirst()(claim, unit.first)) unit.first = claim;
    unit.camp = claim->camp;
    unit.against = against;
    unit.claims.push_back(claim);
    unit.count = unit.claims.size();
  }
  for (auto& [mark, unit] : listed) units_.push_back(std::move(unit));
  for (const std::uint32_t camp : camps_) {
    const Camp& members = comparison_.camps.at(camp);
    if (members.claims.size() <= taken[camp]) continue;
    units_.push_back({.camp = camp,
                      .rest = true,
                      .claims = {},
                      .count = members.claims.size() - taken[camp],
                      .first = FirstOfRest(members),
                      .against = {}});
  }
  std::sort(units_.begin(), units_.end(),
            [](const DisputedClaims& a, const DisputedClaims& b) { return PrintedFirst()(a.first, b.first); });
  for (std::size_t at = 0; at < units_.size(); ++at) {
    if (units_[at].rest) rest_of_[units_[at].camp] = at;
    for (const FiledClaim* claim : units_[at].claims) unit_of_[claim] = at;
  }
}

std::optional<std::size_t> Dispute::UnitOf(const FiledClaim* claim) const {
  if (const auto at = unit_of_.find(claim); at != unit_of_.end()) return at->second;
  if (const auto leaves = leaving_.find(PlaceOf(*claim)); leaves != leaving_.end() && &leaves->second == claim) {
    return std::nullopt;
  }
  const auto rest = rest_of_.find(claim->camp);
  return rest == rest_of_.end() ? std::nullopt : std::optional(rest->second);
}

std::vector<FiledClaim*> Dispute::ClaimsOf(const DisputedClaims& unit) const {
  if (!unit.rest) return unit.claims;
  std::vector<FiledClaim*> claims;
  for (FiledClaim* const claim : comparison_.camps.at(unit.camp).claims) {
    const std::optional<std::size_t> at = UnitOf(claim);
    if (at && &units_[*at] == &unit) claims.push_back(claim);
  }
  return claims;
}

compare::Disagreements Dispute::Contradictions() const {
  compare::Disagreements out(units_.size());
  std::map<std::uint32_t, std::vector<std::size_t>> of_camp;
  for (std::size_t at = 0; at < units_.size(); ++at) {
    if (units_[at].camp != kNoCamp) of_camp[units_[at].camp].push_back(at);
    for (const std::size_t fresh : units_[at].against) {
      const auto other = unit_of_.find(fresh_[fresh]);
      if (other != unit_of_.end()) out.Add(at, other->second);
    }
  }
  for (const std::uint64_t number : conflicts_) {
    const std::vector<std::uint32_t>& sides = comparison_.conflicts.at(number).sides;
    for (std::size_t a = 0; a < sides.size(); ++a) {
      for (std::size_t b = a + 1; b < sides.size(); ++b) {
        for (const std::size_t one : of_camp[sides[a]]) {
          for (const std::size_t other : of_camp[sides[b]]) out.Add(one, other);
        }
      }
    }
  }
  return out;
}

}  // namespace newsgraph::graph
