#include "compare/check_horizon.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "compare/likeness.h"
#include "compare/written_on.h"
#include "model/status.h"

namespace newsgraph::compare {
namespace {

// How much a sentence has in common with the headline that speaks of the same event.
constexpr std::size_t kLeastCommon = 4;
constexpr std::size_t kLeastWords = 2;
// In a short headline so many will do, if they are most of it.
constexpr std::size_t kLeastOfShort = 3;

bool IsOpenBehind(DateMod mod) { return mod == DateMod::kAfter || mod == DateMod::kSince; }

class HorizonCheck {
 public:
  HorizonCheck(const Draft& draft, std::size_t date, const Body& body)
      : draft_(draft), date_(draft.dates()[date]), first_(body.date), first_sentence_(body.sentence) {}

  std::optional<Finding> Run() const {
    const std::size_t headline = draft_.SentenceOf(date_.span);
    if (!IsToCome(date_) || headline == draft_.sentences().size() || draft_.DatesIn(headline).size() != 1)
      return std::nullopt;
    if (draft_.HasCue(draft_.sentences()[headline].span, CueKind::kOutdated)) return std::nullopt;
    const Date* met = Met();
    if (met != nullptr) return CheckBound(*met);
    const Date* other = Other(headline);
    if (other == nullptr) return std::nullopt;
    return Raise(*other, Level::kWarning,
                 Concat("the headline says ", Describe(date_), ", the text ", Describe(*other), " only"));
  }

 private:
  bool IsToCome(const Date& date) const {
    if (!date.interval || date.precision > DatePrecision::kYear || date.precision == DatePrecision::kWeek) return false;
    const std::optional<Writing> writing = WhenWritten(draft_);
    return writing && date.interval->last > writing->day;
  }

  // The first date of the text that meets the headline's, or that nobody can tell.
  const Date* Met() const {
    for (std::size_t i = first_; i < draft_.dates().size(); ++i) {
      const Date& date = draft_.dates()[i];
      if (!date.interval || date.interval->Overlaps(*date_.interval)) return &date;
    }
    return nullptr;
  }

  // "by 2027" in the headline, and nothing but "from 2027" in the text.
  std::optional<Finding> CheckBound(const Date& met) const {
    if (date_.mod != DateMod::kBy || !IsOpenBehind(met.mod) || met.interval != date_.interval) return std::nullopt;
    for (std::size_t i = first_; i < draft_.dates().size(); ++i) {
      const Date& date = draft_.dates()[i];
      if (&date != &met && (!date.interval || date.interval->Overlaps(*date_.interval))) return std::nullopt;
    }
    return Raise(
        met, Level::kNote,
        Concat("the headline says ", Describe(date_), ", the text ", Describe(met), ": the bound is turned round"));
  }

  // The one date of the sentence that has most in common with the headline.
  const Date* Other(std::size_t headline) const {
    const Date* found = nullptr;
    std::size_t most = 0;
    for (std::size_t s = first_sentence_; s < draft_.sentences().size(); ++s) {
      if (draft_.DatesIn(s).size() == 0) continue;
      const Likeness like = Compare(draft_, headline, s);
      const std::size_t common = like.words + 2 * like.entities;
      const bool most_of_it =
          common >= kLeastOfShort && like.words * 3 >= draft_.sentences()[headline].words.size() * 2;
      if (like.words < kLeastWords || common <= most || (common < kLeastCommon && !most_of_it)) continue;
      const Date& date = draft_.dates()[draft_.DatesIn(s).begin];
      const bool certain = draft_.DatesIn(s).size() == 1 && IsToCome(date) && date.precision == date_.precision &&
                           !draft_.HasCue(draft_.sentences()[s].span, CueKind::kOutdated) && SaysEvent(s);
      found = certain ? &date : nullptr;
      most = common;
    }
    return found;
  }

  // Whether a sentence says that something is planned, begins, ends or is made.
  bool SaysEvent(std::size_t sentence) const {
    const TextSpan span = draft_.sentences()[sentence].span;
    return draft_.HasCue(span, CueKind::kEvent) || draft_.HasCue(span, CueKind::kPlan) ||
           draft_.HasCue(span, CueKind::kPlanBehind);
  }

  Finding Raise(const Date& other, Level level, std::string explanation) const {
    return {ConflictKind::kTime,    level, "horizon", {draft_.Place(date_), draft_.Place(other)},
            std::move(explanation), ""};
  }

  const Draft& draft_;
  const Date& date_;
  std::size_t first_;
  std::size_t first_sentence_;
};

}  // namespace

std::vector<Finding> CheckHorizons(const Draft& draft) {
  std::vector<Finding> findings;
  if (!draft.body()) return findings;
  for (std::size_t i = 0; i < draft.body()->date; ++i) {
    if (auto finding = HorizonCheck(draft, i, *draft.body()).Run()) findings.push_back(*std::move(finding));
  }
  return findings;
}

}  // namespace newsgraph::compare
