// Where a claim holds.
#pragma once

#include <string>

#include "extract/claim_binding.h"
#include "extract/claim_context.h"
#include "extract/claim_roles.h"

namespace newsgraph::extract {

// Where; a place's id, or empty. What stands for the whole world is no place, nor is
// where one who is spoken of is at home, nor where things go that only stand there.
std::string FindPlace(const ClaimContext& context, const Binding& binding, const Subject& subject);

// What is named most closely beside `region`: a town says more than its country ("日本广岛", "Savannah, Georgia"), and
// of several places the first counts ("in Xinjiang and neighbouring Qinghai"). A place's id.
std::string ClosestPlace(const ClaimContext& context, const Participant& region);

// "10 percent more than in Peru": whether a place is what a value is compared with.
bool IsBaseOfComparison(const ClaimContext& context, TokenRange place);

// Whether the name of a place says where a plant stands: "its Nanjing plant", "l'usine de
// Douai".
bool IsOfSite(const ClaimContext& context, TokenRange place);

// Whether `place` stands behind the place of a site: the country in "the plant in Szeged, Hungary".
bool IsBehindSite(const ClaimContext& context, TokenRange place);

// The region of the country `subject` that the sentences right before in the paragraph speak of: "In the deserts of
// Nevada, …"; empty if they name none, or the value's sentence names the country itself.
std::string RegionBefore(const ClaimContext& context, const Binding& binding, const Subject& subject);

// Whether a value that goes on from another one went there: "of these, 20 went to Utah". Utah did nothing then.
bool IsGoalOfParts(const ClaimContext& context, const Binding& binding, const Participant& place);

// "Acme will open 30 stores in Peru", "Acme wird in Peru 30 Filialen eröffnen": whether a firm at the head of the
// clause does there what `place` is named for.
bool HasActor(const ClaimContext& context, const Binding& binding, const Participant& place);

// Whether the claim is of a share that rises or falls in price.
bool MovesInPrice(const ClaimContext& context, const Claim& claim);

// Whether the claim says of a country that all it has is there: "China's 500 data centers
// are in China" says nothing more.
bool GoesWithoutSaying(const ClaimContext& context, const Binding& binding, const Claim& claim);

}  // namespace newsgraph::extract
