// Two versions of one article → which figures changed.
#pragma once

#include <cstdint>
#include <vector>

#include "model/catalogue.h"
#include "model/conflict.h"
#include "model/reading.h"

namespace newsgraph::compare {

// Whether the text of the later version says that it was corrected.
enum class Correction : std::uint8_t { kMarked, kSilent };

// Whether a text says that it said otherwise before ("an earlier version of this article", "Berichtigung"): by
// the cues `correction` of its language.
bool MarksCorrection(const ArticleReading& reading);

// A conflict of the kind `revision` for each claim whose value the later version changed, while it says the same
// otherwise: subject, metric, object, place, rate, time, status and who says so, as sections 2 and 3 of
// docs/conflicts.md judge values. Claims that both versions make are set aside first; of the others, those of one
// sentence but for one place belong together, else those that alone are left of their kind.
//
// A silent change is as severe as the values are apart, but no more than a note where the later version may tell a
// later state: without a stated time, and published on a later day. A marked one is a note. What only rounds or refines
// a value is none. Two sides, the earlier version first; ids are made of the claim and the revision that changed it, so
// `ref.revision` should be set. State and revisions of the conflict are left at their defaults. Pure; any thread may
// call.
std::vector<Conflict> FindRevisions(const std::vector<Evidence>& earlier, const std::vector<Evidence>& later,
                                    Correction correction, const Catalogue& catalogue);

}  // namespace newsgraph::compare
