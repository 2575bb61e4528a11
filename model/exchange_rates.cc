#include "model/exchange_rates.h"

#include <algorithm>

namespace newsgraph {
namespace {

constexpr std::string_view kPivot = "USD";

RateBand Inverse(const RateBand& band) { return {1 / band.high, 1 / band.low}; }

}  // namespace

void ExchangeRates::Add(std::string_view base, std::string_view quote, int year, RateBand band) {
  bands_[{std::string(base), std::string(quote)}][year] = band;
}

std::optional<RateBand> ExchangeRates::Find(std::string_view from, std::string_view to, int first_year,
                                            int last_year) const {
  std::optional<RateBand> all;
  for (int year = first_year; year <= last_year; ++year) {
    std::optional<RateBand> band = Direct(from, to, year);
    if (!band) {
      const auto first = Direct(from, kPivot, year);
      const auto second = Direct(kPivot, to, year);
      if (!first || !second) continue;
      band = RateBand{first->low * second->low, first->high * second->high};
    }
    all = all ? RateBand{std::min(all->low, band->low), std::max(all->high, band->high)} : *band;
  }
  return all;
}

std::optional<RateBand> ExchangeRates::Direct(std::string_view from, std::string_view to, int year) const {
  for (const bool inverse : {false, true}) {
    const auto pair = bands_.find(std::pair(std::string(inverse ? to : from), std::string(inverse ? from : to)));
    if (pair == bands_.end()) continue;
    if (const auto band = pair->second.find(year); band != pair->second.end()) {
      return inverse ? Inverse(band->second) : band->second;
    }
  }
  return std::nullopt;
}

}  // namespace newsgraph
