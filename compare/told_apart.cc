#include "compare/told_apart.h"

#include <algorithm>

#include "compare/exact.h"
#include "compare/facets.h"
#include "compare/gate.h"
#include "compare/judge_pair.h"
#include "compare/slips.h"

namespace newsgraph::compare {
namespace {

// How far apart two values are: units, or days.
Decimal Gap(const Statement& a, const Statement& b) {
  if (!a.is_date()) return Subtract(a.reading().value, b.reading().value, Toward::kUp).Abs();
  return Decimal((a.date().implied.first - b.date().implied.first).count()).Abs();
}

// Whether the article of `one` says in the same voice what `other` says, too.
bool SaysBoth(const Statement& one, const std::vector<const Statement*>& article, const Statement& other,
              const Catalogue& catalogue) {
  return std::any_of(article.begin(), article.end(), [&](const Statement* said) {
    return said != &one && AreOneVoice(*said, one) && Agree(*said, other, catalogue);
  });
}

// Whether it says there what may sooner be what `other` says.
bool SaysNearer(const Statement& one, const std::vector<const Statement*>& article, const Statement& other,
                const Catalogue& catalogue) {
  return std::any_of(article.begin(), article.end(), [&](const Statement* said) {
    return said != &one && said->is_date() == other.is_date() && AreOneVoice(*said, one) &&
           Gap(*said, other) < Gap(one, other) && CheckGate(*said, other, catalogue);
  });
}

}  // namespace

bool AreToldApart(bool in_doubt, const Statement& a, const std::vector<const Statement*>& with_a, const Statement& b,
                  const std::vector<const Statement*>& with_b, const Catalogue& catalogue) {
  if (with_a.size() <= 1 && with_b.size() <= 1) return false;
  const bool first = SaysBoth(a, with_a, b, catalogue);
  if (first != in_doubt ? SaysBoth(b, with_b, a, catalogue) : first) return true;
  const bool slip = !a.is_date() && !b.is_date() && MagnitudeSlip(a.reading(), b.reading());
  return !slip && (SaysNearer(a, with_a, b, catalogue) || SaysNearer(b, with_b, a, catalogue));
}

}  // namespace newsgraph::compare
