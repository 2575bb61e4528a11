// JSON Lines → articles.
#pragma once

#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <string>

#include "ingest/article_source.h"
#include "ingest/line_reader.h"

namespace newsgraph::ingest {

// One object a line, as docs/formats.md describes: {"id", "url"?, "source"?,
// "title"?, "published"?, "lang"?, "text"}. Blank lines count and are skipped; a
// byte order mark is dropped.
class JsonLinesSource : public ArticleSource {
 public:
  // `name` is what rejections call the stream.
  JsonLinesSource(std::unique_ptr<std::istream> in, std::string name, ReadOptions options = {});

  std::optional<SourceItem> Next() override;

 private:
  SourceItem Read(Line line) const;

  std::unique_ptr<std::istream> in_;
  std::string name_;
  ReadOptions options_;
  LineReader lines_;
  std::uint64_t line_number_ = 0;
  bool ended_ = false;
};

}  // namespace newsgraph::ingest
