// A page's blocks → the element that holds the article's text.
#pragma once

#include <span>

#include "ingest/html/html_tree.h"
#include "ingest/page/page_marks.h"
#include "ingest/page/page_text.h"

namespace newsgraph::ingest {

// The innermost element that holds as much text as can be had without taking in
// as many links and labels: 0, the root, where the page has no text.
HtmlNodeId FindTextRoot(const HtmlTree& tree, std::span<const PageMark> marks, const PageText& page);

// Whether a block reads like running text: long enough, with stops, few links.
bool IsProse(const PageBlock& block);

}  // namespace newsgraph::ingest
