#include "graph/worst_pair.h"

#include <algorithm>
#include <utility>

#include "compare/explain.h"
#include "compare/judge_pair.h"

namespace newsgraph::graph {
namespace {

constexpr std::size_t kNoSide = static_cast<std::size_t>(-1);

class Search {
 public:
  Search(const std::string& key, const compare::Group& group, const Dispute& dispute, const Comparison& comparison,
         const Catalogue& catalogue, std::size_t& judged_count)
      : key_(key),
        group_(group),
        dispute_(dispute),
        comparison_(comparison),
        catalogue_(catalogue),
        judged_count_(judged_count),
        side_of_(dispute.units().size(), kNoSide) {
    for (std::size_t side = 0; side < group.sides.size(); ++side) {
      for (const std::size_t unit : group.sides[side]) side_of_[unit] = side;
    }
  }

  std::optional<WorstPair> Run() {
    for (const FreshPair& pair : dispute_.pairs()) {
      if (AreOpposed(pair.a, pair.b)) Offer(pair.a, pair.b, pair.severity);
    }
    if (!OfferKnown()) OfferAll();
    if (Judge()) return best_;
    // What is stored was judged by other rules.
    best_.reset();
    OfferAll();
    return Judge() ? best_ : std::nullopt;
  }

 private:
  bool AreOpposed(const FiledClaim* a, const FiledClaim* b) const {
    const std::optional<std::size_t> x = dispute_.UnitOf(a);
    const std::optional<std::size_t> y = dispute_.UnitOf(b);
    return x && y && side_of_[*x] != kNoSide && side_of_[*y] != kNoSide && side_of_[*x] != side_of_[*y];
  }

  // Whether the pair would be the worst so far.
  bool Leads(const FiledClaim* a, const FiledClaim* b, Severity severity) const {
    if (!best_ || severity != best_->severity) return !best_ || severity > best_->severity;
    const PrintedFirst first;
    if (a != best_->a) return first(a, best_->a);
    return first(b, best_->b);
  }

  void Offer(const FiledClaim* a, const FiledClaim* b, Severity severity) {
    if (PrintedFirst()(b, a)) std::swap(a, b);
    if (!Leads(a, b, severity)) return;
    best_.emplace();
    best_->a = a;
    best_->b = b;
    best_->severity = severity;
  }

  // The camps that the group has claims of.
  std::set<std::uint32_t> Camps() const {
    std::set<std::uint32_t> camps;
    for (const compare::Side& side : group_.sides) {
      for (const std::size_t unit : side) camps.insert(dispute_.units()[unit].camp);
    }
    camps.erase(kNoCamp);
    return camps;
  }

  // Offers the worst pair of claims that contradicted each other before; false where it is not known.
  bool OfferKnown() {
    const std::set<std::uint32_t> camps = Camps();
    if (camps.size() < 2) return true;
    for (const std::uint64_t number : dispute_.conflicts()) {
      const KnownConflict& known = comparison_.conflicts.at(number);
      if (known.worst_a == nullptr || known.worst_b == nullptr || !AreOpposed(known.worst_a, known.worst_b)) continue;
      const std::set<std::uint32_t> sides(known.sides.begin(), known.sides.end());
      if (!std::includes(sides.begin(), sides.end(), camps.begin(), camps.end())) continue;
      Offer(known.worst_a, known.worst_b, static_cast<Severity>(known.version.severity()));
      known_ = &known;
      return true;
    }
    return false;
  }

  void OfferAll() {
    std::vector<std::vector<FiledClaim*>> sides;
    for (const compare::Side& side : group_.sides) {
      std::vector<FiledClaim*>& claims = sides.emplace_back();
      for (const std::size_t unit : side) {
        const std::vector<FiledClaim*> more = dispute_.ClaimsOf(dispute_.units()[unit]);
        claims.insert(claims.end(), more.begin(), more.end());
      }
    }
    for (std::size_t one = 0; one < sides.size(); ++one) {
      for (std::size_t other = one + 1; other < sides.size(); ++other) OfferBetween(sides[one], sides[other]);
    }
  }

  void OfferBetween(const std::vector<FiledClaim*>& one, const std::vector<FiledClaim*>& other) {
    for (const FiledClaim* x : one) {
      for (const FiledClaim* y : other) {
        const bool forth = PrintedFirst()(x, y);
        // Nothing is worse than hard.
        if (!Leads(forth ? x : y, forth ? y : x, Severity::kHard)) continue;
        ++judged_count_;
        const auto judgement = compare::AlertUnder(key_, x->Read().statement(), y->Read().statement(), catalogue_);
        if (judgement) Offer(x, y, judgement->severity);
      }
    }
  }

  bool Judge() {
    if (!best_) return false;
    if (known_ != nullptr && known_->judged && best_->a == known_->worst_a && best_->b == known_->worst_b) {
      best_->kind = static_cast<ConflictKind>(known_->version.kind());
      best_->metric = known_->version.metric();
      best_->object = known_->version.object();
      best_->explanation = known_->version.explanation();
      return true;
    }
    ++judged_count_;
    const compare::Statement& a = best_->a->Read().statement();
    const compare::Statement& b = best_->b->Read().statement();
    const auto judgement = compare::AlertUnder(key_, a, b, catalogue_);
    if (!judgement || judgement->severity != best_->severity) return false;
    best_->kind = judgement->kind;
    best_->metric = a.metric().id;
    best_->object = a.object.empty() ? b.object : a.object;
    best_->explanation = compare::Explain(a, b, *judgement);
    return true;
  }

  const std::string& key_;
  const compare::Group& group_;
  const Dispute& dispute_;
  const Comparison& comparison_;
  const Catalogue& catalogue_;
  std::size_t& judged_count_;
  std::vector<std::size_t> side_of_;
  std::optional<WorstPair> best_;
  const KnownConflict* known_ = nullptr;  // whose worst pair was offered
};

}  // namespace

std::optional<WorstPair> FindWorst(const std::string& key, const compare::Group& group, const Dispute& dispute,
                                   const Comparison& comparison, const Catalogue& catalogue,
                                   std::size_t& judged_count) {
  return Search(key, group, dispute, comparison, catalogue, judged_count).Run();
}

}  // namespace newsgraph::graph
