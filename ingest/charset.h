// Bytes in whatever encoding → UTF-8.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace newsgraph::ingest {

// The name that a Content-Type header gives after "charset=", quotes of either kind
// removed; empty if it gives none.
std::string_view CharsetOfContentType(std::string_view content_type);

// `bytes` as valid UTF-8 without a byte order mark. What decides, in this order: a
// byte order mark; the zero bytes of UTF-16 and UTF-32; being valid UTF-8; the
// first of `declared` that names a known encoding which the bytes do not contradict; a
// guess from the bytes. Names mean what browsers mean by them: ISO-8859-1 is
// windows-1252, GB2312 is GB18030. Bytes of windows-1252 amid UTF-8 are read as
// what they were meant to be, other broken sequences become U+FFFD. A character that the end cuts is dropped. Any
// thread may call.
std::string ToUtf8(std::string bytes, std::initializer_list<std::string_view> declared = {});

}  // namespace newsgraph::ingest
