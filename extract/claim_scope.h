// Which words of a sentence speak of one of its values.
#pragma once

#include <vector>

#include "extract/claim_binding.h"
#include "extract/claim_context.h"

namespace newsgraph::extract {

// Where the words stand that may speak of the value.
TokenRange ClauseOf(const Binding& binding);

// "shipped 5,500 and is aiming for 10,000 in May": whether what `cue` says behind "and" or a comma that parts clauses,
// and before another figure, it says of that.
bool IsOfTheNext(const ClaimContext& context, const Binding& binding, TokenRange cue);

// "The shares, which gained 28 percent in 2025, fell 3 percent": whether a relative clause of which the value is no
// part says `words` of its own alone; or the value stands in one, and they say more of whom it is about.
bool IsSetAside(const ClaimContext& context, const Binding& binding, TokenRange words);

// Whether the value's clause tells of what is over: "sold", "had"; by the sentence's words of status and tense.
bool IsInPastTense(const ClaimContext& context, const Binding& binding, const Hits& hits);

// Whether the claim of the value tells of what is over, which nobody foretells: by its time or by its clause.
bool TellsOfThePast(const ClaimContext& context, const Binding& binding, const Claim& claim,
                    std::optional<Day> published);

// Whether one of `words` of the article's languages is written right behind the figure, but for spaces: "4兆円から".
bool IsFollowedByAny(const ClaimContext& context, const Figure& figure, const Words& words);

// Whether a word in `range` tells of what happens on a day: "opens".
bool HasEvent(const ClaimContext& context, TokenRange range);

}  // namespace newsgraph::extract
