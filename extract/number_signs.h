// How a locale writes numbers in digits: the decimal and the grouping sign.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace newsgraph::extract {

struct NumberSigns {
  std::string decimal = ".";
  // White space of any width is " ".
  std::string grouping = ",";

  friend bool operator==(const NumberSigns&, const NumberSigns&) = default;
};

// Of every locale that CLDR knows, looked up when it is first asked for: all eight
// hundred would be a tenth of the start. Any thread may ask.
class NumberSignTable {
 public:
  // By the longest known prefix of a BCP 47 tag ("de-CH-1996", "de-CH", "de");
  // those of the root locale where none is known. They live as long as this.
  const NumberSigns& Of(std::string_view language) const;

 private:
  NumberSigns root_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, NumberSigns, std::less<>> signs_;  // by locale; of known ones only
};

}  // namespace newsgraph::extract
