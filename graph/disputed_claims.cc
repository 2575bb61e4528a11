#include "graph/disputed_claims.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <span>
#include <utility>

namespace newsgraph::graph {
namespace {

struct ByArticle {
  bool operator()(const FiledClaim& filed, std::uint64_t article) const { return filed.article < article; }
  bool operator()(std::uint64_t article, const FiledClaim& filed) const { return article < filed.article; }
};

class Search {
 public:
  Search(const Comparison& known, const std::set<std::uint64_t>& changed, const std::vector<FiledClaim>& fresh)
      : known_(known), changed_(changed), fresh_(fresh) {}

  void Compare(std::string_view key, const Catalogue& catalogue) {
    for (std::size_t at = 0; at < fresh_.size(); ++at) {
      const auto meet = [&](const FiledClaim& other) {
        if (!compare::Contradict(key, fresh_[at].claim, other.claim, catalogue)) return;
        out_.pairs.emplace_back(Add(fresh_[at]), Add(other));
      };
      std::for_each(fresh_.begin() + static_cast<std::ptrdiff_t>(at) + 1, fresh_.end(), meet);
      for (const FiledClaim& other : known_.claims) {
        if (!changed_.contains(other.article)) meet(other);
      }
    }
  }

  // Takes in stored conflicts that a change or a claim found so far touches until there are no more.
  void Close() {
    std::vector<std::uint64_t> left;
    left.reserve(known_.conflicts.size());
    for (const auto& [number, conflict] : known_.conflicts) left.push_back(number);
    for (bool grown = true; grown;) {
      const auto taken = std::stable_partition(
          left.begin(), left.end(), [&](std::uint64_t number) { return !Touches(known_.conflicts.at(number)); });
      grown = taken != left.end();
      for (auto number = taken; number != left.end(); ++number) {
        Take(known_.conflicts.at(*number));
        out_.conflicts.push_back(*number);
      }
      left.erase(taken, left.end());
    }
  }

  DisputedClaims Result() && { return std::move(out_); }

 private:
  // With all that its article claims under the key: what an article tells apart is no contradiction.
  std::size_t Add(const FiledClaim& claim) {
    if (const auto known = places_.find(&claim); known != places_.end()) return known->second;
    for (const FiledClaim& one : OfArticle(claim.article)) {
      places_.emplace(&one, out_.claims.size());
      out_.claims.push_back(&one);
    }
    return places_.at(&claim);
  }

  std::span<const FiledClaim> OfArticle(std::uint64_t article) const {
    const std::vector<FiledClaim>& from = changed_.contains(article) ? fresh_ : known_.claims;
    const auto [first, last] = std::equal_range(from.begin(), from.end(), article, ByArticle());
    return {first, last};
  }

  // Null for a claim that the change takes away.
  const FiledClaim* Staying(const storage::v1::ClaimRef& ref) const {
    return changed_.contains(ref.article()) ? nullptr : known_.Find(ref.article(), ref.ordinal());
  }

  bool Touches(const storage::v1::Conflict& conflict) const {
    for (const auto& side : conflict.sides()) {
      for (const auto& ref : side.claims()) {
        const FiledClaim* const claim = Staying(ref);
        if (claim == nullptr || places_.contains(claim)) return true;
      }
    }
    return false;
  }

  void Take(const storage::v1::Conflict& conflict) {
    std::vector<std::size_t> before;
    for (const auto& side : conflict.sides()) {
      const std::size_t first = before.size();
      for (const auto& ref : side.claims()) {
        const FiledClaim* const claim = Staying(ref);
        if (claim == nullptr) continue;
        const std::size_t at = Add(*claim);
        for (std::size_t i = 0; i < first; ++i) out_.pairs.emplace_back(before[i], at);
        before.push_back(at);
      }
    }
  }

  const Comparison& known_;
  const std::set<std::uint64_t>& changed_;
  const std::vector<FiledClaim>& fresh_;
  std::map<const FiledClaim*, std::size_t> places_;
  DisputedClaims out_;
};

}  // namespace

DisputedClaims FindDisputed(std::string_view key, const Comparison& known, const std::set<std::uint64_t>& changed,
                            const std::vector<FiledClaim>& fresh, const Catalogue& catalogue) {
  Search search(known, changed, fresh);
  search.Compare(key, catalogue);
  search.Close();
  return std::move(search).Result();
}

}  // namespace newsgraph::graph
