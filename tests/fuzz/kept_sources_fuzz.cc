// Whatever the file of the sources holds: what is read comes back as it was written, and the memory of
// a feed goes on from it.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/source/kept_sources.h"
#include "ingest/source/seen_entries.h"
#include "model/status.h"

using newsgraph::Check;
namespace ingest = newsgraph::ingest;

namespace {

void CheckMemory(ingest::SeenEntries seen) {
  Check(ingest::SeenEntries::Decode(seen.Encode()) == seen, "a memory comes back");
  const std::vector<ingest::EntryPrint> entries = {{1, 2, 3}, {4, 5, 6}, {0, 0, 7}};
  Check(seen.Look(entries).size() == entries.size(), "every entry is judged");
  seen.Mark(entries);
  Check(seen.Look(entries) == std::vector(entries.size(), ingest::EntryNovelty::kKnown), "what was marked is known");
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  CheckMemory(ingest::SeenEntries::Decode(bytes));
  for (const auto& [location, kept] : ingest::ReadKeptSources(bytes)) {
    Check(location == kept.source.location, "sources are found by their locations");
    const std::string line = ingest::WriteKeptSource(kept);
    const auto again = ingest::ReadKeptSources(line);
    Check(again.size() == 1 && ingest::WriteKeptSource(again.begin()->second) == line, "a source comes back");
    CheckMemory(kept.seen);
  }
  return 0;
}
