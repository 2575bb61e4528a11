#include "compare/check_plan.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "compare/written_on.h"
#include "model/status.h"

namespace newsgraph::compare {
namespace {

// Widths as Width() has them.
constexpr std::uint32_t kWidestToPlan = 80;
// A verb right behind the date that begins the sentence: "2024 soll".
constexpr std::uint32_t kWidestBehindDate = 12;
// In languages that put the verb last.
constexpr std::uint32_t kWidestToLastVerb = 60;
// No letter that counts as one has more bytes.
constexpr std::uint32_t kMostBytesOfLetter = 2;
// Nobody who plans means a date that is longer over than this; what a text says
// of older times stands by a plan's word for another reason.
constexpr std::chrono::years kMostYearsOver{3};
// A full stop and closing marks.
constexpr std::uint32_t kMostBytesToEnd = 5;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// What ends a clause, or opens another voice.
bool EndsClause(std::string_view text) {
  static constexpr std::array<std::string_view, 19> kMarks = {",", ";", ":", "(",  ")",  "\"", "“",  "”",  "„", "«",
                                                              "»", "–", "—", "，", "；", "：", "（", "）", "\n"};
  return std::any_of(kMarks.begin(), kMarks.end(), [text](std::string_view mark) {
    std::size_t at = text.find(mark);
    // "600,000", "12:30"
    while (at != std::string_view::npos && mark.size() == 1 && at + 1 < text.size() && IsDigit(text[at + 1])) {
      at = text.find(mark, at + 1);
    }
    return at != std::string_view::npos;
  });
}

// How much a text says: its letters, of which an ideograph or a syllable counts as three.
std::uint32_t Width(std::string_view text) {
  const auto is_second = [](char c) { return (static_cast<unsigned char>(c) & 0xE0U) == 0xC0U; };
  return static_cast<std::uint32_t>(text.size()) -
         static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), is_second));
}

bool IsBlank(std::string_view text) { return text.find_first_not_of(' ') == std::string_view::npos; }

// A date as calendars name it, of a length for which things are planned.
bool CanBePlanned(const Date& date) {
  if (!date.interval || date.anchor != DateAnchor::kNone) return false;
  if (date.mod != DateMod::kExact && date.mod != DateMod::kBy && date.mod != DateMod::kAbout) return false;
  return date.precision <= DatePrecision::kYear && date.precision != DatePrecision::kWeek;
}

bool IsJustOver(const DateInterval& interval, Day published) {
  // A day more: the text may have been written in another time zone.
  return interval.last + std::chrono::days(1) < published && interval.last + kMostYearsOver >= published;
}

class PlanCheck {
 public:
  PlanCheck(const Draft& draft, const Date& date, TextSpan sentence)
      : draft_(draft), date_(date), sentence_(sentence) {}

  // The word of planning that the date goes with; null if there is none.
  const Cue* FindPlan() const {
    const Cue* plan = Before();
    if (plan == nullptr) plan = Behind();
    return plan;
  }

 private:
  std::uint32_t WidthBetween(std::uint32_t begin, std::uint32_t end) const {
    return Width(draft_.Written({begin, end}));
  }

  bool IsOneClause(std::uint32_t begin, std::uint32_t end) const {
    const TextSpan gap{begin, end};
    std::string_view text = draft_.Written(gap);
    // "plans, by 2027, to ...": a deadline may stand behind one comma.
    if (const std::size_t comma = text.find(", "); date_.mod == DateMod::kBy && comma != std::string_view::npos) {
      if (EndsClause(text.substr(0, comma))) return false;
      text.remove_prefix(comma + 1);
    }
    return !EndsClause(text) && !draft_.HasCue(gap, CueKind::kPerfect) && !draft_.HasCue(gap, CueKind::kAside);
  }

  // Whether what is planned is over: its clause goes on, or the sentence ends, with
  // a word that says so ("soll 2024 ..., der ..., getötet haben").
  bool IsOver(std::uint32_t from) const {
    for (const Cue& cue : draft_.CuesIn({from, sentence_.end})) {
      if (cue.kind != CueKind::kPerfect) continue;
      if (cue.span.end + kMostBytesToEnd >= sentence_.end || !EndsClause(draft_.Written({from, cue.span.begin})))
        return true;
    }
    return false;
  }

  // Whether the clause from `from` on says what happens at the date: "open",
  // "aufnehmen". A deadline says by itself that something has to.
  bool NamesEvent(std::uint32_t from) const {
    if (date_.mod == DateMod::kBy) return true;
    for (const Cue& cue : draft_.CuesIn({from, sentence_.end})) {
      if (cue.kind != CueKind::kEvent) continue;
      return cue.span.begin < date_.span.begin || !EndsClause(draft_.Written({date_.span.end, cue.span.begin}));
    }
    return false;
  }

  // "Für 2027 plant der Konzern 900.000 Stück".
  bool NamesAmount(std::uint32_t from) const {
    const IndexRange figures = draft_.FiguresIn(draft_.SentenceOf(date_.span));
    for (std::size_t i = figures.begin; i < figures.end; ++i) {
      const Figure& figure = draft_.figures()[i];
      if (figure.span.begin < from || EndsClause(draft_.Written({from, figure.span.begin}))) continue;
      return figure.kind == FigureKind::kCount || figure.kind == FigureKind::kMoney;
    }
    return false;
  }

  // "bis 2024", "in 2024", "Ende 2024": says when, and is not part of a name.
  bool SaysWhen() const {
    if (date_.mod == DateMod::kBy) return true;
    // "2026年交付5000台、2027年交付1万台": the next of several.
    if (draft_.Written({sentence_.begin, date_.span.begin}).ends_with("、")) return true;
    for (const Cue& cue : draft_.CuesIn({sentence_.begin, date_.span.begin})) {
      if (cue.kind != CueKind::kDateLead) continue;
      if (cue.span.end > date_.span.begin || IsBlank(draft_.Written({cue.span.end, date_.span.begin}))) return true;
    }
    return false;
  }

  // "soll Ende 2024 ... aufnehmen", "will start production in 2024".
  const Cue* Before() const {
    constexpr std::uint32_t kMostBytes = kWidestToPlan * kMostBytesOfLetter;
    const std::uint32_t least =
        std::max(sentence_.begin, date_.span.begin > kMostBytes ? date_.span.begin - kMostBytes : 0U);
    const Cue* plan = draft_.FindCue({least, date_.span.begin}, CueKind::kPlan);
    if (plan == nullptr || WidthBetween(plan->span.begin, date_.span.begin) > kWidestToPlan) return nullptr;
    if (!IsOneClause(plan->span.end, date_.span.begin)) return nullptr;
    if (!SaysWhen() && !IsBlank(draft_.Written({plan->span.end, date_.span.begin}))) return nullptr;
    return !IsOver(date_.span.end) && NamesEvent(plan->span.begin) ? plan : nullptr;
  }

  // "Ende 2024 soll ...", "2024年に...する予定".
  const Cue* Behind() const {
    const std::span<const Cue> cues = draft_.CuesIn({date_.span.end, sentence_.end});
    for (const Cue& cue : cues) {
      const bool right_behind =
          cue.kind == CueKind::kPlan && WidthBetween(date_.span.end, cue.span.begin) <= kWidestBehindDate;
      if (!right_behind && cue.kind != CueKind::kPlanBehind) continue;
      if (WidthBetween(date_.span.end, cue.span.begin) > kWidestToLastVerb) return nullptr;
      if (!IsOneClause(date_.span.end, cue.span.begin)) return nullptr;
      if (right_behind && WidthBetween(sentence_.begin, date_.span.begin) > kWidestBehindDate) return nullptr;
      if (IsOver(cue.span.end)) return nullptr;
      if (NamesEvent(right_behind ? cue.span.begin : date_.span.end)) return &cue;
      return right_behind && SaysWhen() && NamesAmount(cue.span.end) ? &cue : nullptr;
    }
    return nullptr;
  }

  const Draft& draft_;
  const Date& date_;
  TextSpan sentence_;
};

}  // namespace

std::vector<Finding> CheckPlans(const Draft& draft) {
  std::vector<Finding> findings;
  const std::optional<Writing> writing = WhenWritten(draft);
  if (!writing) return findings;
  for (const Date& date : draft.dates()) {
    if (!CanBePlanned(date) || !IsJustOver(*date.interval, writing->day)) continue;
    const std::size_t sentence = draft.SentenceOf(date.span);
    if (sentence == draft.sentences().size()) continue;
    const TextSpan span = draft.sentences()[sentence].span;
    // "was to open in 2024", "in 2027 instead of 2024": a plan that the text itself gives up.
    if (draft.HasCue(span, CueKind::kOutdated)) continue;
    const Cue* plan = PlanCheck(draft, date, span).FindPlan();
    if (plan == nullptr) continue;
    Finding finding{ConflictKind::kImpossibleTime,
                    Level::kError,
                    "plan_in_the_past",
                    {draft.Place(date), {plan->span, "plan"}},
                    "",
                    ""};
    finding.explanation =
        Concat("a plan for ", Describe(date), ", which was over when the text was ",
               writing->said_by == nullptr ? "published on " : "written: it is of ", ToString(writing->day));
    if (writing->said_by != nullptr) {
      if (writing->said_by->span == date.span) continue;
      finding.places.push_back(draft.Place(*writing->said_by));
      finding.explanation += " or later";
    }
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace newsgraph::compare
