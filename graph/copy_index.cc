#include "graph/copy_index.h"

#include <cstdlib>
#include <set>

#include "graph/codec.h"
#include "graph/keys.h"
#include "graph/list_names.h"

namespace newsgraph::graph {
namespace {

// Of two texts that share three fifths of their runs of words one was made of the other: articles
// that only tell of the same event share some names and quotations.
constexpr double kCopySimilarity = 0.6;
constexpr std::int64_t kWindowSeconds = std::int64_t{7} * 86'400;
// Originals are unlike each other, so that few of them share a key; what does is one phrase everywhere.
constexpr std::size_t kMaxCandidates = 64;

std::string BandEntry(std::uint64_t band_key, std::uint64_t number) {
  return CopyBandList(band_key) + KeyWriter().U64(number).Take();
}

bool InWindow(std::optional<std::int64_t> a, const storage::v1::TextSketch& b) {
  return !a || !b.has_published() || std::abs(*a - b.published()) <= kWindowSeconds;
}

}  // namespace

StatusOr<std::optional<storage::v1::TextSketch>> CopyIndex::SketchOf(std::uint64_t number) const {
  ASSIGN_OR_RETURN(const std::optional<std::string> bytes, database_.Get(Column::kIndexes, CopySketchList(number)));
  if (!bytes) return std::optional<storage::v1::TextSketch>();
  storage::v1::TextSketch sketch;
  if (!sketch.ParseFromString(*bytes)) return database_.Damaged("the sketch of a text cannot be read");
  return std::optional(std::move(sketch));
}

StatusOr<std::optional<CopyIndex::Original>> CopyIndex::Find(const Signature& signature,
                                                             std::optional<std::int64_t> published,
                                                             std::uint64_t self) const {
  std::set<std::uint64_t> candidates;
  if (!signature.empty) {
    for (const std::uint64_t key : BandKeys(signature)) {
      std::size_t count = 0;
      const auto scan = database_.Scan(Column::kIndexes, CopyBandList(key));
      for (; scan->valid() && ++count <= kMaxCandidates; scan->Next()) candidates.insert(KeyReader(scan->key()).U64());
      RETURN_IF_ERROR(database_.Verify(*scan));
    }
  }
  std::optional<Original> best;
  double most = kCopySimilarity;
  for (const std::uint64_t number : candidates) {
    ASSIGN_OR_RETURN(const std::optional<storage::v1::TextSketch> sketch, SketchOf(number));
    if (number == self || !sketch || !InWindow(published, *sketch)) continue;
    const double similarity = Similarity(signature, Decoder().Read(sketch->signature()));
    if (similarity < most || (best && similarity == most)) continue;
    most = similarity;
    best = Original{number, sketch->article()};
  }
  return best;
}

void CopyIndex::Add(const Original& original, const Signature& signature, std::optional<std::int64_t> published,
                    Batch& batch) {
  if (signature.empty) return;
  storage::v1::TextSketch sketch;
  sketch.set_article(original.id);
  *sketch.mutable_signature() = Encode(signature);
  if (published) sketch.set_published(*published);
  batch.Put(Column::kIndexes, CopySketchList(original.number), sketch.SerializeAsString());
  for (const std::uint64_t key : BandKeys(signature)) batch.Put(Column::kIndexes, BandEntry(key, original.number), "");
}

void CopyIndex::Remove(std::uint64_t number, const Signature& signature, Batch& batch) {
  if (signature.empty) return;
  batch.Delete(Column::kIndexes, CopySketchList(number));
  for (const std::uint64_t key : BandKeys(signature)) batch.Delete(Column::kIndexes, BandEntry(key, number));
}

void CopyIndex::Link(std::uint64_t original, std::uint64_t copy, Batch& batch) {
  batch.Put(Column::kIndexes, CopiesList(original) + KeyWriter().U64(copy).Take(), "");
}

void CopyIndex::Unlink(std::uint64_t original, std::uint64_t copy, Batch& batch) {
  batch.Delete(Column::kIndexes, CopiesList(original) + KeyWriter().U64(copy).Take());
}

StatusOr<bool> CopyIndex::HasCopies(std::uint64_t original) const {
  const auto scan = database_.Scan(Column::kIndexes, CopiesList(original));
  const bool any = scan->valid();
  RETURN_IF_ERROR(database_.Verify(*scan));
  return any;
}

}  // namespace newsgraph::graph
