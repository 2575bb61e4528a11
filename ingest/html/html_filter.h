// HTML → the same HTML without what no reader of text needs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/status.h"

namespace newsgraph::ingest {

// What a page may cost, checked before it is parsed.
struct HtmlLimits {
  std::size_t max_bytes = std::size_t{16} << 20;
  // Elements that lie deeper are left out; what they hold stays.
  std::size_t max_depth = 256;
  std::size_t max_nodes = 400'000;
};

// A page as it goes to the parser.
struct FilteredHtml {
  std::string html;
  // What stood in its scripts of linked data (JSON-LD); views of the page.
  std::vector<std::string_view> linked_data;
};

// Leaves out comments, scripts, styles, drawings, forms' fields,
// letter forms (<b>) and attributes that HtmlAttribute does not name; white space
// outside of <pre> becomes one character. Closes what would leak out of its
// block, so that a parser neither nests nor repeats elements without bound. Text
// and structure stay as they are. One pass, linear in `html`, any bytes.
// RESOURCE_EXHAUSTED beyond max_bytes or max_nodes.
StatusOr<FilteredHtml> FilterHtml(std::string_view html, const HtmlLimits& limits = {});

}  // namespace newsgraph::ingest
