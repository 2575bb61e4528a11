// The elements of feeds → what they say.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "ingest/feed/xml_reader.h"

namespace newsgraph::ingest {

enum class FeedField : std::uint8_t {
  kTitle,
  kLink,
  kId,
  kSummary,
  kContent,
  kPublished,
  kUpdated,
  kDate,  // of Dublin Core: published or updated
  kAuthor,
  kPublisher,
  kLanguage,
};
inline constexpr std::size_t kFeedFieldCount = 11;

struct FeedElement {
  FeedField field;
  std::uint8_t rank;  // of several elements for a field the lowest holds
};

// What an element of this name says within a feed or an entry; nothing for others.
std::optional<FeedElement> FeedElementOf(const XmlName& name);

}  // namespace newsgraph::ingest
