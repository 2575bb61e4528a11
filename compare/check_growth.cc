#include "compare/check_growth.h"

#include <algorithm>
#include <cmath>

#include "compare/exact.h"
#include "compare/explain.h"
#include "compare/intervals.h"
#include "model/status.h"

namespace newsgraph::compare {
namespace {

// "from about 4 billion", but not "from a low of 4 billion".
constexpr std::uint32_t kMostBytesToCue = 9;
constexpr std::uint32_t kMostBytesToChange = 40;
// More is not worth spelling out.
constexpr double kMostPercent = 1e9;
// What rounding of the three figures does not explain.
constexpr double kSlack = 0.02;

struct Ends {
  double low = 0;
  double high = 0;

  bool Meets(const Ends& other) const { return low <= other.high && other.low <= high; }
};

bool IsBound(const Figure& f) { return f.mod != Mod::kExact && f.mod != Mod::kAbout && f.mod != Mod::kNearly; }

bool IsAmount(const Figure& f) {
  return (f.kind == FigureKind::kCount || f.kind == FigureKind::kMoney || f.kind == FigureKind::kMeasure) &&
         f.value > Decimal();
}

bool IsChange(const Figure& f) { return f.kind == FigureKind::kPercent || f.kind == FigureKind::kMultiple; }

Ends EndsOf(const Figure& figure) {
  const Interval entailed = ReadFigure(figure).entailed;
  const double low = entailed.low ? std::abs(entailed.low->ToDouble()) : 0;
  const double high = entailed.high ? std::abs(entailed.high->ToDouble()) : low;
  return {std::min(low, high), std::max(low, high)};
}

// The two amounts and the change of a sentence; nothing unless they are all its figures.
struct Parts {
  const Figure* earlier = nullptr;
  const Figure* later = nullptr;
  const Figure* change = nullptr;
};

std::optional<Parts> PartsOf(const Draft& draft, std::size_t sentence) {
  Parts parts;
  std::vector<const Figure*> amounts;
  const IndexRange range = draft.FiguresIn(sentence);
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const Figure& figure = draft.figures()[i];
    if (figure.parallel_to) continue;
    if (figure.high || IsBound(figure)) return std::nullopt;
    if (IsAmount(figure)) {
      amounts.push_back(&figure);
    } else if (IsChange(figure) && parts.change == nullptr) {
      parts.change = &figure;
    } else {
      return std::nullopt;
    }
  }
  if (amounts.size() != 2 || parts.change == nullptr || !AreOfOneUnit(*amounts[0], *amounts[1])) return std::nullopt;
  const TextSpan span = draft.sentences()[sentence].span;
  for (const Figure* amount : amounts) {
    const std::uint32_t begin = amount == amounts[1] ? amounts[0]->span.end : span.begin;
    const Cue* from = draft.FindCue({begin, amount->span.begin}, CueKind::kFrom);
    if (from == nullptr || amount->span.begin - from->span.end > kMostBytesToCue) continue;
    if (parts.earlier != nullptr) return std::nullopt;
    parts.earlier = amount;
  }
  if (parts.earlier == nullptr) return std::nullopt;
  parts.later = amounts[0] == parts.earlier ? amounts[1] : amounts[0];
  return parts;
}

// "rose 3 percent, from 20 to 40 since 2020": two changes.
bool SaysSince(const Draft& draft, std::size_t sentence) {
  const IndexRange range = draft.DatesIn(sentence);
  return std::any_of(draft.dates().begin() + static_cast<std::ptrdiff_t>(range.begin),
                     draft.dates().begin() + static_cast<std::ptrdiff_t>(range.end),
                     [](const Date& date) { return date.mod == DateMod::kSince; });
}

// Whether the change stands beside the two amounts, and so is theirs.
bool StandsBeside(const Parts& parts) {
  const TextSpan change = parts.change->span;
  const std::uint32_t begin = std::min(parts.earlier->span.begin, parts.later->span.begin);
  const std::uint32_t end = std::max(parts.earlier->span.end, parts.later->span.end);
  if (change.end <= begin) return begin - change.end <= kMostBytesToChange;
  return change.begin < end || change.begin - end <= kMostBytesToChange;
}

bool Fits(const Parts& parts) {
  const Ends earlier = EndsOf(*parts.earlier);
  const Ends later = EndsOf(*parts.later);
  if (earlier.low <= 0 || later.low <= 0) return true;
  Ends change = EndsOf(*parts.change);
  const bool percent = parts.change->kind == FigureKind::kPercent;
  if (percent) change = {change.low / 100, change.high / 100};
  const Ends ratio{later.low / earlier.high - kSlack, later.high / earlier.low + kSlack};
  const Ends inverse{earlier.low / later.high - kSlack, earlier.high / later.low + kSlack};
  if (change.Meets(ratio) || change.Meets(inverse)) return true;
  const Ends growth{ratio.low - 1, ratio.high - 1};
  const Ends fall{1 - ratio.high, 1 - ratio.low};
  return change.Meets(growth) || change.Meets(fall);
}

}  // namespace

std::vector<Finding> CheckGrowth(const Draft& draft) {
  std::vector<Finding> findings;
  for (std::size_t s = 0; s < draft.sentences().size(); ++s) {
    if (draft.FiguresIn(s).size() < 3) continue;
    const TextSpan span = draft.sentences()[s].span;
    if (draft.HasCue(span, CueKind::kPart) || draft.HasCue(span, CueKind::kShare) || SaysSince(draft, s)) continue;
    const std::optional<Parts> parts = PartsOf(draft, s);
    if (!parts || !StandsBeside(*parts) || Fits(*parts)) continue;
    const double growth =
        std::min(parts->later->value.ToDouble() / parts->earlier->value.ToDouble() * 100 - 100, kMostPercent);
    const std::string percent = Grouped(Decimal(std::lround(growth * 10), -1));
    findings.push_back({ConflictKind::kArithmetic,
                        Level::kError,
                        "growth",
                        {draft.Place(*parts->change), draft.Place(*parts->earlier), draft.Place(*parts->later)},
                        Concat("from ", Describe(*parts->earlier), " to ", Describe(*parts->later), " is a change of ",
                               percent, " percent"),
                        ""});
  }
  return findings;
}

}  // namespace newsgraph::compare
