#include "graph/meaning.h"

#include <string>

namespace newsgraph::graph {
namespace {

// A claim with its value, without places in the text.
std::string MeaningOf(const storage::v1::Record& record, storage::v1::Claim claim) {
  const auto index = static_cast<int>(claim.value_index());
  std::string out;
  if (claim.value_kind() == 0 && index < record.figures_size()) {
    storage::v1::Figure figure = record.figures(index);
    figure.clear_span();
    figure.clear_noun();
    figure.clear_parallel_to();
    out = figure.SerializeAsString();
  } else if (claim.value_kind() != 0 && index < record.dates_size()) {
    storage::v1::Date date = record.dates(index);
    date.clear_span();
    out = date.SerializeAsString();
  }
  claim.clear_value_index();
  claim.clear_sentence();
  claim.clear_echoes();
  return out + claim.SerializeAsString();
}

bool SameFrame(const storage::v1::Record& a, const storage::v1::Record& b) {
  return a.id() == b.id() && a.url() == b.url() && a.source() == b.source() && a.title() == b.title() &&
         a.language() == b.language() && a.extracted_language() == b.extracted_language() &&
         a.has_published() == b.has_published() && a.published() == b.published() &&
         a.rules_version() == b.rules_version();
}

}  // namespace

bool SayTheSame(const storage::v1::Record& a, const storage::v1::Record& b) {
  if (!a.has_signature() || !b.has_signature() || a.signature().exact() != b.signature().exact()) return false;
  if (!SameFrame(a, b) || a.claims_size() != b.claims_size()) return false;
  for (int i = 0; i < a.claims_size(); ++i) {
    if (MeaningOf(a, a.claims(i)) != MeaningOf(b, b.claims(i))) return false;
  }
  return true;
}

}  // namespace newsgraph::graph
