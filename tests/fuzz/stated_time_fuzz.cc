// Any text makes a time or none; what is written down for a time means the same time.
#include <cstddef>
#include <cstdint>
#include <string>

#include "ingest/stated_time.h"
#include "model/status.h"

using newsgraph::Check;
using newsgraph::ingest::FindStatedTime;
using newsgraph::ingest::ParseStatedTime;
using newsgraph::ingest::ToString;

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  for (const auto& time : {ParseStatedTime(text), FindStatedTime(text)}) {
    if (!time) continue;
    const auto again = ParseStatedTime(ToString(*time));
    Check(!again || again->time == time->time, "a time is written as it is read");
  }
  return 0;
}
