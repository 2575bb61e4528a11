// Any bytes: a decimal that parses survives being written and read again.
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "model/decimal.h"
#include "model/status.h"

using newsgraph::Check;
using newsgraph::Decimal;

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::optional<Decimal> number = Decimal::Parse(text);
  if (!number) return 0;
  const Decimal kept = Decimal::FromParts(number->mantissa(), number->exponent(), number->last_digit());
  Check(kept == *number && kept.last_digit() == number->last_digit(), "parts rebuild the number");
  Check(number->significant_digits() >= 1, "a number has a digit");
  Check(number->last_digit() >= number->exponent(), "no digit below the exponent is significant");
  Check(-(-*number) == *number && !number->Abs().is_negative(), "signs");
  const std::optional<Decimal> again = Decimal::Parse(number->ToString());
  Check(again && *again == *number, "what was written reads as the same value");
  Check(std::hash<Decimal>()(*again) == std::hash<Decimal>()(*number), "equal values hash equally");
  return 0;
}
