#include "compare/check_headline.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "compare/exact.h"
#include "compare/intervals.h"
#include "compare/likeness.h"
#include "compare/slips.h"
#include "compare/verdict.h"
#include "model/status.h"

namespace newsgraph::compare {
namespace {

// Beyond so many figures of a text, sums and differences of two of them are not tried.
constexpr std::size_t kMostForSums = 60;
// How much a sentence has in common with the headline that speaks of the same thing.
constexpr std::size_t kCommonForSlip = 2;
constexpr std::size_t kCommonForOther = 5;

// What two counts are of need not be read alike; all else must be of one unit.
bool MayBeOne(const Figure& a, const Figure& b) {
  return a.kind == FigureKind::kCount ? b.kind == a.kind : AreOfOneUnit(a, b);
}

bool IsUp(Mod mod) { return mod == Mod::kMoreThan || mod == Mod::kAtLeast; }
bool IsDown(Mod mod) {
  return mod == Mod::kLessThan || mod == Mod::kAtMost || mod == Mod::kUpTo || mod == Mod::kNearly;
}

class HeadlineCheck {
 public:
  HeadlineCheck(const Draft& draft, std::size_t figure, std::size_t first_of_body)
      : draft_(draft),
        figure_(draft.figures()[figure]),
        reading_(ReadFigure(figure_)),
        sentence_(draft.SentenceOf(figure_.span)),
        first_(first_of_body) {}

  std::optional<Finding> Run() const {
    if (sentence_ == draft_.sentences().size() || figure_.parallel_to) return std::nullopt;
    if (auto finding = CheckBound()) return finding;
    if (IsRepeated()) return std::nullopt;
    if (IsWorkedOut() || IsWrittenAgain()) return std::nullopt;
    return CheckValue();
  }

 private:
  bool IsRepeated() const {
    for (std::size_t i = first_; i < draft_.figures().size(); ++i) {
      const Figure& other = draft_.figures()[i];
      if (MayBeOne(figure_, other) && Judge(reading_, ReadFigure(other)) <= Verdict::kEdge) return true;
      if (IsRelative(figure_) && IsRelative(other) && figure_.kind != other.kind &&
          Judge(AsMultiple(figure_), AsMultiple(other)) <= Verdict::kEdge)
        return true;
    }
    return false;
  }

  static bool IsRelative(const Figure& figure) {
    return figure.kind == FigureKind::kPercent || figure.kind == FigureKind::kMultiple;
  }

  // A growth or multiple as a multiple of the base; else the figure itself.
  static Reading AsMultiple(const Figure& figure) {
    const Reading reading = ReadFigure(figure);
    return figure.kind == FigureKind::kPercent ? GrowthAsMultiple(reading) : reading;
  }

  // Whether two figures of a sentence make this one by adding or taking away.
  bool IsWorkedOut() const {
    if (draft_.figures().size() > kMostForSums || figure_.kind == FigureKind::kMultiple) return false;
    for (std::size_t i = first_; i < draft_.figures().size(); ++i) {
      for (std::size_t j = i + 1; j < draft_.figures().size(); ++j) {
        const Figure& a = draft_.figures()[i];
        const Figure& b = draft_.figures()[j];
        if (!MayBeOne(figure_, a) || !MayBeOne(figure_, b)) continue;
        if (draft_.SentenceOf(a.span) != draft_.SentenceOf(b.span)) continue;
        Figure made = a;
        made.mod = Mod::kAbout;
        made.high.reset();
        for (const Decimal& value : {Add(a.value, b.value, Toward::kUp), Subtract(a.value, b.value, Toward::kUp)}) {
          made.value = value.Abs();
          if (Judge(reading_, ReadFigure(made)) <= Verdict::kRefines) return true;
        }
      }
    }
    return false;
  }

  // The same digits stand in the text where no figure was read, or as a figure of
  // something else that this one may be as well.
  bool IsWrittenAgain() const {
    const std::string_view digits = Digits();
    if (digits.empty()) return false;
    const std::string_view text = draft_.text();
    for (std::size_t at = text.find(digits, Body()); at != std::string_view::npos; at = text.find(digits, at + 1)) {
      const std::size_t behind = at + digits.size();
      const bool goes_on =
          behind < text.size() && (IsDigit(text[behind]) || ((text[behind] == '.' || text[behind] == ',') &&
                                                             behind + 1 < text.size() && IsDigit(text[behind + 1])));
      const TextSpan span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(behind)};
      if (!goes_on && !IsDigit(text[at - 1]) && !IsRead(span)) return true;
    }
    return false;
  }

  static bool IsDigit(char c) { return c >= '0' && c <= '9'; }

  // From the figure's first digit to its last; the words of a number that is spelled.
  std::string_view Digits() const {
    const std::string_view written = draft_.Written(figure_.span);
    const std::size_t begin = written.find_first_of("0123456789");
    if (begin == std::string_view::npos) return written;
    return written.substr(begin, written.find_last_of("0123456789") + 1 - begin);
  }

  bool IsRead(TextSpan span) const {
    return std::any_of(draft_.figures().begin(), draft_.figures().end(),
                       [span](const Figure& f) { return f.span.Overlaps(span); });
  }

  std::size_t Body() const {
    const auto body = std::find_if(draft_.sentences().begin(), draft_.sentences().end(),
                                   [](const ReadSentence& s) { return s.paragraph > 0; });
    return body->span.begin;
  }

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
      if (IsSlip(other) && common >= (IsOnlyOne(i) ? 1 : kCommonForSlip)) return &other;
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

  bool IsSlip(const Figure& other) const {
    return MagnitudeSlip(figure_.value, other.value).has_value() || IsDigitSlip(figure_.value, other.value);
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
};

}  // namespace

std::vector<Finding> CheckHeadline(const Draft& draft) {
  std::vector<Finding> findings;
  if (!draft.has_headline()) return findings;
  const auto body = std::find_if(draft.sentences().begin(), draft.sentences().end(),
                                 [](const ReadSentence& s) { return s.paragraph > 0; });
  std::size_t first = 0;
  while (first < draft.figures().size() && draft.figures()[first].span.begin < body->span.begin) ++first;
  for (std::size_t i = 0; i < first; ++i) {
    if (auto finding = HeadlineCheck(draft, i, first).Run()) findings.push_back(*std::move(finding));
  }
  return findings;
}

}  // namespace newsgraph::compare
