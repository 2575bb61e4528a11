#include "graph/draft.h"

#include <cstdint>

#include "compare/compare.h"
#include "graph/record.h"

namespace newsgraph::graph {

namespace {

Evidence EvidenceOf(const Article& article, const Extraction& extraction, std::uint32_t ordinal) {
  Evidence evidence;
  evidence.ref = {article.id, 0, ordinal};
  evidence.claim = extraction.claims[ordinal];
  const ValueRef& value = evidence.claim.value;
  TextSpan quoted;
  if (value.kind == ValueRef::Kind::kFigure) {
    evidence.value = extraction.figures[value.index];
    quoted = extraction.figures[value.index].span;
  } else {
    evidence.value = extraction.dates[value.index];
    quoted = extraction.dates[value.index].span;
  }
  evidence.source = article.source;
  evidence.published = article.published;
  evidence.quote = quoted.In(article.text);
  evidence.sentence = evidence.claim.sentence.In(article.text);
  return evidence;
}

}  // namespace

Draft MakeDraft(const Article& article, const Extraction& extraction, const Catalogue& catalogue) {
  Draft draft{.text = article.text, .record = MakeRecord(article, extraction), .claims = {}};
  for (std::uint32_t ordinal = 0; ordinal < extraction.claims.size(); ++ordinal) {
    const Evidence evidence = EvidenceOf(article, extraction, ordinal);
    for (const std::string& key : compare::ComparisonKeys(evidence, catalogue)) draft.claims[key].push_back(evidence);
  }
  for (const auto& [key, claims] : draft.claims) draft.record.add_comparison_keys(key);
  return draft;
}

}  // namespace newsgraph::graph
