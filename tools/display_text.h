// News text → cells and lines of a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::tools {

// How many columns UTF-8 `text` takes: two for wide characters such as Chinese
// ones, none for combining marks.
std::size_t DisplayWidth(std::string_view text);

// `text` on one line and harmless: runs of white space become one blank, other
// control characters and those that change the direction of writing go.
std::string Printable(std::string_view text);

// `text` cut to at most `width` columns; what was cut ends in "…".
std::string CutToWidth(std::string_view text, std::size_t width);

// `text` with blanks behind it until it takes `width` columns.
std::string PadToWidth(std::string text, std::size_t width);

// Printable `text` as lines of at most `width` columns, broken at blanks, within
// Chinese, Japanese or Korean between any two characters, and within a word only
// if it is too long for a line. `width` is at least 2. No text, no lines.
std::vector<std::string> Wrap(std::string_view text, std::size_t width);

}  // namespace newsgraph::tools
