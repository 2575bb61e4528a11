#include "compare/check_repeat.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "compare/intervals.h"
#include "compare/likeness.h"
#include "compare/slips.h"
#include "compare/verdict.h"
#include "model/status.h"

namespace newsgraph::compare {
namespace {

constexpr std::size_t kLeastCommonWords = 5;
// Texts with more such sentences are lists, where sentences are alike by design.
constexpr std::size_t kMostSentences = 200;
constexpr std::size_t kMostFigures = 400;
// A number of two digits hardly comes twice by chance, a thousand times as large.
constexpr int kLeastDigits = 2;
constexpr int kScaleWord = 3;
constexpr std::size_t kLeastCommonForScale = 3;

class RepeatCheck {
 public:
  explicit RepeatCheck(const Draft& draft) : draft_(draft) {}

  std::vector<Finding> Run() const {
    std::vector<std::size_t> sentences;
    for (std::size_t s = 0; s < draft_.sentences().size(); ++s) {
      if (draft_.sentences()[s].words.size() >= kLeastCommonWords && draft_.FiguresIn(s).size() > 0) {
        sentences.push_back(s);
      }
    }
    std::vector<Finding> findings;
    if (sentences.size() > kMostSentences) return findings;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      for (std::size_t j = i + 1; j < sentences.size(); ++j) Check(sentences[i], sentences[j], findings);
    }
    CheckScales(findings);
    return findings;
  }

 private:
  // The same digits of one unit with another scale word, in sentences that have
  // something in common.
  void CheckScales(std::vector<Finding>& findings) const {
    const std::vector<Figure>& figures = draft_.figures();
    if (figures.size() > kMostFigures) return;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      for (std::size_t j = i + 1; j < figures.size(); ++j) {
        if (IsScaleSlip(figures[i], figures[j])) findings.push_back(Raise(figures[i], figures[j]));
      }
    }
  }

  bool IsScaleSlip(const Figure& first, const Figure& second) const {
    if (first.unit.empty() || !AreOfOneUnit(first, second) || first.high || second.high) return false;
    if (first.kind != FigureKind::kCount && first.kind != FigureKind::kMoney) return false;
    if (first.value.significant_digits() < kLeastDigits || MagnitudeSlip(first.value, second.value) != kScaleWord)
      return false;
    const std::size_t a = draft_.SentenceOf(first.span);
    const std::size_t b = draft_.SentenceOf(second.span);
    if (a == b || a == draft_.sentences().size() || b == draft_.sentences().size()) return false;
    const Likeness like = Compare(draft_, a, b);
    return like.words + 2 * like.entities >= kLeastCommonForScale;
  }

  bool AreOneStatement(std::size_t a, std::size_t b) const {
    const Likeness like = Compare(draft_, a, b);
    const std::size_t most = std::max(draft_.sentences()[a].words.size(), draft_.sentences()[b].words.size());
    if (like.words < kLeastCommonWords || like.words * 3 < most * 2) return false;
    return draft_.EntitiesIn(a) == draft_.EntitiesIn(b) && DatesOf(a) == DatesOf(b);
  }

  std::vector<DateInterval> DatesOf(std::size_t sentence) const {
    std::vector<DateInterval> days;
    const IndexRange range = draft_.DatesIn(sentence);
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (draft_.dates()[i].interval) days.push_back(*draft_.dates()[i].interval);
    }
    std::sort(days.begin(), days.end());
    return days;
  }

  // The one figure in which two sentences differ that have equally many of the
  // same units; nothing if they differ in none or several.
  std::optional<std::pair<std::size_t, std::size_t>> DifferInOne(std::size_t a, std::size_t b) const {
    const IndexRange x = draft_.FiguresIn(a);
    const IndexRange y = draft_.FiguresIn(b);
    if (x.size() != y.size()) return std::nullopt;
    std::optional<std::pair<std::size_t, std::size_t>> found;
    for (std::size_t i = 0; i < x.size(); ++i) {
      const Figure& first = draft_.figures()[x.begin + i];
      const Figure& second = draft_.figures()[y.begin + i];
      if (!AreOfOneUnit(first, second)) return std::nullopt;
      if (first.value == second.value && first.high == second.high) continue;
      if (found) return std::nullopt;
      found = {x.begin + i, y.begin + i};
    }
    return found;
  }

  void Check(std::size_t a, std::size_t b, std::vector<Finding>& findings) const {
    if (!AreOneStatement(a, b)) return;
    const auto differ = DifferInOne(a, b);
    if (!differ) return;
    const Figure& first = draft_.figures()[differ->first];
    const Figure& second = draft_.figures()[differ->second];
    // "10-year loans", "30-year loans": a measure often is part of a name.
    if (first.kind == FigureKind::kMeasure || Judge(ReadFigure(first), ReadFigure(second)) < Verdict::kHard) return;
    findings.push_back(Raise(first, second));
  }

  Finding Raise(const Figure& first, const Figure& second) const {
    const std::optional<int> power = MagnitudeSlip(first.value, second.value);
    Finding finding{power ? ConflictKind::kMagnitude : ConflictKind::kValue,
                    power ? Level::kError : Level::kWarning,
                    "repeat",
                    {draft_.Place(second), draft_.Place(first)},
                    "",
                    ""};
    finding.explanation = Concat("said before of the same thing: ", Describe(first), ", here ", Describe(second));
    if (power) finding.explanation += "; " + DescribePower(*power);
    return finding;
  }

  const Draft& draft_;
};

}  // namespace

std::vector<Finding> CheckRepeats(const Draft& draft) { return RepeatCheck(draft).Run(); }

}  // namespace newsgraph::compare
