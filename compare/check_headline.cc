#include "compare/check_headline.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "compare/intervals.h"
#include "compare/likeness.h"
#include "compare/rate_gap.h"
#include "compare/said_below.h"
#include "compare/slips.h"
#include "compare/verdict.h"
#include "model/status.h"

namespace newsgraph::compare {
namespace {

// How much a sentence has in common with the headline that speaks of the same thing.
constexpr std::size_t kCommonForSlip = 2;
constexpr std::size_t kCommonForOther = 5;
// Million for billion: what is lost most.
constexpr int kScaleWord = 3;
// "rose by about 40 percent", "40 percent more, an increase".
constexpr std::uint32_t kMostBytesToRise = 16;

bool IsUp(Mod mod) { return mod == Mod::kMoreThan || mod == Mod::kAtLeast; }
bool IsDown(Mod mod) {
  return mod == Mod::kLessThan || mod == Mod::kAtMost || mod == Mod::kUpTo || mod == Mod::kNearly;
}

class HeadlineCheck {
 public:
  HeadlineCheck(const Draft& draft, std::size_t figure, const Body& body)
      : draft_(draft),
        figure_(draft.figures()[figure]),
        reading_(ReadFigure(figure_)),
        sentence_(draft.SentenceOf(figure_.span)),
        first_(body.figure),
        body_(body.begin) {}

  std::optional<Finding> Run() const {
    if (sentence_ == draft_.sentences().size() || figure_.parallel_to) return std::nullopt;
    if (auto finding = CheckBound()) return finding;
    if (IsSaidBelow(draft_, figure_, first_, body_)) return std::nullopt;
    if (auto finding = CheckChange()) return finding;
    if (auto finding = CheckCurrency()) return finding;
    return CheckValue();
  }

 private:
  // The text's figure that this one should be; null if nothing is certain.
  const Figure* FindOther() const {
    const Figure* found = nullptr;
    for (std::size_t i = first_; i < draft_.figures().size(); ++i) {
      const Figure& other = draft_.figures()[i];
      const std::size_t sentence = draft_.SentenceOf(other.span);
      if (!AreOfOneUnit(figure_, other) || other.high || sentence == draft_.sentences().size()) continue;
      if (Judge(reading_, ReadFigure(other)) < Verdict::kSoft) continue;
      const Likeness like = Compare(draft_, sentence_, sentence);
      const std::size_t common = like.words + 2 * like.entities;
      const bool scale = MagnitudeSlip(figure_.value, other.value).has_value();
      // "output falls 18 percent" over "sales fell 24 percent": what two metrics are differs.
      if ((!scale || IsRelative(figure_)) && AreOfTwoThings(draft_, figure_, other)) continue;
      const bool slip = scale || IsDigitSlip(figure_.value, other.value);
      if (slip && (common >= (IsOnlyOne(i) ? 1 : kCommonForSlip) || AreOneStatement(draft_, figure_, other)))
        return &other;
      if (IsRelative(figure_) && !AreOfOneMetric(draft_, figure_, other)) continue;
      if (found == nullptr && common >= kCommonForOther && like.words * 2 >= like.of_words) found = &other;
    }
    return found;
  }

  // Whether the text has no other figure of that unit.
  bool IsOnlyOne(std::size_t index) const {
    for (std::size_t i = first_; i < draft_.figures().size(); ++i) {
      if (i != index && AreOfOneUnit(draft_.figures()[i], draft_.figures()[index])) return false;
    }
    return true;
  }

  std::optional<Finding> CheckValue() const {
    const Figure* other = FindOther();
    if (other == nullptr) return std::nullopt;
    const std::optional<int> power = MagnitudeSlip(figure_.value, other->value);
    Finding finding{power ? ConflictKind::kMagnitude : ConflictKind::kValue,
                    power ? Level::kError : Level::kWarning,
                    "headline",
                    {draft_.Place(figure_), draft_.Place(*other)},
                    "",
                    ""};
    finding.explanation = Concat("the headline says ", Describe(figure_), ", the text ", Describe(*other));
    if (power) finding.explanation += "; " + DescribePower(*power);
    return finding;
  }

  // "doubles profit" over "profit rose 40 percent".
  std::optional<Finding> CheckChange() const {
    if (figure_.kind != FigureKind::kMultiple || figure_.value <= Decimal(1) || figure_.high) return std::nullopt;
    for (std::size_t i = first_; i < draft_.figures().size(); ++i) {
      const Figure& other = draft_.figures()[i];
      const std::size_t sentence = draft_.SentenceOf(other.span);
      if (other.kind != FigureKind::kPercent || other.high || sentence == draft_.sentences().size()) continue;
      if (!SaysRise(other, draft_.sentences()[sentence].span) || !IsOnlyRelative(i, sentence) || IsInHeadline(other))
        continue;
      if (Judge(AsMultiple(figure_), AsMultiple(other)) < Verdict::kHard) continue;
      if (AreOfTwoThings(draft_, figure_, other)) continue;
      const Likeness like = Compare(draft_, sentence_, sentence);
      const std::size_t least = IsOnlyOne(i) ? 1 : kCommonForSlip;
      if (like.words == 0 || like.words + 2 * like.entities < least) continue;
      return Finding{ConflictKind::kValue,
                     Level::kWarning,
                     "headline",
                     {draft_.Place(figure_), draft_.Place(other)},
                     Concat("the headline says ", Describe(figure_), ", the text a growth of ", Describe(other)),
                     ""};
    }
    return std::nullopt;
  }

  // Whether a word such as "rose" stands right before the figure, or right behind it.
  bool SaysRise(const Figure& figure, TextSpan sentence) const {
    const auto cues = draft_.CuesIn(sentence);
    return std::any_of(cues.begin(), cues.end(), [&figure](const Cue& cue) {
      if (cue.kind != CueKind::kRise) return false;
      if (cue.span.end <= figure.span.begin) return figure.span.begin - cue.span.end <= kMostBytesToRise;
      return cue.span.begin >= figure.span.end && cue.span.begin - figure.span.end <= kMostBytesToRise;
    });
  }

  bool IsOnlyRelative(std::size_t index, std::size_t sentence) const {
    const IndexRange range = draft_.FiguresIn(sentence);
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (i != index && IsRelative(draft_.figures()[i])) return false;
    }
    return true;
  }

  // Whether the headline has this change as well, of something else.
  bool IsInHeadline(const Figure& change) const {
    return std::any_of(draft_.figures().begin(), draft_.figures().begin() + static_cast<std::ptrdiff_t>(first_),
                       [&change](const Figure& figure) {
                         return IsRelative(figure) && Judge(AsMultiple(figure), AsMultiple(change)) <= Verdict::kEdge;
                       });
  }

  // "$71 billion" over "50 billion yuan": the one sum of the text, in another currency
  // and with a power of ten more or less.
  std::optional<Finding> CheckCurrency() const {
    if (figure_.kind != FigureKind::kMoney || figure_.high || !figure_.per.empty()) return std::nullopt;
    const Figure* only = nullptr;
    for (std::size_t i = first_; i < draft_.figures().size(); ++i) {
      const Figure& other = draft_.figures()[i];
      if (other.kind != FigureKind::kMoney) continue;
      if (only != nullptr || other.unit == figure_.unit || other.high || !other.per.empty()) return std::nullopt;
      only = &other;
    }
    const std::size_t sentence = only == nullptr ? draft_.sentences().size() : draft_.SentenceOf(only->span);
    if (sentence == draft_.sentences().size()) return std::nullopt;
    const std::optional<RateGap> gap = GapOf(draft_, *only, figure_, sentence);
    if (!gap || !gap->lost_power) return std::nullopt;
    const Likeness like = Compare(draft_, sentence_, sentence);
    const std::size_t least = *gap->lost_power == kScaleWord ? 1 : kCommonForSlip;
    if (like.words + 2 * like.entities < least) return std::nullopt;
    return Finding{ConflictKind::kMagnitude,
                   Level::kError,
                   "headline",
                   {draft_.Place(figure_), draft_.Place(*only)},
                   Concat("the headline says ", Describe(figure_), ", the text ", Describe(*only), ", which is ",
                          DescribeAmount(*only, *gap), " ", figure_.unit, "; ", DescribePower(*gap->lost_power)),
                   ""};
  }

  std::optional<Finding> CheckBound() const {
    const Figure* other = nullptr;
    for (std::size_t i = first_; i < draft_.figures().size(); ++i) {
      const Figure& figure = draft_.figures()[i];
      if (!AreOfOneUnit(figure_, figure) || figure.value != figure_.value || figure.high) continue;
      if (figure.mod == figure_.mod || (IsUp(figure.mod) && IsUp(figure_.mod))) return std::nullopt;
      if (other == nullptr) other = &figure;
    }
    if (other == nullptr || figure_.high) return std::nullopt;
    const bool flipped = (IsUp(figure_.mod) && IsDown(other->mod)) || (IsDown(figure_.mod) && IsUp(other->mod));
    const bool dropped = figure_.mod == Mod::kExact && (IsUp(other->mod) || IsDown(other->mod));
    if (!flipped && !dropped) return std::nullopt;
    return Finding{ConflictKind::kHedge,
                   flipped ? Level::kWarning : Level::kNote,
                   "headline",
                   {draft_.Place(figure_), draft_.Place(*other)},
                   Concat("the headline says ", Describe(figure_), ", the text ", Describe(*other),
                          flipped ? ": the bound is turned round" : ": the bound is dropped"),
                   ""};
  }

  const Draft& draft_;
  const Figure& figure_;
  Reading reading_;
  std::size_t sentence_;
  std::size_t first_;  // of the text's figures
  std::uint32_t body_;
};

}  // namespace

std::vector<Finding> CheckHeadline(const Draft& draft) {
  std::vector<Finding> findings;
  if (!draft.body()) return findings;
  for (std::size_t i = 0; i < draft.body()->figure; ++i) {
    if (auto finding = HeadlineCheck(draft, i, *draft.body()).Run()) findings.push_back(*std::move(finding));
  }
  return findings;
}

}  // namespace newsgraph::compare
