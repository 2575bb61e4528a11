#include "compare/check_share.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "compare/exact.h"
#include "compare/explain.h"
#include "compare/intervals.h"
#include "model/status.h"

namespace newsgraph::compare {
namespace {

constexpr std::size_t kLeastShares = 3;
// "the remaining 30 percent", "from about 30 percent".
constexpr std::uint32_t kMostBytesToCue = 12;
// Between two items of a list: "41 percent of the vote, the Greens 12 percent".
constexpr std::uint32_t kMostBytesBetween = 60;
constexpr double kWhole = 100;
constexpr std::int64_t kMostPercent = 101;
// What rounding adds or takes.
constexpr double kSlackOfSum = 2;

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

// Right before the figure stands a word such as "from", which makes it another time's.
bool IsCompared(const Draft& draft, const Figure& figure, TextSpan sentence) {
  const Cue* from = draft.FindCue({sentence.begin, figure.span.begin}, CueKind::kFrom);
  return from != nullptr && figure.span.begin - from->span.end <= kMostBytesToCue;
}

// The percentages of a sentence that may be shares of one whole; nothing if one of
// them says something else.
std::vector<const Figure*> SharesIn(const Draft& draft, std::size_t sentence) {
  std::vector<const Figure*> shares;
  const TextSpan span = draft.sentences()[sentence].span;
  const IndexRange range = draft.FiguresIn(sentence);
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const Figure& figure = draft.figures()[i];
    if (figure.kind != FigureKind::kPercent) continue;
    if (figure.high || !figure.per.empty() || figure.value < Decimal() || IsCompared(draft, figure, span)) return {};
    shares.push_back(&figure);
  }
  return shares;
}

Decimal LeastOf(const Figure& share) {
  const Interval interval = ReadFigure(share).implied;
  return interval.low ? *interval.low : Decimal();
}

Decimal LeastSum(std::span<const Figure* const> shares) {
  Decimal sum;
  for (const Figure* share : shares) sum = Add(sum, LeastOf(*share), Toward::kDown);
  return sum;
}

// "60 percent ..., the remaining 45 percent": how many shares, up to this one, are
// left of a whole; 0 if no word says that anything is.
std::size_t CountToRest(const Draft& draft, std::span<const Figure* const> shares) {
  for (std::size_t i = 1; i < shares.size(); ++i) {
    const TextSpan gap{shares[i - 1]->span.end, shares[i]->span.begin};
    const Cue* rest = draft.FindCue(gap, CueKind::kRest);
    if (rest != nullptr && gap.end - rest->span.end <= kMostBytesToCue) return i + 1;
    const auto behind = draft.CuesIn({shares[i]->span.end, shares[i]->span.end + 2});  // "les 45 % restants"
    if (std::any_of(behind.begin(), behind.end(), [](const Cue& cue) { return cue.kind == CueKind::kRest; }))
      return i + 1;
  }
  return 0;
}

// Whether the last of `shares`, with those right before it, make a whole: that of
// another whole than the first ("of the 80 percent who voted, 60 ..., the remaining 40").
bool MakeAWhole(std::span<const Figure* const> shares) {
  double sum = 0;
  for (auto share = shares.rbegin(); share != shares.rend(); ++share) {
    sum += (*share)->value.ToDouble();
    if (std::abs(sum - kWhole) <= kSlackOfSum && std::next(share) != shares.rend()) return true;
  }
  return false;
}

// Whether a list of shares stands close together in one place and time.
bool IsList(const Draft& draft, std::span<const Figure* const> shares, std::size_t sentence) {
  for (std::size_t i = 1; i < shares.size(); ++i) {
    if (shares[i]->span.begin - shares[i - 1]->span.end > kMostBytesBetween) return false;
  }
  const TextSpan span = draft.sentences()[sentence].span;
  std::size_t places = 0;
  for (const Cue& cue : draft.CuesIn(span)) {
    if (cue.kind == CueKind::kRise || cue.kind == CueKind::kFall) return false;
    if (cue.kind == CueKind::kDateLead && ++places > 1) return false;  // "in the north ..., in the south ..."
  }
  return draft.DatesIn(sentence).size() <= 1;
}

// The one share that the sentence before has of the same whole: "A has 41 percent of
// the vote. B has 38 percent, ..."; nothing if it may be of another.
const Figure* ShareBefore(const Draft& draft, std::size_t sentence) {
  if (sentence == 0 || draft.sentences()[sentence - 1].paragraph != draft.sentences()[sentence].paragraph)
    return nullptr;
  const std::vector<const Figure*> before = SharesIn(draft, sentence - 1);
  if (before.size() != 1 || draft.DatesIn(sentence - 1).size() > 0) return nullptr;
  const TextSpan span = draft.sentences()[sentence - 1].span;
  return draft.HasCue(span, CueKind::kDivided) && IsList(draft, before, sentence - 1) ? before[0] : nullptr;
}

std::optional<Finding> CheckSum(const Draft& draft, std::size_t sentence) {
  std::vector<const Figure*> all = SharesIn(draft, sentence);
  if (all.size() < 2) return std::nullopt;
  const TextSpan span = draft.sentences()[sentence].span;
  std::span<const Figure* const> shares = all;
  const std::size_t with_rest = CountToRest(draft, shares);
  if (with_rest > 0) {
    shares = shares.first(with_rest);
    if (MakeAWhole(shares)) return std::nullopt;
  } else if (shares.size() < kLeastShares || !draft.HasCue(span, CueKind::kDivided) ||
             !IsList(draft, shares, sentence)) {
    return std::nullopt;
  } else if (const Figure* before = ShareBefore(draft, sentence)) {
    all.insert(all.begin(), before);
    shares = all;
  }
  const Decimal sum = LeastSum(shares);
  if (sum <= Decimal(kMostPercent)) return std::nullopt;
  Finding finding{ConflictKind::kArithmetic, with_rest > 0 ? Level::kError : Level::kWarning, "share", {}, "", ""};
  for (const Figure* share : shares) finding.places.push_back(draft.Place(*share));
  finding.explanation = Concat("the shares of one whole make at least ", Grouped(Shortest(sum)), " percent");
  return finding;
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
  for (std::size_t s = 0; s < draft.sentences().size(); ++s) {
    if (draft.FiguresIn(s).size() < 2) continue;
    if (auto finding = CheckSum(draft, s)) findings.push_back(*std::move(finding));
  }
  return findings;
}

}  // namespace newsgraph::compare
