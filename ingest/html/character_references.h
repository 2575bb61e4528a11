// What stands between "&" and ";" → the character.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace newsgraph::ingest {

// Of "#8217", "#x2019" and the names of HTML 4 and XML: "rsquo". Numbers from 128 to
// 159 are taken as windows-1252, impossible ones as U+FFFD. 0 for anything else.
std::uint32_t CodePointOf(std::string_view reference);

void AppendUtf8(std::string& out, std::uint32_t code_point);

}  // namespace newsgraph::ingest
