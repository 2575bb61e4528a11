// How sure a claim is, from the evidence used.
#pragma once

#include <string>
#include <vector>

#include "extract/claim_binding.h"
#include "extract/claim_context.h"
#include "extract/claim_roles.h"
#include "extract/claim_sources.h"

namespace newsgraph::extract {

// 0 to 1: what was read off pages of news for evidence of this kind; of what a value came from no more than of the
// value, whose subject is found by `sources` and `earlier` as in FindSubject.
double ConfidenceOf(const ClaimContext& context, const Binding& binding, const Subject& subject,
                    const std::vector<Source>& sources, const Earlier& earlier);

// That evidence in words: the trigger, how far off it stands, and where the subject comes from.
std::string EvidenceOf(const ClaimContext& context, const Binding& binding, const Subject& subject);

}  // namespace newsgraph::extract
