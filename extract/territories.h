// Countries and territories and their names, from CLDR through ICU.
#pragma once

#include <string>
#include <vector>

namespace newsgraph::extract {

struct Territory {
  std::string code;  // ISO 3166, and EU
  std::string name;
};

// With their names in `locale`. Slow: for load time.
std::vector<Territory> Territories(const std::string& locale);

// The names of `territories` in `locale`, each with the index of its territory.
// Empty where CLDR does not know the locale's language.
struct TerritoryName {
  std::size_t territory;
  std::string name;
};
std::vector<TerritoryName> TerritoryNames(const std::vector<Territory>& territories, const std::string& locale);

}  // namespace newsgraph::extract
