// Slips that a second article may bring into what a first one said.
#pragma once

#include <cstdint>
#include <vector>

#include "model/article.h"
#include "model/catalogue.h"
#include "model/conflict.h"
#include "model/reading.h"
#include "tests/planting/planted_change.h"

namespace newsgraph {

// A slip in the value of a claim, or in the time for which it holds.
struct ClaimSlip {
  PlantedChange change;
  std::vector<ConflictKind> kinds;  // what it may be called
};

struct ClaimSlips {
  std::vector<ClaimSlip> slips;
  int without_claim = 0;  // figures and dates that could be changed, but belong to no claim
};

// Made from what was read out of the unchanged text. Left out is what two texts may well say both: a later
// year of a state ("900,000 workers in 2024", "in 2025").
ClaimSlips PlantClaimSlips(const Article& article, const ArticleReading& reading, const Catalogue& catalogue);

// A state that is later another one, for claims of stocks without a stated time.
std::vector<PlantedChange> UpdateStocks(const Article& article, const ArticleReading& reading,
                                        const Catalogue& catalogue);

}  // namespace newsgraph
