// Chips, products and models by name that values are of.
#pragma once

#include <string>

#include "extract/claim_binding.h"
#include "extract/claim_context.h"
#include "extract/claim_roles.h"

namespace newsgraph::extract {

// The nearest thing by name that is not the subject; empty if none stands within `reach`, in tenths of a word.
std::string NearestThing(const ClaimContext& context, const Binding& binding, const Subject& subject, int reach);

// The first thing that the headline names and that `fits`: what the text is about.
std::string ThingOfHeadline(const ClaimContext& context, const Subject& subject, bool (*fits)(EntityType));

// That one, else the only one that the text names before the value.
std::string ThingOfText(const ClaimContext& context, const Binding& binding, const Subject& subject,
                        bool (*fits)(EntityType));

// "Both models": the first thing that the sentence before named, in the same paragraph.
std::string ThingBefore(const ClaimContext& context, const Binding& binding, const Subject& subject);

}  // namespace newsgraph::extract
