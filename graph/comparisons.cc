#include "graph/comparisons.h"

#include <iterator>
#include <tuple>

#include "compare/print_order.h"
#include "graph/conflict_version.h"
#include "graph/keys.h"
#include "graph/list_names.h"
#include "graph/reader.h"
#include "graph/record.h"

namespace newsgraph::graph {
namespace {

// About a kilobyte and a half each.
constexpr std::size_t kMaxKept = 150'000;

Evidence WithoutTrace(Evidence evidence) {
  evidence.claim.trace.clear();
  return evidence;
}

// The camp of a side that storage version 1 wrote: its claims are listed in full, and not filed under a camp.
std::uint32_t CampOfListed(const storage::v1::ConflictSide& side, Comparison& comparison) {
  std::uint32_t camp = kNoCamp;
  for (const auto& ref : side.claims()) {
    FiledClaim* const claim = comparison.Find(ref);
    if (claim == nullptr) continue;
    if (camp == kNoCamp) camp = claim->camp;
    if (camp == kNoCamp) {
      camp = comparison.camps.empty() ? 1 : comparison.camps.rbegin()->first + 1;
      comparison.camps[camp].filed = false;
    }
    if (claim->camp != kNoCamp) continue;
    claim->camp = camp;
    comparison.camps[camp].claims.insert(claim);
  }
  return camp;
}

}  // namespace

std::string ComparedClaimsKey(const std::string& comparison_key, std::uint64_t article) {
  return ComparisonList(comparison_key) + KeyWriter().U8(kClaimsMark).U64(article).Take();
}

std::string CampKey(const std::string& comparison_key, std::uint64_t article, std::uint32_t ordinal) {
  return ComparisonList(comparison_key) + KeyWriter().U8(kCampMark).U64(article).U32(ordinal).Take();
}

FiledClaim::FiledClaim(std::uint64_t article_number, Evidence evidence, const Catalogue& catalogue)
    : PreparedClaim(WithoutTrace(std::move(evidence)), catalogue, compare::WithKeys::kOfSeveralSubjects),
      article(article_number) {}

ClaimPlace PlaceOf(const FiledClaim& claim) { return {claim.article, claim.evidence().ref.ordinal}; }

bool PrintedFirst::operator()(const FiledClaim* a, const FiledClaim* b) const {
  return compare::PrintOrder(a->evidence()) < compare::PrintOrder(b->evidence());
}

std::size_t Camp::CountOrigins() {
  if (!origins) {
    origins.emplace();
    for (const FiledClaim* claim : claims) origins->Add(claim->evidence());
  }
  return origins->count();
}

FiledClaim* Comparison::Find(const storage::v1::ClaimRef& ref) {
  const auto at = claims.find({ref.article(), ref.ordinal()});
  return at == claims.end() ? nullptr : &at->second;
}

void Comparison::Add(std::uint64_t number, storage::v1::Conflict version) {
  KnownConflict known;
  for (const auto& side : version.sides()) {
    const std::uint32_t camp = side.camp() == kNoCamp ? CampOfListed(side, *this) : side.camp();
    if (camp == kNoCamp) continue;
    known.sides.push_back(camp);
    camps[camp].conflicts.insert(number);
  }
  if (version.has_worst_a()) known.worst_a = Find(version.worst_a());
  if (version.has_worst_b()) known.worst_b = Find(version.worst_b());
  known.version = std::move(version);
  conflicts[number] = std::move(known);
}

StatusOr<Comparison*> Comparisons::Get(const std::string& key) {
  if (const auto at = by_key_.find(key); at != by_key_.end()) {
    kept_.splice(kept_.begin(), kept_, at->second);
  } else {
    ASSIGN_OR_RETURN(Comparison comparison, Read(key));
    kept_.push_front({key, std::move(comparison)});
    by_key_.emplace(kept_.front().key, kept_.begin());
  }
  ++used_;
  return &kept_.front().comparison;
}

Comparison* Comparisons::FindKept(const std::string& key) {
  const auto at = by_key_.find(key);
  return at == by_key_.end() ? nullptr : &at->second->comparison;
}

StatusOr<Comparison> Comparisons::Read(const std::string& key) const {
  Comparison comparison;
  const Reader reader(database_);
  std::vector<std::uint64_t> found;
  const auto scan = database_.Scan(Column::kComparisons, ComparisonList(key));
  for (; scan->valid(); scan->Next()) {
    KeyReader entry(scan->key());
    const std::uint8_t mark = entry.U8();
    const std::uint64_t number = entry.U64();
    if (mark == kCampMark) {
      const ClaimPlace place{number, entry.U32()};
      const auto claim = comparison.claims.find(place);
      const std::uint32_t camp = KeyReader(scan->value()).U32();
      if (!entry.done() || claim == comparison.claims.end() || camp == kNoCamp) {
        return database_.Damaged("the camp of a claim cannot be read");
      }
      claim->second.camp = camp;
      comparison.camps[camp].claims.insert(&claim->second);
      continue;
    }
    if (!entry.done()) return database_.Damaged("a key filed for comparison cannot be read");
    if (mark == kFoundMark) {
      found.push_back(number);
      continue;
    }
    std::optional<std::vector<Evidence>> claims = ReadCompared(scan->value());
    if (!claims || claims->empty()) return database_.Damaged("claims filed for comparison cannot be read");
    for (Evidence& evidence : *claims) {
      const ClaimPlace place{number, evidence.ref.ordinal};
      const auto at = comparison.claims.try_emplace(place, number, std::move(evidence), catalogue_).first;
      comparison.forms.Add(at->second);
    }
  }
  RETURN_IF_ERROR(database_.Verify(*scan));
  for (const std::uint64_t number : found) {
    ASSIGN_OR_RETURN(std::optional<storage::v1::Conflict> conflict, reader.NewestConflict(number, kLatest));
    if (!conflict) return database_.Damaged("a conflict filed under a comparison key is missing");
    comparison.Add(number, *std::move(conflict));
  }
  return comparison;
}

void Comparisons::Settle() {
  auto at = kept_.begin();
  for (; used_ > 0 && at != kept_.end(); --used_, ++at) {
    size_ -= at->size;
    at->size = 1 + at->comparison.claims.size();
    size_ += at->size;
  }
  used_ = 0;
  while (size_ > kMaxKept && kept_.size() > 1) {
    size_ -= kept_.back().size;
    by_key_.erase(kept_.back().key);
    kept_.pop_back();
  }
}

void Comparisons::Clear() {
  by_key_.clear();
  kept_.clear();
  used_ = 0;
  size_ = 0;
}

}  // namespace newsgraph::graph
