// A run of digits with its separators → a number.
#pragma once

#include <cstdint>

#include "extract/document.h"
#include "extract/number_signs.h"

namespace newsgraph::extract {

struct DigitRun {
  // The number is `mantissa` · 10^-`decimals`; below 0 where "1e10" says so.
  std::int64_t mantissa = 0;
  int decimals = 0;
  // How many digits are written.
  int digits = 0;
  // One past the last token of the run.
  std::uint32_t end_token = 0;
  bool grouped = false;
  // The point before the first digit belongs to the number: ".5".
  bool pointed = false;
  // Not a number but a code of digits: "192.168.1.2", "2.0.1", "0815", or more
  // digits than a quantity has. Only `end_token` counts then.
  bool code = false;
};

// Reads the run that begins at `token`, which must be digits of any script.
// Grouping is taken by its pattern, of any locale; `signs` decides where "1.500"
// or "1,500" could be either.
DigitRun ReadDigits(const Document& document, std::uint32_t token, const NumberSigns& signs);

}  // namespace newsgraph::extract
