#include "tests/lint/slips.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "model/status.h"

namespace newsgraph {
namespace {

using WordPair = std::pair<std::string_view, std::string_view>;

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
                                    WordPair{"조", "억"},
                                    WordPair{"억", "조"},
                                    WordPair{"만", "억"}};

constexpr std::array kCurrencyWords = {
    std::string_view("元人民币"), std::string_view("元人民幣"),  std::string_view("人民币"),
    std::string_view("人民幣"),   std::string_view("US-Dollar"), std::string_view("dollars"),
    std::string_view("dollari"),  std::string_view("dólares"),   std::string_view("de dollars"),
    std::string_view("Dollar"),   std::string_view("yuan"),      std::string_view("Yuan"),
    std::string_view("euros"),    std::string_view("euro"),      std::string_view("Euro"),
    std::string_view("Franken"),  std::string_view("美元"),      std::string_view("달러"),
    std::string_view("원"),       std::string_view("ドル"),      std::string_view("円"),
    std::string_view("元")};

// Of one meaning each.
constexpr std::array kHedges = {WordPair{"rund ", "etwa "},
                                WordPair{"etwa ", "rund "},
                                WordPair{"mehr als ", "über "},
                                WordPair{"über ", "mehr als "},
                                WordPair{"knapp ", "fast "},
                                WordPair{"fast ", "beinahe "},
                                WordPair{"about ", "around "},
                                WordPair{"roughly ", "about "},
                                WordPair{"around ", "roughly "},
                                WordPair{"more than ", "over "},
                                WordPair{"over ", "more than "},
                                WordPair{"nearly ", "almost "},
                                WordPair{"almost ", "nearly "},
                                WordPair{"约", "大约"},
                                WordPair{"超过", "逾"},
                                WordPair{"約", "大約"},
                                WordPair{"逾", "超過"},
                                WordPair{"environ ", "quelque "},
                                WordPair{"plus de ", "plus d’"},
                                WordPair{"circa ", "intorno a "},
                                WordPair{"più di ", "oltre "},
                                WordPair{"oltre ", "più di "},
                                WordPair{"unos ", "cerca de "},
                                WordPair{"mindestens ", "wenigstens "},
                                WordPair{"at least ", "no fewer than "},
                                WordPair{"свыше ", "более "},
                                WordPair{"mais de ", "acima de "},
                                WordPair{"약 ", "대략 "}};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

class Planter {
 public:
  Planter(const Article& article, const ArticleReading& reading)
      : article_(article), reading_(reading), figures_(reading.extraction.figures) {
    body_ = static_cast<std::uint32_t>(article.text.size());
    for (const ReadSentence& sentence : reading.sentences) {
      if (sentence.paragraph > 0) body_ = std::min(body_, sentence.span.begin);
    }
  }

  std::vector<PlantedChange> Slips() && {
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      if (HasFace(i) || IsSaidTwice(i)) PlantScale(figures_[i]);
      if (figures_[i].parallel_to) SwapCurrencies(figures_[*figures_[i].parallel_to], figures_[i]);
      if (figures_[i].span.begin < body_ && IsSaidTwice(i)) ChangeDigit("headline figure", figures_[i]);
    }
    for (const Cue& cue : reading_.cues) PlantByCue(cue);
    PlantYears();
    return std::move(out_);
  }

  std::vector<PlantedChange> Rewrites() && {
    for (const Figure& figure : figures_) {
      Round(figure);
      WriteOut(figure);
      ChangeHedge(figure);
    }
    return std::move(out_);
  }

 private:
  std::string_view Written(TextSpan span) const { return span.In(article_.text); }

  void Put(std::string_view kind, TextSpan span, std::string_view now) {
    std::string text = article_.text;
    text.replace(span.begin, span.size(), now);
    const std::uint32_t from = span.begin > 20 ? span.begin - 20 : 0;
    std::string around(article_.text, from, span.end - from + 10);
    out_.push_back(
        {std::string(kind), std::move(text), Concat("\"", Written(span), "\" -> \"", now, "\" in ", around)});
  }

  bool HasFace(std::size_t index) const {
    const auto is_face = [index](const Figure& f) { return f.parallel_to == static_cast<std::uint32_t>(index); };
    return figures_[index].parallel_to || std::any_of(figures_.begin(), figures_.end(), is_face);
  }

  // Headline and text say the same number of the same thing, the text once.
  bool IsSaidTwice(std::size_t index) const {
    const Figure& figure = figures_[index];
    int in_headline = 0;
    int in_text = 0;
    for (const Figure& other : figures_) {
      if (other.kind != figure.kind || other.unit != figure.unit || other.value != figure.value || other.high) continue;
      ++(other.span.begin < body_ ? in_headline : in_text);
    }
    return in_headline == 1 && (figure.span.begin < body_ ? in_text > 0 : in_text == 1);
  }

  void PlantScale(const Figure& figure) {
    const std::string_view written = Written(figure.span);
    for (const auto& [word, other] : kScaleWords) {
      const std::size_t at = written.find(word);
      if (at == std::string_view::npos) continue;
      const auto begin = static_cast<std::uint32_t>(figure.span.begin + at);
      Put("scale word", {begin, begin + static_cast<std::uint32_t>(word.size())}, other);
      return;
    }
  }

  std::optional<TextSpan> CurrencyOf(const Figure& figure) const {
    for (const std::string_view word : kCurrencyWords) {
      const std::size_t at = Written(figure.span).rfind(word);
      if (at == std::string_view::npos) continue;
      const auto begin = static_cast<std::uint32_t>(figure.span.begin + at);
      return TextSpan{begin, begin + static_cast<std::uint32_t>(word.size())};
    }
    return std::nullopt;
  }

  void SwapCurrencies(const Figure& a, const Figure& b) {
    const auto x = CurrencyOf(a);
    const auto y = CurrencyOf(b);
    // Two currencies of about one value are not seen to be swapped.
    const double rate = b.value.ToDouble() / a.value.ToDouble();
    if (!x || !y || (rate > 0.7 && rate < 1.4)) return;
    Put("currency swapped", {x->begin, y->end},
        Concat(Written(*y), article_.text.substr(x->end, y->begin - x->end), Written(*x)));
  }

  // The first digit one up, or one down where there is none above.
  void ChangeDigit(std::string_view kind, const Figure& figure) {
    std::string written(Written(figure.span));
    const auto digit = std::find_if(written.begin(), written.end(), IsDigit);
    if (digit == written.end() || std::count_if(written.begin(), written.end(), IsDigit) < 2) return;
    *digit = *digit == '9' ? '7' : static_cast<char>(*digit + 1);
    Put(kind, figure.span, written);
  }

  // The number nearest to a word, on the side that the word speaks of.
  const Figure* Behind(const Cue& cue) const {
    const auto next = std::find_if(figures_.begin(), figures_.end(),
                                   [&cue](const Figure& f) { return f.span.begin >= cue.span.end; });
    return next == figures_.end() || next->span.begin - cue.span.end > 16 ? nullptr : &*next;
  }

  void PlantByCue(const Cue& cue) {
    const Figure* figure = Behind(cue);
    if (figure == nullptr || figure->kind != FigureKind::kCount) return;
    const auto index = figure - figures_.data();
    if (cue.kind == CueKind::kPart && index > 0 && figure[-1].unit == figure->unit && figure[-1].kind == figure->kind &&
        figure[-1].value > figure->value && figure->value.significant_digits() > 0) {
      Put("part beyond its whole", figure->span,
          std::to_string(1 + 2 * static_cast<long long>(figure[-1].value.ToDouble())));
    }
    if (cue.kind != CueKind::kSum || index < 2 || figure[-1].unit != figure->unit || figure[-2].unit != figure->unit)
      return;
    if (figure[-1].value.ToDouble() + figure[-2].value.ToDouble() == figure->value.ToDouble())
      ChangeDigit("total", *figure);
  }

  // A year earlier, where that is over when the text is published.
  void PlantYears() {
    if (!article_.published) return;
    const Day published = std::chrono::floor<std::chrono::days>(*article_.published);
    for (const Date& date : reading_.extraction.dates) {
      if (!date.interval || date.anchor != DateAnchor::kNone || !IsPlanned(date)) continue;
      const auto year = static_cast<int>(std::chrono::year_month_day(date.interval->first).year());
      const Day moved = date.interval->last - std::chrono::days(366);
      const std::size_t at = Written(date.span).find(std::to_string(year));
      if (at == std::string_view::npos || date.interval->last < published) continue;
      int earlier = year - 1;
      for (Day last = moved; last + std::chrono::days(2) >= published; last -= std::chrono::days(366)) --earlier;
      const auto begin = static_cast<std::uint32_t>(date.span.begin + at);
      Put("plan in the past", {begin, begin + 4}, std::to_string(earlier));
    }
  }

  bool IsPlanned(const Date& date) const {
    const Extraction& read = reading_.extraction;
    return std::any_of(read.claims.begin(), read.claims.end(), [&](const Claim& claim) {
      if (claim.status != ClaimStatus::kPlanned || !claim.sentence.Covers(date.span)) return false;
      if (claim.value.kind == ValueRef::Kind::kDate) return read.dates[claim.value.index].span == date.span;
      return claim.time == date.interval;
    });
  }

  // "13,317" -> "13,300", "53,1 Milliarden" -> "53 Milliarden": the last digit of
  // three or more, where that rounds down.
  void Round(const Figure& figure) {
    std::string written(Written(figure.span));
    if (figure.high || figure.value.significant_digits() < 3) return;
    const auto last = std::find_if(written.rbegin(), written.rend(), [](char c) { return c >= '1' && c <= '9'; });
    if (last == written.rend() || *last > '4') return;
    const auto at = static_cast<std::size_t>(written.rend() - last) - 1;
    const bool ends = at + 1 == written.size() || !IsDigit(written[at + 1]);
    const bool decimal = at > 0 && (written[at - 1] == '.' || written[at - 1] == ',') && ends;
    if (decimal) {
      written.erase(at - 1, 2);
    } else {
      written[at] = '0';
    }
    Put("rounded", figure.span, written);
  }

  // Whether the figure before has its scale word from this one: "von 4 auf 5 Millionen".
  bool SharesItsScale(const Figure& figure) const {
    return &figure != figures_.data() && figure.span.begin - (&figure)[-1].span.end < 12;
  }

  // "1,2 Milliarden" -> "1200 Millionen", "60万" -> "600000".
  void WriteOut(const Figure& figure) {
    if (SharesItsScale(figure)) return;
    static constexpr std::array kScales = {WordPair{"Milliarden", " Millionen"},
                                           WordPair{"Mrd.", " Mio."},
                                           WordPair{"billion", " million"},
                                           WordPair{"milliards", " millions"},
                                           WordPair{"miliardi", " milioni"},
                                           WordPair{"mil millones", " millones"},
                                           WordPair{"Millionen", ""},
                                           WordPair{"million", ""},
                                           WordPair{"万", ""},
                                           WordPair{"萬", ""},
                                           WordPair{"만", ""}};
    const std::string written(Written(figure.span));
    const std::size_t first = written.find_first_of("0123456789");
    for (const auto& [word, smaller] : kScales) {
      const std::size_t at = written.find(word);
      if (at == std::string::npos || figure.high || first == std::string::npos || first > at) continue;
      const int power = smaller.empty() ? 0 : 6;
      const std::string number = Decimal(figure.value.mantissa(), figure.value.exponent() - power).ToString();
      std::string rest = written.substr(at + word.size());
      if (number.find('.') != std::string::npos || rest.find_first_of("0123456789") != std::string::npos) return;
      Put("other scale", figure.span, Concat(written.substr(0, first), number, smaller, rest));
      return;
    }
  }

  void ChangeHedge(const Figure& figure) {
    for (const auto& [word, other] : kHedges) {
      if (figure.span.begin < word.size()) continue;
      const TextSpan before{figure.span.begin - static_cast<std::uint32_t>(word.size()), figure.span.begin};
      if (Written(before) != word) continue;
      Put("other hedge", before, other);
      return;
    }
  }

  const Article& article_;
  const ArticleReading& reading_;
  const std::vector<Figure>& figures_;
  std::uint32_t body_ = 0;
  std::vector<PlantedChange> out_;
};

}  // namespace

std::vector<PlantedChange> PlantSlips(const Article& article, const ArticleReading& reading) {
  return Planter(article, reading).Slips();
}

std::vector<PlantedChange> RewriteHarmlessly(const Article& article, const ArticleReading& reading) {
  return Planter(article, reading).Rewrites();
}

}  // namespace newsgraph
