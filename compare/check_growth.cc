#include "compare/check_growth.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

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
// Scale words that an amount may leave to the other one: "from 2.0 to 2.4 million".
constexpr std::array<int, 5> kScales = {3, 4, 6, 8, 9};

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

Ends EndsOf(const Interval& interval) {
  const double low = interval.low ? std::abs(interval.low->ToDouble()) : 0;
  const double high = interval.high ? std::abs(interval.high->ToDouble()) : low;
  return {std::min(low, high), std::max(low, high)};
}

struct Parts {
  Figure earlier;
  Figure later;
  Figure change;
};

bool IsBlank(std::string_view text) { return text.find_first_not_of(' ') == std::string_view::npos; }

// Where the amount ends with what it counts: "20万人".
std::uint32_t EndOf(const Figure& amount) {
  return amount.noun.begin == amount.span.end ? std::max(amount.noun.end, amount.span.end) : amount.span.end;
}

// Whether the amount is the earlier of two: behind "from", or before "から".
bool IsEarlier(const Draft& draft, const Figure& amount, std::uint32_t begin) {
  const Cue* from = draft.FindCue({begin, amount.span.begin}, CueKind::kFrom);
  if (from != nullptr && amount.span.begin - from->span.end <= kMostBytesToCue) return true;
  const std::uint32_t end = EndOf(amount);
  const auto behind = draft.CuesIn({end, end + kMostBytesToCue});
  return std::any_of(behind.begin(), behind.end(), [&](const Cue& cue) {
    return cue.kind == CueKind::kFromBehind && IsBlank(draft.Written({end, cue.span.begin}));
  });
}

// "40億円から50億円に": both are one figure, the ends of a range.
bool IsBoth(const Draft& draft, const Figure& figure) {
  if (!figure.high || !draft.HasCue(figure.span, CueKind::kFromBehind)) return false;
  const std::uint32_t end = EndOf(figure);
  const auto behind = draft.CuesIn({end, end + kMostBytesToCue});
  return std::any_of(behind.begin(), behind.end(), [&](const Cue& cue) {
    return cue.kind == CueKind::kTo && IsBlank(draft.Written({end, cue.span.begin}));
  });
}

// The figures of a sentence that may say of a change; nothing if one of them says
// something else.
struct Figures {
  std::vector<Figure> amounts;
  std::optional<Figure> change;
};

std::optional<Figures> FiguresOf(const Draft& draft, std::size_t sentence) {
  Figures found;
  const IndexRange range = draft.FiguresIn(sentence);
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const Figure& figure = draft.figures()[i];
    if (figure.parallel_to) continue;
    if (IsAmount(figure) && IsBoth(draft, figure)) {
      Figure later = figure;
      later.value = *figure.high;
      later.high.reset();
      found.amounts.push_back(figure);
      found.amounts.back().high.reset();
      found.amounts.push_back(std::move(later));
      continue;
    }
    if (figure.high || IsBound(figure)) return std::nullopt;
    if (IsAmount(figure)) {
      found.amounts.push_back(figure);
    } else if (IsChange(figure) && !found.change) {
      found.change = figure;
    } else {
      return std::nullopt;
    }
  }
  return found;
}

// The two amounts and the change of a sentence; nothing unless they are all its figures.
std::optional<Parts> PartsOf(const Draft& draft, std::size_t sentence) {
  const std::optional<Figures> found = FiguresOf(draft, sentence);
  if (!found || found->amounts.size() != 2 || !found->change) return std::nullopt;
  const Figure& first = found->amounts[0];
  const Figure& second = found->amounts[1];
  if (!AreOfOneUnit(first, second)) return std::nullopt;
  if (first.span == second.span) return Parts{first, second, *found->change};
  const bool first_is_earlier = IsEarlier(draft, first, draft.sentences()[sentence].span.begin);
  if (first_is_earlier == IsEarlier(draft, second, first.span.end)) return std::nullopt;
  return first_is_earlier ? Parts{first, second, *found->change} : Parts{second, first, *found->change};
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
  const TextSpan change = parts.change.span;
  const std::uint32_t begin = std::min(parts.earlier.span.begin, parts.later.span.begin);
  const std::uint32_t end = std::max(parts.earlier.span.end, parts.later.span.end);
  if (change.end <= begin) return begin - change.end <= kMostBytesToChange;
  return change.begin < end || change.begin - end <= kMostBytesToChange;
}

// Whether the change may be that of two amounts that lie within these ends.
bool Fits(const Ends& earlier, const Ends& later, Ends change, FigureKind kind) {
  if (earlier.low <= 0 || later.low <= 0) return true;
  if (kind == FigureKind::kPercent) change = {change.low / 100, change.high / 100};
  const Ends ratio{later.low / earlier.high - kSlack, later.high / earlier.low + kSlack};
  const Ends inverse{earlier.low / later.high - kSlack, earlier.high / later.low + kSlack};
  if (change.Meets(ratio) || change.Meets(inverse)) return true;
  const Ends growth{ratio.low - 1, ratio.high - 1};
  const Ends fall{1 - ratio.high, 1 - ratio.low};
  return change.Meets(growth) || change.Meets(fall);
}

// Whether it may be, as far as the words commit to it, or as a reader takes them.
bool Fits(const Parts& parts, Interval Reading::* interval) {
  const auto ends = [interval](const Figure& figure) { return EndsOf(ReadFigure(figure).*interval); };
  return Fits(ends(parts.earlier), ends(parts.later), ends(parts.change), parts.change.kind);
}

// Whether the change is right if one amount, digits alone, has the other's scale word.
bool FitsAtOtherScale(const Draft& draft, const Parts& parts) {
  const auto is_bare = [&draft](const Figure& f) {
    return draft.Written(f.span).find_first_not_of("0123456789.,") == std::string_view::npos;
  };
  const bool earlier = is_bare(parts.earlier);
  if (earlier == is_bare(parts.later)) return false;
  return std::any_of(kScales.begin(), kScales.end(), [&](int power) {
    Parts scaled = parts;
    Figure& bare = earlier ? scaled.earlier : scaled.later;
    bare.value = Shift(bare.value, power);
    return Fits(scaled, &Reading::entailed);
  });
}

// How wrong the change is; nothing where it may be right.
std::optional<Level> Judge(const Draft& draft, const Parts& parts) {
  if (!Fits(parts, &Reading::entailed)) {
    return FitsAtOtherScale(draft, parts) ? std::nullopt : std::optional(Level::kError);
  }
  // "from 2 to 3 million, up 25 percent" holds for 2.2 and 2.75, which nobody writes so.
  const bool bare = parts.earlier.mod == Mod::kExact && parts.later.mod == Mod::kExact;
  return bare && !Fits(parts, &Reading::implied) ? std::optional(Level::kWarning) : std::nullopt;
}

}  // namespace

std::vector<Finding> CheckGrowth(const Draft& draft) {
  std::vector<Finding> findings;
  for (std::size_t s = 0; s < draft.sentences().size(); ++s) {
    if (draft.FiguresIn(s).size() < 2) continue;
    const TextSpan span = draft.sentences()[s].span;
    if (draft.HasCue(span, CueKind::kPart) || draft.HasCue(span, CueKind::kShare) || SaysSince(draft, s)) continue;
    const std::optional<Parts> parts = PartsOf(draft, s);
    if (!parts || !StandsBeside(*parts)) continue;
    const std::optional<Level> level = Judge(draft, *parts);
    if (!level) continue;
    const double growth =
        std::min(parts->later.value.ToDouble() / parts->earlier.value.ToDouble() * 100 - 100, kMostPercent);
    const std::string percent = Grouped(Decimal(std::lround(growth * 10), -1));
    findings.push_back({ConflictKind::kArithmetic,
                        *level,
                        "growth",
                        {draft.Place(parts->change), draft.Place(parts->earlier), draft.Place(parts->later)},
                        Concat("from ", Describe(parts->earlier), " to ", Describe(parts->later), " is a change of ",
                               percent, " percent"),
                        ""});
  }
  return findings;
}

}  // namespace newsgraph::compare
