// What the elements of a page say of themselves: by tag, role and names.
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/html/html_tree.h"
#include "ingest/page/page_words.h"

namespace newsgraph::ingest {

struct PageMark {
  PageCut cut = PageCut::kNone;  // its own reason, or the nearest ancestor's
  bool weak = false;             // that reason wants to be confirmed by the text
  bool body = false;             // its own names or microdata: it holds the article's text
  bool lead = false;             // or an ancestor's: the introduction
  bool own = false;              // the reason is its own
};

// How much the names of elements are trusted.
enum class MarkTrust : std::uint8_t {
  kNames,      // all that tags, roles and names say
  kStructure,  // tags and roles only
};

// One mark for each node. An element that holds most of the page's paragraphs is
// never cut, whatever it is called.
std::vector<PageMark> MarkPage(const HtmlTree& tree, NameCache& names, MarkTrust trust);

}  // namespace newsgraph::ingest
