#include "graph/comparisons.h"

#include <algorithm>
#include <iterator>

#include "graph/conflict_version.h"
#include "graph/keys.h"
#include "graph/list_names.h"
#include "graph/reader.h"

namespace newsgraph::graph {
namespace {

constexpr std::size_t kMaxKept = std::size_t{256} << 20;
// What is kept of a claim beside its row, of a form, and of a comparison beside both.
constexpr std::size_t kClaimBytes = 180;
constexpr std::size_t kFormBytes = 700;
constexpr std::size_t kComparisonBytes = 1'500;
// What is dear to read again stays longer: so many claims are worth a round more.
constexpr std::size_t kClaimsARound = 16;
constexpr std::size_t kMostRounds = 8;

// About. Rows whose claims are gone count, too, so that they are given back with the rest one day.
std::size_t SizeOf(const Comparison& comparison) {
  return kComparisonBytes + comparison.rows->size() + comparison.claims.size() * kClaimBytes +
         comparison.forms.form_count() * kFormBytes;
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

Comparison::Comparison(const Catalogue& catalogue, std::pmr::memory_resource* memory)
    : rows(std::make_unique<FiledRows>(catalogue, memory)), claims(rows->memory()), forms(rows->memory()) {}

std::size_t Camp::CountOrigins() {
  if (!origins) {
    origins.emplace();
    for (const FiledClaim* claim : claims) origins->Add(claim->credits());
  }
  return origins->count();
}

std::vector<FiledClaim*> Comparison::File(std::uint64_t article, std::string_view row) {
  std::vector<FiledClaim*> filed;
  for (const FiledClaim& claim : rows->Add(article, row, forms)) {
    FiledClaim* const at = &claims.emplace_hint(claims.end(), PlaceOf(claim), claim)->second;
    forms.Add(*at);
    filed.push_back(at);
  }
  return filed;
}

FiledClaim* Comparison::Find(const storage::v1::ClaimRef& ref) {
  const auto at = claims.find({ref.article(), ref.ordinal()});
  return at == claims.end() ? nullptr : &at->second;
}

KnownConflict& Comparison::Add(std::uint64_t number, storage::v1::Conflict version) {
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
  return conflicts[number] = std::move(known);
}

StatusOr<Comparison*> Comparisons::Get(const std::string& key) {
  if (const auto at = by_key_.find(key); at != by_key_.end()) {
    kept_.splice(kept_.begin(), kept_, at->second);
    kept_.front().rounds = 0;
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
  Comparison comparison(catalogue_, &memory_);
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
    if (comparison.File(number, scan->value()).empty()) {
      return database_.Damaged("claims filed for comparison cannot be read");
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
    at->comparison.rows->Close();
    at->size = SizeOf(at->comparison);
    size_ += at->size;
  }
  used_ = 0;
  while (size_ > kMaxKept && kept_.size() > 1) {
    Kept& last = kept_.back();
    if (last.rounds < std::min(last.comparison.claims.size() / kClaimsARound, kMostRounds)) {
      ++last.rounds;
      kept_.splice(kept_.begin(), kept_, std::prev(kept_.end()));
      continue;
    }
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
