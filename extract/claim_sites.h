// Plants, parks and projects that values are of: by kind, since articles name them differently.
#pragma once

#include <string>
#include <string_view>

#include "extract/claim_binding.h"
#include "extract/claim_context.h"

namespace newsgraph::extract {

// The kind of site that the text calls the thing `id` somewhere: "wind farm" for "the Hornbank wind farm"; empty where
// it does not.
const std::string& SiteBeside(const ClaimContext& context, std::string_view id);

// The only kind of site that the sentence names near the value and that no other value counts; where it speaks of a
// "project" alone, or measures one, that of the sentence before, or of the headline. Empty where there is none, or
// several.
std::string SiteMeant(const ClaimContext& context, const Binding& binding);

// Whether a word in `range` stands for a site.
bool NamesSite(const ClaimContext& context, TokenRange range);

// "The plant", which the text has spoken of before: whether a word near the value, in its clause, stands for a site so,
// and is not counted.
bool SpeaksOfSite(const ClaimContext& context, const Binding& binding);

// Whether money is said of a plant or park that its words stand near, and not of what comes out of it: "the plant will
// cost 2 billion euros".
bool IsOfASite(const ClaimContext& context, const Binding& binding);

// Whether `trigger` may tell of a plant: its clause names one, or its sentence nobody and the one before a plant.
bool TellsOfSite(const ClaimContext& context, const Sentence& sentence, TokenRange trigger);

// "A new plant in Szeged, Hungary, is to open", "in Hungary, production is to start": whose plant stands at `place`, or
// who works there, the firm `earlier` that the text speaks of, or the headline's; of other places, nobody: empty.
std::string FirmOfSite(const ClaimContext& context, const Binding& binding, const Participant& place,
                       const std::string& earlier);

}  // namespace newsgraph::extract
