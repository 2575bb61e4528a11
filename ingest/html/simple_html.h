// HTML of paragraphs and links, as texts in feeds are → plain text, without a tree.
#pragma once

#include <string_view>

#include "ingest/html/html_text.h"

namespace newsgraph::ingest {

// Adds the text of a page from FilterHtml, as the tree would give it, five times as
// fast. False if it holds what needs a tree, tables for instance; `out` is then of no use.
bool AddSimpleHtml(std::string_view filtered, TextComposer& out);

}  // namespace newsgraph::ingest
