// One version of a conflict → every place that it is stored and listed in.
#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "graph/database.h"
#include "graph/graph.h"
#include "graph/reader.h"
#include "graph/storage/index.pb.h"
#include "model/status.h"

namespace newsgraph::graph {

// Where a comparison key's unresolved conflicts are listed.
std::string FoundConflictKey(const std::string& comparison_key, std::uint64_t conflict);

bool IsResolved(const storage::v1::Conflict& version);
// Open or suppressed: it is not the decision of anybody on this conflict.
bool IsUndecided(const storage::v1::Conflict& version);

// What became of a conflict by a version that follows `former`; null for the first one.
EventKind TransitionOf(const storage::v1::Conflict* former, const storage::v1::Conflict& version);

// Which articles, by number, take part in a conflict from a version on, and which no longer do.
struct ArticleChange {
  std::set<std::uint64_t> joined;
  std::set<std::uint64_t> left;
};

// The articles whose claims a version shows.
std::set<std::uint64_t> ShownArticles(const storage::v1::Conflict& version);

// Adds to the batch that a newest version has always had so many articles of own outlets.
void CorrectOwnCount(std::uint64_t conflict, std::uint64_t own_article_count, storage::v1::Conflict& version,
                     Batch& batch);

// Adds to the batch the version that follows `former` (null for the first one) under the revision that it
// says itself, and counts it in `head`.
Status StoreVersion(const Reader& reader, std::uint64_t conflict, const storage::v1::Conflict* former,
                    const storage::v1::Conflict& version, const ArticleChange& articles, storage::v1::Head& head,
                    Batch& batch);

}  // namespace newsgraph::graph
