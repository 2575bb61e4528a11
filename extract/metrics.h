// The packs' declarations of metrics → a catalogue of them.
#pragma once

#include "extract/pack.h"
#include "model/catalogue.h"

namespace newsgraph::extract {

// Reads the `metrics` sections of `packs`: what each metric declares for the
// comparison of claims.
Catalogue MetricsOf(const PackSet& packs);

}  // namespace newsgraph::extract
