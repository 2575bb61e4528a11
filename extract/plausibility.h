// The packs' tables of what is plausible → a catalogue.
#pragma once

#include "extract/pack.h"
#include "model/catalogue.h"

namespace newsgraph::extract {

// Adds the `rates` and `ranges` sections of `packs` to `catalogue`.
void ReadPlausibility(const PackSet& packs, Catalogue& catalogue);

}  // namespace newsgraph::extract
