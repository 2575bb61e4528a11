// Where articles come from: one after the other, good or bad.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "model/article.h"

namespace newsgraph::ingest {

// Something that was to be an article and cannot be one.
struct Rejection {
  std::string file;        // as the reader named it; "standard input" for that
  std::uint64_t line = 0;  // from 1; 0 where the whole file is meant
  std::string reason;      // what is wrong and how to mend it
  std::string input;       // the bytes in question; cut where they were over the limit

  friend bool operator==(const Rejection&, const Rejection&) = default;
};

using SourceItem = std::variant<Article, Rejection>;

// A sequence of articles: a file, a folder, a pipe. A source keeps no more than
// one item in memory, so it may be endless.
class ArticleSource {
 public:
  virtual ~ArticleSource() = default;

  // The next article, or why it is none; a bad one never ends the sequence.
  // Nothing at the end, and ever after. May block until more arrives. The
  // article's language is empty unless the input names it. One thread at a time.
  virtual std::optional<SourceItem> Next() = 0;
};

// How articles are read, whatever they are read from.
struct ReadOptions {
  // The publication time of articles that state none.
  std::optional<std::chrono::sys_seconds> published = std::nullopt;
  // Longer texts, title included, are rejected.
  std::size_t max_text_bytes = std::size_t{1} << 20;
  // Longer lines of JSON are rejected unread.
  std::size_t max_line_bytes = std::size_t{16} << 20;
};

}  // namespace newsgraph::ingest
