#include "ingest/canonical_url.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "ingest/ascii.h"
#include "ingest/tracking_parameters.h"
#include "ingest/url.h"
#include "model/status.h"

namespace newsgraph::ingest {
namespace {

bool IsTracking(std::string_view name) {
  const std::string lower = AsciiLower(name);
  return std::any_of(std::begin(kTrackingParameters), std::end(kTrackingParameters), [&](std::string_view known) {
    return known.ends_with('*') ? lower.starts_with(known.substr(0, known.size() - 1)) : lower == known;
  });
}

std::string WithoutTracking(std::string_view query) {
  std::string out;
  while (!query.empty()) {
    const std::size_t size = std::min(query.find('&'), query.size());
    const std::string_view parameter = query.substr(0, size);
    query.remove_prefix(std::min(size + 1, query.size()));
    // "&amp;" that was escaped once too often.
    std::string_view name = parameter.substr(0, parameter.find('='));
    if (StartsWithIgnoringCase(name, "amp;")) name.remove_prefix(4);
    if (parameter.empty() || IsTracking(name)) continue;
    if (!out.empty()) out += '&';
    out += parameter;
  }
  return out;
}

int HexValue(char c) {
  if (IsAsciiDigit(c)) return c - '0';
  const char lower = AsciiLower(c);
  return 'a' <= lower && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool IsUnreserved(char c) {
  return IsAsciiLetter(c) || IsAsciiDigit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

// Escapes letters of other scripts, spaces and the like, in capitals, and a sign of
// percent that escapes nothing; not what needs none.
std::string Escaped(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  const auto escape = [&](unsigned char byte) {
    out.append("%").append(1, kDigits[byte >> 4U]).append(1, kDigits[byte & 15U]);
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (text[i] == '%' && i + 2 < text.size() && HexValue(text[i + 1]) >= 0 && HexValue(text[i + 2]) >= 0) {
      const char c = static_cast<char>(HexValue(text[i + 1]) * 16 + HexValue(text[i + 2]));
      if (IsUnreserved(c)) {
        out += c;
      } else {
        escape(static_cast<unsigned char>(c));
      }
      i += 2;
    } else if (byte <= 0x20 || byte >= 0x7F || std::string_view("%\"<>").find(text[i]) != std::string_view::npos) {
      escape(byte);
    } else {
      out += text[i];
    }
  }
  return out;
}

// The host and a port that is not the scheme's own; nothing for what is no host.
std::optional<std::string> CanonicalAuthority(const UrlParts& parts, std::string_view scheme) {
  std::string host = AsciiLower(parts.host());
  while (host.ends_with('.')) host.pop_back();
  const bool in_brackets = host.starts_with('[') && host.find(']') == host.size() - 1;
  if (host.empty() || (!in_brackets && host.find(':') != std::string::npos)) return std::nullopt;
  const bool usual = parts.port().empty() || parts.port() == (scheme == "http" ? "80" : "443");
  return usual ? host : Concat(host, ":", parts.port());
}

}  // namespace

std::string CanonicalUrl(std::string_view url) {
  std::string resolved = ResolveUrl("", url);
  if (!IsWebUrl(resolved)) return resolved;
  UrlParts parts = SplitUrl(resolved);
  const std::string scheme = AsciiLower(parts.scheme);
  const std::optional<std::string> authority = CanonicalAuthority(parts, scheme);
  if (!authority) return resolved;
  // Escapes first: dots and names of parameters may be hidden in them.
  const std::string path = parts.path.empty() ? "/" : WithoutDotSegments(Escaped(parts.path));
  const std::string query = WithoutTracking(Escaped(parts.query));
  const std::string fragment = Escaped(parts.fragment);
  parts.scheme = scheme;
  parts.authority = *authority;
  parts.path = path;
  parts.query = query;
  parts.has_query = !query.empty();
  parts.fragment = fragment;
  parts.has_fragment = parts.has_fragment && fragment.starts_with('!');
  return JoinUrl(parts);
}

}  // namespace newsgraph::ingest
