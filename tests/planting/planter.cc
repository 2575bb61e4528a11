#include "tests/planting/planter.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>

#include "model/status.h"

namespace newsgraph {
namespace {

// Each for the other; the first that fits is taken.
constexpr std::array kScaleWords = {WordPair{"Millionen", "Milliarden"},
                                    WordPair{"Milliarden", "Millionen"},
                                    WordPair{"Milliarde", "Million"},
                                    WordPair{"Million", "Milliarde"},
                                    WordPair{"Mio.", "Mrd."},
                                    WordPair{"Mrd.", "Mio."},
                                    WordPair{"billion", "million"},
                                    WordPair{"million", "billion"},
                                    WordPair{"milliards", "millions"},
                                    WordPair{"milliard", "million"},
                                    WordPair{"miliardi", "milioni"},
                                    WordPair{"milioni", "miliardi"},
                                    WordPair{"mil millones", "millones"},
                                    WordPair{"millones", "mil millones"},
                                    WordPair{"亿", "万"},
                                    WordPair{"億", "万"},
                                    WordPair{"万", "亿"},
                                    WordPair{"萬", "億"},
                                    WordPair{"miljarden", "miljoenen"},
                                    WordPair{"miljard", "miljoen"},
                                    WordPair{"miljoen", "miljard"},
                                    WordPair{"miliardów", "milionów"},
                                    WordPair{"milionów", "miliardów"},
                                    WordPair{"mld", "mln"},
                                    WordPair{"mln", "mld"},
                                    WordPair{"bilhões", "milhões"},
                                    WordPair{"milhões", "bilhões"},
                                    WordPair{"миллиардов", "миллионов"},
                                    WordPair{"миллионов", "миллиардов"},
                                    WordPair{"млрд", "млн"},
                                    WordPair{"млн", "млрд"},
                                    WordPair{"조", "억"},
                                    WordPair{"억", "조"},
                                    WordPair{"만", "억"},
                                    WordPair{"兆", "億"},
                                    WordPair{"miljarder", "miljoner"},
                                    WordPair{"miljoner", "miljarder"},
                                    WordPair{"milliarder", "millioner"},
                                    WordPair{"millioner", "milliarder"},
                                    WordPair{"milyar", "milyon"},
                                    WordPair{"milyon", "milyar"},
                                    WordPair{"مليار", "مليون"},
                                    WordPair{"مليون", "مليار"},
                                    WordPair{"अरब", "करोड़"},
                                    WordPair{"करोड़", "लाख"},
                                    WordPair{"thousand", "million"},
                                    WordPair{"Tausend", "Millionen"},
                                    WordPair{"duizend", "miljoen"},
                                    WordPair{"tys.", "mln"},
                                    WordPair{"тысяч", "миллионов"},
                                    WordPair{"тыс.", "млн"},
                                    WordPair{" mila", " milioni di"},
                                    WordPair{" tusen", " miljoner"},
                                    WordPair{" tusind", " millioner"},
                                    WordPair{" bin", " milyon"}};

constexpr std::array kCurrencyWords = {
    std::string_view("元人民币"), std::string_view("元人民幣"),  std::string_view("人民币"),
    std::string_view("人民幣"),   std::string_view("US-Dollar"), std::string_view("dollars"),
    std::string_view("dollari"),  std::string_view("dólares"),   std::string_view("de dollars"),
    std::string_view("Dollar"),   std::string_view("yuan"),      std::string_view("Yuan"),
    std::string_view("euros"),    std::string_view("euro"),      std::string_view("Euro"),
    std::string_view("Franken"),  std::string_view("美元"),      std::string_view("달러"),
    std::string_view("원"),       std::string_view("ドル"),      std::string_view("円"),
    std::string_view("元"),       std::string_view("złotych"),   std::string_view("zł"),
    std::string_view("рублей"),   std::string_view("долларов"),  std::string_view("евро"),
    std::string_view("kronor"),   std::string_view("kroner"),    std::string_view("lira"),
    std::string_view("ユーロ"),   std::string_view("欧元"),      std::string_view("日元")};

}  // namespace

void Planter::Put(std::string_view kind, TextSpan span, std::string_view now) {
  std::string text = article_.text;
  text.replace(span.begin, span.size(), now);
  const std::uint32_t from = span.begin > 20 ? span.begin - 20 : 0;
  const std::string around(article_.text, from, span.end - from + 10);
  out_.push_back({std::string(kind),
                  std::move(text),
                  Concat("\"", Written(span), "\" -> \"", now, "\" in ", around),
                  {span.begin, span.begin + static_cast<std::uint32_t>(now.size())}});
}

bool Planter::PutOtherScale(const Figure& figure) {
  const std::string_view written = Written(figure.span);
  for (const auto& [word, other] : kScaleWords) {
    const std::size_t at = written.find(word);
    if (at == std::string_view::npos) continue;
    // A number of several scales ("2조5891억") is none with one of them changed.
    const std::size_t digits = written.substr(0, at).find_first_of("0123456789");
    const bool one = digits == std::string_view::npos ||
                     written.substr(digits, at - digits).find_first_not_of("0123456789.,  ") == std::string_view::npos;
    if (!one || std::any_of(written.begin() + static_cast<std::ptrdiff_t>(at), written.end(), IsDigit)) return false;
    const auto begin = static_cast<std::uint32_t>(figure.span.begin + at);
    Put("scale word", {begin, begin + static_cast<std::uint32_t>(word.size())}, other);
    return true;
  }
  return false;
}

void Planter::PutOtherDigit(std::string_view kind, const Figure& figure) {
  std::string written(Written(figure.span));
  const auto digit = std::find_if(written.begin(), written.end(), IsDigit);
  if (digit == written.end() || std::count_if(written.begin(), written.end(), IsDigit) < 2) return;
  *digit = *digit == '9' ? '7' : static_cast<char>(*digit + 1);
  Put(kind, figure.span, written);
}

bool Planter::PutOtherYear(std::string_view kind, const Date& date, int by) {
  if (!date.interval) return false;
  const auto year = static_cast<int>(std::chrono::year_month_day(date.interval->first).year());
  const std::size_t at = Written(date.span).find(std::to_string(year));
  if (at == std::string_view::npos) return false;
  const auto begin = static_cast<std::uint32_t>(date.span.begin + at);
  Put(kind, {begin, begin + 4}, std::to_string(year + by));
  return true;
}

std::optional<TextSpan> Planter::CurrencyOf(const Figure& figure) const {
  for (const std::string_view word : kCurrencyWords) {
    const std::size_t at = Written(figure.span).rfind(word);
    if (at == std::string_view::npos) continue;
    const auto begin = static_cast<std::uint32_t>(figure.span.begin + at);
    return TextSpan{begin, begin + static_cast<std::uint32_t>(word.size())};
  }
  return std::nullopt;
}

bool Planter::HasFace(const Figure& figure) const {
  const auto index = static_cast<std::uint32_t>(&figure - figures_.data());
  return figure.parallel_to ||
         std::any_of(figures_.begin(), figures_.end(), [index](const Figure& f) { return f.parallel_to == index; });
}

}  // namespace newsgraph
