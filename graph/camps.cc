#include "graph/camps.h"

#include <algorithm>
#include <utility>

namespace newsgraph::graph {

CampChange::CampChange(const std::vector<compare::Group>& groups, const Dispute& dispute, Comparison& comparison)
    : dispute_(dispute), comparison_(comparison) {
  const std::vector<DisputedClaims>& units = dispute.units();
  for (std::size_t at = 0; at < units.size(); ++at) {
    if (units[at].camp == kNoCamp) continue;
    const auto [heir, is_new] = heirs_.emplace(units[at].camp, at);
    if (units[at].count > units[heir->second].count) heir->second = at;
  }
  // Read before anything moves.
  std::vector<std::vector<FiledClaim*>> rests(units.size());
  for (std::size_t at = 0; at < units.size(); ++at) {
    if (units[at].rest && heirs_.at(units[at].camp) != at) rests[at] = dispute.ClaimsOf(units[at]);
  }
  const std::vector<std::uint32_t> target = Targets(groups);
  for (std::size_t at = 0; at < units.size(); ++at) {
    if (units[at].rest && target[at] != units[at].camp && rests[at].empty()) rests[at] = dispute.ClaimsOf(units[at]);
  }
  TakeLeaving();
  for (std::size_t at = 0; at < units.size(); ++at) {
    for (FiledClaim* claim : units[at].rest ? rests[at] : units[at].claims) Put(claim, target[at]);
  }
  File();
}

// The camp of each side, kept in sides_, and the one to which each unit's claims go.
std::vector<std::uint32_t> CampChange::Targets(const std::vector<compare::Group>& groups) {
  std::map<compare::Side, std::uint32_t> camp_of;
  std::vector<std::uint32_t> target(dispute_.units().size(), kNoCamp);
  for (const compare::Group& group : groups) {
    std::vector<std::uint32_t>& sides = sides_.emplace_back();
    for (const compare::Side& side : group.sides) {
      const auto [known, is_new] = camp_of.emplace(side, kNoCamp);
      if (is_new) known->second = CampFor(side);
      sides.push_back(known->second);
      for (const std::size_t unit : side) target[unit] = known->second;
    }
  }
  return target;
}

void CampChange::TakeLeaving() {
  for (const auto& [place, claim] : dispute_.leaving()) {
    if (claim.camp == kNoCamp) continue;
    moves_.push_back({claim.article_number(), &claim, claim.camp});
    moved_[place] = kNoCamp;
    std::set<FiledClaim*, PrintedFirst>& claims = comparison_.camps.at(claim.camp).claims;
    comparison_.camps.at(claim.camp).origins.reset();
    claims.erase(claims.find(&claim));
  }
}

// Camps that were not stored as such yet are now; those without claims are gone.
void CampChange::File() {
  for (const std::uint32_t number : dispute_.camps()) {
    Camp& camp = comparison_.camps.at(number);
    camp.conflicts.clear();
    if (!camp.filed) {
      for (const FiledClaim* claim : camp.claims) moved_[PlaceOf(*claim)] = number;
    }
    camp.filed = true;
    if (camp.claims.empty()) comparison_.camps.erase(number);
  }
}

// The camp of most of a side's claims, where no other side goes on with it.
std::uint32_t CampChange::CampFor(const compare::Side& side) {
  std::uint32_t camp = kNoCamp;
  std::size_t most = 0;
  for (const std::size_t at : side) {
    const DisputedClaims& unit = dispute_.units()[at];
    if (unit.camp == kNoCamp || heirs_.at(unit.camp) != at || unit.count <= most) continue;
    camp = unit.camp;
    most = unit.count;
  }
  if (camp == kNoCamp) camp = comparison_.camps.empty() ? 1 : comparison_.camps.rbegin()->first + 1;
  comparison_.camps[camp];
  return camp;
}

void CampChange::Put(FiledClaim* claim, std::uint32_t camp) {
  if (claim->camp == camp) return;
  moves_.push_back({claim->article_number(), claim, claim->camp});
  movers_.insert(claim);
  if (claim->camp != kNoCamp) {
    Camp& former = comparison_.camps.at(claim->camp);
    former.claims.erase(claim);
    former.origins.reset();
  }
  if (camp != kNoCamp) {
    Camp& now = comparison_.camps.at(camp);
    now.claims.insert(claim);
    if (now.origins) now.origins->Add(claim->credits());
  }
  claim->camp = camp;
  moved_[PlaceOf(*claim)] = camp;
}

void CampChange::CompareArticles(const std::vector<std::uint32_t>& before, const std::vector<std::uint32_t>& now,
                                 std::set<std::uint64_t>& joined, std::set<std::uint64_t>& left) const {
  const std::set<std::uint32_t> former(before.begin(), before.end());
  const std::set<std::uint32_t> current(now.begin(), now.end());
  std::set<std::uint64_t> touched;
  for (const Move& move : moves_) touched.insert(move.article);
  const auto touch = [&](std::uint32_t number) {
    const auto camp = comparison_.camps.find(number);
    if (camp == comparison_.camps.end()) return;
    for (const FiledClaim* claim : camp->second.claims) touched.insert(claim->article_number());
  };
  for (const std::uint32_t camp : current) {
    if (!former.contains(camp)) touch(camp);
  }
  for (const std::uint32_t camp : former) {
    if (!current.contains(camp)) touch(camp);
  }
  std::set<std::uint64_t> took_part;
  for (const Move& move : moves_) {
    if (former.contains(move.from)) took_part.insert(move.article);
  }
  for (const std::uint64_t article : touched) {
    bool takes_part = false;
    for (auto at = comparison_.claims.lower_bound({article, 0});
         at != comparison_.claims.end() && at->first.article == article; ++at) {
      takes_part |= current.contains(at->second.camp);
      if (!movers_.contains(&at->second) && former.contains(at->second.camp)) took_part.insert(article);
    }
    if (takes_part && !took_part.contains(article)) joined.insert(article);
    if (!takes_part && took_part.contains(article)) left.insert(article);
  }
}

}  // namespace newsgraph::graph
