// Bytes → valid UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace newsgraph::ingest {

// Whether `bytes` are well-formed UTF-8: no stray or missing continuation
// bytes, overlong forms, surrogates, or code points above U+10FFFF. NUL and
// noncharacters are valid.
bool IsValidUtf8(std::string_view bytes);

// `bytes` with each ill-formed sequence replaced by one U+FFFD, cut where browsers
// cut it: the longest beginning of a character, or else a single byte. Valid text comes back byte for byte.
std::string RepairUtf8(std::string bytes);

// `text` without the byte order mark that it may begin with.
std::string_view WithoutByteOrderMark(std::string_view text);

}  // namespace newsgraph::ingest
