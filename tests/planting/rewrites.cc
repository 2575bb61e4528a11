#include "tests/planting/rewrites.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "model/status.h"
#include "tests/planting/planter.h"

namespace newsgraph {
namespace {

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
                                WordPair{"gut ", "etwas mehr als "},
                                WordPair{"bis zu ", "höchstens "},
                                WordPair{"some ", "about "},
                                WordPair{"up to ", "as many as "},
                                WordPair{"quelque ", "environ "},
                                WordPair{"près de ", "presque "},
                                WordPair{"au moins ", "plus de "},
                                WordPair{"cerca de ", "unos "},
                                WordPair{"casi ", "cerca de "},
                                WordPair{"quasi ", "circa "},
                                WordPair{"近", "将近"},
                                WordPair{"至少", "不少于"},
                                WordPair{"約", "およそ"},
                                WordPair{"ungefähr ", "rund "},
                                WordPair{"ongeveer ", "circa "},
                                WordPair{"ruim ", "meer dan "},
                                WordPair{"omkring ", "cirka "},
                                WordPair{"cirka ", "omkring "},
                                WordPair{"około ", "mniej więcej "},
                                WordPair{"ponad ", "przeszło "},
                                WordPair{"около ", "примерно "},
                                WordPair{"более ", "свыше "},
                                WordPair{"cerca de ", "por volta de "},
                                WordPair{"yaklaşık ", "aşağı yukarı "},
                                WordPair{"약 ", "대략 "}};

// A measure in another unit: symbols, which every language writes so.
struct Conversion {
  std::string_view from;
  std::string_view to;
  double factor;
  double offset;
};

constexpr std::array kConversions = {Conversion{"km", "mi", 0.621371, 0},    Conversion{"mi", "km", 1.609344, 0},
                                     Conversion{"kg", "lb", 2.204623, 0},    Conversion{"lb", "kg", 0.453592, 0},
                                     Conversion{"°C", "°F", 1.8, 32},        Conversion{"°F", "°C", 0.555556, -17.7778},
                                     Conversion{"GW", "MW", 1000, 0},        Conversion{"MW", "GW", 0.001, 0},
                                     Conversion{"m", "ft", 3.28084, 0},      Conversion{"ha", "km2", 0.01, 0},
                                     Conversion{"km/h", "mph", 0.621371, 0}, Conversion{"t", "kg", 1000, 0},
                                     Conversion{"m2", "ft2", 10.76391, 0}};

class Rewriter : public Planter {
 public:
  using Planter::Planter;

  std::vector<PlantedChange> Rewrites() && {
    for (const Figure& figure : figures_) {
      Round(figure);
      WriteOut(figure);
      ChangeHedge(figure);
      Convert(figure);
    }
    return std::move(out_);
  }

 private:
  // "13,317" -> "13,300", "53,1 Milliarden" -> "53 Milliarden": the last digit of
  // three or more, where that rounds down.
  void Round(const Figure& figure) {
    std::string written(Written(figure.span));
    if (figure.high || figure.value.significant_digits() < 3) return;
    // "38万4000" has two numbers of its own.
    const std::size_t first = written.find_first_of("0123456789");
    if (written.find_first_not_of("0123456789.,", first) < written.find_last_of("0123456789")) return;
    const auto last = std::find_if(written.rbegin(), written.rend(), [](char c) { return c >= '1' && c <= '9'; });
    if (last == written.rend() || *last > '4') return;
    const auto at = static_cast<std::size_t>(written.rend() - last) - 1;
    const bool ends = at + 1 == written.size() || !IsDigit(written[at + 1]);
    const bool decimal = at > 0 && (written[at - 1] == '.' || written[at - 1] == ',') && ends;
    const std::size_t point = written.find_last_of(".,", at);
    const bool fraction = ends && point != std::string::npos && at - point < 3;
    if (decimal) {
      written.erase(at - 1, 2);
    } else if (fraction) {
      written.erase(at, 1);
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

  bool MayHaveFace(const Figure& figure) const {
    // Its face in brackets follows at once, or it is one itself.
    const std::size_t behind = figure.span.end;
    return figure.parallel_to || article_.text.find('(', behind) < behind + 3 ||
           article_.text.find("（", behind) < behind + 4 || article_.text.find(')', behind) < behind + 2;
  }

  // "100 km" -> "62 mi", and "100 km (62 mi)".
  void Convert(const Figure& figure) {
    if (figure.kind != FigureKind::kMeasure || figure.high || !figure.per.empty() || MayHaveFace(figure)) return;
    for (const Conversion& unit : kConversions) {
      if (unit.from != figure.unit) continue;
      const double value = figure.value.ToDouble() * unit.factor + unit.offset;
      const int power = std::max(0, static_cast<int>(std::floor(std::log10(std::max(1.0, std::abs(value))))) - 2);
      const double step = std::abs(value) < 10 ? 0.01 : std::pow(10.0, power);
      std::string other = Decimal::Parse(std::to_string(std::round(value / step) * step))->ToString();
      while (other.find('.') != std::string::npos && (other.back() == '0' || other.back() == '.')) {
        const bool point = other.back() == '.';
        other.pop_back();
        if (point) break;
      }
      if (other.find('.') != std::string::npos) return;  // a point is a comma elsewhere
      other += Concat(" ", unit.to);
      Put("other unit", figure.span, other);
      Put("both units", figure.span, Concat(Written(figure.span), " (", other, ")"));
    }
  }
};

}  // namespace

std::vector<PlantedChange> RewriteHarmlessly(const Article& article, const ArticleReading& reading) {
  return Rewriter(article, reading).Rewrites();
}

}  // namespace newsgraph
