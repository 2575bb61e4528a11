#include "ingest/url.h"

#include <algorithm>
#include <cstddef>

#include "ingest/ascii.h"

namespace newsgraph::ingest {
namespace {

bool IsSchemeCharacter(char c) { return IsAsciiLetter(c) || IsAsciiDigit(c) || c == '+' || c == '-' || c == '.'; }

// `text` up to the first of `ends`; what is left begins there.
std::string_view TakeUntil(std::string_view& text, std::string_view ends) {
  const std::string_view front = text.substr(0, text.find_first_of(ends));
  text.remove_prefix(front.size());
  return front;
}

// The path of `reference` beside that of `base`.
std::string MergedPath(const UrlParts& base, std::string_view path) {
  if (base.has_authority && base.path.empty()) return "/" + std::string(path);
  const std::size_t slash = base.path.rfind('/');
  return std::string(base.path.substr(0, slash == std::string_view::npos ? 0 : slash + 1)) + std::string(path);
}

}  // namespace

std::string_view UrlParts::host() const {
  std::string_view out =
      authority.substr(authority.rfind('@') == std::string_view::npos ? 0 : authority.rfind('@') + 1);
  const std::string_view number = port();
  if (!number.empty()) return out.substr(0, out.size() - number.size() - 1);
  if (out.ends_with(':')) out.remove_suffix(1);
  return out;
}

std::string_view UrlParts::port() const {
  const std::size_t colon = authority.rfind(':');
  if (colon == std::string_view::npos) return {};
  const std::string_view out = authority.substr(colon + 1);
  return std::all_of(out.begin(), out.end(), IsAsciiDigit) ? out : std::string_view();
}

UrlParts SplitUrl(std::string_view url) {
  UrlParts parts;
  const std::size_t colon = url.find_first_of(":/?#");
  if (colon != std::string_view::npos && url[colon] == ':' && colon > 0 && IsAsciiLetter(url[0]) &&
      std::all_of(url.begin(), url.begin() + static_cast<std::ptrdiff_t>(colon), IsSchemeCharacter)) {
    parts.scheme = url.substr(0, colon);
    url.remove_prefix(colon + 1);
  }
  if (url.starts_with("//")) {
    parts.has_authority = true;
    url.remove_prefix(2);
    parts.authority = TakeUntil(url, "/?#");
  }
  parts.path = TakeUntil(url, "?#");
  if (url.starts_with('?')) {
    parts.has_query = true;
    url.remove_prefix(1);
    parts.query = TakeUntil(url, "#");
  }
  if (url.starts_with('#')) {
    parts.has_fragment = true;
    parts.fragment = url.substr(1);
  }
  return parts;
}

std::string JoinUrl(const UrlParts& parts) {
  std::string out;
  if (!parts.scheme.empty()) out.append(parts.scheme).append(":");
  if (parts.has_authority) out.append("//").append(parts.authority);
  out += parts.path;
  if (parts.has_query) out.append("?").append(parts.query);
  if (parts.has_fragment) out.append("#").append(parts.fragment);
  return out;
}

// RFC 3986, 5.2.4, for a path that may be relative.
std::string WithoutDotSegments(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    const std::size_t size = std::min(path.find('/', 1), path.size());
    const std::string_view segment = path.substr(0, size);
    const std::string_view name = segment.substr(segment.front() == '/' ? 1 : 0);
    const bool last = size == path.size();
    if (name == "..") {
      out.resize(out.rfind('/') == std::string::npos ? 0 : out.rfind('/'));
      if (last) out += '/';
    } else if (name == ".") {
      if (last) out += '/';
    } else {
      out += segment;
    }
    path.remove_prefix(size);
  }
  return out;
}

std::string ResolveUrl(std::string_view base, std::string_view reference) {
  std::string cleaned;
  for (const char c : Trimmed(reference)) {
    if (c != '\n' && c != '\r' && c != '\t') cleaned += c;
  }
  if (base.empty()) return cleaned;
  UrlParts parts = SplitUrl(cleaned);
  if (!parts.scheme.empty()) return cleaned;
  const UrlParts from = SplitUrl(Trimmed(base));
  parts.scheme = from.scheme;
  std::string path;
  if (!parts.has_authority) {
    parts.has_authority = from.has_authority;
    parts.authority = from.authority;
    if (parts.path.empty()) {
      parts.path = from.path;
      if (!parts.has_query) {
        parts.has_query = from.has_query;
        parts.query = from.query;
      }
      return JoinUrl(parts);
    }
    path = WithoutDotSegments(parts.path.front() == '/' ? std::string(parts.path) : MergedPath(from, parts.path));
  } else {
    path = WithoutDotSegments(parts.path);
  }
  parts.path = path;
  return JoinUrl(parts);
}

bool IsWebUrl(std::string_view url) {
  const UrlParts parts = SplitUrl(url);
  return (EqualsIgnoringCase(parts.scheme, "http") || EqualsIgnoringCase(parts.scheme, "https")) &&
         !parts.host().empty();
}

}  // namespace newsgraph::ingest
