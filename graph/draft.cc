#include "graph/draft.h"

#include <cstdint>

#include "compare/compare.h"
#include "compare/evidence.h"
#include "compare/lint.h"
#include "compare/own_conflicts.h"
#include "graph/reader.h"
#include "graph/record.h"

namespace newsgraph::graph {

Draft MakeDraft(const Article& article, const Extraction& extraction, const Catalogue& catalogue,
                const Identities& identities) {
  Draft draft{.text = article.text,
              .record = MakeRecord(article, extraction),
              .claims = {},
              .identity_count = identities.change_count()};
  for (Evidence& evidence : compare::EvidenceOf(article, extraction)) {
    identities.Rename(evidence, kLatest);
    for (const std::string& key : compare::ComparisonKeys(evidence, catalogue)) draft.claims[key].push_back(evidence);
  }
  for (const auto& [key, claims] : draft.claims) draft.record.add_comparison_keys(key);
  return draft;
}

void CheckText(const Article& article, const ArticleReading& reading, const Catalogue& catalogue, Draft& draft) {
  draft.own = compare::OwnConflicts(compare::Lint(article, reading, catalogue), reading.extraction,
                                    compare::EvidenceOf(article, reading.extraction));
  draft.correction = compare::MarksCorrection(reading) ? compare::Correction::kMarked : compare::Correction::kSilent;
}

std::optional<std::vector<Evidence>> ClaimsOf(const storage::v1::Record& record, const Identities& identities) {
  const std::optional<storage::v1::RecordOutline> outline = ParseOutline(record.SerializeAsString());
  if (!outline) return std::nullopt;
  std::vector<Evidence> claims;
  for (int i = 0; i < record.claims_size(); ++i) {
    std::optional<Evidence> evidence = EvidenceAt(*outline, static_cast<std::uint32_t>(i));
    if (!evidence) return std::nullopt;
    identities.Rename(*evidence, kLatest);
    claims.push_back(*std::move(evidence));
  }
  return claims;
}

std::optional<ClaimsByKey> FileClaims(storage::v1::Record& record, const Catalogue& catalogue,
                                      const Identities& identities) {
  const std::optional<std::vector<Evidence>> all = ClaimsOf(record, identities);
  if (!all) return std::nullopt;
  ClaimsByKey claims;
  for (const Evidence& evidence : *all) {
    for (const std::string& key : compare::ComparisonKeys(evidence, catalogue)) claims[key].push_back(evidence);
  }
  record.clear_comparison_keys();
  for (const auto& [key, filed] : claims) record.add_comparison_keys(key);
  return claims;
}

}  // namespace newsgraph::graph
