#include "compare/check_lead.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "compare/likeness.h"
#include "compare/said_below.h"
#include "compare/slips.h"
#include "model/status.h"

namespace newsgraph::compare {
namespace {

constexpr std::size_t kLeastCommon = 5;
constexpr std::size_t kLeastWords = 3;
constexpr std::size_t kLeastParagraphs = 2;
constexpr int kLeastDigits = 2;

// A sum or count that says what of.
bool CanBeCompared(const Figure& figure) {
  return (figure.kind == FigureKind::kCount || figure.kind == FigureKind::kMoney) && !figure.unit.empty() &&
         figure.per.empty() && !figure.high && !figure.parallel_to;
}

// The times that a sentence names do not keep it apart from another.
bool MayBeOfOneTime(const Draft& draft, std::size_t a, std::size_t b) {
  const auto any = [&draft](std::size_t sentence, const auto& test) {
    const IndexRange range = draft.DatesIn(sentence);
    return std::any_of(draft.dates().begin() + static_cast<std::ptrdiff_t>(range.begin),
                       draft.dates().begin() + static_cast<std::ptrdiff_t>(range.end), test);
  };
  return !any(a, [&](const Date& x) {
    return any(b, [&x](const Date& y) { return x.interval && y.interval && !x.interval->Overlaps(*y.interval); });
  });
}

// The figure of the rest that says the same with a slip; null if none surely does.
const Figure* FindOther(const Draft& draft, const Figure& figure, std::size_t first) {
  const std::size_t lead = draft.SentenceOf(figure.span);
  for (std::size_t i = first; i < draft.figures().size(); ++i) {
    const Figure& other = draft.figures()[i];
    if (!CanBeCompared(other) || !AreOfOneUnit(figure, other)) continue;
    if (!MagnitudeSlip(figure.value, other.value) && !IsDigitSlip(figure.value, other.value)) continue;
    const std::size_t sentence = draft.SentenceOf(other.span);
    if (AreOfTwoThings(draft, figure, other)) continue;
    if (sentence == draft.sentences().size() || !MayBeOfOneTime(draft, lead, sentence)) continue;
    const Likeness like = Compare(draft, lead, sentence);
    if (like.words >= kLeastWords && like.words + 2 * like.entities >= kLeastCommon) return &other;
  }
  return nullptr;
}

Finding Raise(const Draft& draft, const Figure& figure, const Figure& other) {
  const std::optional<int> power = MagnitudeSlip(figure.value, other.value);
  Finding finding{power ? ConflictKind::kMagnitude : ConflictKind::kValue,
                  Level::kWarning,
                  "lead",
                  {draft.Place(figure), draft.Place(other)},
                  Concat("the lead says ", Describe(figure), ", the text below ", Describe(other)),
                  ""};
  if (power) finding.explanation += "; " + DescribePower(*power);
  return finding;
}

}  // namespace

std::vector<Finding> CheckLead(const Draft& draft) {
  std::vector<Finding> findings;
  const std::vector<ReadSentence>& sentences = draft.sentences();
  const std::uint32_t lead = draft.body() ? 1 : 0;
  if (sentences.empty() || sentences.back().paragraph < lead + kLeastParagraphs) return findings;
  const auto in_or_behind = [&sentences](std::uint32_t paragraph) {
    return std::find_if(sentences.begin(), sentences.end(),
                        [paragraph](const ReadSentence& s) { return s.paragraph >= paragraph; });
  };
  const std::uint32_t begin = in_or_behind(lead)->span.begin;
  const std::uint32_t end = in_or_behind(lead + 1)->span.begin;
  std::size_t first = 0;
  while (first < draft.figures().size() && draft.figures()[first].span.begin < end) ++first;
  for (std::size_t i = 0; i < first; ++i) {
    const Figure& figure = draft.figures()[i];
    if (figure.span.begin < begin || !CanBeCompared(figure)) continue;
    if (figure.value.significant_digits() < kLeastDigits || draft.SentenceOf(figure.span) == sentences.size()) continue;
    if (IsSaidBelow(draft, figure, first, end)) continue;
    if (const Figure* other = FindOther(draft, figure, first)) findings.push_back(Raise(draft, figure, *other));
  }
  return findings;
}

}  // namespace newsgraph::compare
