// The words of pages that are compiled into the program.
#pragma once

#include <string_view>

namespace newsgraph::ingest {

// The content of ingest/page/words.yaml.
std::string_view EmbeddedPageWords();

}  // namespace newsgraph::ingest
