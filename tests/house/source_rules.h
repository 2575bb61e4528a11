// What every C++ file of the project keeps to, apart from its includes.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "tests/house/source_file.h"

namespace newsgraph::house {

// At most 400 lines; a header begins with a comment and #pragma once; no thrown
// exceptions, no leftovers, no printing and no shared owners where the house
// does not allow them, no empty names such as Manager.
Complaints CheckSource(const SourceFile& file);

// Where code names one of `languages` (BCP 47 codes, such as packs have), by
// code, by locale or by name: that is for packs to know. Comments may.
Complaints CheckNamesNoLanguage(const SourceFile& file, std::span<const std::string> languages);

// The line without its comment; what stands between quotes is kept.
std::string_view WithoutComment(std::string_view line);

}  // namespace newsgraph::house
