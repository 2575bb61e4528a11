#include "graph/draft.h"

#include <optional>

#include "compare/compare.h"
#include "graph/record.h"
#include "model/status.h"

namespace newsgraph::graph {

Draft MakeDraft(const Article& article, const Extraction& extraction, const Catalogue& catalogue) {
  Draft draft{.text = article.text, .record = MakeRecord(article, extraction), .claims = {}};
  for (std::uint32_t ordinal = 0; ordinal < extraction.claims.size(); ++ordinal) {
    const std::optional<Evidence> evidence = EvidenceAt(draft.record, ordinal);
    Check(evidence.has_value(), "a valid claim can be read back");
    for (const std::string& key : compare::ComparisonKeys(*evidence, catalogue)) {
      draft.claims[key].push_back(*evidence);
    }
  }
  for (const auto& [key, claims] : draft.claims) draft.record.add_comparison_keys(key);
  return draft;
}

}  // namespace newsgraph::graph
