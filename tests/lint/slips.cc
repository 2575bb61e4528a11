#include "tests/lint/slips.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <utility>

#include "model/status.h"
#include "tests/planting/planter.h"

namespace newsgraph {
namespace {

class SlipPlanter : public Planter {
 public:
  SlipPlanter(const Article& article, const ArticleReading& reading) : Planter(article, reading) {
    body_ = static_cast<std::uint32_t>(article.text.size());
    for (const ReadSentence& sentence : reading.sentences) {
      if (sentence.paragraph > 0) body_ = std::min(body_, sentence.span.begin);
    }
  }

  std::vector<PlantedChange> Slips() && {
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      if (HasFace(figures_[i]) || IsSaidTwice(i)) PutOtherScale(figures_[i]);
      if (figures_[i].parallel_to) SwapCurrencies(figures_[*figures_[i].parallel_to], figures_[i]);
      if (figures_[i].span.begin < body_ && IsSaidTwice(i)) PutOtherDigit("headline figure", figures_[i]);
    }
    for (const Cue& cue : reading_.cues) PlantByCue(cue);
    PlantYears();
    for (const ReadSentence& sentence : reading_.sentences) PlantGrowth(sentence.span);
    PlantHeadlineYear();
    return std::move(out_);
  }

 private:
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

  void SwapCurrencies(const Figure& a, const Figure& b) {
    const auto x = CurrencyOf(a);
    const auto y = CurrencyOf(b);
    // Two currencies of about one value are not seen to be swapped.
    const double rate = b.value.ToDouble() / a.value.ToDouble();
    if (!x || !y || (rate > 0.7 && rate < 1.4)) return;
    Put("currency swapped", {x->begin, y->end},
        Concat(Written(*y), article_.text.substr(x->end, y->begin - x->end), Written(*x)));
  }

  // The number nearest to a word, on the side that the word speaks of.
  const Figure* Behind(const Cue& cue) const {
    const auto next = std::find_if(figures_.begin(), figures_.end(),
                                   [&cue](const Figure& f) { return f.span.begin >= cue.span.end; });
    return next == figures_.end() || next->span.begin - cue.span.end > 16 ? nullptr : &*next;
  }

  void PlantByCue(const Cue& cue) {
    const Figure* figure = Behind(cue);
    if (figure != nullptr && figure->kind == FigureKind::kPercent && cue.kind == CueKind::kRest)
      PlantRest(cue, *figure);
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
      PutOtherDigit("total", *figure);
  }

  // The share behind a word such as "the remaining", where all of its sentence make 100.
  void PlantRest(const Cue& cue, const Figure& rest) {
    double sum = 0;
    for (const ReadSentence& sentence : reading_.sentences) {
      if (!sentence.span.Covers(cue.span)) continue;
      for (const Figure& figure : figures_) {
        if (figure.kind == FigureKind::kPercent && sentence.span.Covers(figure.span)) sum += figure.value.ToDouble();
      }
    }
    if (std::abs(sum - 100) < 0.5) PutOtherDigit("rest of a whole", rest);
  }

  // "from 4.0 to 5.0 billion, up 25 percent": another percentage, where it was right.
  void PlantGrowth(TextSpan sentence) {
    std::vector<const Figure*> amounts;
    const Figure* growth = nullptr;
    for (const Figure& figure : figures_) {
      if (!sentence.Covers(figure.span)) continue;
      if (figure.kind == FigureKind::kPercent) {
        if (growth != nullptr) return;
        growth = &figure;
      } else {
        amounts.push_back(&figure);
      }
    }
    if (growth == nullptr || amounts.size() != 2 || amounts[0]->unit != amounts[1]->unit) return;
    const double a = amounts[0]->value.ToDouble();
    const double b = amounts[1]->value.ToDouble();
    const double stated = std::abs(growth->value.ToDouble()) / 100;
    if (a <= 0 || b <= 0 || stated == 0) return;
    if (std::abs(std::abs(b / a - 1) - stated) < 0.01 || std::abs(std::abs(a / b - 1) - stated) < 0.01)
      PutOtherDigit("growth", *growth);
  }

  // A year of the headline that the text has once, one year on.
  void PlantHeadlineYear() {
    for (const Date& date : reading_.extraction.dates) {
      if (!date.interval || date.span.begin >= body_ || date.precision != DatePrecision::kYear) continue;
      const std::string_view written = Written(date.span).substr(0, 4);
      if (written.find_first_not_of("0123456789") != std::string_view::npos || !article_.published) continue;
      if (date.interval->first <= std::chrono::floor<std::chrono::days>(*article_.published)) continue;
      if (article_.text.find(written, body_) == std::string::npos) continue;
      Put("headline year", {date.span.begin, date.span.begin + 4},
          std::to_string(std::atoi(std::string(written).c_str()) + 1));
    }
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
      if (date.interval->last - date.interval->first > std::chrono::days(366)) continue;  // its end may be to come
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

  std::uint32_t body_ = 0;  // where it begins
};

}  // namespace

std::vector<PlantedChange> PlantSlips(const Article& article, const ArticleReading& reading) {
  return SlipPlanter(article, reading).Slips();
}

}  // namespace newsgraph
