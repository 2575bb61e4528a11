#include "compare/origins.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>

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

std::size_t RootOf(std::vector<std::size_t>& roots, std::size_t at) {
  while (roots[at] != at) at = roots[at] = roots[roots[at]];
  return at;
}

}  // namespace

std::size_t OriginCount(const std::vector<Evidence>& side) {
  std::vector<std::size_t> roots(side.size());
  std::iota(roots.begin(), roots.end(), std::size_t{0});
  std::map<std::string, std::size_t> first;
  std::size_t count = side.size();
  for (std::size_t i = 0; i < side.size(); ++i) {
    for (std::string& origin : OriginsOf(side[i])) {
      const std::size_t a = RootOf(roots, first.emplace(std::move(origin), i).first->second);
      const std::size_t b = RootOf(roots, i);
      if (a == b) continue;
      roots[b] = a;
      --count;
    }
  }
  return count;
}

bool ShareOrigin(const Evidence& a, const Evidence& b) {
  const std::vector<std::string> others = OriginsOf(b);
  for (const std::string& origin : OriginsOf(a)) {
    if (std::find(others.begin(), others.end(), origin) != others.end()) return true;
  }
  return false;
}

}  // namespace newsgraph::compare
