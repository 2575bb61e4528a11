#include "compare/statement.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "compare/dimension.h"
#include "compare/exact.h"

namespace newsgraph::compare {
namespace {

constexpr char kSeparator = '\x1f';
constexpr std::string_view kEventPrefix = "event:";
// No source is called so.
constexpr std::string_view kOwnWord = "\x1f";
// No dimension begins so.
constexpr char kNumberMark = '=';
// "Five" is said of too many things to be looked up by its number.
constexpr int kLeastCount = 10;

// A metric that no pack declares: every facet separates.
Metric Undeclared(const std::string& id) {
  Metric metric;
  metric.id = id;
  metric.kind = id.starts_with(kEventPrefix) ? MetricKind::kEvent : MetricKind::kStock;
  metric.object_separates = true;
  metric.place_separates = true;
  return metric;
}

// Percentages of a whole, which lie in 0..100.
bool IsShareOfWhole(const Metric& metric) { return metric.id == "share" || metric.id == "market_share"; }

// Heads are "people" in one language and "employees" in another: such nouns are one, and where all that there is is
// meant, none.
void TakeForOne(const std::vector<std::string>& nouns, Absent absent, Statement& out) {
  for (std::string* const said : {&out.object, &out.unit}) {
    if (std::find(nouns.begin(), nouns.end(), *said) == nouns.end()) continue;
    *said = absent == Absent::kWhole ? std::string() : nouns.front();
  }
}

bool IsPlace(const std::string& id, const Catalogue& catalogue) {
  const Entity* entity = catalogue.FindEntity(id);
  return entity && entity->type == EntityType::kPlace;
}

std::vector<std::string> KeysOf(const Statement& statement, std::string_view dimension) {
  std::vector<std::string> keys;
  for (const std::string& subject : statement.subjects) {
    std::string key = subject;
    key += kSeparator;
    key += statement.metric().id;
    key += kSeparator;
    key += dimension;
    keys.push_back(std::move(key));
  }
  return keys;
}

void PrepareFigure(const Figure& figure, bool keys, Statement& out) {
  out.kind = figure.kind;
  out.per = figure.per;
  if (figure.kind == FigureKind::kCount) out.unit = figure.unit;
  if (out.object.empty() && out.metric().absent_object == Absent::kUnstated) out.object = out.unit;
  const Dimension dimension = DimensionOf(figure, out.metric().kind);
  out.dimension = dimension.id;
  Reading reading = ReadFigure(InBaseUnit(figure, dimension), out.claim().signed_value);
  if (IsShareOfWhole(out.metric()) && figure.kind == FigureKind::kPercent) reading = CutToWhole(reading);
  out.value = reading;
  if (figure.parallel_to || !keys) return;
  out.keys = KeysOf(out, dimension.id);
  const bool counts = figure.kind == FigureKind::kCount || figure.kind == FigureKind::kMultiple;
  if (figure.high || reading.value.is_zero() || (counts && reading.value.Abs() < Decimal(kLeastCount, 0))) return;
  out.number_keys = KeysOf(out, kNumberMark + Shortest(reading.value).ToString());
}

void PrepareDate(const Date& date, bool keys, Statement& out) {
  const bool plan = out.status_class == StatusClass::kFuture;
  const std::optional<DateReading> reading = ReadDate(date, plan ? out.published : std::nullopt);
  if (!reading) return;
  out.value = *reading;
  if (keys) out.keys = KeysOf(out, "date");
}

bool IsOfRunningPeriod(const Statement& statement) {
  const MetricKind kind = statement.metric().kind;
  return (kind == MetricKind::kFlow || kind == MetricKind::kChange) && statement.time && statement.published &&
         statement.time->first <= *statement.published && statement.time->last > *statement.published;
}

// "Analysts" are not always the same ones. What two claims under one key say of their subject, they say of one.
std::string ForecasterOf(const Claim& claim, const Catalogue& catalogue) {
  if (IsOwnWord(claim, catalogue)) return std::string(kOwnWord);
  const std::string_view source = OriginalSourceOf(claim);
  return catalogue.IsUnnamedSource(source) ? std::string() : std::string(source);
}

Outlook OutlookOf(const Claim& claim, const Catalogue& catalogue) {
  if (claim.status != ClaimStatus::kForecast) return Outlook::kNone;
  if (OriginalSourceOf(claim).empty()) return Outlook::kUnsaid;
  return IsOwnWord(claim, catalogue) ? Outlook::kOwn : Outlook::kOthers;
}

}  // namespace

bool IsOwnWord(const Claim& claim, const Catalogue& catalogue) {
  if (!claim.original_source.empty()) return false;
  if (claim.attribution.empty()) return claim.status == ClaimStatus::kPlanned;
  const Entity* const subject = catalogue.FindEntity(claim.subject);
  return subject && subject->name == claim.attribution;
}

std::string_view OriginalSourceOf(const Claim& claim) {
  return claim.original_source.empty() ? claim.attribution : claim.original_source;
}

bool HaveOneForecaster(const Statement& a, const Statement& b) {
  return !a.forecaster.empty() && a.forecaster == b.forecaster;
}

StatusClass ClassOf(ClaimStatus status) {
  switch (status) {
    case ClaimStatus::kActual:
    case ClaimStatus::kEstimated:
      return StatusClass::kPresent;
    case ClaimStatus::kPlanned:
    case ClaimStatus::kForecast:
      return StatusClass::kFuture;
    case ClaimStatus::kDenied:
      break;
  }
  return StatusClass::kDenied;
}

std::string_view SubjectOf(std::string_view key) { return key.substr(0, key.find(kSeparator)); }

bool IsNumberKey(std::string_view key) { return key.substr(key.rfind(kSeparator) + 1).starts_with(kNumberMark); }

int CountDigits(const Decimal& value) {
  std::int64_t digits = Shortest(value).mantissa();
  while (digits != 0 && digits % 10 == 0) digits /= 10;
  int count = 0;
  for (; digits != 0; digits /= 10) ++count;
  return count;
}

Statement Prepare(const Evidence& evidence, const Catalogue& catalogue, WithKeys with_keys) {
  const Claim& claim = evidence.claim;
  Statement out;
  out.evidence = &evidence;
  out.article = evidence.ref.article;
  out.sentence = evidence.sentence;
  out.declared = catalogue.FindMetric(claim.metric);
  if (!out.declared) out.undeclared = Undeclared(claim.metric);
  out.subjects = claim.co_subjects;
  out.subjects.push_back(claim.subject);
  std::sort(out.subjects.begin(), out.subjects.end());
  out.subjects.erase(std::unique(out.subjects.begin(), out.subjects.end()), out.subjects.end());
  out.object = claim.object;
  out.place = claim.place.empty() && IsPlace(claim.subject, catalogue) ? claim.subject : claim.place;
  out.time = claim.time;
  if (evidence.published) out.published = std::chrono::floor<std::chrono::days>(*evidence.published);
  out.status_class = ClassOf(claim.status);
  // "Omdia puts this year's shipments at 142,000": what is estimated of a year that goes on is foretold.
  if (claim.status == ClaimStatus::kEstimated && IsOfRunningPeriod(out)) out.status_class = StatusClass::kFuture;
  if (out.status_class == StatusClass::kFuture) out.forecaster = ForecasterOf(claim, catalogue);
  out.outlook = OutlookOf(claim, catalogue);
  const bool keys = with_keys == WithKeys::kAll || out.subjects.size() > 1;
  if (const auto* figure = std::get_if<Figure>(&evidence.value)) {
    PrepareFigure(*figure, keys, out);
  } else {
    PrepareDate(std::get<Date>(evidence.value), keys, out);
  }
  TakeForOne(out.metric().nouns, out.metric().absent_object, out);
  return out;
}

}  // namespace newsgraph::compare
