// Addresses: what a relative one means, and what its parts are.
#pragma once

#include <string>
#include <string_view>

namespace newsgraph::ingest {

// The parts of an address as written: "https://user@host:81/a/b?q#f". Views of it.
struct UrlParts {
  std::string_view scheme;     // without ":"; empty for a relative one
  std::string_view authority;  // without "//"
  std::string_view path;
  std::string_view query;     // without "?"
  std::string_view fragment;  // without "#"
  bool has_authority = false;
  bool has_query = false;
  bool has_fragment = false;

  std::string_view host() const;  // "[::1]" keeps its brackets
  std::string_view port() const;
};

UrlParts SplitUrl(std::string_view url);
std::string JoinUrl(const UrlParts& parts);

// What `reference` in a document at `base` means, as RFC 3986 says. White space
// around it and line breaks in it do not count. An empty base leaves it as it is.
std::string ResolveUrl(std::string_view base, std::string_view reference);

// A path without its "." and ".." segments.
std::string WithoutDotSegments(std::string_view path);

// Whether `url` begins with "http://" or "https://" and names a host.
bool IsWebUrl(std::string_view url);

}  // namespace newsgraph::ingest
