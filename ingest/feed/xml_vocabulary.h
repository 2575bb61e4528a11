// A namespace → which of the vocabularies found in feeds it stands for.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace newsgraph::ingest {

enum class Vocabulary : std::uint8_t {
  kCore,  // RSS, Atom, CDF, sitemaps, OPML, and elements in no namespace
  kDublinCore,
  kDublinCoreTerms,
  kContent,  // content:encoded
  kMedia,
  kItunes,
  kXhtml,
  kXml,  // xml:base, xml:lang
  kRdf,
  kNews,  // news sitemaps
  kFeedburner,
  kOther,
};

// Of the address of a namespace, whatever its case and end; nothing for one that is
// not known.
std::optional<Vocabulary> VocabularyOfNamespace(std::string_view uri);

// Of a prefix that was not declared, as feeds use it; kOther for one that is not
// known.
Vocabulary VocabularyOfPrefix(std::string_view prefix);

}  // namespace newsgraph::ingest
