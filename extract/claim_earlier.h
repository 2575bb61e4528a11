// Whom a text spoke of before.
#pragma once

#include <optional>
#include <vector>

#include "extract/claim_binding.h"
#include "extract/claim_context.h"
#include "extract/claim_roles.h"
#include "extract/claim_sources.h"

namespace newsgraph::extract {

// How a subject was found that only the headline tells, or the whole article.
inline constexpr const char* kHeadline = "headline";

// Who owns a value whose sentence names nobody that could, in this order: the state that acted before, the world where
// a house counts, whom the claim before is about, the last one named in the paragraph, the headline's first, and the
// firm that the article is about. Nothing where none of them can own it.
std::optional<Subject> EarlierSubject(const ClaimContext& context, const Binding& binding,
                                      const std::vector<Source>& sources, const Earlier& earlier);

}  // namespace newsgraph::extract
