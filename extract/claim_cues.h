// When a claim holds, how sure it is, and who says so.
#pragma once

#include <optional>
#include <string>

#include "extract/claim_context.h"
#include "extract/claim_roles.h"
#include "model/claim.h"

namespace newsgraph::extract {

// The date that the claim's clause names, else its sentence; nothing if neither.
// A date that a comparison is made with is not the claim's.
std::optional<DateInterval> FindTime(const ClaimContext& context, const Binding& binding);

struct StatusReading {
  ClaimStatus status = ClaimStatus::kActual;
  std::string rule;  // empty: nothing said otherwise
};

StatusReading FindStatus(const ClaimContext& context, const Binding& binding);

struct Source {
  std::string name;  // canonical name or English phrase
  std::string id;    // of the entity; empty for a phrase
  TokenRange tokens;
  EntityType type = EntityType::kMedia;
};

// Who says it; nothing for the article's own voice.
std::optional<Source> FindSource(const ClaimContext& context, TokenRange sentence);

}  // namespace newsgraph::extract
