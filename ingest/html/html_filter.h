// HTML → the same HTML without what no reader of text needs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html/html_names.h"
#include "ingest/html/source_stretch.h"
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
  // An attribute whose value holds no character references: a place in `values`.
  struct Attribute {
    HtmlAttribute name = HtmlAttribute::kNone;
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };
  // The attributes [first, first + count) belong to the tag that begins at `tag`.
  struct TagAttributes {
    std::uint32_t tag = 0;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };

  std::string html;
  std::vector<SourceStretch> stretches;  // where its text stood in the page
  // Most attributes go past the parser, which would take half of its time for them.
  std::string values;
  std::vector<Attribute> attributes;
  std::vector<TagAttributes> tags;  // in the order of the page
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
