// Any bytes, as a text of each language: what is masked and named lies in order
// inside the text, nothing named is masked, and the same text reads the same.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "model/extraction.h"
#include "model/status.h"
#include "tests/fuzz/embedded_extractor.h"

using newsgraph::Article;
using newsgraph::Check;
using newsgraph::Extraction;
using newsgraph::MaskedText;
using newsgraph::MentionedEntity;
using newsgraph::TextSpan;

namespace {

constexpr std::array<std::string_view, 19> kLanguages = {"de", "en", "zh", "fr", "es", "it", "pt", "nl", "ja", "ko",
                                                         "ru", "cs", "",   "pl", "sv", "tr", "ar", "hi", "da"};

bool IsMasked(const Extraction& read, const TextSpan& span) {
  for (const MaskedText& masked : read.masked) {
    if (masked.span.Overlaps(span)) return true;
  }
  return false;
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  Article article;
  article.id = "fuzz";
  article.language = kLanguages[data[0] % kLanguages.size()];
  article.text.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Extraction read = newsgraph::EmbeddedExtractor().Extract(article);
  std::uint32_t end = 0;
  for (const MaskedText& masked : read.masked) {
    Check(masked.span.begin >= end && masked.span.begin < masked.span.end, "masks are in order and not empty");
    Check(masked.span.end <= article.text.size(), "masks lie inside the text");
    Check(!masked.reason.empty(), "a mask has a reason");
    end = masked.span.end;
  }
  std::uint32_t first = 0;
  for (const MentionedEntity& found : read.entities) {
    Check(!found.entity.id.empty() && !found.entity.name.empty(), "an entity has an id and a name");
    Check(!found.mentions.empty() && found.mentions.front().begin >= first, "entities come by first mention");
    first = end = found.mentions.front().begin;
    for (const TextSpan& mention : found.mentions) {
      Check(mention.begin >= end && mention.begin < mention.end, "mentions are in order and not empty");
      Check(mention.end <= article.text.size(), "mentions lie inside the text");
      Check(!IsMasked(read, mention), "nothing masked is a mention");
      end = mention.end;
    }
  }
  Check(newsgraph::EmbeddedExtractor().Extract(article) == read, "the same text reads the same");
  return 0;
}
