// Any bytes, as a text of each language: the figures lie in order inside the
// text without overlap, their numbers survive being written and read, ranges
// have their ends in order, links point back, and the same text gives the same
// figures.
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "model/extraction.h"
#include "model/status.h"
#include "tests/fuzz/embedded_extractor.h"

using newsgraph::Article;
using newsgraph::Check;
using newsgraph::Decimal;
using newsgraph::Extraction;
using newsgraph::Figure;

namespace {

constexpr std::array<std::string_view, 19> kLanguages = {"de", "en",    "zh", "fr", "es", "it", "pt", "nl", "ja", "ko",
                                                         "ru", "de-CH", "hi", "",   "ar", "tr", "sv", "pl", "da"};

void CheckNumber(const Decimal& number) {
  const std::optional<Decimal> again = Decimal::Parse(number.ToString());
  // Long numbers have more digits written out than are read.
  Check(!again || *again == number, "a number survives being written and read");
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 1) return 0;
  Article article;
  article.id = "fuzz";
  article.language = kLanguages[data[0] % kLanguages.size()];
  article.text.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Extraction read = newsgraph::EmbeddedExtractor().Extract(article);
  std::uint32_t end = 0;
  for (std::size_t i = 0; i < read.figures.size(); ++i) {
    const Figure& figure = read.figures[i];
    Check(figure.span.begin >= end && figure.span.begin < figure.span.end, "figures are in order and not empty");
    Check(figure.span.end <= article.text.size(), "figures lie inside the text");
    Check(figure.noun.begin <= figure.noun.end && figure.noun.end <= article.text.size(), "nouns lie inside the text");
    Check(!figure.high || figure.value < *figure.high, "a range begins below its end");
    Check(!figure.parallel_to || *figure.parallel_to < i, "the second face follows the first");
    CheckNumber(figure.value);
    if (figure.high) CheckNumber(*figure.high);
    end = figure.span.end;
  }
  Check(newsgraph::EmbeddedExtractor().Extract(article).figures == read.figures,
        "the same text gives the same figures");
  return 0;
}
