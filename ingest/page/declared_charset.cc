#include "ingest/page/declared_charset.h"

#include "ingest/ascii.h"

namespace newsgraph::ingest {
namespace {

// Browsers look at the first kilobyte only; pages of news put much before it.
constexpr std::size_t kHeadBytes = 16384;

// The value after `name` and "=" in `tag`.
std::string_view ValueAfter(std::string_view tag, std::string_view lower, std::string_view name) {
  for (std::size_t at = lower.find(name); at != std::string_view::npos; at = lower.find(name, at + 1)) {
    std::string_view rest = tag.substr(at + name.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(kAsciiSpace), rest.size()));
    if (!rest.starts_with('=')) continue;
    rest.remove_prefix(1);
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n\f\v\"'"), rest.size()));
    return rest.substr(0, rest.find_first_of(" \t\r\n\f\v\"';/>?"));
  }
  return {};
}

}  // namespace

std::string DeclaredCharset(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kHeadBytes);
  for (std::size_t at = head.find('<'); at != std::string_view::npos; at = head.find('<', at + 1)) {
    const std::string_view tag = head.substr(at, std::min(head.find('>', at), head.size()) - at);
    const bool is_meta = StartsWithIgnoringCase(tag, "<meta");
    if (!is_meta && !StartsWithIgnoringCase(tag, "<?xml")) continue;
    const std::string lower = AsciiLower(tag);
    const std::string_view value = ValueAfter(tag, lower, is_meta ? "charset" : "encoding");
    if (!value.empty()) return std::string(value);
  }
  return {};
}

}  // namespace newsgraph::ingest
