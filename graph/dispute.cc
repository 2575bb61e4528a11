#include "graph/dispute.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "compare/judge_pair.h"
#include "compare/told_apart.h"

namespace newsgraph::graph {

Dispute::Dispute(const std::string& key, const std::set<std::uint64_t>& changed, const std::vector<FreshRow>& fresh,
                 Comparison& comparison, const Catalogue& catalogue)
    : key_(key), comparison_(comparison), leaving_(comparison.rows->memory()) {
  Replace(changed, fresh);
  Compare(catalogue);
  Close();
  Split();
}

void Dispute::Replace(const std::set<std::uint64_t>& changed, const std::vector<FreshRow>& fresh) {
  for (const std::uint64_t article : changed) {
    for (auto at = comparison_.claims.lower_bound({article, 0});
         at != comparison_.claims.end() && at->first.article == article;) {
      comparison_.forms.Remove(at->second);
      leaving_.insert(comparison_.claims.extract(at++));
    }
  }
  for (const FreshRow& row : fresh) {
    const std::vector<FiledClaim*> filed = comparison_.File(row.article, row.row);
    Check(!filed.empty(), "fresh claims are sound");
    for (FiledClaim* const claim : filed) {
      fresh_at_.emplace(claim, fresh_.size());
      fresh_.push_back(claim);
    }
  }
}

void Dispute::Compare(const Catalogue& catalogue) {
  for (std::size_t fresh = 0; fresh < fresh_.size(); ++fresh) {
    CompareWithOthers(fresh, catalogue);
    if (!fresh_[fresh]->is_alone()) CompareWithin(fresh, catalogue);
  }
}

void Dispute::CompareWithOthers(std::size_t fresh, const Catalogue& catalogue) {
  const FiledClaim& claim = *fresh_[fresh];
  const compare::Statement statement = comparison_.forms.StatementOf(claim);
  const std::vector<const compare::Statement*> article = OfArticle(claim);
  // Who is quoted, which a form does not know, matters only where an article has several claims.
  const compare::Statement& own = claim.is_alone() ? statement : claim.Read().statement();
  comparison_.forms.Against(key_, statement, catalogue, [&](const compare::Contradiction& found) {
    // The forms know no other claims than filed ones; those that are fresh, too, meet each other once.
    auto* const other = static_cast<FiledClaim*>(found.claim);
    const auto at = fresh_at_.find(other);
    if (at != fresh_at_.end() && at->second < fresh) return;
    const compare::Statement& its = other->is_alone() ? *found.statement : other->Read().statement();
    if (compare::AreToldApart(found.in_doubt, own, article, its, OfArticle(*other), catalogue)) return;
    Meet(fresh, other, found.severity);
  });
}

void Dispute::CompareWithin(std::size_t fresh, const Catalogue& catalogue) {
  FiledClaim* const claim = fresh_[fresh];
  const compare::Statement& own = claim->Read().statement();
  const std::vector<const compare::Statement*> article = OfArticle(*claim);
  for (auto at = comparison_.claims.upper_bound(PlaceOf(*claim));
       at != comparison_.claims.end() && at->first.article == claim->article_number(); ++at) {
    const compare::Statement& other = at->second.Read().statement();
    const auto judgement = compare::AlertUnder(key_, own, other, catalogue);
    if (!judgement || compare::AreToldApart(!judgement->doubts.empty(), own, article, other, article, catalogue)) {
      continue;
    }
    Meet(fresh, &at->second, judgement->severity);
  }
}

void Dispute::Meet(std::size_t fresh, FiledClaim* other, Severity severity) {
  meetings_.push_back({other, fresh, severity});
  const auto at = fresh_at_.find(other);
  if (at != fresh_at_.end()) meetings_.push_back({fresh_[fresh], at->second, severity});
}

// The claims of an article that has several under the key.
std::vector<const compare::Statement*> Dispute::OfArticle(const FiledClaim& claim) const {
  std::vector<const compare::Statement*> out;
  if (claim.is_alone()) return out;
  for (auto at = comparison_.claims.lower_bound({claim.article_number(), 0});
       at != comparison_.claims.end() && at->first.article == claim.article_number(); ++at) {
    out.push_back(&at->second.Read().statement());
  }
  return out;
}

void Dispute::Close() {
  std::vector<std::uint32_t> left;
  const auto take = [&](std::uint32_t camp) {
    if (camp != kNoCamp && camps_.insert(camp).second) left.push_back(camp);
  };
  for (const auto& [place, claim] : leaving_) take(claim.camp);
  std::uint32_t last = kNoCamp;
  for (const Meeting& meeting : meetings_) {
    if (meeting.claim->camp != last) take(last = meeting.claim->camp);
  }
  while (!left.empty()) {
    const std::uint32_t camp = left.back();
    left.pop_back();
    for (const std::uint64_t number : comparison_.camps.at(camp).conflicts) {
      if (!conflicts_.insert(number).second) continue;
      for (const std::uint32_t side : comparison_.conflicts.at(number).sides) take(side);
    }
  }
}

// What stays of a camp.
std::size_t Dispute::CountOf(std::uint32_t camp) const {
  const auto leaving =
      std::count_if(leaving_.begin(), leaving_.end(), [camp](const auto& entry) { return entry.second.camp == camp; });
  return comparison_.camps.at(camp).claims.size() - static_cast<std::size_t>(leaving);
}

const FiledClaim* Dispute::FirstOfRest(std::uint32_t camp, Meetings begin, Meetings end) const {
  for (FiledClaim* const claim : comparison_.camps.at(camp).claims) {
    const bool meets = std::binary_search(begin, end, Meeting{claim, 0, {}},
                                          [](const Meeting& a, const Meeting& b) { return a.claim < b.claim; });
    if (!meets && !Leaves(*claim)) return claim;
  }
  return nullptr;
}

bool Dispute::Leaves(const FiledClaim& claim) const {
  const auto at = leaving_.find(PlaceOf(claim));
  return at != leaving_.end() && &at->second == &claim;
}

void Dispute::Split() {
  std::sort(meetings_.begin(), meetings_.end(), [](const Meeting& a, const Meeting& b) {
    return std::tuple(a.claim->camp, a.claim, a.fresh) < std::tuple(b.claim->camp, b.claim, b.fresh);
  });
  std::set<std::uint32_t> untouched = camps_;
  for (auto begin = meetings_.cbegin(); begin != meetings_.cend();) {
    const std::uint32_t camp = begin->claim->camp;
    const auto end = std::find_if(begin, meetings_.cend(), [&](const Meeting& one) { return one.claim->camp != camp; });
    SplitCamp(camp, begin, end);
    untouched.erase(camp);
    begin = end;
  }
  for (const std::uint32_t camp : untouched) SplitCamp(camp, meetings_.cend(), meetings_.cend());
  AddFresh();
  std::sort(units_.begin(), units_.end(),
            [](const DisputedClaims& a, const DisputedClaims& b) { return PrintedFirst()(a.first, b.first); });
  for (std::size_t at = 0; at < units_.size(); ++at) {
    if (units_[at].rest) rest_of_[units_[at].camp] = at;
    for (const FiledClaim* claim : units_[at].claims) unit_of_[claim] = at;
  }
}

// Those of the claims of a camp that meet fresh ones become units, by which these are; what is left is one as well.
// Where nothing is left, it is the largest of them that need not be listed.
void Dispute::SplitCamp(std::uint32_t camp, Meetings begin, Meetings end) {
  std::map<std::vector<std::size_t>, Marked> by_mark;
  Marked* last = nullptr;
  std::size_t count = 0;
  std::vector<std::size_t> mark;
  for (auto at = begin; at != end;) {
    auto next = at;
    for (mark.clear(); next != end && next->claim == at->claim; ++next) mark.push_back(next->fresh);
    if (camp != kNoCamp || !fresh_at_.contains(at->claim)) {
      if (last == nullptr || last->unit.against != mark) last = &by_mark[mark];
      last->unit.against = mark;
      last->Add(at, next);
      ++count;
    }
    at = next;
  }
  const std::size_t all = camp == kNoCamp ? 0 : CountOf(camp);
  if (count < all) {
    DisputedClaims& rest = units_.emplace_back();
    rest.camp = camp;
    rest.rest = true;
    rest.count = all - count;
    rest.first = FirstOfRest(camp, begin, end);
  } else if (camp != kNoCamp && count > 0) {
    const auto by_count = [](const auto& a, const auto& b) { return a.second.unit.count < b.second.unit.count; };
    DisputedClaims& largest = std::max_element(by_mark.begin(), by_mark.end(), by_count)->second.unit;
    largest.rest = true;
    largest.claims.clear();
  }
  for (auto& [against, marked] : by_mark) {
    marked.unit.camp = camp;
    units_.push_back(std::move(marked.unit));
    for (const Meeting& worst : marked.worst) pairs_.push_back({fresh_[worst.fresh], worst.claim, worst.severity});
  }
}

void Dispute::Marked::Add(Meetings begin, Meetings end) {
  FiledClaim* const claim = begin->claim;
  const PrintedFirst printed_first;
  unit.claims.push_back(claim);
  unit.count = unit.claims.size();
  const bool first = unit.first == nullptr || printed_first(claim, unit.first);
  if (first) unit.first = claim;
  if (worst.empty()) worst.assign(begin, end);
  for (Meeting& known : worst) {
    const Meeting& meeting = *begin++;
    const bool as_bad = meeting.severity == known.severity && printed_first(claim, known.claim);
    if (meeting.severity > known.severity || as_bad) known = meeting;
  }
}

// A fresh claim contradicts some that no other claim does, none of its own article: it is a unit by itself.
void Dispute::AddFresh() {
  std::map<FiledClaim*, std::vector<std::size_t>> against;
  for (const Meeting& meeting : meetings_) {
    against.try_emplace(fresh_[meeting.fresh]);
    if (!fresh_at_.contains(meeting.claim)) continue;
    against[meeting.claim].push_back(meeting.fresh);
    pairs_.push_back({fresh_[meeting.fresh], meeting.claim, meeting.severity});
  }
  for (auto& [claim, others] : against) {
    DisputedClaims& unit = units_.emplace_back();
    unit.claims = {claim};
    unit.count = 1;
    unit.first = claim;
    unit.against = std::move(others);
  }
}

std::optional<std::size_t> Dispute::UnitOf(const FiledClaim* claim) const {
  if (const auto at = unit_of_.find(claim); at != unit_of_.end()) return at->second;
  if (Leaves(*claim)) return std::nullopt;
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
