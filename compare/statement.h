// A claim made ready to be compared with many others.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "compare/date_verdict.h"
#include "compare/intervals.h"
#include "model/catalogue.h"
#include "model/conflict.h"

namespace newsgraph::compare {

// Which claims speak of one state of affairs.
enum class StatusClass : std::uint8_t {
  kPresent,  // actual, estimated
  kFuture,   // planned, forecast
  kDenied,
};

StatusClass ClassOf(ClaimStatus status);

// By whose word a forecast is one.
enum class Outlook : std::uint8_t {
  kNone,    // none, or a plan
  kOwn,     // of the one whom it is about
  kUnsaid,  // nobody's by name: of a firm mostly its own
  kOthers,
};

// What comparing needs of a claim, worked out once. Points to the evidence and
// the catalogue that it was made of, which must outlive it.
struct Statement {
  const Evidence* evidence = nullptr;
  std::string_view article;              // its id
  std::string_view sentence;             // its text
  const Metric* declared = nullptr;      // what packs say of the metric; null if none does
  std::optional<Metric> undeclared;      // the strictest, if no pack declares it
  std::vector<std::string> keys;         // of what it measures, sorted; none if it cannot be compared
  std::vector<std::string> number_keys;  // of its number, sorted; none for numbers that many things have
  std::vector<std::string> subjects;     // sorted
  std::string object;                    // or what is counted; empty if neither is stated
  std::string unit;                      // the noun of a count
  std::string dimension;                 // of a figure
  std::string per;
  std::string place;  // or the subject, where that is a place
  std::optional<DateInterval> time;
  StatusClass status_class = StatusClass::kPresent;
  std::optional<Day> published;
  std::string forecaster;  // whose plan or forecast it is; empty for other claims and where nobody is named
  Outlook outlook = Outlook::kNone;
  FigureKind kind = FigureKind::kCount;  // of a figure
  std::variant<Reading, DateReading> value;

  const Claim& claim() const { return evidence->claim; }
  const Metric& metric() const { return declared ? *declared : *undeclared; }
  bool is_date() const { return std::holds_alternative<DateReading>(value); }
  const Reading& reading() const { return std::get<Reading>(value); }
  const DateReading& date() const { return std::get<DateReading>(value); }
};

// Whether whom the claim is about says so: whoever plans does, named or not; a firm that forecasts its own sales is
// named.
bool IsOwnWord(const Claim& claim, const Catalogue& catalogue);

// Who says what is claimed, as far as the article tells; empty if it is the article itself.
std::string_view OriginalSourceOf(const Claim& claim);

// Whether both are plans or forecasts of one source: what it says later revises what it said before.
bool HaveOneForecaster(const Statement& a, const Statement& b);

// The subject that a comparison key was made of.
std::string_view SubjectOf(std::string_view key);

// Whether a comparison key is one of `number_keys`: of claims with one number, not of one dimension.
bool IsNumberKey(std::string_view key);

// How many digits of a number are neither leading nor trailing zeros: 3 for 53.1 billion and
// for 53,100.
int CountDigits(const Decimal& value);

// Which claims are given their keys: what is filed under a key needs them only to tell under which of several it meets
// another claim.
enum class WithKeys : std::uint8_t { kAll, kOfSeveralSubjects };

// A claim whose value takes no part in comparing (a derived face of "A (B)", an
// unresolved date) has no keys.
Statement Prepare(const Evidence& evidence, const Catalogue& catalogue, WithKeys with_keys = WithKeys::kAll);

}  // namespace newsgraph::compare
