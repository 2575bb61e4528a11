#include "graph/comparisons.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>

#include "graph/conflict_version.h"
#include "graph/keys.h"
#include "graph/list_names.h"
#include "graph/reader.h"
#include "graph/record.h"

namespace newsgraph::graph {
namespace {

// About a kilobyte each.
constexpr std::size_t kMaxKept = 50'000;

auto OrderOf(const FiledClaim& filed) { return std::tuple(filed.article, filed.claim.evidence().ref.ordinal); }

std::size_t SizeOf(const Comparison& comparison) { return 1 + comparison.claims.size(); }

}  // namespace

std::string ComparedClaimsKey(const std::string& comparison_key, std::uint64_t article) {
  return ComparisonList(comparison_key) + KeyWriter().U8(kClaimsMark).U64(article).Take();
}

FiledClaim File(std::uint64_t article, Evidence evidence, const Catalogue& catalogue) {
  evidence.claim.trace.clear();
  return {article, compare::PreparedClaim(std::move(evidence), catalogue)};
}

const FiledClaim* Comparison::Find(std::uint64_t article, std::uint32_t ordinal) const {
  const auto at = std::lower_bound(claims.begin(), claims.end(), std::tuple(article, ordinal),
                                   [](const FiledClaim& filed, const auto& order) { return OrderOf(filed) < order; });
  return at != claims.end() && OrderOf(*at) == std::tuple(article, ordinal) ? &*at : nullptr;
}

StatusOr<const Comparison*> Comparisons::Get(const std::string& key) {
  if (const Comparison* const kept = FindKept(key)) return kept;
  ASSIGN_OR_RETURN(Comparison comparison, Read(key));
  size_ += SizeOf(comparison);
  kept_.push_front({key, std::move(comparison)});
  by_key_.emplace(kept_.front().key, kept_.begin());
  Shrink();
  return &kept_.front().comparison;
}

StatusOr<Comparison> Comparisons::Read(const std::string& key) const {
  Comparison comparison;
  const Reader reader(database_);
  const auto scan = database_.Scan(Column::kComparisons, ComparisonList(key));
  for (; scan->valid(); scan->Next()) {
    KeyReader entry(scan->key());
    const std::uint8_t mark = entry.U8();
    const std::uint64_t number = entry.U64();
    if (!entry.done()) return database_.Damaged("a key filed for comparison cannot be read");
    if (mark == kFoundMark) {
      ASSIGN_OR_RETURN(std::optional<storage::v1::Conflict> conflict, reader.NewestConflict(number, kLatest));
      if (!conflict) return database_.Damaged("a conflict filed under a comparison key is missing");
      comparison.conflicts.emplace(number, *std::move(conflict));
      continue;
    }
    std::optional<std::vector<Evidence>> claims = ReadCompared(scan->value());
    if (!claims || claims->empty()) return database_.Damaged("claims filed for comparison cannot be read");
    for (Evidence& evidence : *claims) comparison.claims.push_back(File(number, std::move(evidence), catalogue_));
  }
  RETURN_IF_ERROR(database_.Verify(*scan));
  return comparison;
}

void Comparisons::Replace(const std::string& key, const std::set<std::uint64_t>& articles,
                          std::vector<FiledClaim> claims) {
  Comparison* const comparison = FindKept(key);
  if (comparison == nullptr) return;
  std::vector<FiledClaim>& all = comparison->claims;
  size_ -= all.size();
  // Articles are numbered as they come: most changes are at the end.
  // Articles are numbered as they come: most changes are at the end.
  const auto first = static_cast<std::size_t>(
      std::lower_bound(all.begin(), all.end(), *articles.begin(),
                       [](const FiledClaim& filed, std::uint64_t article) { return filed.article < article; }) -
      all.begin());
  const auto changed = [&](const FiledClaim& filed) { return articles.contains(filed.article); };
  all.erase(std::remove_if(all.begin() + static_cast<std::ptrdiff_t>(first), all.end(), changed), all.end());
  all.insert(all.end(), std::make_move_iterator(claims.begin()), std::make_move_iterator(claims.end()));
  std::sort(all.begin() + static_cast<std::ptrdiff_t>(first), all.end(),
            [](const FiledClaim& a, const FiledClaim& b) { return OrderOf(a) < OrderOf(b); });
  size_ += all.size();
}

void Comparisons::Replace(std::uint64_t conflict, const storage::v1::Conflict& version) {
  Comparison* const comparison = FindKept(version.comparison_key());
  if (comparison == nullptr) return;
  if (IsResolved(version)) {
    comparison->conflicts.erase(conflict);
  } else {
    comparison->conflicts[conflict] = version;
  }
}

Comparison* Comparisons::FindKept(const std::string& key) {
  const auto at = by_key_.find(key);
  if (at == by_key_.end()) return nullptr;
  kept_.splice(kept_.begin(), kept_, at->second);
  return &kept_.front().comparison;
}

void Comparisons::Shrink() {
  while (size_ > kMaxKept && kept_.size() > 1) {
    size_ -= SizeOf(kept_.back().comparison);
    by_key_.erase(kept_.back().key);
    kept_.pop_back();
  }
}

}  // namespace newsgraph::graph
