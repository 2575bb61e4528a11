// The states of sources → a file, and back after a restart.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/fetch/poller.h"
#include "model/status.h"

namespace newsgraph::ingest {

// One JSON object a line, all of a state in it.
std::string WriteStates(const std::vector<PolledSource>& sources);

// The states by the ids of their sources. Lines that cannot be read are passed
// over: their sources begin anew.
std::map<std::string, SourceState> ReadStates(std::string_view text);

// Puts `text` in place of the file at once: after a crash it holds the old or the new.
Status ReplaceFile(const std::filesystem::path& path, std::string_view text);

}  // namespace newsgraph::ingest
