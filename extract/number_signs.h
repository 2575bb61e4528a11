// How a locale writes numbers in digits: the decimal and the grouping sign.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace newsgraph::extract {

struct NumberSigns {
  std::string decimal = ".";
  // White space of any width is " ".
  std::string grouping = ",";

  friend bool operator==(const NumberSigns&, const NumberSigns&) = default;
};

// Of every locale that CLDR knows. Immutable; any thread may ask.
class NumberSignTable {
 public:
  NumberSignTable();

  // By the longest known prefix of a BCP 47 tag ("de-CH-1996", "de-CH", "de");
  // those of the root locale where none is known.
  const NumberSigns& Of(std::string_view language) const;

 private:
  NumberSigns root_;
  std::map<std::string, NumberSigns, std::less<>> signs_;
};

}  // namespace newsgraph::extract
