// How much of one currency another one was worth, year by year.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace newsgraph {

// The lowest and highest rate of a span of time; 0 < low <= high. Doubles will
// do: bands are wide, and nothing is settled by their last digits.
struct RateBand {
  double low = 0;
  double high = 0;

  friend bool operator==(const RateBand&, const RateBand&) = default;
};

// Built once when packs are loaded, immutable after.
class ExchangeRates {
 public:
  // In `year`, one `base` was worth `band` of `quote`: Add("USD", "CNY", 2024, {7.0, 7.4}).
  void Add(std::string_view base, std::string_view quote, int year, RateBand band);

  // How much of `to` one `from` was worth from `first_year` to `last_year`, by a
  // pair that is known either way round, or else over the dollar. Years without a
  // rate are left out; nothing if that leaves none.
  std::optional<RateBand> Find(std::string_view from, std::string_view to, int first_year, int last_year) const;

 private:
  std::optional<RateBand> Direct(std::string_view from, std::string_view to, int year) const;

  std::map<std::pair<std::string, std::string>, std::map<int, RateBand>, std::less<>> bands_;
};

}  // namespace newsgraph
