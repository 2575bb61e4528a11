// How much two sentences speak of one thing.
#pragma once

#include <cstddef>

#include "compare/draft.h"

namespace newsgraph::compare {

struct Likeness {
  std::size_t words = 0;     // in common
  std::size_t of_words = 0;  // of the sentence that has fewer
  std::size_t entities = 0;  // in common

  friend bool operator==(const Likeness&, const Likeness&) = default;
};

// Symmetric. `a` and `b` are sentences of `draft`.
Likeness Compare(const Draft& draft, std::size_t a, std::size_t b);

}  // namespace newsgraph::compare
