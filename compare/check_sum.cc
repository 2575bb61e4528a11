#include "compare/check_sum.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "compare/exact.h"
#include "compare/explain.h"
#include "compare/intervals.h"
#include "compare/slips.h"
#include "compare/verdict.h"
#include "model/status.h"

namespace newsgraph::compare {
namespace {

// "zusammen rund 9.800", "9,800 in all".
constexpr std::uint32_t kMostBytesToCue = 24;

bool IsAmount(const Figure& figure) {
  return (figure.kind == FigureKind::kCount || figure.kind == FigureKind::kMoney) && !figure.high;
}

// The amounts of a sentence without derived faces; nothing if one is a range.
std::vector<const Figure*> AmountsIn(const Draft& draft, std::size_t sentence) {
  std::vector<const Figure*> amounts;
  const IndexRange range = draft.FiguresIn(sentence);
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const Figure& figure = draft.figures()[i];
    if (figure.parallel_to) continue;
    if (!IsAmount(figure)) return {};
    amounts.push_back(&figure);
  }
  return amounts;
}

// Whether a word of `kind` stands right before or behind the figure.
bool StandsBy(const Draft& draft, const Figure& figure, CueKind kind, TextSpan sentence) {
  const std::uint32_t begin =
      std::max(sentence.begin, figure.span.begin > kMostBytesToCue ? figure.span.begin - kMostBytesToCue : 0U);
  const TextSpan before{begin, figure.span.begin};
  const TextSpan behind{figure.span.end, std::min(sentence.end, figure.span.end + kMostBytesToCue)};
  const Cue* cue = draft.FindCue(before, kind);
  const auto parts = [&draft](TextSpan gap) {
    return draft.Written(gap).find(',') != std::string_view::npos ||
           std::any_of(draft.figures().begin(), draft.figures().end(),
                       [gap](const Figure& f) { return f.span.Overlaps(gap); });
  };
  if (cue != nullptr && !parts({cue->span.end, figure.span.begin})) return true;
  cue = draft.FindCue(behind, kind);
  return cue != nullptr && !parts({figure.span.end, cue->span.begin});
}

// What a reader takes from a number whose bound is looked at apart; what an
// approximate one commits to.
Interval EndsOf(const Figure& figure) {
  Figure bare = figure;
  if (figure.mod != Mod::kAbout) bare.mod = Mod::kExact;
  const Reading reading = ReadFigure(bare);
  return figure.mod == Mod::kAbout || figure.mod == Mod::kNearly ? reading.entailed : reading.implied;
}

struct Span {
  Decimal low;
  Decimal high;
};

Span SumOf(const std::vector<const Figure*>& parts) {
  Span sum;
  for (const Figure* part : parts) {
    const Interval one = EndsOf(*part);
    sum.low = Add(sum.low, *one.low, Toward::kDown);
    sum.high = Add(sum.high, *one.high, Toward::kUp);
  }
  return sum;
}

// Whether what was worked out misses the total, whatever the bounds allow.
bool Misses(const Span& worked_out, const Figure& total, bool at_least, bool at_most) {
  const Interval whole = EndsOf(total);
  if (worked_out.high < *whole.low) return !at_least && total.mod != Mod::kUpTo && total.mod != Mod::kAtMost;
  if (worked_out.low > *whole.high) return !at_most && total.mod != Mod::kMoreThan && total.mod != Mod::kAtLeast;
  return false;
}

bool IsLowerBound(const Figure* f) { return f->mod == Mod::kMoreThan || f->mod == Mod::kAtLeast; }
bool IsUpperBound(const Figure* f) {
  return f->mod == Mod::kLessThan || f->mod == Mod::kAtMost || f->mod == Mod::kUpTo || f->mod == Mod::kNearly;
}

// The product of two spans of numbers above zero, its ends to two digits.
Span ProductOf(const Interval& n, const Interval& price) {
  const double low = n.low->ToDouble() * price.low->ToDouble();
  const double high = n.high->ToDouble() * price.high->ToDouble();
  return {TwoDigitsDown(low), TwoDigitsUp(high)};
}

Finding Raise(const Draft& draft, const Figure& total, const std::vector<const Figure*>& parts, const Span& worked_out,
              std::string_view rule, std::string_view what) {
  Finding finding{ConflictKind::kArithmetic, Level::kError, std::string(rule), {draft.Place(total)}, "", ""};
  for (const Figure* part : parts) finding.places.push_back(draft.Place(*part));
  const std::string result = Describe(Interval{Shortest(worked_out.low), Shortest(worked_out.high)});
  finding.explanation = Concat(what, result, " ", total.unit, ", not ", Describe(total));
  return finding;
}

}  // namespace

std::vector<Finding> CheckSums(const Draft& draft) {
  std::vector<Finding> findings;
  for (std::size_t s = 0; s < draft.sentences().size(); ++s) {
    if (draft.FiguresIn(s).size() < 3 || !draft.HasCue(draft.sentences()[s].span, CueKind::kSum)) continue;
    std::vector<const Figure*> parts = AmountsIn(draft, s);
    if (parts.size() < 3) continue;
    // The total is the first or the last amount.
    const bool last = StandsBy(draft, *parts.back(), CueKind::kSum, draft.sentences()[s].span);
    if (!last && !StandsBy(draft, *parts.front(), CueKind::kSum, draft.sentences()[s].span)) continue;
    const Figure& total = last ? *parts.back() : *parts.front();
    parts.erase(last ? parts.end() - 1 : parts.begin());
    const bool alike =
        std::all_of(parts.begin(), parts.end(), [&](const Figure* p) { return AreOfOneUnit(*p, total); });
    if (!alike) continue;
    const Span sum = SumOf(parts);
    const bool more = std::any_of(parts.begin(), parts.end(), IsLowerBound);
    const bool less = std::any_of(parts.begin(), parts.end(), IsUpperBound);
    if (!Misses(sum, total, more, less)) continue;
    findings.push_back(Raise(draft, total, parts, sum, "sum", "the parts make "));
  }
  return findings;
}

std::vector<Finding> CheckProducts(const Draft& draft) {
  std::vector<Finding> findings;
  for (std::size_t s = 0; s < draft.sentences().size(); ++s) {
    if (draft.FiguresIn(s).size() < 3) continue;
    const std::vector<const Figure*> amounts = AmountsIn(draft, s);
    if (amounts.size() != 3) continue;
    const TextSpan sentence = draft.sentences()[s].span;
    const Figure* count = nullptr;
    const Figure* price = nullptr;
    const Figure* total = nullptr;
    for (const Figure* amount : amounts) {
      if (amount->kind == FigureKind::kCount) count = amount;
      if (amount->kind != FigureKind::kMoney) continue;
      const bool each = amount->per == "unit" || StandsBy(draft, *amount, CueKind::kEach, sentence);
      (each ? price : total) = amount;
    }
    if (count == nullptr || price == nullptr || total == nullptr || price->unit != total->unit) continue;
    if (!StandsBy(draft, *total, CueKind::kSum, sentence)) continue;
    const Span product = ProductOf(EndsOf(*count), EndsOf(*price));
    const bool more = IsLowerBound(count) || IsLowerBound(price);
    const bool less = IsUpperBound(count) || IsUpperBound(price);
    if (!Misses(product, *total, more, less)) continue;
    findings.push_back(Raise(draft, *total, {count, price}, product, "product", "number times price makes "));
  }
  return findings;
}

}  // namespace newsgraph::compare
