#include "graph/conflict_search.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "compare/conflict_id.h"
#include "compare/conflict_side.h"
#include "compare/saying.h"
#include "graph/camps.h"
#include "graph/dispute.h"
#include "graph/worst_pair.h"

namespace newsgraph::graph {
namespace {

// A group of units with what it will be called.
struct Matter {
  compare::Group group;
  WorstPair worst;
  std::string id;
  std::uint64_t former = 0;  // the conflict that is stored under the id, where the change may alter it
  bool same_matter = false;
};

const std::string& IdOf(const KnownConflict& known) { return known.version.id(); }

// Finds what the conflicts are that a change touches. Nothing is altered yet.
class ConflictSearch {
 public:
  ConflictSearch(const std::string& key, const Dispute& dispute, const Comparison& comparison,
                 const Catalogue& catalogue)
      : key_(key), dispute_(dispute), comparison_(comparison), catalogue_(catalogue) {}

  std::vector<Matter> Run() {
    for (compare::Group& group : compare::GroupIntoSides(dispute_.Contradictions())) {
      std::optional<WorstPair> worst = FindWorst(key_, group, dispute_, comparison_, catalogue_, judged_count_);
      if (!worst) continue;
      Matter& matter = matters_.emplace_back();
      matter.id = compare::ConflictId(worst->kind, key_, FirstOf(group, group.first), FirstOf(group, group.second));
      matter.group = std::move(group);
      matter.worst = *std::move(worst);
    }
    KeepIds();
    TellApart();
    for (Matter& matter : matters_) FindFormer(matter);
    return std::move(matters_);
  }

  std::size_t judged_count() const { return judged_count_; }

 private:
  compare::ValuePlace FirstOf(const compare::Group& group, std::size_t side) const {
    return dispute_.units()[group.sides[side].front()].first->place();
  }

  Matter* FindMatter(const std::string& id) {
    const auto at = std::find_if(matters_.begin(), matters_.end(), [&](const Matter& one) { return one.id == id; });
    return at == matters_.end() ? nullptr : &*at;
  }

  // An article that was published first but comes last gives a conflict another id: it keeps the one that it
  // has, by which people know it.
  void KeepIds() {
    std::set<std::string> sought;
    for (const std::uint64_t number : dispute_.conflicts()) sought.insert(IdOf(comparison_.conflicts.at(number)));
    for (const std::uint64_t number : dispute_.conflicts()) {
      const KnownConflict& former = comparison_.conflicts.at(number);
      if (FindMatter(IdOf(former)) != nullptr) continue;
      const auto same = std::find_if(matters_.begin(), matters_.end(), [&](const Matter& matter) {
        return !sought.contains(matter.id) && SidesInCommon(matter, former) >= 2;
      });
      if (same != matters_.end()) same->id = IdOf(former);
    }
  }

  // A kept id may be the one that another conflict would have by itself.
  void TellApart() {
    std::set<std::string> taken;
    for (const auto& [number, known] : comparison_.conflicts) {
      if (!dispute_.conflicts().contains(number)) taken.insert(IdOf(known));
    }
    for (Matter& matter : matters_) {
      std::string key = key_;
      while (!taken.insert(matter.id).second) {
        key += '\x1d';
        matter.id = compare::ConflictId(matter.worst.kind, key, FirstOf(matter.group, matter.group.first),
                                        FirstOf(matter.group, matter.group.second));
      }
    }
  }

  void FindFormer(Matter& matter) const {
    for (const std::uint64_t number : dispute_.conflicts()) {
      const KnownConflict& known = comparison_.conflicts.at(number);
      if (IdOf(known) != matter.id) continue;
      matter.former = number;
      matter.same_matter = IsSameMatter(matter, known);
    }
  }

  // Whether a decision on `former` is one on what was found: of the same kind, the same severity and the same values,
  // whatever articles say so besides.
  bool IsSameMatter(const Matter& found, const KnownConflict& former) const {
    return former.version.kind() == static_cast<std::uint32_t>(found.worst.kind) &&
           former.version.severity() == static_cast<std::uint32_t>(found.worst.severity) &&
           former.sides.size() == found.group.sides.size() && SidesInCommon(found, former) == found.group.sides.size();
  }

  // How many sides say what a side of the former says; no side is counted twice.
  std::size_t SidesInCommon(const Matter& found, const KnownConflict& former) const {
    std::vector<bool> taken(former.sides.size());
    std::vector<const compare::Side*> others;
    std::size_t count = 0;
    // A claim that is on both says the same.
    for (const compare::Side& side : found.group.sides) {
      const auto camp = std::find_if(former.sides.begin(), former.sides.end(), [&](std::uint32_t former_camp) {
        return std::any_of(side.begin(), side.end(),
                           [&](std::size_t unit) { return dispute_.units()[unit].camp == former_camp; });
      });
      const auto at = static_cast<std::size_t>(camp - former.sides.begin());
      if (camp == former.sides.end() || taken[at]) {
        others.push_back(&side);
      } else {
        taken[at] = true;
        ++count;
      }
    }
    for (const compare::Side* side : others) {
      for (std::size_t at = 0; at < taken.size(); ++at) {
        if (taken[at] || !SayTheSame(*side, former.sides[at])) continue;
        taken[at] = true;
        ++count;
        break;
      }
    }
    return count;
  }

  bool SayTheSame(const compare::Side& side, std::uint32_t camp) const {
    std::map<compare::FormId, const FiledClaim*> former;
    for (const FiledClaim* claim : comparison_.camps.at(camp).claims) former.emplace(claim->form, claim);
    std::map<compare::FormId, const FiledClaim*> now;
    for (const std::size_t unit : side) {
      for (const FiledClaim* claim : dispute_.ClaimsOf(dispute_.units()[unit])) now.emplace(claim->form, claim);
    }
    // Claims of one form say the same; those of two may.
    std::set<std::string> said;
    for (const auto& [form, claim] : former) said.insert(compare::SayingOf(claim->Read().evidence()));
    return std::any_of(now.begin(), now.end(), [&](const auto& one) {
      return said.contains(compare::SayingOf(one.second->Read().evidence()));
    });
  }

  const std::string& key_;
  const Dispute& dispute_;
  const Comparison& comparison_;
  const Catalogue& catalogue_;
  std::vector<Matter> matters_;
  std::size_t judged_count_ = 0;
};

FoundSide SideOf(std::uint32_t number, Camp& camp) {
  FoundSide side;
  side.camp = number;
  side.claim_count = camp.claims.size();
  for (const FiledClaim* claim : camp.claims) {
    if (side.shown.size() == compare::kShownClaims) break;
    side.shown.push_back(claim);
  }
  if (side.claim_count > side.shown.size()) side.origin_count = camp.CountOrigins();
  return side;
}

FoundConflict Describe(const std::string& key, const Matter& matter) {
  FoundConflict out;
  out.id = matter.id;
  out.kind = matter.worst.kind;
  out.severity = matter.worst.severity;
  out.subject = compare::SubjectOf(key);
  out.metric = matter.worst.metric;
  out.object = matter.worst.object;
  out.explanation = matter.worst.explanation;
  out.worst_a = matter.worst.a;
  out.worst_b = matter.worst.b;
  out.same_matter = matter.same_matter;
  return out;
}

// The articles of a conflict that is gone that it does not go on to show.
std::set<std::uint64_t> NotShown(const KnownConflict& known, const Comparison& comparison) {
  std::set<std::uint64_t> articles;
  for (const std::uint32_t camp : known.sides) {
    for (const FiledClaim* claim : comparison.camps.at(camp).claims) articles.insert(claim->article_number());
  }
  for (const auto& side : known.version.sides()) {
    for (const auto& ref : side.claims()) articles.erase(ref.article());
  }
  return articles;
}

}  // namespace

ConflictsUnderKey ChangeClaims(const std::string& key, const std::set<std::uint64_t>& changed,
                               const std::vector<FreshRow>& fresh, Comparison& comparison, const Catalogue& catalogue) {
  const std::size_t judged_before = comparison.forms.judged_count();
  const Dispute dispute(key, changed, fresh, comparison, catalogue);
  ConflictSearch search(key, dispute, comparison, catalogue);
  const std::vector<Matter> matters = search.Run();
  ConflictsUnderKey out;
  std::set<std::uint64_t> found_again;
  for (const Matter& matter : matters) found_again.insert(matter.former);
  std::map<std::uint64_t, std::vector<std::uint32_t>> former_sides;
  for (const std::uint64_t number : dispute.conflicts()) {
    const KnownConflict& known = comparison.conflicts.at(number);
    former_sides[number] = known.sides;
    SoughtConflict& sought = out.sought.emplace_back();
    sought.number = number;
    if (!found_again.contains(number)) sought.left = NotShown(known, comparison);
  }
  std::vector<compare::Group> groups;
  for (const Matter& matter : matters) {
    groups.push_back(matter.group);
    out.found.push_back(Describe(key, matter));
  }
  for (SoughtConflict& sought : out.sought) {
    sought.version = std::move(comparison.conflicts.at(sought.number).version);
    comparison.conflicts.erase(sought.number);
  }
  CampChange camps(groups, dispute, comparison);
  out.camps = camps.moved();
  for (std::size_t at = 0; at < matters.size(); ++at) {
    FoundConflict& found = out.found[at];
    for (const std::uint32_t camp : camps.sides(at)) found.sides.push_back(SideOf(camp, comparison.camps.at(camp)));
    const std::uint64_t former = matters[at].former;
    camps.CompareArticles(former == 0 ? std::vector<std::uint32_t>() : former_sides.at(former), camps.sides(at),
                          found.joined, found.left);
  }
  out.judged_count = comparison.forms.judged_count() - judged_before + search.judged_count();
  return out;
}

}  // namespace newsgraph::graph
