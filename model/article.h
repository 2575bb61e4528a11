// One article as a source published it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace newsgraph {

// `text` is valid UTF-8 and is what every TextSpan of the article refers to.
struct Article {
  // What the source calls it; the same id again is the same article, perhaps
  // changed. Never empty once ingested.
  std::string id;
  std::string url;     // empty if unknown
  std::string source;  // the publisher, as configured or as the article says; empty if unknown
  std::string title;   // empty if none was given apart from the text
  // Title, blank line, body; the body alone where it begins with the title.
  std::string text;
  // BCP 47 ("de", "zh-Hant"); empty until detected.
  std::string language;
  // Nothing for an undated article: its relative dates stay unresolved.
  std::optional<std::chrono::sys_seconds> published;

  friend bool operator==(const Article&, const Article&) = default;
};

// Title and body as one text: "title\n\nbody", or the body alone where it
// begins with the title or the title is empty.
std::string ComposeText(std::string_view title, std::string_view body);

}  // namespace newsgraph
