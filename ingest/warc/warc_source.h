// WARC → the articles of the pages and feeds in it.
#pragma once

#include <deque>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/article_source.h"
#include "ingest/warc/warc_reader.h"

namespace newsgraph::ingest {

// Whether a file is called as archives are: "*.warc", "*.warc.gz".
bool IsWarcName(std::string_view name);

// Reads what servers answered with success ("response"), what was kept without
// HTTP ("resource") and texts made of them ("conversion"). Pictures, redirects, requests and
// the like are passed over without a word. A record that is cut or cannot be unpacked is a rejection.
class WarcSource : public ArticleSource {
 public:
  // `name` is what rejections call the stream.
  WarcSource(std::unique_ptr<std::istream> in, std::string name, ReadOptions options = {});

  std::optional<SourceItem> Next() override;

 private:
  // Puts what the record holds on the queue.
  void Read(WarcRecord record);
  void Reject(std::string_view url, std::string_view reason);

  std::unique_ptr<std::istream> in_;
  std::string name_;
  ReadOptions options_;
  WarcReader reader_;
  std::deque<SourceItem> queue_;
};

}  // namespace newsgraph::ingest
