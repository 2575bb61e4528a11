#include "compare/check_dates.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "model/status.h"

namespace newsgraph::compare {
namespace {

// "부터 " and the like between two dates.
constexpr std::uint32_t kMostBytesInRange = 16;
constexpr std::uint32_t kYearDigits = 4;
// Four digits in front of a year are one as well, if they are as near as this.
constexpr int kMostYearsApart = 60;
constexpr std::string_view kYearUnit = "year";

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsBlank(std::string_view text) { return text.find_first_not_of(' ') == std::string_view::npos; }

int YearOf(Day day) { return static_cast<int>(std::chrono::year_month_day(day).year()); }

// Whether `gap` holds nothing but the cue.
bool FillsGap(const Draft& draft, TextSpan gap, const Cue* cue) {
  return cue != nullptr && IsBlank(draft.Written({gap.begin, cue->span.begin})) &&
         IsBlank(draft.Written({cue->span.end, gap.end}));
}

// Whether a word such as "from" stands right before `at`.
bool SaysFrom(const Draft& draft, std::uint32_t begin, std::uint32_t at) {
  const Cue* from = draft.FindCue({begin, at}, CueKind::kFrom);
  return from != nullptr && IsBlank(draft.Written({from->span.end, at}));
}

// Whether what stands between two dates, and before the first, makes them a range.
bool IsRange(const Draft& draft, TextSpan first, std::uint32_t second, std::uint32_t sentence) {
  const TextSpan gap{first.end, second};
  if (gap.size() > kMostBytesInRange) return false;
  const Cue* to = draft.FindCue(gap, CueKind::kTo);
  const Cue* from = draft.FindCue(gap, CueKind::kFromBehind);
  if (from != nullptr) {  // "2027년부터 2024년까지"
    const bool first_word = IsBlank(draft.Written({gap.begin, from->span.begin}));
    return first_word &&
           (IsBlank(draft.Written({from->span.end, gap.end})) || FillsGap(draft, {from->span.end, gap.end}, to));
  }
  return FillsGap(draft, gap, to) && SaysFrom(draft, sentence, first.begin);
}

bool IsDash(std::string_view between) {
  return between == "-" || between == "–" || between == "~" || between == "～" || between == "—";
}

Finding EndsBeforeItBegins(std::vector<ReadPlace> places) {
  return {ConflictKind::kImpossibleTime,
          Level::kError,
          "impossible_date",
          std::move(places),
          "it ends before it begins",
          ""};
}

std::optional<Finding> CheckPair(const Draft& draft, const Date& first, const Date& second) {
  if (!first.interval || !second.interval || second.interval->last >= first.interval->first) return std::nullopt;
  if (first.anchor != DateAnchor::kNone || first.precision != second.precision) return std::nullopt;
  const std::size_t sentence = draft.SentenceOf(first.span);
  if (sentence == draft.sentences().size()) return std::nullopt;
  const TextSpan gap{first.span.end, second.span.begin};
  if (!IsDash(draft.Written(gap)) &&
      !IsRange(draft, first.span, second.span.begin, draft.sentences()[sentence].span.begin))
    return std::nullopt;
  return EndsBeforeItBegins({draft.Place(first), draft.Place(second)});
}

// The four digits, with the sign of years behind them, that end at `end` or a few
// words of a range before it; nothing if a digit, or a sign of money, stands before.
std::optional<TextSpan> YearBefore(const Draft& draft, std::uint32_t begin, std::uint32_t end) {
  const std::string_view text = draft.text();
  std::uint32_t at = end;
  while (at > begin && end - at < kMostBytesInRange && !IsDigit(text[at - 1])) --at;
  if (at < begin + kYearDigits || !IsDigit(text[at - 1])) return std::nullopt;
  const TextSpan year{at - kYearDigits, at};
  const bool all = std::all_of(text.begin() + year.begin, text.begin() + year.end, IsDigit);
  const bool alone =
      year.begin == begin || text[year.begin - 1] == ' ' || static_cast<signed char>(text[year.begin - 1]) < 0;
  return all && alone ? std::optional(year) : std::nullopt;
}

// Where the sign of years ends that may stand behind digits: "2027年".
std::uint32_t EndOfYear(const Draft& draft, TextSpan digits) {
  for (const Figure& figure : draft.figures()) {
    if (figure.span.begin == digits.begin && figure.unit == kYearUnit) return figure.span.end;
  }
  return digits.end;
}

// Whether a figure that is no year has these digits: "2,027", "from 2027 euros".
bool IsFigure(const Draft& draft, TextSpan digits) {
  return std::any_of(draft.figures().begin(), draft.figures().end(), [digits](const Figure& figure) {
    return figure.span.Overlaps(digits) && figure.unit != kYearUnit && (!figure.unit.empty() || !figure.noun.empty());
  });
}

// "from 2027 to 2024": years that stand bare, of which only the second is a date.
std::optional<Finding> CheckBareYears(const Draft& draft, const Date& date) {
  if (!date.interval || date.precision != DatePrecision::kYear || date.anchor != DateAnchor::kNone) return std::nullopt;
  const std::size_t index = draft.SentenceOf(date.span);
  if (index == draft.sentences().size()) return std::nullopt;
  const TextSpan sentence = draft.sentences()[index].span;
  const auto digits = YearBefore(draft, sentence.begin, date.span.begin);
  if (!digits || IsFigure(draft, *digits)) return std::nullopt;
  int year = 0;
  for (const char c : draft.Written(*digits)) year = year * 10 + (c - '0');
  const int end = YearOf(date.interval->last);
  if (year <= end || year > end + kMostYearsApart) return std::nullopt;
  if (!IsRange(draft, {digits->begin, EndOfYear(draft, *digits)}, date.span.begin, sentence.begin)) return std::nullopt;
  // "sales rose from 2025 to 2024" compares two years; "fell from 2027 to 2024" may count.
  if (draft.HasCue(sentence, CueKind::kRise) || draft.HasCue(sentence, CueKind::kFall)) return std::nullopt;
  return EndsBeforeItBegins({{*digits, std::to_string(year)}, draft.Place(date)});
}

}  // namespace

std::vector<Finding> CheckDates(const Draft& draft) {
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < draft.dates().size(); ++i) {
    const Date& date = draft.dates()[i];
    if (date.impossible) {
      findings.push_back({ConflictKind::kImpossibleTime,
                          Level::kError,
                          "impossible_date",
                          {draft.Place(date)},
                          "no calendar has this day",
                          ""});
      continue;
    }
    std::optional<Finding> finding;
    if (i > 0) finding = CheckPair(draft, draft.dates()[i - 1], date);
    if (!finding) finding = CheckBareYears(draft, date);
    if (finding) findings.push_back(*std::move(finding));
  }
  return findings;
}

}  // namespace newsgraph::compare
