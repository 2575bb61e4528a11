// What a daemon holds, compared with what it must hold.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

#include "model/extraction.h"
#include "model/reading.h"
#include "rpc/client/client.h"
#include "tests/crash/submitted.h"

namespace newsgraph::test {

// Each check returns what is wrong, or nothing.

// After a restart: every article that was touched is there as one of its texts,
// no older than the last acknowledged one, with what `extractor` reads in it; or
// absent, if none was acknowledged. Then cuts the history to what is there.
std::string CheckTouched(rpc::Client& client, const Extractor& extractor, std::map<std::string, History>& histories);

// Of histories that CheckTouched() has cut: the server counts as many articles
// and claims.
std::string CheckCounts(rpc::Client& client, const Extractor& extractor,
                        const std::map<std::string, History>& histories);

// All claims listed are those of the current texts, each once.
std::string CheckClaims(rpc::Client& client, const Extractor& extractor,
                        const std::map<std::string, History>& histories);

// The events since the beginning tell of every revision once, in order.
std::string CheckEvents(rpc::Client& client, const std::map<std::string, History>& histories);

// The open conflicts are those that a fresh graph finds in the texts, article by article.
std::string CheckConflicts(rpc::Client& client, const Reader& reader, const std::map<std::string, History>& histories);

}  // namespace newsgraph::test
