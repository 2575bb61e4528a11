// A text with markup → the text that its readers see, and where it stands.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html/source_stretch.h"
#include "model/status.h"

namespace newsgraph::ingest {

struct PlainText {
  std::string text;
  // In order; the first begins at 0. Words of HTML lead back exactly; within a word,
  // what follows a character reference (&amp;) is off by the reference's length.
  std::vector<SourceStretch> stretches;
  // What a page says of itself; empty if it does not.
  std::string title;
  std::string language;
  std::optional<std::chrono::sys_seconds> published;

  friend bool operator==(const PlainText&, const PlainText&) = default;
};

// `source` as it is.
PlainText FromText(std::string source);

// Markdown: headings, quotes and list items without their marks, emphasis without
// stars, links and pictures by their words, no code. Everything else stays.
PlainText FromMarkdown(std::string_view source);

// HTML of any quality, in valid UTF-8: the words of headings, paragraphs, list items
// and table cells, each a paragraph; nothing of scripts, forms, navigation, footers,
// figures and asides. `title` is the first heading, or else the page's title.
// RESOURCE_EXHAUSTED beyond what HtmlLimits allow.
StatusOr<PlainText> FromHtml(std::string_view source);

}  // namespace newsgraph::ingest
