// A text with markup → the text that its readers see, and where it stands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::ingest {

// A stretch of plain text that lies in its source byte for byte.
struct SourceStretch {
  std::uint32_t text_begin = 0;
  std::uint32_t source_begin = 0;

  friend bool operator==(const SourceStretch&, const SourceStretch&) = default;
};

struct PlainText {
  std::string text;
  std::vector<SourceStretch> stretches;  // in order; the first begins at 0
  // What a page says of itself; empty if it does not.
  std::string title;
  std::string language;
  std::string published;

  friend bool operator==(const PlainText&, const PlainText&) = default;
};

// Where byte `offset` of the plain text stands in the source: exact but behind a
// character reference (&amp;), where it is off by the reference's length.
std::uint32_t SourceOffset(const PlainText& plain, std::uint32_t offset);

// `source` as it is.
PlainText FromText(std::string source);

// Markdown: headings, quotes and list items without their marks, emphasis without
// stars, links and pictures by their words, no code. Everything else stays.
PlainText FromMarkdown(std::string_view source);

// HTML of any quality: the words of headings, paragraphs, list items and table
// cells, each a paragraph; nothing of scripts, forms, navigation, headers, footers
// and asides. `title` is the first heading, or else the page's title.
PlainText FromHtml(std::string_view source);

}  // namespace newsgraph::ingest
