// Repaired bytes are UTF-8, and valid ones are left alone.
#include <cstddef>
#include <cstdint>
#include <string>

#include "ingest/utf8.h"
#include "model/status.h"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using newsgraph::Check;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::string repaired = newsgraph::ingest::RepairUtf8(bytes);
  Check(newsgraph::ingest::IsValidUtf8(repaired), "repaired bytes are UTF-8");
  Check((repaired == bytes) == newsgraph::ingest::IsValidUtf8(bytes), "only valid bytes come back as they are");
  Check(newsgraph::ingest::RepairUtf8(repaired) == repaired, "repairing twice changes nothing");
  Check(repaired.size() <= 3 * bytes.size(), "a byte becomes one replacement character at most");
  return 0;
}
