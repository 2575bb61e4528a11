#include "compare/evidence.h"

#include <cstdint>
#include <utility>

#include "compare/conflict_id.h"

namespace newsgraph::compare {

std::vector<Evidence> EvidenceOf(const Article& article, const Extraction& extraction) {
  std::vector<Evidence> out;
  out.reserve(extraction.claims.size());
  for (const Claim& claim : extraction.claims) {
    Evidence evidence;
    evidence.ref = {article.id, 0, static_cast<std::uint32_t>(out.size())};
    evidence.claim = claim;
    if (claim.value.kind == ValueRef::Kind::kFigure) {
      evidence.value = extraction.figures[claim.value.index];
    } else {
      evidence.value = extraction.dates[claim.value.index];
    }
    evidence.source = article.source;
    evidence.published = article.published;
    evidence.quote = ValueSpan(evidence).In(article.text);
    evidence.sentence = claim.sentence.In(article.text);
    out.push_back(std::move(evidence));
  }
  return out;
}

}  // namespace newsgraph::compare
