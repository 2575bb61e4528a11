// Other ways in which the press spells a word of the packs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::extract {

// As writers in a hurry spell it: "milhões" without its tilde. Other alphabets keep
// their marks, and so do words of one or two letters.
std::string WithoutAccents(std::string_view word);

// A katakana name that CLDR spells with a space, with a dot and with nothing in its
// place; none for other words.
std::vector<std::string> JoinedForms(const std::string& word);

}  // namespace newsgraph::extract
