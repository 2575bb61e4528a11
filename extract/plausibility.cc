#include "extract/plausibility.h"

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace newsgraph::extract {
namespace {

constexpr int kFirstYear = 2015;
// A peg is written once and holds as long as anybody reads news.
constexpr int kLastPeggedYear = 2100;

std::optional<double> ReadNumber(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number <= 0) return std::nullopt;
  return number;
}

// "6.95-7.37"
std::optional<RateBand> ReadBand(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto low = ReadNumber(text.substr(0, dash));
  const auto high = ReadNumber(text.substr(dash + 1));
  if (!low || !high || *low > *high) return std::nullopt;
  return RateBand{*low, *high};
}

void ReadPair(std::string_view base, std::string_view quote, const PackNode& node, ExchangeRates& rates) {
  const std::vector<std::string> years = node.Words();
  int year = kFirstYear;
  for (const std::string& text : years) {
    const std::optional<RateBand> band = ReadBand(text);
    if (!band) {
      node.Error(Concat("\"", text, "\" is no band of rates: \"6.95-7.37\""));
      return;
    }
    const int last = years.size() == 1 ? kLastPeggedYear : year;
    for (; year <= last; ++year) rates.Add(base, quote, year, *band);
  }
}

// "300", or "-100..10000".
void ReadRange(std::string_view unit, std::string_view metric, const PackNode& node, Catalogue& catalogue) {
  const std::string text = node.Text();
  const std::size_t dots = text.find("..");
  const auto least = dots == std::string::npos ? std::nullopt : Decimal::Parse(text.substr(0, dots));
  const auto most = Decimal::Parse(dots == std::string::npos ? text : text.substr(dots + 2));
  if (most && (least || dots == std::string::npos)) {
    catalogue.Add(PlausibleRange{std::string(unit), std::string(metric), least, *most});
  } else {
    node.Error(Concat("\"", text, "\" is no number"));
  }
}

// One number, or a map: `any`, and metrics of which another holds.
void ReadRanges(std::string_view unit, const PackNode& node, Catalogue& catalogue) {
  if (!node.IsMap()) return ReadRange(unit, "", node, catalogue);
  for (const auto& [metric, range] : node.Entries()) {
    if (metric != "any" && catalogue.FindMetric(metric) == nullptr)
      range.Error(Concat("\"", metric, "\" is no metric"));
    ReadRange(unit, metric == "any" ? "" : metric, range, catalogue);
  }
}

}  // namespace

void ReadPlausibility(const PackSet& packs, Catalogue& catalogue) {
  ExchangeRates rates;
  for (const Pack& pack : packs.packs()) {
    for (const auto& [base, quotes] : pack.root["rates"].Entries()) {
      for (const auto& [quote, node] : quotes.Entries()) ReadPair(base, quote, node, rates);
    }
    for (const auto& [unit, node] : pack.root["ranges"].Entries()) ReadRanges(unit, node, catalogue);
  }
  catalogue.SetExchangeRates(std::move(rates));
}

}  // namespace newsgraph::extract
