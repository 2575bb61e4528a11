#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "extract/claim_context.h"

// The part of ClaimContext that reads what words of place or direction say of a name.
namespace newsgraph::extract {
namespace {

// How many words may stand between a preposition and the name that it governs.
constexpr std::uint32_t kObliqueReach = 2;

// Whether a word says it of the name before it.
bool IsBehind(Oblique oblique) {
  return oblique == Oblique::kBehind || oblique == Oblique::kGoalBehind || oblique == Oblique::kSeatBehind ||
         oblique == Oblique::kElsewhereBehind;
}

}  // namespace

std::optional<Oblique> ClaimContext::MarkBehind(TokenRange tokens) const {
  // "Tianjin-based"
  const std::uint32_t hyphen = tokens.end < document_.tokens().size() && document_.Written(tokens.end) == "-" ? 1 : 0;
  if (tokens.end + hyphen < document_.tokens().size()) {
    const Hit* const hit = document_.Longest(tokens.end + hyphen, SenseKind::kLocative);
    const auto oblique = hit == nullptr ? Oblique::kElsewhere : static_cast<Oblique>(hit->sense.entry);
    if (oblique == Oblique::kSeatBehind) return Oblique::kSeat;
    if (hyphen == 0 && oblique == Oblique::kGoalBehind) return Oblique::kGoal;
    if (hyphen == 0 && oblique == Oblique::kBehind) return Oblique::kPlace;
    if (hyphen == 0 && oblique == Oblique::kElsewhereBehind) return Oblique::kElsewhere;
  }
  const std::string_view last = document_.Folded(tokens.end - 1);
  const auto written = [last](const std::vector<std::string>& endings) {
    return std::any_of(endings.begin(), endings.end(), [last](const std::string& ending) {
      return last.size() > ending.size() && last.ends_with(ending);
    });
  };
  if (written(rules_.place_endings)) return Oblique::kPlace;
  return written(rules_.oblique_endings) ? std::optional(Oblique::kElsewhere) : std::nullopt;
}

// "Acme, based in Ghent," says where Acme is at home, "firms based in Ghent" where things happen.
bool ClaimContext::IsBesideName(std::uint32_t token) const {
  if (token == 0) return false;
  const Token& before = document_.tokens()[token - 1];
  return before.kind == TokenKind::kSign || IsNamed(TokenRange{token - 1, token});
}

std::optional<Oblique> ClaimContext::ObliqueOf(TokenRange tokens) const {
  if (const std::optional<Oblique> behind = MarkBehind(tokens)) return behind;
  if (const std::optional<Oblique> before = MarkBefore(tokens)) return before;
  // "bei der norwegischen Reederei Acme"
  const auto of = std::lower_bound(described_.begin(), described_.end(), std::pair(tokens.begin, 0U));
  if (of == described_.end() || of->first != tokens.begin) return std::nullopt;
  return MarkBefore({of->second, of->second + 1});
}

std::optional<Oblique> ClaimContext::MarkBefore(TokenRange tokens) const {
  const std::uint32_t from = tokens.begin > kObliqueReach ? tokens.begin - kObliqueReach : 0;
  for (std::uint32_t token = tokens.begin; token-- > from;) {
    if (document_.tokens()[token].kind == TokenKind::kSign) return std::nullopt;
    const Hit* const hit = document_.LongestBefore(token + 1, SenseKind::kLocative);
    if (hit == nullptr || IsBehind(static_cast<Oblique>(hit->sense.entry))) continue;
    const auto oblique = static_cast<Oblique>(hit->sense.entry);
    return oblique == Oblique::kSeat && !IsBesideName(hit->first_token) ? Oblique::kPlace : oblique;
  }
  // "在安徽合肥": what stands before the region is said of the town behind it, too.
  if (document_.tokens()[tokens.begin].space_before) return std::nullopt;
  const std::span<const Participant> before = ParticipantsIn({from, tokens.begin});
  if (before.empty() || before.back().type != EntityType::kPlace || before.back().demonym) return std::nullopt;
  return before.back().tokens.end == tokens.begin ? MarkBefore(before.back().tokens) : std::nullopt;
}

}  // namespace newsgraph::extract
