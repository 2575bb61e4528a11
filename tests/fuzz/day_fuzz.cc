// Any bytes: a day that parses is written exactly as it was read.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "model/date.h"
#include "model/status.h"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::optional<newsgraph::Day> day = newsgraph::ParseDay(text);
  if (day) newsgraph::Check(newsgraph::ToString(*day) == text, "a day reads back as written");
  return 0;
}
