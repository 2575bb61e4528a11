// Any text makes a time or none.
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include "ingest/feed/feed_time.h"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  (void)newsgraph::ingest::ParseFeedTime(std::string(reinterpret_cast<const char*>(data), size));
  return 0;
}
