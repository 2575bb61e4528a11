// Where the text has put plants and the like, for those behind that do not say it again.
#pragma once

#include <cstdint>
#include <string>

#include "extract/claim_binding.h"
#include "extract/claim_context.h"
#include "extract/claim_roles.h"
#include "model/claim.h"

namespace newsgraph::extract {

// Follows the claims of one text in order. `context` must outlive it.
class ClaimRegions {
 public:
  explicit ClaimRegions(const ClaimContext& context) : context_(context) {}

  // Plants, what stands in them and their shares are where the text has put such things before, while it speaks of the
  // same country or of its firms: gives `claim` that place where it has none, and remembers the one that it has.
  void Stay(const Binding& binding, const Subject& owner, Claim& claim);

 private:
  const ClaimContext& context_;
  std::string region_;           // where the text has last put plants and the like
  std::uint32_t paragraph_ = 0;  // in which paragraph that was
};

// "There", "the plant", and what is told of a plant without naming anybody (`local`): where the sentences right before
// say that it is; a place's id, or empty. Of what is counted, measured or built alone; `status` is the claim's.
std::string PlaceSpokenOf(const ClaimContext& context, const Binding& binding, const Subject& subject,
                          ClaimStatus status);

// "The Spanish plant": the town in the country `place` that the text has named before; `place` itself where the
// sentence speaks of no plant so, or no town was named.
std::string TownOfSite(const ClaimContext& context, const Binding& binding, const std::string& place);

}  // namespace newsgraph::extract
