#include "compare/said_below.h"

#include <algorithm>
#include <string_view>

#include "compare/exact.h"
#include "compare/verdict.h"

namespace newsgraph::compare {
namespace {

// Beyond so many figures of a text, sums and differences of two of them are not tried.
constexpr std::size_t kMostForSums = 60;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

class Below {
 public:
  Below(const Draft& draft, const Figure& figure, std::size_t first, std::uint32_t body)
      : draft_(draft), figure_(figure), reading_(ReadFigure(figure)), first_(first), body_(body) {}

  bool HasIt() const { return IsRepeated() || IsWorkedOut() || IsWrittenAgain(); }

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
    for (std::size_t at = text.find(digits, body_); at != std::string_view::npos; at = text.find(digits, at + 1)) {
      const std::size_t behind = at + digits.size();
      const bool goes_on =
          behind < text.size() && (IsDigit(text[behind]) || ((text[behind] == '.' || text[behind] == ',') &&
                                                             behind + 1 < text.size() && IsDigit(text[behind + 1])));
      const TextSpan span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(behind)};
      if (!goes_on && !IsDigit(text[at - 1]) && !IsRead(span)) return true;
    }
    return false;
  }

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

  const Draft& draft_;
  const Figure& figure_;
  Reading reading_;
  std::size_t first_;
  std::uint32_t body_;
};

}  // namespace

bool MayBeOne(const Figure& a, const Figure& b) {
  return a.kind == FigureKind::kCount ? b.kind == a.kind : AreOfOneUnit(a, b);
}

bool IsRelative(const Figure& figure) {
  return figure.kind == FigureKind::kPercent || figure.kind == FigureKind::kMultiple;
}

Reading AsMultiple(const Figure& figure) {
  const Reading reading = ReadFigure(figure);
  return figure.kind == FigureKind::kPercent ? GrowthAsMultiple(reading) : reading;
}

bool IsSaidBelow(const Draft& draft, const Figure& figure, std::size_t first, std::uint32_t body) {
  return Below(draft, figure, first, body).HasIt();
}

}  // namespace newsgraph::compare
