#include "ingest/feed/xml_vocabulary.h"

#include <algorithm>
#include <string>
#include <utility>

#include "ingest/ascii.h"

namespace newsgraph::ingest {
namespace {

using Entry = std::pair<std::string_view, Vocabulary>;

// How the addresses begin, in lower case and without "http://" and the like.
constexpr Entry kNamespaces[] = {
    {"www.w3.org/2005/atom", Vocabulary::kCore},
    {"purl.org/atom/", Vocabulary::kCore},
    {"purl.org/echo", Vocabulary::kCore},
    {"purl.org/pie", Vocabulary::kCore},
    {"purl.org/rss/1.0/modules/content", Vocabulary::kContent},
    {"purl.org/rss/1.0/modules/", Vocabulary::kOther},
    {"purl.org/rss/", Vocabulary::kCore},
    {"purl.org/net/rss", Vocabulary::kCore},
    {"my.netscape.com/rdf/simple/", Vocabulary::kCore},
    {"channel.netscape.com/rdf/simple/", Vocabulary::kCore},
    {"my.netscape.com/publish/formats/rss", Vocabulary::kCore},
    {"backend.userland.com/rss", Vocabulary::kCore},
    {"backend.userland.com/", Vocabulary::kCore},
    {"blogs.law.harvard.edu/tech/rss", Vocabulary::kCore},
    {"cyber.law.harvard.edu/rss", Vocabulary::kCore},
    {"www.rssboard.org/", Vocabulary::kCore},
    {"www.sitemaps.org/schemas/sitemap/", Vocabulary::kCore},
    {"www.google.com/schemas/sitemap/", Vocabulary::kCore},
    {"www.google.com/schemas/sitemap-news/", Vocabulary::kNews},
    {"purl.org/dc/elements/", Vocabulary::kDublinCore},
    {"purl.org/dc/terms", Vocabulary::kDublinCoreTerms},
    {"search.yahoo.com/mrss", Vocabulary::kMedia},
    {"video.search.yahoo.com/mrss", Vocabulary::kMedia},
    {"tools.search.yahoo.com/mrss", Vocabulary::kMedia},
    {"www.itunes.com/dtds/podcast-1.0.dtd", Vocabulary::kItunes},
    {"www.w3.org/1999/xhtml", Vocabulary::kXhtml},
    {"www.w3.org/xml/1998/namespace", Vocabulary::kXml},
    {"www.w3.org/1999/02/22-rdf-syntax-ns", Vocabulary::kRdf},
    {"rssnamespace.org/feedburner/ext/", Vocabulary::kFeedburner},
};

constexpr Entry kPrefixes[] = {
    {"atom", Vocabulary::kCore},
    {"rss", Vocabulary::kCore},
    {"dc", Vocabulary::kDublinCore},
    {"dcterms", Vocabulary::kDublinCoreTerms},
    {"content", Vocabulary::kContent},
    {"media", Vocabulary::kMedia},
    {"itunes", Vocabulary::kItunes},
    {"xhtml", Vocabulary::kXhtml},
    {"html", Vocabulary::kXhtml},
    {"xml", Vocabulary::kXml},
    {"rdf", Vocabulary::kRdf},
    {"news", Vocabulary::kNews},
    {"feedburner", Vocabulary::kFeedburner},
};

}  // namespace

std::optional<Vocabulary> VocabularyOfNamespace(std::string_view uri) {
  const std::string lower = AsciiLower(uri.substr(0, 128));
  std::string_view address = Trimmed(lower);
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (address.starts_with(scheme)) address.remove_prefix(scheme.size());
  }
  if (address.empty()) return Vocabulary::kCore;
  for (const auto& [beginning, vocabulary] : kNamespaces) {
    if (address.starts_with(beginning)) return vocabulary;
  }
  return std::nullopt;
}

Vocabulary VocabularyOfPrefix(std::string_view prefix) {
  for (const auto& [known, vocabulary] : kPrefixes) {
    if (EqualsIgnoringCase(prefix, known)) return vocabulary;
  }
  return Vocabulary::kOther;
}

}  // namespace newsgraph::ingest
