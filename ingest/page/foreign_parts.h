// Parts of a page that belong to other articles than its own.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "ingest/html/html_tree.h"
#include "ingest/page/page_marks.h"
#include "ingest/page/page_text.h"

namespace newsgraph::ingest {

// Cuts blocks of `page` that stand in <article> elements beside or within the
// page's own, and in lists of teasers: elements of the same name that follow each
// other, each with a link as its heading and little text. `is_title` tells whether
// a heading's text is the page's title.
void CutForeignParts(const HtmlTree& tree, const std::function<bool(std::string_view)>& is_title, PageText& page);

}  // namespace newsgraph::ingest
