// Figures that others are compared with: "793, up from 766", "735 planes, against 348 for Globex".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/claim_binding.h"
#include "extract/claim_context.h"
#include "extract/claim_sources.h"

namespace newsgraph::extract {

// Whether the value is what the figure before it is compared with: "793, up from 766"; not what one of `sources` had
// expected of that. Between the word that compares and the value stand `most_between` words.
bool IsComparedWith(const ClaimContext& context, const Binding& binding, const std::vector<Source>& sources,
                    std::uint32_t most_between = 3);

// "735 planes, against 348 for Globex", "frente a los 348 de Globex": whether the value is what another is compared
// with, and `participant`, right behind it, whose it is.
bool IsOwnerOfBase(const ClaimContext& context, const Binding& binding, const Participant& participant,
                   const std::vector<Source>& sources);

// Whether the base of a comparison is still of `subject` where it is told from the value by where it is or by who had
// expected it, and not by when: true of "against 150,000 in Peru", false of "against 150,000 for Globex". Nothing where
// no such word stands behind it.
std::optional<bool> ComparedBesides(const ClaimContext& context, const Binding& binding, std::string_view subject);

}  // namespace newsgraph::extract
