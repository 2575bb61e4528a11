#include "extract/claim_periods.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/calendar.h"
#include "extract/claim_carry.h"
#include "extract/claim_places.h"
#include "extract/claim_rows.h"
#include "extract/claim_scope.h"
#include "extract/claim_times.h"

namespace newsgraph::extract {
namespace {

// Periods are longer than this; what is shorter is when something was said or done.
constexpr std::int64_t kLongerThanMonth = 31;
// A month; "at the end of December" is none.
constexpr std::int64_t kShortestMonth = 28;

// A share of what is sold in a period.
constexpr std::string_view kMarketShare = "market_share";
// How far, in tenths of a word, "full-year" speaks for a value.
constexpr int kFarthestYear = 250;
// The months up to which results of the year before come, before those of this year are foretold, and at all.
constexpr int kLastOfResults = 2;
constexpr int kLastOfOldYear = 6;

bool IsLong(const DateInterval& interval) { return interval.days() > kLongerThanMonth; }

// A day or a period, but no part of a month.
bool GoesOn(const DateInterval& interval) { return interval.days() == 1 || interval.days() >= kShortestMonth; }

}  // namespace

bool ClaimPeriods::IsPast(const DateInterval& interval) const {
  return published_ && (interval.first < *published_ || interval.last <= *published_);
}

void ClaimPeriods::Open(const Sentence& sentence, std::size_t first) {
  const std::vector<Date>& dates = context_.read().dates;
  for (std::size_t i = first; i < dates.size() && dates[i].span.begin < sentence.span.end; ++i) {
    const Date& date = dates[i];
    if (!date.interval || !IsPast(*date.interval) || !IsLong(*date.interval)) continue;
    if (!IsCompared(context_, context_.TokensOf(date.span))) when_ = date.interval;
  }
}

void ClaimPeriods::Remember(const Binding& binding, const Claim& claim) {
  if (!claim.time || !IsPast(*claim.time)) return;
  const bool long_enough = IsLong(*claim.time);
  // A day on which something stood is no period that the rest goes on in.
  const bool of_period = IsOfPeriod(context_, claim.metric);
  if (long_enough || (of_period && GoesOn(*claim.time))) when_ = claim.time;
  const Figure* const figure = FigureOf(context_, binding);
  if (long_enough && of_period && binding.frame->goods && figure != nullptr && figure->kind == FigureKind::kCount)
    sold_ = claim.time;
  if (binding.sentence->paragraph > kLead || !long_enough) return;
  led_.emplace(claim.metric, claim);
  if (of_period && !IsOfChange(context_, claim.metric) && claim.status == ClaimStatus::kActual)
    told_of_.emplace(claim.subject, *claim.time);
}

std::optional<DateInterval> ClaimPeriods::GoingOn(const Binding& binding, const Claim& claim, const Claim* before,
                                                  Ties ties) const {
  if (const auto year = OfWholeYear(binding, claim)) return year;
  // "412 million, short of the 455 million that analysts had expected"
  if (ties.beside && before != nullptr) return before->time;
  // "Siemens expects to sell 5 million in 2026. UBS expects 4 million.": what another voice says of the same.
  const bool ahead = claim.status == ClaimStatus::kPlanned || claim.status == ClaimStatus::kForecast;
  if (ahead && before != nullptr && before->status != ClaimStatus::kActual && before->subject == claim.subject &&
      before->attribution != claim.attribution && !claim.attribution.empty() && AreOfOneKind(context_, *before, claim))
    return before->time;
  const bool holds = claim.status == ClaimStatus::kActual || claim.status == ClaimStatus::kEstimated;
  if (!holds || MovesInPrice(context_, claim)) return std::nullopt;
  if (before != nullptr && before->time && IsPast(*before->time) && AreOfOneKind(context_, *before, claim))
    return before->time;
  const bool of_period = IsOfPeriod(context_, claim.metric);
  if (when_ && (of_period || ties.counted)) return when_;
  // "shipped 61 million phones in the first quarter and had a market share of 20 percent"
  if (sold_ && claim.metric == kMarketShare) return sold_;
  if (!of_period) return std::nullopt;
  const auto led = led_.find(claim.metric);
  const bool body = binding.sentence->paragraph > kLead && !IsOfChange(context_, claim.metric);
  if (body && led != led_.end() && AreOfOneKind(context_, led->second, claim)) return led->second.time;
  const auto told = told_of_.find(claim.subject);
  if (binding.frame->reported && told != told_of_.end()) return told->second;
  return std::nullopt;
}

std::optional<DateInterval> ClaimPeriods::OfWholeYear(const Binding& binding, const Claim& claim) const {
  const Metric* const known = context_.catalogue().FindMetric(claim.metric);
  const bool flows = known != nullptr && (known->kind == MetricKind::kFlow || IsOfPeriod(context_, claim.metric));
  if (!published_ || !flows) return std::nullopt;
  const TokenRange clause = ClauseOf(binding);
  const Hits hits = context_.HitsIn(clause, SenseKind::kStatus);
  const bool said = std::any_of(hits.begin(), hits.end(), [&](const Hit* hit) {
    const TokenRange tokens{hit->first_token, hit->end_token};
    const bool before = tokens.end <= binding.tokens.begin;
    return context_.rules().statuses[hit->sense.entry].does == StatusWord::kWholeYear &&
           context_.Distance(tokens, binding.tokens) < kFarthestYear && !IsOfTheNext(context_, binding, tokens) &&
           !(before && FiguresBetween(context_, tokens.end, binding.tokens.begin, binding.value) > 0);
  });
  if (!said) return std::nullopt;
  const int year = YearOf(*published_);
  const bool ahead = claim.status == ClaimStatus::kPlanned || claim.status == ClaimStatus::kForecast;
  // In January a firm may still speak of the year that has ended, and in July of one that ends within a year.
  if (ahead) return MonthOf(*published_) > kLastOfResults ? std::optional(YearInterval(year)) : std::nullopt;
  return MonthOf(*published_) <= kLastOfOldYear ? std::optional(YearInterval(year - 1)) : std::nullopt;
}

}  // namespace newsgraph::extract
