#include "compare/told_apart.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>

#include "compare/exact.h"
#include "compare/facets.h"
#include "compare/gate.h"
#include "compare/judge_pair.h"
#include "compare/slips.h"

namespace newsgraph::compare {
namespace {

// Numbers of that size are rounded where two are multiplied.
constexpr std::int64_t kMostRough = 1'000'000;

std::chrono::days DaysApart(const Statement& a, const Statement& b) {
  return std::chrono::abs(a.date().implied.first - b.date().implied.first);
}

// Whether one article says both and no two speakers of it dispute: what it says itself, it says beside anyone's word.
bool AreTold(const Statement& a, const Statement& b) {
  const std::string& x = a.claim().attribution;
  const std::string& y = b.claim().attribution;
  return InOneArticle(a, b) && (x == y || x.empty() || y.empty());
}

// Whether the article of `one` says in the same voice what `other` says, too.
bool SaysBoth(const Statement& one, const std::vector<const Statement*>& article, const Statement& other,
              const Catalogue& catalogue) {
  return std::any_of(article.begin(), article.end(), [&](const Statement* said) {
    return said != &one && AreTold(*said, one) && Agree(*said, other, catalogue);
  });
}

// The same number to six digits, whole.
Decimal Rough(const Decimal& value) {
  std::int64_t digits = value.Abs().mantissa();
  int power = value.exponent();
  for (; digits >= kMostRough; digits /= 10) ++power;
  return Decimal(digits, power);
}

// Whether `a` is nearer to `other` than `b` is: by how many times as much it is, dates by days.
bool IsNearer(const Statement& a, const Statement& b, const Statement& other) {
  if (a.is_date()) return DaysApart(a, other) < DaysApart(b, other);
  const Decimal& x = a.reading().value;
  const Decimal& y = b.reading().value;
  const Decimal& z = other.reading().value;
  const bool signs = x.is_negative() == z.is_negative() && y.is_negative() == z.is_negative();
  if (!signs || x.is_zero() || y.is_zero() || z.is_zero())
    return Subtract(x, z, Toward::kUp).Abs() < Subtract(y, z, Toward::kUp).Abs();
  const auto [least, most] = std::minmax({x.Abs(), z.Abs()});
  const auto [low, high] = std::minmax({y.Abs(), z.Abs()});
  const Decimal rough_low = Rough(low);
  const Decimal rough_least = Rough(least);
  return Times(most, rough_low.mantissa(), rough_low.exponent(), Toward::kUp) <
         Times(high, rough_least.mantissa(), rough_least.exponent(), Toward::kUp);
}

// Whether it says there what may sooner be what `other` says: no less surely of the same thing, and said by nothing
// else in the article of `other`.
bool SaysNearer(const Statement& one, const std::vector<const Statement*>& article, const Statement& other,
                const std::vector<const Statement*>& with_other, const Catalogue& catalogue) {
  const std::optional<Comparability> own = CheckGate(one, other, catalogue);
  return std::any_of(article.begin(), article.end(), [&](const Statement* said) {
    if (said == &one || said->is_date() != other.is_date() || !AreTold(*said, one)) return false;
    if (!IsNearer(*said, one, other)) return false;
    const std::optional<Comparability> its = CheckGate(*said, other, catalogue);
    if (!its || (own && its->doubts.size() > own->doubts.size())) return false;
    return std::none_of(with_other.begin(), with_other.end(), [&](const Statement* each) {
      return each != &other && AreTold(*each, other) && Agree(*said, *each, catalogue);
    });
  });
}

}  // namespace

bool AreToldApart(bool in_doubt, const Statement& a, const std::vector<const Statement*>& with_a, const Statement& b,
                  const std::vector<const Statement*>& with_b, const Catalogue& catalogue) {
  if (with_a.size() <= 1 && with_b.size() <= 1) return false;
  const bool first = SaysBoth(a, with_a, b, catalogue);
  if (first != in_doubt ? SaysBoth(b, with_b, a, catalogue) : first) return true;
  const bool slip = !a.is_date() && !b.is_date() &&
                    (MagnitudeSlip(a.reading(), b.reading()) || IsTransposed(a.reading().value, b.reading().value));
  return !slip && (SaysNearer(a, with_a, b, with_b, catalogue) || SaysNearer(b, with_b, a, with_a, catalogue));
}

}  // namespace newsgraph::compare
