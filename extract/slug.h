// Names → identifiers.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "extract/token.h"

namespace newsgraph::extract {

// One segment from the folded words of `name`, joined by hyphens: "U.S. Steel"
// gives "u-s-steel", "Ascend 910C" "ascend-910c", "李潮" "李潮". Empty where
// `name` has neither letter nor digit.
std::string Slug(std::string_view name);
// The same of a name that is cut into `tokens` of a text that folds to `folded`.
std::string Slug(std::span<const Token> tokens, std::string_view folded);

}  // namespace newsgraph::extract
