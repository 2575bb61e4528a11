// WARC, plain or compressed → its records.
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <variant>

#include "ingest/http_message.h"
#include "ingest/warc/inflating_stream.h"
#include "model/status.h"

namespace newsgraph::ingest {

struct WarcRecord {
  std::string type;  // "response", "resource", ...; in small letters
  std::string url;
  HttpHeaders headers;
  std::string block;
};

// Reads WARC 0.17 to 1.1 with CRLF or LF, whole or in gzip members of any size.
// A length that lies is found out by the record that should follow. Keeps one
// record in memory.
class WarcReader {
 public:
  // `in` must outlive this. Longer blocks are errors, and skipped.
  WarcReader(std::istream& in, std::size_t max_block_bytes) : stream_(in), max_block_bytes_(max_block_bytes) {}

  // The next record, or what is wrong with it, after which the next one may be
  // good again: DATA_LOSS where it is cut or damaged, INVALID_ARGUMENT where it is
  // no WARC, RESOURCE_EXHAUSTED where it is too long. Nothing at the end, and ever after.
  std::optional<StatusOr<WarcRecord>> Next();

  // How many records and errors were handed out.
  std::uint64_t count() const { return count_; }

 private:
  std::optional<StatusOr<WarcRecord>> Read();
  bool SkipToRecord();
  Status SkipForeign();
  StatusOr<std::string> ReadBlock(std::size_t size);
  StatusOr<std::string> ReadLyingBlock(std::size_t size);

  InflatingStream stream_;
  std::size_t max_block_bytes_;
  std::uint64_t count_ = 0;
  bool damage_due_ = false;
};

}  // namespace newsgraph::ingest
