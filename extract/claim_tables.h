// The tables of core/claims.yaml that hold in every language: kinds of things, bodies, observers.
#pragma once

#include "extract/claim_frames.h"
#include "extract/pack.h"

namespace newsgraph::extract {

// Adds what `pack` says of concepts and entities, whatever the language, to `rules`.
void ReadTables(const Pack& pack, ClaimRules& rules);

}  // namespace newsgraph::extract
