#include "tests/conflicts/claim_slips.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "tests/planting/planter.h"

namespace newsgraph {
namespace {

// A bound and its opposite, as they stand before a number.
constexpr std::array kBounds = {WordPair{"mehr als ", "weniger als "},
                                WordPair{"weniger als ", "mehr als "},
                                WordPair{"über ", "unter "},
                                WordPair{"mindestens ", "höchstens "},
                                WordPair{"knapp ", "gut "},
                                WordPair{"fast ", "mehr als "},
                                WordPair{"more than ", "less than "},
                                WordPair{"less than ", "more than "},
                                WordPair{"fewer than ", "more than "},
                                WordPair{"over ", "under "},
                                WordPair{"at least ", "at most "},
                                WordPair{"at most ", "at least "},
                                WordPair{"nearly ", "more than "},
                                WordPair{"almost ", "more than "},
                                WordPair{"up to ", "more than "},
                                WordPair{"超过", "不到"},
                                WordPair{"超過", "不到"},
                                WordPair{"逾", "不足"},
                                WordPair{"不到", "超过"},
                                WordPair{"至少", "至多"},
                                WordPair{"近", "超过"},
                                WordPair{"plus de ", "moins de "},
                                WordPair{"moins de ", "plus de "},
                                WordPair{"au moins ", "au plus "},
                                WordPair{"près de ", "plus de "},
                                WordPair{"più di ", "meno di "},
                                WordPair{"oltre ", "meno di "},
                                WordPair{"almeno ", "al massimo "},
                                WordPair{"quasi ", "oltre "},
                                WordPair{"más de ", "menos de "},
                                WordPair{"menos de ", "más de "},
                                WordPair{"al menos ", "como máximo "},
                                WordPair{"casi ", "más de "},
                                WordPair{"mais de ", "menos de "},
                                WordPair{"pelo menos ", "no máximo "},
                                WordPair{"quase ", "mais de "},
                                WordPair{"meer dan ", "minder dan "},
                                WordPair{"ruim ", "minder dan "},
                                WordPair{"bijna ", "meer dan "},
                                WordPair{"ponad ", "mniej niż "},
                                WordPair{"co najmniej ", "najwyżej "},
                                WordPair{"prawie ", "ponad "},
                                WordPair{"более ", "менее "},
                                WordPair{"свыше ", "менее "},
                                WordPair{"почти ", "более "},
                                WordPair{"över ", "under "},
                                WordPair{"mer än ", "mindre än "},
                                WordPair{"mere end ", "mindre end "},
                                WordPair{"nästan ", "över "},
                                WordPair{"næsten ", "over "}};

// One length of time for another, where a figure counts them or is per them.
constexpr std::array kPeriods = {WordPair{"quarters", "months"},
                                 WordPair{"quarter", "month"},
                                 WordPair{"months", "quarters"},
                                 WordPair{"month", "quarter"},
                                 WordPair{"Quartale", "Monate"},
                                 WordPair{"Quartal", "Monat"},
                                 WordPair{"Monate", "Quartale"},
                                 WordPair{"Monat", "Quartal"},
                                 WordPair{"个季度", "个月"},
                                 WordPair{"每月", "每季度"},
                                 WordPair{"trimestres", "mois"},
                                 WordPair{"par mois", "par trimestre"},
                                 WordPair{"al mese", "al trimestre"},
                                 WordPair{"al mes", "al trimestre"},
                                 WordPair{"por mês", "por trimestre"},
                                 WordPair{"per maand", "per kwartaal"},
                                 WordPair{"miesięcznie", "kwartalnie"},
                                 WordPair{"в месяц", "в квартал"},
                                 WordPair{"四半期", "カ月"},
                                 WordPair{"분기", "개월"},
                                 WordPair{"per week", "per year"},
                                 WordPair{"pro Woche", "pro Jahr"},
                                 WordPair{"a settimana", "all'anno"},
                                 WordPair{"a month", "a quarter"},
                                 WordPair{"a week", "a year"},
                                 WordPair{"per månad", "per kvartal"},
                                 WordPair{"tygodniowo", "rocznie"}};

// A currency for another, in the words of a language; the first that fits is taken.
struct CurrencySlip {
  std::string_view language;  // empty: every one
  std::string_view from;
  std::string_view to;
};

constexpr std::array kCurrencies = {CurrencySlip{"zh", "元人民币", "美元"},
                                    CurrencySlip{"zh", "元人民幣", "美元"},
                                    CurrencySlip{"zh", "美元", "元"},
                                    CurrencySlip{"zh", "欧元", "美元"},
                                    CurrencySlip{"zh", "元", "美元"},
                                    CurrencySlip{"ja", "ドル", "円"},
                                    CurrencySlip{"ja", "ユーロ", "円"},
                                    CurrencySlip{"ja", "円", "ドル"},
                                    CurrencySlip{"ko", "달러", "원"},
                                    CurrencySlip{"ko", "유로", "원"},
                                    CurrencySlip{"ko", "원", "달러"},
                                    CurrencySlip{"de", "US-Dollar", "Yuan"},
                                    CurrencySlip{"de", "Dollar", "Euro"},
                                    CurrencySlip{"de", "Euro", "Dollar"},
                                    CurrencySlip{"de", "Yuan", "Dollar"},
                                    CurrencySlip{"en", "dollars", "euros"},
                                    CurrencySlip{"en", "euros", "dollars"},
                                    CurrencySlip{"en", "yuan", "euros"},
                                    CurrencySlip{"fr", "dollars", "euros"},
                                    CurrencySlip{"fr", "d'euros", "de dollars"},
                                    CurrencySlip{"fr", "d’euros", "de dollars"},
                                    CurrencySlip{"fr", "euros", "dollars"},
                                    CurrencySlip{"es", "euros", "dólares"},
                                    CurrencySlip{"es", "dólares", "euros"},
                                    CurrencySlip{"pt", "euros", "dólares"},
                                    CurrencySlip{"pt", "dólares", "euros"},
                                    CurrencySlip{"it", "euro", "dollari"},
                                    CurrencySlip{"it", "dollari", "euro"},
                                    CurrencySlip{"nl", "euro", "dollar"},
                                    CurrencySlip{"nl", "dollar", "euro"},
                                    CurrencySlip{"pl", "euro", "dolarów"},
                                    CurrencySlip{"pl", "zł", "euro"},
                                    CurrencySlip{"ru", "рублей", "долларов"},
                                    CurrencySlip{"ru", "долларов", "рублей"},
                                    CurrencySlip{"ru", "евро", "долларов"},
                                    CurrencySlip{"sv", "kronor", "euro"},
                                    CurrencySlip{"sv", "euro", "kronor"},
                                    CurrencySlip{"", "$", "€"},
                                    CurrencySlip{"", "€", "$"}};

class ClaimSlipPlanter : public Planter {
 public:
  ClaimSlipPlanter(const Article& article, const ArticleReading& reading, const Catalogue& catalogue)
      : Planter(article, reading), catalogue_(catalogue) {}

  ClaimSlips Slips() && {
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      const bool owned = IsValue(ValueRef::Kind::kFigure, i);
      out_.clear();
      kinds_.clear();
      PlantInFigure(figures_[i]);
      Take(owned);
    }
    for (std::size_t i = 0; i < reading_.extraction.dates.size(); ++i) {
      const Date& date = reading_.extraction.dates[i];
      const bool owned = IsValue(ValueRef::Kind::kDate, i) || IsTime(date);
      if (!owned && IsTimeOfState(date)) continue;
      PlantYear(date);
      Take(owned);
    }
    return std::move(slips_);
  }

  std::vector<PlantedChange> Updates() && {
    std::set<std::uint32_t> done;
    for (const Claim& claim : reading_.extraction.claims) {
      const Metric* metric = catalogue_.FindMetric(claim.metric);
      const bool state = metric != nullptr && metric->kind == MetricKind::kStock && !claim.time;
      if (!state || claim.value.kind != ValueRef::Kind::kFigure || claim.status != ClaimStatus::kActual) continue;
      if (done.insert(claim.value.index).second) PutOtherDigit("later state", figures_[claim.value.index]);
    }
    return std::move(out_);
  }

 private:
  bool IsValue(ValueRef::Kind kind, std::size_t index) const {
    const std::vector<Claim>& claims = reading_.extraction.claims;
    return std::any_of(claims.begin(), claims.end(),
                       [&](const Claim& claim) { return claim.value.kind == kind && claim.value.index == index; });
  }

  // Whether `date` gives a claim its time, by what the sentence says.
  bool GivesTime(const Claim& claim, const Date& date) const {
    return claim.value.kind == ValueRef::Kind::kFigure && date.interval && claim.time == date.interval &&
           claim.sentence.Covers(date.span);
  }

  // What was made or grew in one year was not in another; a state may last.
  bool LastsNot(const Claim& claim) const {
    const Metric* metric = catalogue_.FindMetric(claim.metric);
    return metric != nullptr && (metric->kind == MetricKind::kFlow || metric->kind == MetricKind::kChange);
  }

  bool IsTime(const Date& date) const {
    const std::vector<Claim>& claims = reading_.extraction.claims;
    return std::any_of(claims.begin(), claims.end(),
                       [&](const Claim& claim) { return GivesTime(claim, date) && LastsNot(claim); });
  }

  bool IsTimeOfState(const Date& date) const {
    const std::vector<Claim>& claims = reading_.extraction.claims;
    return std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) { return GivesTime(claim, date); });
  }

  void PlantInFigure(const Figure& figure) {
    using enum ConflictKind;
    // The face in brackets is held against the one before it, and against nothing else.
    const bool face = figure.parallel_to.has_value();
    const bool scaled = PutOtherScale(figure);
    if (!scaled) PlantThousand(figure);
    Called(face ? std::vector{kCurrency, kMagnitude} : std::vector{kMagnitude});
    if (!face) PlantCurrency(figure);
    Called({kUnit});
    if (!face) PlantBound(figure);
    Called({kHedge});
    PlantPeriod(figure);
    Called({kUnit});
  }

  // Three zeros more or less.
  void PlantThousand(const Figure& figure) {
    std::string written(Written(figure.span));
    const std::size_t last = written.find_last_of("0123456789");
    if (figure.high || figure.spelled || last == std::string::npos || figure.kind == FigureKind::kPercent) return;
    const std::size_t zeros = written.find("000");
    if (zeros != std::string::npos && zeros + 2 == last && zeros > 1 && !IsDigit(written[zeros - 1])) {
      std::size_t from = zeros - 1;
      while (from > 0 && !IsDigit(written[from - 1])) --from;  // a separator of several bytes
      written.erase(from, last + 1 - from);
    } else if (figure.kind == FigureKind::kCount && figure.value.ToDouble() >= 10 && figure.value.exponent() >= 0) {
      // Written as the number is, where it has groups itself.
      if (written.find_first_not_of("0123456789") != std::string::npos) return;
      written.insert(last + 1, "000");
    } else {
      return;
    }
    Put("thousandfold", figure.span, written);
  }

  void PlantCurrency(const Figure& figure) {
    if (figure.kind != FigureKind::kMoney) return;
    for (const auto& [language, word, other] : kCurrencies) {
      if (!article_.language.starts_with(language)) continue;
      const std::size_t at = Written(figure.span).find(word);
      if (at == std::string_view::npos) continue;
      const auto begin = static_cast<std::uint32_t>(figure.span.begin + at);
      Put("currency label", {begin, begin + static_cast<std::uint32_t>(word.size())}, other);
      return;
    }
  }

  void PlantBound(const Figure& figure) {
    for (const auto& [word, other] : kBounds) {
      if (figure.span.begin < word.size()) continue;
      const TextSpan before{figure.span.begin - static_cast<std::uint32_t>(word.size()), figure.span.begin};
      if (Written(before) != word) continue;
      Put("bound flipped", before, other);
      return;
    }
  }

  void PlantPeriod(const Figure& figure) {
    if (figure.high || (figure.per.empty() && figure.unit != "month" && figure.unit != "quarter")) return;
    constexpr std::uint32_t kNear = 40;
    const auto size = static_cast<std::uint32_t>(article_.text.size());
    const TextSpan around{figure.span.begin, std::min(figure.span.end + kNear, size)};
    for (const auto& [word, other] : kPeriods) {
      const std::size_t at = Written(around).find(word);
      if (at == std::string_view::npos) continue;
      const auto begin = static_cast<std::uint32_t>(around.begin + at);
      Put("other period", {begin, begin + static_cast<std::uint32_t>(word.size())}, other);
      return;
    }
  }

  void PlantYear(const Date& date) {
    out_.clear();
    kinds_.clear();
    if (date.anchor != DateAnchor::kNone || date.precision == DatePrecision::kDecade) return;
    PutOtherYear("year later", date, 1);
    PutOtherYear("year earlier", date, -1);
    Called({ConflictKind::kTime});
  }

  // What was planted since the last call is called so.
  void Called(const std::vector<ConflictKind>& kinds) { kinds_.resize(out_.size(), kinds); }

  void Take(bool owned) {
    for (std::size_t i = 0; i < out_.size(); ++i) {
      if (owned) slips_.slips.push_back({std::move(out_[i]), kinds_[i]});
    }
    if (!owned && !out_.empty()) ++slips_.without_claim;
  }

  const Catalogue& catalogue_;
  std::vector<std::vector<ConflictKind>> kinds_;  // of out_
  ClaimSlips slips_;
};

}  // namespace

ClaimSlips PlantClaimSlips(const Article& article, const ArticleReading& reading, const Catalogue& catalogue) {
  return ClaimSlipPlanter(article, reading, catalogue).Slips();
}

std::vector<PlantedChange> UpdateStocks(const Article& article, const ArticleReading& reading,
                                        const Catalogue& catalogue) {
  return ClaimSlipPlanter(article, reading, catalogue).Updates();
}

}  // namespace newsgraph
