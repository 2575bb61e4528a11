#include "extract/figure_links.h"

#include <algorithm>
#include <string_view>

#include "extract/exact.h"

namespace newsgraph::extract {
namespace {

// So few are seldom what thousands are of.
constexpr int kFew = 20;
constexpr int kMany = 1000;
constexpr std::int64_t kLeastSumScale = 1'000'000;
constexpr std::int64_t kSurelySum = 1'000'000'000;
// A smaller bare number may be anything in the next sentence: an age, a grade.
constexpr std::int64_t kLeastFarCount = 100;
// How far before a bare number "the number of ..." may stand.
constexpr std::uint32_t kMostTokensToNoun = 40;

class Linker {
 public:
  Linker(const Document& document, const FigureHits& words, const CountedNounFinder& nouns,
         std::vector<FoundFigure>& figures)
      : document_(document), tokens_(document.tokens()), words_(words), nouns_(nouns), figures_(figures) {}

  void Run() {
    for (std::size_t i = figures_.size(); i-- > 1;) {
      ShareListUnit(figures_[i - 1], figures_[i]);
      ShareListNoun(figures_[i - 1], figures_[i]);
    }
    ShareCurrencies();
    const FoundFigure* counted = nullptr;
    const FoundFigure* many = nullptr;  // the last of thousands
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      if (i > 0) LinkFaces(i);
      FoundFigure& found = figures_[i];
      if (found.figure.kind != FigureKind::kCount) continue;
      // "4.6 million cars, two sources said. 5.5 million had been promised": no sources.
      const bool of_few = counted != nullptr && many != nullptr && counted->figure.value < Decimal(kFew) &&
                          found.figure.value >= Decimal(kMany);
      ShareNoun(of_few ? many : counted, found);
      if (found.figure.unit.empty()) continue;
      counted = &found;
      if (found.figure.value >= Decimal(kMany)) many = &found;
    }
  }

 private:
  bool IsBare(const FoundFigure& found) const {
    return found.figure.kind == FigureKind::kCount && !found.has_unit && found.figure.noun.empty();
  }

  std::int64_t SentencesApart(const FoundFigure& first, const FoundFigure& second) const {
    const Sentence* a = document_.SentenceOf(first.first_token);
    const Sentence* b = document_.SentenceOf(second.first_token);
    return a == nullptr || b == nullptr ? 2 : b - a;
  }

  // Only commas and a conjunction stand between the two.
  bool AreListed(const FoundFigure& first, const FoundFigure& second) const {
    bool any = false;
    for (std::uint32_t token = first.end_token; token < second.first_token;) {
      const std::string_view text = document_.Folded(token);
      // "from 60 to at least 62 years"
      const Hit* conjunction = any ? words_.OpeningAt(token, FigureRole::kMod) : nullptr;
      if (conjunction == nullptr) conjunction = words_.At(token, FigureRole::kAnd);
      // "from 5 to 7 percent" were not made a range.
      if (conjunction == nullptr) conjunction = words_.At(token, FigureRole::kTo);
      if (tokens_[token].line_start || (conjunction == nullptr && text != "," && text != "、")) return false;
      token = conjunction != nullptr ? conjunction->end_token : token + 1;
      any = true;
    }
    return any;
  }

  void ShareListUnit(FoundFigure& first, const FoundFigure& second) const {
    Figure& figure = first.figure;
    if (!second.has_unit || second.figure.kind == FigureKind::kMultiple || !AreListed(first, second)) return;
    // A noun found behind the unit is the list's too far away to be this one's.
    if (figure.kind != FigureKind::kCount || first.has_unit || first.scale != 1 || figure.high) return;
    if (second.scale > 1) {
      const std::optional<Decimal> scaled = Product(figure.value, Decimal(second.scale));
      if (!scaled) return;
      figure.value = *scaled;
      first.scale = second.scale;
    }
    figure.kind = second.figure.kind;
    figure.unit = second.figure.unit;
    figure.noun = {};
    first.has_unit = true;
  }

  // "bursts of nine and 12 shots"
  void ShareListNoun(FoundFigure& first, const FoundFigure& second) const {
    const Figure& counted = second.figure;
    if (!IsBare(first) || first.figure.high || counted.kind != FigureKind::kCount || counted.unit.empty()) return;
    if (second.generic || first.scale != 1 || !AreListed(first, second)) return;
    first.figure.unit = counted.unit;
    first.figure.noun = counted.noun;
    first.noun_known = second.noun_known;
  }

  // Big bare numbers have the currency of the sum before them, else of the sum
  // behind them in their sentence: "from 9 billion to 12.5 billion dollars".
  void ShareCurrencies() {
    const FoundFigure* money = nullptr;
    counted_between_ = false;
    for (FoundFigure& found : figures_) money = ShareCurrency(money, found);
    money = nullptr;
    counted_between_ = false;
    for (std::size_t i = figures_.size(); i-- > 0;) money = ShareCurrency(money, figures_[i]);
  }

  // Returns the sum nearest to the next figure.
  const FoundFigure* ShareCurrency(const FoundFigure* money, FoundFigure& found) {
    Figure& figure = found.figure;
    if (figure.kind == FigureKind::kMoney) {
      counted_between_ = false;
      // What stands in brackets behind a sum is that sum again.
      const bool again = money != nullptr && money < &found && found.first_token > 0 &&
                         document_.Folded(found.first_token - 1) == "(" && money->end_token + 1 == found.first_token;
      return again ? money : &found;
    }
    // A count between them says that something else is meant, but seldom by billions of nothing or of what nobody
    // knows: "12.9 billion dollars of revenue and 2.9 billion of net loss".
    const bool unknown = figure.kind == FigureKind::kCount && !found.has_unit && !found.noun_known &&
                         money != nullptr && money < &found && SentencesApart(*money, found) == 0 &&
                         figure.value >= Decimal(kSurelySum);
    if (figure.kind == FigureKind::kCount && !IsBare(found) && !unknown) {
      counted_between_ = true;
      return money;
    }
    // In "1.6 billion (2.5 billion dollars)" the first is not in dollars.
    if (found.end_token < tokens_.size() && document_.Folded(found.end_token) == "(") return money;
    if (money == nullptr || !(IsBare(found) || unknown) || found.scale < kLeastSumScale || !IsCurrencyOf(*money, found))
      return money;
    if (counted_between_ && figure.value < Decimal(kSurelySum)) return money;
    figure.kind = FigureKind::kMoney;
    figure.unit = money->figure.unit;
    figure.noun = {};
    found.has_unit = true;
    return &found;
  }

  // A sum behind says less than one before: "Some 2 million watched. Tickets
  // brought in 30 million dollars."
  bool IsCurrencyOf(const FoundFigure& money, const FoundFigure& bare) const {
    if (money.first_token < bare.first_token) return SentencesApart(money, bare) <= 1;
    return SentencesApart(bare, money) == 0 && nouns_.EndsPhrase(document_, bare.end_token);
  }

  // `counted` is the last count before, null if there is none.
  void ShareNoun(const FoundFigure* counted, FoundFigure& found) const {
    if (!IsBare(found) && !found.generic) return;
    // A counting word says that something was named; it may have been a while ago.
    const int most = found.generic ? 3 : (found.figure.value < Decimal(kLeastFarCount) ? 0 : 1);
    const bool near = counted != nullptr && SentencesApart(*counted, found) <= most;
    // Only what is surely counted is counted on, and never in parts.
    // "eleva a 4.000 el número de hectáreas"
    for (std::uint32_t at = found.end_token; at < found.end_token + 2; ++at) {
      if (words_.At(at, FigureRole::kCountOf) != nullptr) return;
    }
    if (near && counted->noun_known && found.figure.value.exponent() >= 0 && StandsForNoun(found)) {
      const bool afar = found.generic && SentencesApart(*counted, found) > 0;
      const std::string& unit = counted->figure.unit;
      found.figure.unit = afar ? nouns_.nouns().InTopic(document_, found.first_token, unit) : unit;
      found.noun_known = true;
    } else if (IsBare(found)) {
      ShareCountOf(found);
    }
  }

  // Nothing follows that it could count, and it is no mark in brackets.
  bool StandsForNoun(const FoundFigure& found) const {
    if (found.generic) return true;
    const bool bracketed = found.first_token > 0 && found.end_token < tokens_.size() &&
                           document_.Folded(found.first_token - 1) == "(" && document_.Folded(found.end_token) == ")";
    return !bracketed && nouns_.EndsPhrase(document_, found.end_token);
  }

  // "The number of data centers could rise to 300."
  void ShareCountOf(FoundFigure& found) const {
    const Sentence* sentence = document_.SentenceOf(found.first_token);
    if (sentence == nullptr) return;
    const std::uint32_t least = found.first_token > kMostTokensToNoun ? found.first_token - kMostTokensToNoun : 0;
    for (std::uint32_t token = found.first_token; token > std::max(least, sentence->first_token); --token) {
      const Hit* count_of = words_.At(token - 1, FigureRole::kCountOf);
      if (count_of == nullptr || count_of->end_token > found.first_token) continue;
      const std::optional<CountedNoun> noun = nouns_.Find(document_, token - 1, count_of->end_token, {});
      if (!noun || noun->generic) return;
      found.figure.unit = noun->unit;
      found.noun_known = noun->known;
      return;
    }
  }

  // "A (B)", both money: B is A in another currency.
  void LinkFaces(std::size_t index) const {
    const FoundFigure& first = figures_[index - 1];
    FoundFigure& second = figures_[index];
    if (first.figure.kind != FigureKind::kMoney || second.figure.kind != FigureKind::kMoney) return;
    if (first.figure.unit == second.figure.unit || first.end_token >= second.first_token) return;
    const std::string_view opening = document_.Folded(first.end_token);
    const std::uint32_t words_between = second.first_token - first.end_token - 1;
    if ((opening != "(" && opening != "[") || words_between > 4) return;
    second.figure.parallel_to = static_cast<std::uint32_t>(index - 1);
    Figure& face = figures_[index - 1].figure;
    if (second.figure.per.empty()) second.figure.per = face.per;
    if (face.per.empty()) face.per = second.figure.per;
  }

  const Document& document_;
  std::span<const Token> tokens_;
  const FigureHits& words_;
  const CountedNounFinder& nouns_;
  std::vector<FoundFigure>& figures_;
  bool counted_between_ = false;  // since the last sum
};

}  // namespace

void LinkFigures(const Document& document, const FigureHits& words, const CountedNounFinder& nouns,
                 std::vector<FoundFigure>& figures) {
  Linker(document, words, nouns, figures).Run();
}

}  // namespace newsgraph::extract
