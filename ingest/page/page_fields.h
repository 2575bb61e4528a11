// What a page's elements state of its article: meta elements, microdata, times, bylines.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html/html_tree.h"
#include "ingest/page/page_words.h"

namespace newsgraph::ingest {

// All as written, in the order of trust; nothing is checked.
struct PageFields {
  // What meta elements and microdata state, by PageField.
  std::array<std::vector<std::string>, kPageFieldCount> stated;
  std::string title_element;            // <title>
  std::vector<std::string> headings;    // <h1>, outside of what is cut
  std::vector<std::string> bylines;     // links with rel=author, elements that are called so
  std::vector<std::string> times;       // <time datetime>, in the order of the page
  std::vector<std::string> date_texts;  // text of elements that are called dates
  std::string canonical;                // <link rel=canonical>
  std::vector<std::string> feeds;       // <link rel=alternate> of the types of feeds
  std::string base;                     // <base href>
  std::string language;                 // <html lang>

  const std::vector<std::string>& Of(PageField field) const { return stated[static_cast<std::size_t>(field)]; }
};

PageFields ReadPageFields(const HtmlTree& tree, NameCache& names);

}  // namespace newsgraph::ingest
