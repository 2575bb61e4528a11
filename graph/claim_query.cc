#include "graph/claim_query.h"

#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/claim_index.h"
#include "graph/keys.h"
#include "graph/paging.h"
#include "graph/posting_lists.h"
#include "graph/reader.h"

namespace newsgraph::graph {
namespace {

// Bytes that differ for different filters.
std::string Describe(const ClaimFilter& filter) {
  KeyWriter writer;
  writer.Raw("claims").Term(filter.article).Term(filter.subject).Term(filter.entity).Term(filter.metric);
  if (filter.time) writer.Term(ToString(filter.time->first)).Term(ToString(filter.time->last));
  return writer.Take();
}

std::string RowKey(const std::string& position, std::uint32_t ordinal) {
  return position + KeyWriter().U32(ordinal).Take();
}

class Listing {
 public:
  Listing(const Database& database, const Identities& identities, ClaimFilter filter, const Position& start,
          std::size_t page_size)
      : reader_(database, identities),
        identities_(identities),
        filter_(std::move(filter)),
        start_(start),
        filler_(start, page_size) {
    for (std::string* id : {&filter_.subject, &filter_.entity}) *id = identities.Of(*id, "", start.revision);
  }

  StatusOr<Page<Evidence>> OfArticle() {
    ASSIGN_OR_RETURN(const std::optional<std::uint64_t> article, reader_.ArticleNumber(filter_.article));
    if (!article) return filler_.Take();
    ASSIGN_OR_RETURN(const auto record, reader_.NewestRecord(*article, start_.revision));
    if (!record) return filler_.Take();
    std::vector<std::uint32_t> claims(static_cast<std::size_t>(record->claims_size()));
    std::iota(claims.begin(), claims.end(), 0U);
    const auto published = record->has_published() ? std::optional(record->published()) : std::nullopt;
    const ClaimPosition position{NewestFirst(published), *article, record->article_revision()};
    ASSIGN_OR_RETURN([[maybe_unused]] const bool room, AddRows(position, claims));
    return filler_.Take();
  }

  StatusOr<Page<Evidence>> OfLists() {
    Intersection rows(reader_.database(), ClaimLists(filter_, identities_, start_.revision), start_.revision);
    // The row shown last is that of an article that may have more to show.
    if (!start_.after.empty()) rows.Seek(start_.after.substr(0, start_.after.size() - sizeof(std::uint32_t)));
    for (; rows.valid(); rows.Next()) {
      const std::optional<ClaimPosition> position = ClaimPosition::Parse(rows.position());
      if (!position) return reader_.database().Damaged("an index key cannot be read");
      ASSIGN_OR_RETURN(const bool room, AddRows(*position, rows.claims()));
      if (!room) break;
    }
    RETURN_IF_ERROR(rows.status());
    return filler_.Take();
  }

 private:
  // False once the page is full.
  StatusOr<bool> AddRows(const ClaimPosition& position, const std::vector<std::uint32_t>& claims) {
    const std::string key = position.Key();
    for (const std::uint32_t ordinal : claims) {
      std::string row = RowKey(key, ordinal);
      if (row <= start_.after) continue;
      ASSIGN_OR_RETURN(Evidence evidence,
                       reader_.ClaimAt(position.article, position.article_revision, ordinal, start_.revision));
      if (Takes(filter_, evidence) && !filler_.Add(std::move(evidence), std::move(row))) return false;
    }
    return true;
  }

  Reader reader_;
  const Identities& identities_;
  ClaimFilter filter_;
  const Position& start_;
  PageFiller<Evidence> filler_;
};

}  // namespace

StatusOr<Page<Evidence>> ListClaims(const Database& database, const Identities& identities, std::uint64_t acknowledged,
                                    const ClaimFilter& filter, std::size_t page_size, const PageToken& token) {
  ASSIGN_OR_RETURN(const Position start, StartOfPage(Describe(filter), acknowledged, token));
  constexpr std::size_t kRowBytes = 24;
  if (!start.after.empty() && start.after.size() != kRowBytes) {
    return Error(StatusCode::kInvalidArgument, "page token is not one that a listing gave out");
  }
  Listing listing(database, identities, filter, start, page_size);
  return filter.article.empty() ? listing.OfLists() : listing.OfArticle();
}

}  // namespace newsgraph::graph
