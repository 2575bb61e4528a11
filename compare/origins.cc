#include "compare/origins.h"

#include <algorithm>
#include <string>
#include <utility>

namespace newsgraph::compare {
namespace {

Credits CreditsOf(const Evidence& evidence) {
  const Claim& claim = evidence.claim;
  return {.article = evidence.ref.article,
          .source = evidence.source,
          .copy_of = evidence.copy_of,
          .attribution = claim.attribution,
          .original_source = claim.original_source,
          .planner = claim.status == ClaimStatus::kPlanned ? std::string_view(claim.subject) : std::string_view()};
}

std::string Marked(char mark, std::string_view name) {
  std::string out(1, mark);
  out += name;
  return out;
}

// What makes two claims one origin, each of them.
std::vector<std::string> OriginsOf(const Credits& credits) {
  if (!credits.original_source.empty()) return {Marked('s', credits.original_source)};
  if (!credits.attribution.empty()) return {Marked('s', credits.attribution)};
  if (!credits.planner.empty()) return {Marked('e', credits.planner)};
  std::vector<std::string> out = {Marked('a', credits.copy_of.empty() ? credits.article : credits.copy_of)};
  if (!credits.source.empty()) out.push_back(Marked('s', credits.source));
  return out;
}

}  // namespace

void Origins::Add(const Evidence& evidence) { Add(CreditsOf(evidence)); }

void Origins::Add(const Credits& credits) {
  const std::size_t at = roots_.size();
  roots_.push_back(at);
  ++count_;
  for (std::string& origin : OriginsOf(credits)) {
    const std::size_t a = RootOf(first_.emplace(std::move(origin), at).first->second);
    const std::size_t b = RootOf(at);
    if (a == b) continue;
    roots_[b] = a;
    --count_;
  }
}

std::size_t Origins::RootOf(std::size_t at) {
  while (roots_[at] != at) at = roots_[at] = roots_[roots_[at]];
  return at;
}

std::size_t OriginCount(const std::vector<Evidence>& side) {
  Origins origins;
  for (const Evidence& evidence : side) origins.Add(evidence);
  return origins.count();
}

bool ShareOrigin(const Evidence& a, const Evidence& b) {
  const std::vector<std::string> others = OriginsOf(CreditsOf(b));
  for (const std::string& origin : OriginsOf(CreditsOf(a))) {
    if (std::find(others.begin(), others.end(), origin) != others.end()) return true;
  }
  return false;
}

}  // namespace newsgraph::compare
