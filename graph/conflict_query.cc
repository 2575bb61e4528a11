#include "graph/conflict_query.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "graph/codec.h"
#include "graph/conflict_index.h"
#include "graph/conflict_version.h"
#include "graph/keys.h"
#include "graph/list_names.h"
#include "graph/paging.h"
#include "graph/posting_lists.h"
#include "graph/reader.h"

namespace newsgraph::graph {
namespace {

// Bytes that differ for different filters.
std::string Describe(const ConflictFilter& filter) {
  KeyWriter writer;
  writer.Raw("conflicts, own first").Term(filter.subject).Term(filter.metric).Term(filter.article);
  writer.U8(static_cast<std::uint8_t>(filter.least_severity));
  writer.U16(filter.kind ? static_cast<std::uint16_t>(*filter.kind) : std::numeric_limits<std::uint16_t>::max());
  writer.U16(filter.state ? static_cast<std::uint16_t>(*filter.state) : std::numeric_limits<std::uint16_t>::max());
  return writer.Take();
}

// Whether a claim of this article revision stands on one of the sides; `version` is one that the article's list has.
bool Names(const storage::v1::Conflict& version, std::uint64_t article, std::uint32_t article_revision) {
  const bool all = std::all_of(version.sides().begin(), version.sides().end(),
                               [](const storage::v1::ConflictSide& side) { return side.claim_count() == 0; });
  if (!all && !IsResolved(version)) return true;
  const auto is_of_it = [&](const storage::v1::ClaimRef& claim) {
    return claim.article() == article && claim.article_revision() == article_revision;
  };
  return std::any_of(version.sides().begin(), version.sides().end(), [&](const storage::v1::ConflictSide& side) {
    return std::any_of(side.claims().begin(), side.claims().end(), is_of_it);
  });
}

bool HasOwn(const storage::v1::Conflict& version) { return version.own_article_count() > 0; }

// Own outlets come first.
std::string RankOf(bool own) { return KeyWriter().U8(own ? 0 : 1).Take(); }
std::string RankedPosition(const storage::v1::Conflict& version, std::uint64_t conflict) {
  return RankOf(HasOwn(version)) + ConflictPosition{version.changed_revision(), conflict}.Key();
}

class Listing {
 public:
  Listing(const Database& database, const Identities& identities, ConflictFilter filter, const Position& start,
          std::size_t page_size)
      : reader_(database, identities),
        identities_(identities),
        filter_(std::move(filter)),
        start_(start),
        filler_(start, page_size) {
    filter_.subject = identities.Of(filter_.subject, "", start.revision);
  }

  StatusOr<Page<Conflict>> OfLists() {
    ASSIGN_OR_RETURN(const bool room, AddOfLists(true));
    if (room) RETURN_IF_ERROR(AddOfLists(false).status());
    return filler_.Take();
  }

  // An article takes part in few conflicts: they are sorted here.
  StatusOr<Page<Conflict>> OfArticle() {
    ASSIGN_OR_RETURN(const std::optional<std::uint64_t> article, reader_.ArticleNumber(filter_.article));
    if (!article) return filler_.Take();
    ASSIGN_OR_RETURN(const auto record, reader_.NewestRecord(*article, start_.revision));
    if (!record) return filler_.Take();
    std::map<std::string, std::uint64_t> sorted;
    PostingList rows(reader_.database(), AnyOf{{ArticleConflictsList(*article)}}, start_.revision);
    for (; rows.valid(); rows.Next()) {
      const std::uint64_t conflict = KeyReader(rows.position()).U64();
      ASSIGN_OR_RETURN(const storage::v1::Conflict version, VersionOf(conflict));
      if (!Names(version, *article, record->article_revision())) continue;
      sorted.emplace(RankedPosition(version, conflict), conflict);
    }
    RETURN_IF_ERROR(rows.status());
    for (const auto& [position, conflict] : sorted) {
      ASSIGN_OR_RETURN(const bool room, AddRow(conflict));
      if (!room) break;
    }
    return filler_.Take();
  }

 private:
  // Adds the rows with an own outlet, or those without. False once the page is full.
  StatusOr<bool> AddOfLists(bool own) {
    std::vector<AnyOf> lists = ConflictLists(filter_, identities_, start_.revision);
    if (own) lists.push_back({{OwnConflictsList()}});
    Intersection rows(reader_.database(), lists, start_.revision);
    const std::string rank = RankOf(own);
    if (start_.after.starts_with(rank)) rows.Seek(start_.after.substr(rank.size()));
    for (; rows.valid(); rows.Next()) {
      const std::optional<ConflictPosition> position = ConflictPosition::Parse(rows.position());
      if (!position) return reader_.database().Damaged("an index key cannot be read");
      ASSIGN_OR_RETURN(const bool room, AddRow(position->conflict, own));
      if (!room) return false;
    }
    RETURN_IF_ERROR(rows.status());
    return true;
  }

  StatusOr<storage::v1::Conflict> VersionOf(std::uint64_t conflict) {
    ASSIGN_OR_RETURN(std::optional<storage::v1::Conflict> version, reader_.NewestConflict(conflict, start_.revision));
    if (!version) return reader_.database().Damaged(Concat("conflict number ", conflict, " is missing"));
    return *std::move(version);
  }

  // Unless it has an own outlet where none is asked for or the other way round. False once the page is full.
  StatusOr<bool> AddRow(std::uint64_t conflict, std::optional<bool> own = std::nullopt) {
    ASSIGN_OR_RETURN(const storage::v1::Conflict version, VersionOf(conflict));
    if (own.value_or(HasOwn(version)) != HasOwn(version)) return true;
    std::string key = RankedPosition(version, conflict);
    if (key <= start_.after || !Takes(filter_, version)) return true;
    ASSIGN_OR_RETURN(Conflict shown, reader_.Show(version, start_.revision));
    if (!filter_.subject.empty() && shown.subject != filter_.subject) return true;
    return filler_.Add(std::move(shown), std::move(key));
  }

  Reader reader_;
  const Identities& identities_;
  ConflictFilter filter_;
  const Position& start_;
  PageFiller<Conflict> filler_;
};

StatusOr<Event> ShowEvent(Reader& reader, const storage::v1::Event& stored, std::uint64_t revision,
                          std::uint32_t ordinal) {
  Decoder decoder;
  Event event;
  event.revision = revision;
  event.ordinal = ordinal;
  event.kind = decoder.ReadEnum(stored.kind(), EventKind::kConflictSuppressed);
  if (!decoder.ok()) return reader.database().Damaged(Concat("an event of revision ", revision, " cannot be read"));
  if (stored.conflict() == 0) {
    ASSIGN_OR_RETURN(const storage::v1::RecordOutline* record,
                     reader.RecordAt(stored.article(), stored.article_revision()));
    event.article = record->id();
    event.article_revision = record->article_revision();
    return event;
  }
  ASSIGN_OR_RETURN(const std::optional<storage::v1::Conflict> version,
                   reader.NewestConflict(stored.conflict(), revision));
  if (!version) return reader.database().Damaged(Concat("conflict number ", stored.conflict(), " is missing"));
  ASSIGN_OR_RETURN(event.conflict, reader.Show(*version, revision));
  return event;
}

}  // namespace

StatusOr<Page<Conflict>> ListConflicts(const Database& database, const Identities& identities,
                                       std::uint64_t acknowledged, const ConflictFilter& filter, std::size_t page_size,
                                       const PageToken& token) {
  ASSIGN_OR_RETURN(const Position start, StartOfPage(Describe(filter), acknowledged, token));
  Listing listing(database, identities, filter, start, page_size);
  return filter.article.empty() ? listing.OfLists() : listing.OfArticle();
}

StatusOr<Conflict> GetConflict(const Database& database, const Identities& identities, std::uint64_t acknowledged,
                               std::string_view id) {
  Reader reader(database, identities);
  ASSIGN_OR_RETURN(const std::optional<std::uint64_t> number, reader.ConflictNumber(id));
  std::optional<storage::v1::Conflict> version;
  if (number) {
    ASSIGN_OR_RETURN(version, reader.NewestConflict(*number, acknowledged));
  }
  if (!version) return Error(StatusCode::kNotFound, "there is no conflict \"", id, "\"");
  return reader.Show(*version, acknowledged);
}

StatusOr<Page<Conflict>> ListConflictVersions(const Database& database, const Identities& identities,
                                              std::uint64_t acknowledged, std::string_view id, std::size_t page_size,
                                              const PageToken& token) {
  const std::string listing = KeyWriter().Raw("versions").Term(id).Take();
  ASSIGN_OR_RETURN(const Position start, StartOfPage(listing, acknowledged, token));
  Reader reader(database, identities);
  ASSIGN_OR_RETURN(const std::optional<std::uint64_t> number, reader.ConflictNumber(id));
  std::optional<storage::v1::Conflict> version;
  if (number) {
    ASSIGN_OR_RETURN(version, reader.NewestConflict(*number, start.revision));
  }
  if (!version) return Error(StatusCode::kNotFound, "there is no conflict \"", id, "\"");
  PageFiller<Conflict> filler(start, page_size);
  while (version) {
    const std::uint64_t revision = version->changed_revision();
    std::string position = KeyWriter().Descending(revision).Take();
    if (position > start.after) {
      ASSIGN_OR_RETURN(Conflict shown, reader.Show(*version, start.revision));
      if (!filler.Add(std::move(shown), std::move(position))) break;
    }
    ASSIGN_OR_RETURN(version, reader.NewestConflict(*number, revision - 1));
  }
  return filler.Take();
}

StatusOr<std::vector<Event>> ReadEvents(const Database& database, const Identities& identities,
                                        std::uint64_t acknowledged, std::uint64_t after_revision, std::size_t limit) {
  std::vector<Event> events;
  if (after_revision >= acknowledged) return events;
  Reader reader(database, identities);
  const auto scan = database.Scan(Column::kEvents, "");
  for (scan->Seek(EventsKey(after_revision + 1)); scan->valid(); scan->Next()) {
    KeyReader key(scan->key());
    const std::uint64_t revision = key.U64();
    if (revision > acknowledged || events.size() >= std::max<std::size_t>(limit, 1)) break;
    storage::v1::Events stored;
    const std::string_view value = scan->value();
    if (!key.done() || !stored.ParseFromArray(value.data(), static_cast<int>(value.size()))) {
      return database.Damaged(Concat("the events of revision ", revision, " cannot be read"));
    }
    for (int i = 0; i < stored.events_size(); ++i) {
      ASSIGN_OR_RETURN(Event event, ShowEvent(reader, stored.events(i), revision, static_cast<std::uint32_t>(i)));
      events.push_back(std::move(event));
    }
  }
  RETURN_IF_ERROR(database.Verify(*scan));
  return events;
}

}  // namespace newsgraph::graph
