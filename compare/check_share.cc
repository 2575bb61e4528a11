#include "compare/check_share.h"

#include <algorithm>

#include "compare/intervals.h"

namespace newsgraph::compare {
namespace {

constexpr std::uint32_t kMostBytesToCue = 24;

// Right before or behind the figure stands a word that makes it a share.
bool IsShare(const Draft& draft, const Figure& figure, TextSpan sentence) {
  const std::uint32_t begin =
      std::max(sentence.begin, figure.span.begin > kMostBytesToCue ? figure.span.begin - kMostBytesToCue : 0U);
  const TextSpan around{begin, std::min(sentence.end, figure.span.end + kMostBytesToCue)};
  return draft.HasCue(around, CueKind::kShare);
}

}  // namespace

std::vector<Finding> CheckShares(const Draft& draft) {
  const Decimal whole(100);
  std::vector<Finding> findings;
  for (const Figure& figure : draft.figures()) {
    if (figure.kind != FigureKind::kPercent || !figure.per.empty()) continue;
    const Interval entailed = ReadFigure(figure).entailed;
    if (!entailed.low || *entailed.low <= whole) continue;
    const std::size_t sentence = draft.SentenceOf(figure.span);
    if (sentence == draft.sentences().size()) continue;
    if (!IsShare(draft, figure, draft.sentences()[sentence].span)) continue;
    findings.push_back({ConflictKind::kArithmetic,
                        Level::kError,
                        "share",
                        {draft.Place(figure)},
                        "a share of a whole is at most 100 percent",
                        ""});
  }
  return findings;
}

}  // namespace newsgraph::compare
