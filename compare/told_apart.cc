#include "compare/told_apart.h"

#include <algorithm>

#include "compare/facets.h"
#include "compare/judge_pair.h"

namespace newsgraph::compare {
namespace {

// Whether the article of `one` says in the same voice what `other` says, too.
bool SaysBoth(const Statement& one, const std::vector<const Statement*>& article, const Statement& other,
              const Catalogue& catalogue) {
  return std::any_of(article.begin(), article.end(), [&](const Statement* said) {
    return said != &one && AreOneVoice(*said, one) && Agree(*said, other, catalogue);
  });
}

}  // namespace

bool AreToldApart(bool in_doubt, const Statement& a, const std::vector<const Statement*>& with_a, const Statement& b,
                  const std::vector<const Statement*>& with_b, const Catalogue& catalogue) {
  const bool first = SaysBoth(a, with_a, b, catalogue);
  return first != in_doubt ? SaysBoth(b, with_b, a, catalogue) : first;
}

}  // namespace newsgraph::compare
