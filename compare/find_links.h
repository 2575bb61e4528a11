// Claims → plans and forecasts with what became of them.
#pragma once

#include <cstddef>
#include <vector>

#include "model/catalogue.h"
#include "model/conflict.h"
#include "model/link.h"

namespace newsgraph::compare {

// Links among claims, as JudgeLink() says, the newest outcome first: one for each two things said (by one source where
// one revises itself), with all claims that say them; at most `most`, those of the newest outcomes. The result is the
// same for every order of the claims. Every plan meets every outcome that measures the same or what it draws on.
std::vector<Link> FindLinks(const std::vector<Evidence>& claims, const Catalogue& catalogue, std::size_t most);

}  // namespace newsgraph::compare
