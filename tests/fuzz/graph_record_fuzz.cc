// Any bytes: stored values and page tokens read as what they are or are refused.
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/compared_row.h"
#include "graph/page_token.h"
#include "graph/record.h"
#include "model/status.h"

using newsgraph::Check;
namespace graph = newsgraph::graph;

namespace {

// The claims of a row; none where it is damaged.
std::vector<newsgraph::Evidence> ReadRow(std::string_view bytes) {
  const auto row = graph::LookAtRow(bytes);
  std::vector<newsgraph::Evidence> claims;
  if (!row) return claims;
  std::map<newsgraph::compare::FormId, bool> sound;
  for (const graph::RowClaim& claim : row->claims) {
    std::optional<newsgraph::Evidence> read = graph::ReadRowClaim(row->head, claim.bytes);
    Check(sound.emplace(claim.form, read.has_value()).first->second == read.has_value(),
          "a form is read for all of its claims");
    if (read) claims.push_back(*std::move(read));
  }
  return claims;
}

void ReadOutline(std::string_view bytes) {
  const auto record = graph::ParseOutline(bytes);
  if (!record) return;
  const auto claims = static_cast<std::uint32_t>(record->claims_size());
  std::vector<newsgraph::Evidence> sound;
  for (std::uint32_t ordinal = 0; ordinal <= claims; ++ordinal) {
    std::optional<newsgraph::Evidence> evidence = graph::EvidenceAt(*record, ordinal);
    Check(ordinal < claims || !evidence, "no claim beyond the last");
    if (!evidence) continue;
    evidence->claim.trace.clear();
    sound.push_back(*std::move(evidence));
  }
  if (!sound.empty()) {
    Check(ReadRow(graph::MakeRow(sound)) == sound, "claims filed for comparison come back the same");
  }
}

void ReadRecord(std::string_view bytes) {
  const auto record = graph::ParseRecord(bytes);
  if (!record) return;
  const auto article = graph::ReadArticle(*record, std::string(1'000, 'x'));
  if (!article) return;
  const auto rewritten = graph::MakeRecord(article->article, article->extraction);
  const auto again = graph::ReadArticle(rewritten, article->article.text);
  Check(again && again->extraction == article->extraction, "a record that reads is written the same");
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  ReadRecord(bytes);
  ReadOutline(bytes);
  (void)ReadRow(bytes);
  if (const auto position = graph::DecodePageToken(bytes); position.ok()) {
    Check(graph::DecodePageToken(graph::EncodePageToken(*position)).value() == *position, "a token reads back");
  }
  return 0;
}
