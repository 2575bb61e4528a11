#include "extract/claims.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/claim_binding.h"
#include "extract/claim_carry.h"
#include "extract/claim_comparisons.h"
#include "extract/claim_confidence.h"
#include "extract/claim_context.h"
#include "extract/claim_cues.h"
#include "extract/claim_echoes.h"
#include "extract/claim_metrics.h"
#include "extract/claim_nouns.h"
#include "extract/claim_objects.h"
#include "extract/claim_periods.h"
#include "extract/claim_places.h"
#include "extract/claim_rates.h"
#include "extract/claim_regions.h"
#include "extract/claim_roles.h"
#include "extract/claim_rows.h"
#include "extract/claim_scope.h"
#include "extract/claim_sources.h"
#include "extract/claim_times.h"

namespace newsgraph::extract {
namespace {

// How many words may stand before the source that opens a paragraph.
constexpr std::uint32_t kHeadReach = 3;
// Behind the word of a comparison: "up from about the", not "down from a peak of".
constexpr std::uint32_t kNoPeak = 2;
constexpr std::size_t kFigureKinds = static_cast<std::size_t>(FigureKind::kMultiple) + 1;

template <typename Value>
std::size_t FirstIn(const Sentence& sentence, const std::vector<Value>& values) {
  return static_cast<std::size_t>(std::lower_bound(values.begin(), values.end(), sentence.span.begin,
                                                   [](const Value& v, std::uint32_t at) { return v.span.begin < at; }) -
                                  values.begin());
}

template <typename Value>
bool EndsBefore(const Sentence& sentence, std::size_t index, const std::vector<Value>& values) {
  return index >= values.size() || values[index].span.begin >= sentence.span.end;
}

class Reading {
 public:
  Reading(const Document& document, const Extraction& read, const Catalogue& catalogue, const ClaimRules& rules,
          const Nouns& nouns, std::optional<Day> published)
      : read_(read),
        context_(document, read, rules, nouns, catalogue),
        published_(published),
        periods_(context_, published),
        regions_(context_),
        claims_(document, read) {}

  std::vector<Claim> Run() && {
    for (const Sentence& sentence : context_.document().sentences()) {
      const std::size_t dates = FirstIn(sentence, read_.dates);
      const std::size_t figures = FirstIn(sentence, read_.figures);
      if (sentence.paragraph != paragraph_) {
        earlier_.subject.clear();
        earlier_.others.clear();
        // "IDC counted 4 million cards …" goes on in the next paragraph: "Acme followed with 812,000"; and so does what
        // a firm or country buys or sells, as that of a firm by name: "Acme takes 60,000".
        const std::optional<BoundClaim>& count = last_[static_cast<std::size_t>(FigureKind::kCount)];
        const bool deal = count && count->claim.metric == earlier_.metric && IsDeal(context_, *count);
        const bool goes_on = counted_ || (deal && NamesFirm(context_, sentence));
        survey_ = goes_on && paragraph_ > 0 && !EndsBefore(sentence, figures, read_.figures);
        if (!survey_) BeginParagraph();
      }
      paragraph_ = sentence.paragraph;
      if (EndsBefore(sentence, figures, read_.figures) && EndsBefore(sentence, dates, read_.dates)) continue;
      sources_ = SourcesIn(context_, sentence);
      if (EndsBefore(sentence, figures, read_.figures)) periods_.Open(sentence, dates);
      ReadValues(sentence, ValueRef::Kind::kFigure, figures, read_.figures);
      ReadValues(sentence, ValueRef::Kind::kDate, dates, read_.dates);
      if (!periods_.opened()) periods_.Open(sentence, dates);
    }
    return std::move(claims_).Take();
  }

 private:
  void BeginParagraph() {
    last_.fill(std::nullopt);
    source_ = {};
    periods_.BeginParagraph();
    earlier_.metric.clear();
    counted_ = headed_ = survey_ = earlier_.customer = false;
  }

  template <typename Value>
  void ReadValues(const Sentence& sentence, ValueRef::Kind kind, std::size_t first, const std::vector<Value>& values) {
    for (std::size_t i = first; !EndsBefore(sentence, i, values); ++i) {
      if (IsDerived(values[i])) continue;
      const ValueRef value{kind, static_cast<std::uint32_t>(i)};
      const std::optional<BoundClaim>& last = LastOf(value);
      auto binding = Bind(context_, sentence, value, last ? &last->binding : nullptr);
      if (survey_ && !(binding && binding->continued)) BeginParagraph();
      survey_ = false;
      if (!binding || (binding->frame->event && IsComparedBehind(context_, binding->tokens))) continue;
      const std::optional<BoundClaim>& money = last_[static_cast<std::size_t>(FigureKind::kMoney)];
      if (money) TakeChangeBehind(context_, money->binding, money->claim, *binding);
      const std::optional<BoundClaim>& count = last_[static_cast<std::size_t>(FigureKind::kCount)];
      if (count) TakeChangeOfCounted(context_, count->binding, count->claim, *binding);
      if (count && counted_) TakeShareOfCounted(context_, count->claim, *binding);
      AddClaim(*binding);
    }
  }

  static bool IsDerived(const Figure& figure) { return figure.parallel_to.has_value(); }
  static bool IsDerived(const Date& date) { return !date.interval; }

  void AddClaim(Binding& binding) {
    Earlier earlier = earlier_;
    earlier.subject = EarlierOf(binding);
    earlier.source = source_.first;
    const std::optional<Subject> subject = FindSubject(context_, binding, sources_, earlier);
    if (!subject || !IsClear(binding, *subject)) return;
    binding.clause = subject->clause;
    Claim claim;
    claim.value = binding.value;
    claim.subject = subject->id;
    claim.co_subjects = subject->others;
    claim.metric = binding.metric;
    claim.object = FindObject(context_, binding, *subject);
    TakeShare(context_, binding, claim);
    const std::optional<BoundClaim>& count = last_[static_cast<std::size_t>(FigureKind::kCount)];
    TakeKind(context_, binding, count ? &count->claim : nullptr, claim);
    timed_ = {};
    // An event's date is its value; another of its sentence is another event's.
    if (!binding.frame->event && !SetTime(binding, claim)) return;
    claim.place = TownOfSite(context_, binding, FindPlace(context_, binding, *subject));
    if (claim.place.empty()) claim.place = subject->region;
    regions_.Stay(binding, *subject, claim);
    claim.sentence = binding.sentence->span;
    claim.rule = binding.frame->rule;
    SetVoice(binding, claim);
    if (claim.place.empty()) claim.place = PlaceSpokenOf(context_, binding, *subject, claim.status);
    if (GoesWithoutSaying(context_, binding, claim)) claim.place.clear();
    TakeRate(context_, claim);
    GoOn(binding, claim);
    LookAhead(binding, claim);
    if (binding.reached && !LookBack(binding, claim)) return;
    claim.confidence = ConfidenceOf(context_, binding, *subject, sources_, earlier);
    claim.trace += EvidenceOf(context_, binding, *subject);
    claim.signed_value = CountedDown(context_, binding);
    if (!binding.reached && !IsCompared(context_, binding.tokens)) Remember(binding, claim);
    claims_.Add(OfItsThing(context_, binding, Abroad(context_, binding, claim)));
  }

  // False for what a value is compared with where nobody can say of when it is.
  bool SetTime(const Binding& binding, Claim& claim) {
    const std::optional<BoundClaim>& last = last_[static_cast<std::size_t>(read_.figures[binding.value.index].kind)];
    const bool beside_last = last && last->claim.sentence == binding.sentence->span;
    const bool came = beside_last && !binding.reached && CameFrom(context_, last->binding, binding);
    const bool revised = binding.reached && beside_last && last->claim.status == ClaimStatus::kForecast;
    const bool base = came || (!revised && IsComparedWith(context_, binding, sources_));
    timed_ = FindTime(context_, binding, sources_, published_, base);
    claim.time = timed_.interval;
    const bool alike = beside_last || (last && last->claim.metric == binding.metric);
    if ((base || timed_.back) && claim.time && alike) claim.time = LikeForLike(*claim.time, last->claim.time);
    if (claim.time || !base) return true;
    // "compared with 150,000 in Peru", "with the 45 billion that analysts had expected": of the same time.
    if (const auto other = ComparedBesides(context_, binding, claim.subject)) {
      timed_ = FindTime(context_, binding, sources_, published_);
      claim.time = timed_.interval;
      return *other;
    }
    if (!beside_last || last->claim.status != ClaimStatus::kActual) return false;
    claim.time = WholeYearBefore(last->claim.time, published_);
    return claim.time.has_value() && (came || IsComparedWith(context_, binding, sources_, kNoPeak));
  }

  // What no word announces needs its owner beside it.
  bool IsClear(const Binding& binding, const Subject& subject) const {
    if (binding.triggered() || binding.continued || binding.frame->with_minus) return true;
    const bool in_headline = binding.sentence->paragraph == 0 && context_.document().sentences().back().paragraph > 0;
    return subject.same_sentence && !in_headline;
  }

  // Whom the claim before was about; of an event, the one before it in its sentence.
  const std::string& EarlierOf(const Binding& binding) const {
    // "Carbonate fetched $19,500 a tonne, twice as much as a year ago": the market's, to the end of its sentence.
    static const std::string kMarket(kWholeWorld);
    if (traded_ == binding.sentence->span) return kMarket;
    return binding.frame->event && event_.first == binding.sentence->span ? event_.second : earlier_.subject;
  }

  std::optional<BoundClaim>& LastOf(ValueRef value) {
    const bool figure = value.kind == ValueRef::Kind::kFigure;
    return last_[figure ? static_cast<std::size_t>(read_.figures[value.index].kind) : kFigureKinds];
  }

  void Remember(const Binding& binding, const Claim& claim) {
    // Whoever announces what the text goes on with is not whom it goes on about.
    const bool observer = binding.frame->event && context_.IsObserver(claim.subject);
    const bool aside = binding.frame->event && figure_of_ == claim.sentence;
    const bool compared = binding.continued && KindOf(claim.value) == FigureKind::kMoney;  // "while AMD"
    // "China accounted for 303,000": the text goes on about the world that it is a part of.
    const bool part = binding.continued && earlier_.subject == kWholeWorld;
    const bool traded = (binding.frame->market || traded_ == claim.sentence) && claim.subject == kWholeWorld;
    if (traded) traded_ = claim.sentence;
    if (!observer && !aside && !compared && !part && !traded)
      std::tie(earlier_.subject, earlier_.others) = std::tie(claim.subject, claim.co_subjects);
    if (!binding.frame->event) figure_of_ = claim.sentence;
    if (binding.frame->event) event_ = {claim.sentence, claim.subject};
    if (!claim.place.empty()) placed_ = claim;
    const bool things = binding.frame->goods && !context_.rules().vague.contains(claim.object) &&
                        context_.catalogue().FindConcept(claim.object) != nullptr;
    if (things && KindOf(claim.value) == FigureKind::kCount) goods_of_[claim.subject] = claim.object;
    LastOf(claim.value) = BoundClaim{binding, claim};
    if (binding.frame->event) return;
    earlier_.metric = claim.metric;
    earlier_.customer = IsOfCustomer(*binding.frame);
    counted_ = IsOfObserver(claim);
    headed_ = IsOfHead(binding, claim);
    source_ = {claim.attribution, claim.original_source};
    status_ = claim.status;
    if (!timed_.back) periods_.Remember(binding, claim);
  }

  // What a claim leaves unsaid and the paragraph has said before.
  void GoOn(const Binding& binding, Claim& claim) {
    // "sold 500 in Peru, which is 5 million", "a plant in Peru, which is to open in 2027": both there.
    const bool there = placed_ && placed_->sentence == claim.sentence && claim.place.empty();
    const bool stays = binding.continued || (there && placed_->subject == claim.subject);
    if (there && stays && (binding.frame->local || !binding.frame->event)) claim.place = placed_->place;
    if (binding.frame->event) return;
    const std::optional<BoundClaim>& last = LastOf(claim.value);
    const bool same = last && (binding.continued || claim.metric == last->claim.metric);
    const std::optional<BoundClaim>& things = last_[static_cast<std::size_t>(FigureKind::kCount)];
    const auto goods = goods_of_.find(claim.subject);
    claim.object = ObjectGoingOn(context_, binding, claim,
                                 {same ? &*last : nullptr, things ? &things->claim : nullptr,
                                  goods == goods_of_.end() ? nullptr : &goods->second});
    const bool counted_on = counted_ && MayBeCounted(context_, binding, claim);
    if (!claim.time && !timed_.now) {
      const bool counted = counted_on && (claim.attribution.empty() || claim.attribution == source_.first);
      claim.time = periods_.GoingOn(binding, claim, same ? &last->claim : nullptr, {counted, beside_});
    }
    // What a house counted for one, it counted for the others; and who opens a paragraph says all of it.
    if (counted_on && same && claim.place.empty()) claim.place = last->claim.place;
    const bool ahead = status_ == ClaimStatus::kPlanned || status_ == ClaimStatus::kForecast;
    if (binding.continued && ahead && claim.status == ClaimStatus::kActual && !timed_.now &&
        !TellsOfThePast(context_, binding, claim, published_))
      claim.status = status_;
    const bool goes_on = binding.continued || counted_on || IsHeaded(binding, claim);
    if (!claim.attribution.empty() || source_.first.empty() || !goes_on) return;
    std::tie(claim.attribution, claim.original_source) = source_;
    by_others_ = counted_;
    if (claim.status == ClaimStatus::kActual)
      claim.status = TellsOfThePast(context_, binding, claim, published_) ? SaidOfThePast() : status_;
  }

  ClaimStatus SaidOfThePast() const {
    if (status_ != ClaimStatus::kPlanned && status_ != ClaimStatus::kForecast) return status_;
    return counted_ ? ClaimStatus::kEstimated : ClaimStatus::kActual;
  }

  // Whether who opens the paragraph says this, too: nobody by name of the shares, nor, but in a quotation, of another
  // than they spoke of.
  bool IsHeaded(const Binding& binding, const Claim& claim) const {
    const bool quoted = context_.clauses().IsQuoted(binding.tokens.begin);
    return headed_ && (head_.second || quoted || (claim.subject == head_.first && !MovesInPrice(context_, claim)));
  }

  std::optional<FigureKind> KindOf(ValueRef value) const {
    if (value.kind != ValueRef::Kind::kFigure) return std::nullopt;
    return read_.figures[value.index].kind;
  }

  // Whether one who counts what others do says it.
  bool IsOfObserver(const Claim& claim) const {
    const bool by_observer = std::ranges::any_of(sources_, [&](const Source& source) {
      return source.name == claim.attribution && context_.IsObserver(source.id);
    });
    return by_observer || (counted_ && claim.attribution == source_.first);
  }

  // "知情人士称，…": the paragraph begins with who says what follows.
  bool IsOfHead(const Binding& binding, const Claim& claim) {
    if (claim.attribution.empty()) return false;
    if (headed_) return claim.attribution == source_.first;
    const Sentence& sentence = *binding.sentence;
    if (context_.SentenceBefore(sentence) != nullptr) return false;
    const auto head = std::find_if(sources_.begin(), sources_.end(), [&](const Source& source) {
      return source.name == claim.attribution && source.tokens.begin <= sentence.first_token + kHeadReach &&
             source.id != claim.subject;
    });
    if (head == sources_.end()) return false;
    head_ = {claim.subject, head->id.empty() || head->type == EntityType::kMedia};
    return true;
  }

  void SetVoice(const Binding& binding, Claim& claim) {
    const bool over = claim.time && published_ && claim.time->last < *published_;
    const StatusReading status = FindStatus(context_, binding, over);
    // An announcement has been made, whatever it announces.
    claim.status = binding.frame->event && binding.frame->own_word ? ClaimStatus::kActual : status.status;
    if (binding.expected || IsSupposed(context_, binding)) {
      claim.status = ClaimStatus::kForecast;
      claim.trace += "only supposed; ";
    }
    if (!status.rule.empty()) claim.trace += "status by " + status.rule + "; ";
    const auto said = FindAttribution(context_, binding, sources_);
    beside_ = binding.expected || (said && said->near.beside);
    by_others_ = said && IsOutside(context_, said->near, claim.subject);
    const bool own = said && said->near.id == claim.subject;
    if (claim.status == ClaimStatus::kForecast && !beside_ && (own || !said) && IsOfOwnDeed(context_, binding, own))
      claim.status = ClaimStatus::kPlanned;
    // Who announces something says no more than that it was announced.
    if (!said || (binding.frame->event && own)) return;
    claim.attribution = said->near.name;
    claim.original_source = said->original;
    claim.status = AsSaidBy(context_, said->near, claim.subject, claim.status, status.future);
  }

  // What happens after the article is nothing that happened.
  void LookAhead(const Binding& binding, Claim& claim) const {
    if (!published_ || (claim.status != ClaimStatus::kActual && claim.status != ClaimStatus::kEstimated)) return;
    const std::optional<DateInterval>& when =
        binding.frame->event ? read_.dates[claim.value.index].interval : claim.time;
    if (!timed_.behind_plan && (!when || when->first <= *published_)) return;
    claim.status = by_others_ ? ClaimStatus::kForecast : ClaimStatus::kPlanned;
    claim.trace += "lies ahead; ";
  }

  // What something came from in one year held in the year before; false where nobody can say when.
  bool LookBack(const Binding& binding, Claim& claim) {
    claim.trace += "what it came from; ";
    // "lowered its forecast for 2026 from 38 to 35 billion", "to 35 from 38": of the same year.
    const std::optional<BoundClaim>& last = LastOf(claim.value);
    const bool behind = last && last->claim.value.index == binding.reached->index;
    // "is expected to grow from 38 to 50 billion" comes from the year before.
    const bool forecast = HasApart(context_, {binding.sentence->first_token, binding.tokens.begin}, Apart::kOutlook);
    if (forecast && !timed_.beside && (behind ? last->claim.status : claim.status) == ClaimStatus::kForecast) {
      claim.status = ClaimStatus::kForecast;
      return claim.time.has_value() && KindOf(claim.value) != FigureKind::kPercent;
    }
    if (timed_.beside && claim.time) {
      claim.time =
          LikeForLike(*claim.time, FindTime(context_, OfReached(context_, binding), sources_, published_).interval);
    } else {
      claim.time = WholeYearBefore(claim.time, published_);
    }
    return claim.status == ClaimStatus::kActual && claim.time.has_value() && !binding.frame->event;
  }

  const Extraction& read_;
  ClaimContext context_;
  std::optional<Day> published_;
  ClaimPeriods periods_;
  ClaimRegions regions_;
  ClaimEchoes claims_;
  std::unordered_map<std::string, std::string> goods_of_;         // by subject: what the text last counted of it
  std::optional<Claim> placed_;                                   // the last claim that says where
  std::pair<TextSpan, std::string> event_;                        // the last event's sentence and subject
  TextSpan traded_;                                               // the sentence of the last price of the market
  TextSpan figure_of_;                                            // the sentence of the last claim of a figure
  Earlier earlier_;                                               // the paragraph's last claim; its source is below
  std::array<std::optional<BoundClaim>, kFigureKinds + 1> last_;  // of the paragraph, by kind of figure; dates last
  std::pair<std::string, std::string> source_;                    // who said its last claim, and who to them
  ClaimStatus status_ = ClaimStatus::kActual;                     // of its last claim of a figure
  // Whom the one who opens the paragraph spoke of, and whether that is nobody by name, or a paper.
  std::pair<std::string, bool> head_;
  bool headed_ = false;          // by one whom the paragraph begins with
  bool counted_ = false;         // by one who counts what others do
  bool survey_ = false;          // as in the paragraph before, from which nothing was read yet
  std::vector<Source> sources_;  // of the sentence that is read
  bool by_others_ = false;       // one who only knows it from outside says it
  bool beside_ = false;          // the claim that is read was expected of another value
  TimeReading timed_;            // when the claim that is read holds
  std::uint32_t paragraph_ = 0;
};

}  // namespace

ClaimFinder::ClaimFinder(const PackSet& packs, Lexicon::Builder& lexicon, const Catalogue& catalogue,
                         const Nouns& nouns)
    : catalogue_(catalogue), nouns_(nouns), rules_(LoadClaimRules(packs, lexicon, catalogue)) {}

void ClaimFinder::Find(const Document& document, Extraction& read, std::optional<Day> published) const {
  read.claims = Reading(document, read, catalogue_, rules_, nouns_, published).Run();
  TakeUnitPrices(rules_, nouns_, catalogue_, read);
}

}  // namespace newsgraph::extract
