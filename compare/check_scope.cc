#include "compare/check_scope.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "model/status.h"

namespace newsgraph::compare {
namespace {

// A smaller number stands for many things.
constexpr std::int64_t kLeast = 10;

// The one figure of the text that has the headline's number; null if none or several do.
const Figure* FindSame(const Draft& draft, const Figure& figure, std::size_t first) {
  const Figure* found = nullptr;
  for (std::size_t i = first; i < draft.figures().size(); ++i) {
    const Figure& other = draft.figures()[i];
    if (other.kind != figure.kind || other.value != figure.value || other.high != figure.high) continue;
    if (found != nullptr) return nullptr;
    found = &other;
  }
  return found;
}

class ScopeCheck {
 public:
  ScopeCheck(const Draft& draft, const Figure& figure, const Figure& other)
      : draft_(draft), figure_(figure), other_(other) {}

  std::optional<Finding> Run() const {
    if (figure_.kind == FigureKind::kCount && draft_.catalogue().IsPartOf(other_.unit, figure_.unit))
      return Raise(other_.unit, figure_.unit);
    const std::size_t headline = draft_.SentenceOf(figure_.span);
    const std::size_t sentence = draft_.SentenceOf(other_.span);
    if (headline == draft_.sentences().size() || sentence == draft_.sentences().size()) return std::nullopt;
    const std::vector<std::uint32_t>& wholes = draft_.EntitiesIn(headline);
    const std::vector<std::uint32_t>& parts = draft_.EntitiesIn(sentence);
    for (const std::uint32_t whole : wholes) {
      if (std::find(parts.begin(), parts.end(), whole) != parts.end()) continue;
      const auto part = std::find_if(parts.begin(), parts.end(), [&](std::uint32_t p) { return IsPartOf(p, whole); });
      // A headline that names the part as well does not widen it.
      if (part == parts.end() || std::find(wholes.begin(), wholes.end(), *part) != wholes.end()) continue;
      return Raise(draft_.EntityAt(*part).name, draft_.EntityAt(whole).name);
    }
    return std::nullopt;
  }

 private:
  bool IsPartOf(std::uint32_t part, std::uint32_t whole) const {
    return draft_.catalogue().IsPartOf(draft_.EntityAt(part).id, draft_.EntityAt(whole).id);
  }

  Finding Raise(std::string_view part, std::string_view whole) const {
    return {ConflictKind::kScope,
            Level::kNote,
            "scope",
            {draft_.Place(figure_), draft_.Place(other_)},
            Concat("the headline says of ", whole, " what the text says of ", part),
            ""};
  }

  const Draft& draft_;
  const Figure& figure_;
  const Figure& other_;
};

}  // namespace

std::vector<Finding> CheckScopes(const Draft& draft) {
  std::vector<Finding> findings;
  if (!draft.body()) return findings;
  for (std::size_t i = 0; i < draft.body()->figure; ++i) {
    const Figure& figure = draft.figures()[i];
    if (figure.parallel_to || figure.value.Abs() < Decimal(kLeast)) continue;
    const Figure* other = FindSame(draft, figure, draft.body()->figure);
    if (other == nullptr) continue;
    if (auto finding = ScopeCheck(draft, figure, *other).Run()) findings.push_back(*std::move(finding));
  }
  return findings;
}

}  // namespace newsgraph::compare
