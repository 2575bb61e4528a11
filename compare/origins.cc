#include "compare/origins.h"

#include <algorithm>
#include <string>
#include <utility>

namespace newsgraph::compare {
namespace {

// What makes two claims one origin, each of them.
std::vector<std::string> OriginsOf(const Evidence& evidence) {
  const Claim& claim = evidence.claim;
  if (!claim.original_source.empty()) return {"s" + claim.original_source};
  if (!claim.attribution.empty()) return {"s" + claim.attribution};
  if (claim.status == ClaimStatus::kPlanned && !claim.subject.empty()) return {"e" + claim.subject};
  std::vector<std::string> out = {"a" + (evidence.copy_of.empty() ? evidence.ref.article : evidence.copy_of)};
  if (!evidence.source.empty()) out.push_back("s" + evidence.source);
  return out;
}

}  // namespace

void Origins::Add(const Evidence& evidence) {
  const std::size_t at = roots_.size();
  roots_.push_back(at);
  ++count_;
  for (std::string& origin : OriginsOf(evidence)) {
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
  const std::vector<std::string> others = OriginsOf(b);
  for (const std::string& origin : OriginsOf(a)) {
    if (std::find(others.begin(), others.end(), origin) != others.end()) return true;
  }
  return false;
}

}  // namespace newsgraph::compare
