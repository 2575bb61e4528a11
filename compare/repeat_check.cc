#include "compare/repeat_check.h"

#include <algorithm>
#include <cstdint>
#include <string>

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
    return findings;
  }

 private:
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

  // The sentence's only figure of that unit; null if there are others.
  const Figure* OnlyLike(const Figure& figure, std::size_t sentence) const {
    const Figure* only = nullptr;
    const IndexRange range = draft_.FiguresIn(sentence);
    for (std::size_t i = range.begin; i < range.end; ++i) {
      const Figure& other = draft_.figures()[i];
      if (!AreOfOneUnit(figure, other)) continue;
      if (only != nullptr) return nullptr;
      only = &other;
    }
    return only;
  }

  void Check(std::size_t a, std::size_t b, std::vector<Finding>& findings) const {
    if (!AreOneStatement(a, b)) return;
    const IndexRange range = draft_.FiguresIn(a);
    for (std::size_t i = range.begin; i < range.end; ++i) {
      const Figure& figure = draft_.figures()[i];
      const Figure* other = OnlyLike(figure, b);
      if (other == nullptr || OnlyLike(figure, a) == nullptr) continue;
      if (Judge(ReadFigure(figure), ReadFigure(*other)) < Verdict::kHard) continue;
      const std::optional<int> power = MagnitudeSlip(figure.value, other->value);
      Finding finding{power ? ConflictKind::kMagnitude : ConflictKind::kValue, power ? Level::kError : Level::kWarning,
                      "repeat", {draft_.Place(*other), draft_.Place(figure)}, "", ""};
      finding.explanation = Concat("said before of the same thing: ", Describe(figure), ", here ", Describe(*other));
      if (power) finding.explanation += "; " + DescribePower(*power);
      findings.push_back(std::move(finding));
    }
  }

  const Draft& draft_;
};

}  // namespace

std::vector<Finding> CheckRepeats(const Draft& draft) { return RepeatCheck(draft).Run(); }

}  // namespace newsgraph::compare
