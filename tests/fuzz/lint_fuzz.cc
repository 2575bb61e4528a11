// Any bytes, as a draft of several languages in text, Markdown and HTML: every
// finding has a place inside the text and says why, and every place leads back
// into the file.
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "compare/lint.h"
#include "ingest/draft_file.h"
#include "model/status.h"
#include "tests/fuzz/embedded_extractor.h"

using newsgraph::Check;
using newsgraph::Finding;
using newsgraph::ReadPlace;

namespace {

constexpr std::array<std::string_view, 8> kLanguages = {"de", "en", "zh", "fr", "es", "ja", "ko", "ru"};
constexpr std::chrono::sys_days kPublished = std::chrono::year(2026) / 1 / 15;

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 1) return 0;
  newsgraph::ingest::DraftOptions options;
  options.language = kLanguages[data[0] % kLanguages.size()];
  if ((data[0] & 0x80U) == 0) options.published = kPublished;
  const auto form = static_cast<newsgraph::ingest::DraftForm>((data[0] >> 3U) % 3);
  const std::string source(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto draft = newsgraph::ingest::MakeDraft("fuzz", source, form, options);
  if (!draft.ok()) return 0;
  const newsgraph::Reader& reader = newsgraph::EmbeddedExtractor();
  for (const Finding& finding :
       newsgraph::compare::Lint(draft->article, reader.Read(draft->article), reader.catalogue())) {
    Check(!finding.places.empty() && !finding.explanation.empty(), "a finding says where and why");
    for (const ReadPlace& place : finding.places) {
      Check(place.span.begin < place.span.end && place.span.end <= draft->article.text.size(),
            "places lie in the text");
      Check(newsgraph::ingest::SourceOffset(draft->plain.stretches, place.span.begin) <= draft->source.size(),
            "places lead back into the file");
    }
  }
  return 0;
}
