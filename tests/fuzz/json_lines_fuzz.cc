// Any bytes are lines that are articles or rejections.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <variant>

#include "ingest/json_lines.h"
#include "ingest/utf8.h"
#include "model/status.h"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using newsgraph::Article;
  using newsgraph::Check;
  using newsgraph::ingest::IsValidUtf8;
  using newsgraph::ingest::Rejection;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const newsgraph::ingest::ReadOptions options{.max_text_bytes = 1000, .max_line_bytes = 2000};
  newsgraph::ingest::JsonLinesSource source(std::make_unique<std::istringstream>(bytes), "fuzz", options);
  std::size_t items = 0;
  while (const std::optional<newsgraph::ingest::SourceItem> item = source.Next()) {
    ++items;
    if (const auto* article = std::get_if<Article>(&*item)) {
      Check(!article->id.empty() && !article->text.empty(), "an article has an id and a text");
      Check(IsValidUtf8(article->id) && IsValidUtf8(article->text), "an article is UTF-8");
      Check(article->text.size() <= options.max_text_bytes, "an article keeps to the limit");
    } else {
      Check(!std::get<Rejection>(*item).reason.empty(), "a rejection has a reason");
    }
  }
  Check(items <= 1 + static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')),
        "a line is one item at most");
  return 0;
}
