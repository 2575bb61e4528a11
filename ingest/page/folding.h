// Text as it is compared: without case and white space.
#pragma once

#include <string>
#include <string_view>

namespace newsgraph::ingest {

// `text` in small letters, runs of white space as one space, typographic quotes
// and dashes as plain ones. Valid UTF-8 in, valid UTF-8 out.
std::string Fold(std::string_view text);

// `folded` without spaces and the signs of ASCII: what two ways of writing a title share.
std::string Letters(std::string_view folded);

// `folded` without the marks that frame a line: "- advertisement -", "tags:", "» more".
std::string_view Unframed(std::string_view folded);

// Up to the first space; of scripts without spaces the first character, so that
// what begins alike has the same first word.
std::string_view FirstWord(std::string_view folded);

// How much text it is: bytes, where a letter of any script that has words counts
// one, and one of a script without spaces three.
std::size_t Weight(std::string_view text);

}  // namespace newsgraph::ingest
