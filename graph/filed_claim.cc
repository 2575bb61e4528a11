#include "graph/filed_claim.h"

#include <algorithm>
#include <new>
#include <optional>
#include <utility>

#include "compare/print_order.h"
#include "model/status.h"

namespace newsgraph::graph {
namespace {

auto PrintOrder(const FiledClaim& claim) {
  return compare::PrintOrder(claim.source->head.published, claim.place(), claim.revision(), claim.ordinal);
}

}  // namespace

const compare::PreparedClaim& FiledClaim::Read() const { return source->rows->Read(*this); }

ClaimPlace PlaceOf(const FiledClaim& claim) { return {claim.article_number(), claim.ordinal}; }

bool PrintedFirst::operator()(const FiledClaim* a, const FiledClaim* b) const {
  return PrintOrder(*a) < PrintOrder(*b);
}

std::vector<FiledClaim> FiledRows::Add(std::uint64_t article, std::string_view row, compare::ClaimForms& forms) {
  char* const copy = static_cast<char*>(memory_.allocate(row.size(), 1));
  std::copy(row.begin(), row.end(), copy);
  size_ += row.size();
  const std::optional<ComparedRow> looked = LookAtRow({copy, row.size()});
  if (!looked) return {};
  void* const place = memory_.allocate(sizeof(FiledClaim::Source), alignof(FiledClaim::Source));
  const auto* const source = new (place) FiledClaim::Source{this, article, looked->head, looked->claims.size()};
  std::optional<Day> published;
  if (source->head.published) published = std::chrono::floor<std::chrono::days>(*source->head.published);
  std::vector<FiledClaim> claims;
  claims.reserve(looked->claims.size());
  for (const RowClaim& claim : looked->claims) {
    if (!forms.Knows(claim.form)) {
      const std::optional<Evidence> sample = ReadRowClaim(source->head, claim.bytes);
      if (!sample) return {};
      forms.Learn(claim.form, compare::Prepare(*sample, catalogue_, compare::WithKeys::kOfSeveralSubjects));
    }
    claims.push_back({{claim.form, source->head.article, claim.sentence, published},
                      source,
                      claim.bytes,
                      claim.value,
                      claim.ordinal});
  }
  return claims;
}

const compare::PreparedClaim& FiledRows::Read(const FiledClaim& claim) {
  if (const auto at = read_.find(&claim); at != read_.end()) return at->second;
  std::optional<Evidence> evidence = ReadRowClaim(claim.source->head, claim.bytes);
  Check(evidence.has_value(), "a claim that was looked at can be read");
  using compare::WithKeys;
  compare::PreparedClaim prepared(*std::move(evidence), catalogue_, WithKeys::kOfSeveralSubjects);
  return read_.emplace(&claim, std::move(prepared)).first->second;
}

}  // namespace newsgraph::graph
