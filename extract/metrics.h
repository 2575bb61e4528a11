// The packs' declarations of metrics, into the catalogue.
#pragma once

#include "extract/pack.h"
#include "model/catalogue.h"

namespace newsgraph::extract {

// Reads the `metrics` sections of `packs`: what each metric declares for the
// comparison of claims.
void LoadMetrics(const PackSet& packs, Catalogue& catalogue);

}  // namespace newsgraph::extract
