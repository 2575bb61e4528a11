// Numbers, records and conflicts as they are stored, read back.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "graph/database.h"
#include "graph/graph.h"
#include "graph/identities.h"
#include "graph/storage/index.pb.h"
#include "graph/storage/record.pb.h"
#include "model/conflict.h"
#include "model/status.h"

namespace newsgraph::graph {

inline constexpr std::uint64_t kLatest = std::numeric_limits<std::uint64_t>::max();

std::string ArticleNameKey(std::string_view id);
std::string ConflictNameKey(std::string_view id);
std::string TextKey(std::uint64_t article, std::uint32_t text_revision);
std::string RecordKey(std::uint64_t article, std::uint32_t article_revision);
std::string ConflictKey(std::uint64_t conflict, std::uint64_t changed_revision);
std::string EventsKey(std::uint64_t revision);
inline constexpr std::string_view kHeadKey = "head";

// Reads for one call: keeps the records that it read. DATA_LOSS where a stored
// value is damaged or missing. One thread at a time; must not outlive the
// database.
class Reader {
 public:
  // Claims that it shows have the ids that were read out of articles.
  explicit Reader(const Database& database) : database_(database) {}
  // They have the ids that stand at a revision.
  Reader(const Database& database, const Identities& identities) : database_(database), identities_(&identities) {}

  // The number of an article or conflict; nothing if it has none.
  StatusOr<std::optional<std::uint64_t>> ArticleNumber(std::string_view id) const;
  StatusOr<std::optional<std::uint64_t>> ConflictNumber(std::string_view id) const;

  // The newest record of an article at graph revision `as_of`; nothing if it was
  // not there yet.
  StatusOr<std::optional<storage::v1::Record>> NewestRecord(std::uint64_t article, std::uint64_t as_of) const;
  // That of one of its revisions, likewise.
  StatusOr<std::optional<storage::v1::Record>> RecordOf(std::uint64_t article, std::uint32_t article_revision,
                                                        std::uint64_t as_of) const;
  // The record that an index or conflict points to; lives as long as this.
  StatusOr<const storage::v1::RecordOutline*> RecordAt(std::uint64_t article, std::uint32_t article_revision);
  StatusOr<Evidence> ClaimAt(std::uint64_t article, std::uint32_t article_revision, std::uint32_t ordinal,
                             std::uint64_t as_of);
  StatusOr<std::string> TextOf(std::uint64_t article, std::uint32_t text_revision) const;

  // The newest version of a conflict at graph revision `as_of`; nothing if it
  // was not there yet.
  StatusOr<std::optional<storage::v1::Conflict>> NewestConflict(std::uint64_t conflict, std::uint64_t as_of) const;
  // A stored version with the claims that it points to.
  StatusOr<Conflict> Show(const storage::v1::Conflict& stored, std::uint64_t as_of);

  const Database& database() const { return database_; }

 private:
  StatusOr<std::optional<std::uint64_t>> Number(std::string_view name_key) const;

  const Database& database_;
  const Identities* identities_ = nullptr;
  std::map<std::pair<std::uint64_t, std::uint32_t>, storage::v1::RecordOutline> records_;
};

}  // namespace newsgraph::graph
