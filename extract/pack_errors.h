// What is wrong with packs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/status.h"

namespace newsgraph::extract {

// What is wrong with a set of packs, collected so that an author sees all of it
// at once: "language/de.yaml:12: rule \"de.about\": ...".
class PackErrors {
 public:
  void Add(std::string_view where, std::string_view what);
  bool empty() const { return count_ == 0; }
  // OK, or INVALID_ARGUMENT with the first twenty errors, one a line.
  Status ToStatus() const;

 private:
  std::size_t count_ = 0;
  std::string text_;
};

}  // namespace newsgraph::extract
