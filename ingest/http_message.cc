#include "ingest/http_message.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "ingest/ascii.h"
#include "ingest/inflate.h"

namespace newsgraph::ingest {
namespace {

// The next line without its end; `text` goes on behind it.
std::string_view TakeLine(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// What chunks hold; nothing if the body is not made of them. A body that is cut in
// the middle of its chunks counts with what it has.
std::optional<std::string> Unchunked(std::string_view body) {
  std::string out;
  bool any = false;
  while (!body.empty()) {
    std::string_view line = TakeLine(body);
    std::uint64_t size = 0;
    const auto parsed = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    const auto digits = static_cast<std::size_t>(parsed.ptr - line.data());
    const std::string_view behind = Trimmed(line.substr(digits));
    if (parsed.ec != std::errc() || (!behind.empty() && behind.front() != ';'))
      return any ? std::optional(out) : std::nullopt;
    if (size == 0) return out;
    any = true;
    out.append(body, 0, std::min<std::uint64_t>(size, body.size()));
    body.remove_prefix(std::min<std::uint64_t>(size, body.size()));
    TakeLine(body);
  }
  return out;
}

bool IsListed(std::string_view list, std::string_view word) {
  const std::string lower = AsciiLower(list);
  return lower.find(word) != std::string::npos;
}

}  // namespace

std::string_view HttpHeaders::Value(std::string_view name) const {
  for (const auto& [field, value] : fields_) {
    if (EqualsIgnoringCase(field, name)) return value;
  }
  return {};
}

std::string HttpHeaders::Values(std::string_view name) const {
  std::string out;
  for (const auto& [field, value] : fields_) {
    if (!EqualsIgnoringCase(field, name)) continue;
    if (!out.empty()) out += ", ";
    out += value;
  }
  return out;
}

HttpHeaders TakeHttpHeaders(std::string_view& text) {
  HttpHeaders out;
  std::string name;
  std::string value;
  const auto flush = [&] {
    if (!name.empty()) out.Add(std::move(name), std::move(value));
    name.clear();
    value.clear();
  };
  while (!text.empty()) {
    const std::string_view line = TakeLine(text);
    if (line.empty()) break;
    if (IsAsciiSpace(line.front())) {
      value.append(" ").append(Trimmed(line));
      continue;
    }
    flush();
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    name = Trimmed(line.substr(0, colon));
    value = Trimmed(line.substr(colon + 1));
  }
  flush();
  return out;
}

std::optional<HttpResponse> ParseHttpResponse(std::string_view message) {
  if (!StartsWithIgnoringCase(message, "HTTP/")) return std::nullopt;
  const std::string_view line = TakeLine(message);
  HttpResponse out;
  const std::size_t space = std::min(line.find(' '), line.size());
  const std::string_view code = Trimmed(line.substr(space));
  std::from_chars(code.data(), code.data() + code.size(), out.status);
  out.headers = TakeHttpHeaders(message);
  out.body = message;
  return out;
}

StatusOr<std::string> DecodeBody(const HttpHeaders& headers, std::string_view body, std::size_t max_bytes) {
  std::optional<std::string> whole;
  if (IsListed(headers.Values("Transfer-Encoding"), "chunked")) whole = Unchunked(body);
  const std::string_view sent = whole ? std::string_view(*whole) : body;
  const std::string encoding = headers.Values("Content-Encoding") + "," + headers.Values("Transfer-Encoding");
  const bool zipped = IsListed(encoding, "gzip") || IsListed(encoding, "deflate");
  if (IsGzip(sent) || zipped) {
    StatusOr<Inflated> inflated = Inflate(sent, max_bytes);
    if (inflated.ok()) return std::move(inflated->bytes);
    if (inflated.status().code() == StatusCode::kResourceExhausted || IsGzip(sent)) return inflated.status();
  } else if (IsListed(encoding, "br") || IsListed(encoding, "zstd") || IsListed(encoding, "compress")) {
    // Archives often keep the header of a body that they have unpacked.
    const bool text =
        sent.substr(0, 1024).find_first_of(std::string_view("\0\x01\x02\x03\x04\x05\x06", 7)) == std::string_view::npos;
    if (!text) return Error(StatusCode::kInvalidArgument, "is compressed as \"", encoding, "\", which is not read");
  }
  if (sent.size() > max_bytes) return Error(StatusCode::kResourceExhausted, "has more than ", max_bytes, " bytes");
  return whole ? *std::move(whole) : std::string(body);
}

}  // namespace newsgraph::ingest
