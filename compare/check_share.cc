#include "compare/check_share.h"

#include <algorithm>
#include <string_view>

#include "compare/intervals.h"

namespace newsgraph::compare {
namespace {

bool IsBlank(std::string_view text) { return text.find_first_not_of(' ') == std::string_view::npos; }

// Right before or behind the figure stands a word that makes it a share.
bool IsShare(const Draft& draft, const Figure& figure, TextSpan sentence) {
  const auto cues = draft.CuesIn(sentence);
  return std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) {
    if (cue.kind != CueKind::kShare) return false;
    if (cue.span.end <= figure.span.begin) return IsBlank(draft.Written({cue.span.end, figure.span.begin}));
    return cue.span.begin >= figure.span.end && IsBlank(draft.Written({figure.span.end, cue.span.begin}));
  });
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
