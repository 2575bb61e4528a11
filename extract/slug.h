// Names → identifiers.
#pragma once

#include <string>
#include <string_view>

namespace newsgraph::extract {

// One segment from the folded words of `name`, joined by hyphens: "U.S. Steel"
// gives "u-s-steel", "Ascend 910C" "ascend-910c", "李潮" "李潮". Empty where
// `name` has neither letter nor digit.
std::string Slug(std::string_view name);

}  // namespace newsgraph::extract
