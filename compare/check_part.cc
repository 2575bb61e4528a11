#include "compare/check_part.h"

#include <algorithm>
#include <string_view>

#include "compare/exact.h"
#include "compare/explain.h"
#include "compare/intervals.h"
#include "model/status.h"

namespace newsgraph::compare {
namespace {

// "davon etwa 1.200", "of which more than 20".
constexpr std::uint32_t kMostBytesToPart = 24;

// Whether `figure` says how many or how much there is of something.
bool IsAmount(const Figure& figure) {
  return (figure.kind == FigureKind::kCount || figure.kind == FigureKind::kMoney) && figure.per.empty();
}

// Counts of one noun, or a part whose noun is not repeated.
bool IsPartOf(const Figure& part, const Figure& whole) {
  return part.kind == whole.kind && (part.unit == whole.unit || (part.unit.empty() && !whole.unit.empty()));
}

class PartCheck {
 public:
  PartCheck(const Draft& draft, std::size_t sentence, const Cue& cue)
      : draft_(draft), sentence_(sentence), cue_(cue), all_(draft.FiguresIn(sentence)) {}

  std::optional<Finding> Run() const {
    const std::size_t first = FirstPart();
    const Figure* whole = first == all_.end ? nullptr : WholeOf(draft_.figures()[first]);
    if (whole == nullptr) return std::nullopt;
    std::vector<ReadPlace> places;
    Decimal sum;
    std::optional<Decimal> most = Decimal();  // the parts may be together; nothing: any number
    for (std::size_t i = first; i < all_.end && IsPartOf(draft_.figures()[i], *whole); ++i) {
      const Figure& part = draft_.figures()[i];
      // "zwischen 20 und 30", "bis zu 30": how many there are at least is not said.
      const Interval entailed = ReadFigure(part).entailed;
      if (!entailed.low || (i > first && part.unit.empty())) break;
      // "20 went to Utah and 30 to Ohio, 50 in all": no third part.
      const bool reaches = !most || *entailed.low <= *most;
      if (i > first + 1 && reaches && entailed.high && sum <= *entailed.high) break;
      if (most && entailed.high) most = Add(*most, *entailed.high, Toward::kUp);
      if (!entailed.high) most.reset();
      sum = Add(sum, *entailed.low, Toward::kDown);
      places.push_back(draft_.Place(part));
      if (Exceeds(sum, *whole)) return Raise(*whole, std::move(places));
    }
    return std::nullopt;
  }

 private:
  // The whole that `part` is of: the last amount before the word, or an earlier one of
  // the sentence that counts the same by name; null if none may be.
  const Figure* WholeOf(const Figure& part) const {
    const Figure* last = Last();
    if (last == nullptr || IsPartOf(part, *last)) return last;
    for (std::size_t i = all_.end; i-- > all_.begin;) {
      const Figure& figure = draft_.figures()[i];
      if (figure.span.end > cue_.span.begin || !IsAmount(figure) || figure.unit.empty()) continue;
      if (figure.kind == part.kind && figure.unit == part.unit) return &figure;
    }
    return nullptr;
  }

  // The last amount before the word, in its sentence or the one before.
  const Figure* Last() const {
    const auto last_in = [this](IndexRange range, std::uint32_t end) -> const Figure* {
      for (std::size_t i = range.end; i-- > range.begin;) {
        const Figure& figure = draft_.figures()[i];
        if (figure.span.end <= end && IsAmount(figure)) return &figure;
      }
      return nullptr;
    };
    const Figure* whole = last_in(all_, cue_.span.begin);
    const bool opens = cue_.span.begin - draft_.sentences()[sentence_].span.begin <= kMostBytesToPart;
    if (whole == nullptr && opens && sentence_ > 0 &&
        draft_.sentences()[sentence_ - 1].paragraph == draft_.sentences()[sentence_].paragraph) {
      whole = last_in(draft_.FiguresIn(sentence_ - 1), cue_.span.begin);
    }
    return whole;
  }

  std::size_t FirstPart() const {
    for (std::size_t i = all_.begin; i < all_.end; ++i) {
      const Figure& figure = draft_.figures()[i];
      if (figure.span.begin < cue_.span.end) continue;
      return IsAmount(figure) && figure.span.begin - cue_.span.end <= kMostBytesToPart ? i : all_.end;
    }
    return all_.end;
  }

  static bool Exceeds(const Decimal& sum, const Figure& whole) {
    const std::optional<Decimal> most = ReadFigure(whole).entailed.high;
    return most && sum > *most;
  }

  Finding Raise(const Figure& whole, std::vector<ReadPlace> places) const {
    places.push_back(draft_.Place(whole));
    const std::string_view what =
        places.size() > 2 ? "the parts together exceed the whole of " : "the part exceeds the whole of ";
    return {ConflictKind::kArithmetic, Level::kError, "part", std::move(places), Concat(what, Describe(whole)), ""};
  }

  const Draft& draft_;
  std::size_t sentence_;
  const Cue& cue_;
  IndexRange all_;
};

}  // namespace

std::vector<Finding> CheckParts(const Draft& draft) {
  std::vector<Finding> findings;
  for (std::size_t sentence = 0; sentence < draft.sentences().size(); ++sentence) {
    if (draft.FiguresIn(sentence).size() == 0) continue;
    for (const Cue& cue : draft.CuesIn(draft.sentences()[sentence].span)) {
      if (cue.kind != CueKind::kPart) continue;
      if (auto finding = PartCheck(draft, sentence, cue).Run()) findings.push_back(*std::move(finding));
    }
  }
  return findings;
}

}  // namespace newsgraph::compare
