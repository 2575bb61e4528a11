// Claims → plans and forecasts with what became of them.
#pragma once

#include <vector>

#include "model/catalogue.h"
#include "model/conflict.h"
#include "model/link.h"

namespace newsgraph::compare {

// All links among claims, as JudgeLink() says, the newest outcome first: one for each two things said, with all claims
// that say them. The result is the same for every order of the claims.
std::vector<Link> FindLinks(const std::vector<Evidence>& claims, const Catalogue& catalogue);

}  // namespace newsgraph::compare
