// An answer of HTTP as it was sent → what it carries.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/status.h"

namespace newsgraph::ingest {

// Header fields in their order; names as sent.
class HttpHeaders {
 public:
  void Add(std::string name, std::string value) { fields_.emplace_back(std::move(name), std::move(value)); }
  void Clear() { fields_.clear(); }
  std::size_t size() const { return fields_.size(); }

  // The first value under `name`, whatever its case; empty without one.
  std::string_view Value(std::string_view name) const;
  // All of them with ", " between.
  std::string Values(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

// Takes "Name: value" lines, also folded ones, up to and with the empty line that ends
// them, or to the end of the text. Lines end in CRLF or LF; what is no field is passed over.
HttpHeaders TakeHttpHeaders(std::string_view& text);

struct HttpResponse {
  int status = 0;
  HttpHeaders headers;
  std::string_view body;  // as sent: perhaps in chunks, perhaps compressed
};

// Nothing for what does not begin with "HTTP/". The body is a view of `message`.
std::optional<HttpResponse> ParseHttpResponse(std::string_view message);

// The body without its chunks and compression. Headers that lie do no harm: what is
// not in chunks or not compressed is taken as it is. INVALID_ARGUMENT for ways of compressing that are not
// known, RESOURCE_EXHAUSTED beyond `max_bytes`.
StatusOr<std::string> DecodeBody(const HttpHeaders& headers, std::string_view body, std::size_t max_bytes);

}  // namespace newsgraph::ingest
