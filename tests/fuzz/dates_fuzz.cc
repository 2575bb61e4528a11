// Any bytes, as a text of each language, published or not: the dates lie in
// order inside the text, their intervals have their ends in order, and the same
// text gives the same dates.
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "model/extraction.h"
#include "model/status.h"
#include "tests/fuzz/embedded_extractor.h"

using newsgraph::Article;
using newsgraph::Check;
using newsgraph::Date;
using newsgraph::Extraction;

namespace {

constexpr std::array<std::string_view, 19> kLanguages = {"de", "en", "zh", "fr", "es", "it", "pt", "nl", "ja", "ko",
                                                         "ru", "cs", "",   "pl", "sv", "tr", "ar", "hi", "da"};

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  Article article;
  article.id = "fuzz";
  article.language = kLanguages[data[0] % kLanguages.size()];
  if (data[1] % 2 == 0) article.published = std::chrono::sys_days(std::chrono::year(2026) / 1 / (data[1] / 2 % 28 + 1));
  article.text.assign(reinterpret_cast<const char*>(data) + 2, size - 2);
  const Extraction read = newsgraph::EmbeddedExtractor().Extract(article);
  std::uint32_t end = 0;
  for (const Date& date : read.dates) {
    Check(date.span.begin >= end && date.span.begin < date.span.end, "dates are in order and not empty");
    Check(date.span.end <= article.text.size(), "dates lie inside the text");
    Check(!date.interval || date.interval->first <= date.interval->last, "an interval begins before it ends");
    Check(!date.impossible || !date.interval, "no calendar has an impossible day");
    Check(article.published || !date.interval || date.anchor != newsgraph::DateAnchor::kPublication,
          "without a publication day nothing counts from it");
    end = date.span.end;
  }
  Check(newsgraph::EmbeddedExtractor().Extract(article).dates == read.dates, "the same text gives the same dates");
  return 0;
}
