#include "extract/claims.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/claim_context.h"
#include "extract/claim_cues.h"
#include "extract/claim_roles.h"

namespace newsgraph::extract {
namespace {

// How far, in tenths of a word, a trigger still speaks for a value.
constexpr int kFarthestTrigger = 220;
constexpr int kFarthestEvent = 180;
constexpr int kNear = 60;

class Reading {
 public:
  Reading(const Document& document, const Extraction& read, const Catalogue& catalogue, const ClaimRules& rules,
          const Nouns& nouns)
      : read_(read), catalogue_(catalogue), rules_(rules), context_(document, read, rules, nouns, catalogue) {}

  std::vector<Claim> Run() && {
    for (const Sentence& sentence : context_.document().sentences()) {
      if (sentence.paragraph != paragraph_) {
        earlier_.clear();
        last_ = Binding();
      }
      paragraph_ = sentence.paragraph;
      ReadValues(sentence, ValueRef::Kind::kFigure, read_.figures);
      ReadValues(sentence, ValueRef::Kind::kDate, read_.dates);
    }
    return std::move(claims_);
  }

 private:
  template <typename Value>
  void ReadValues(const Sentence& sentence, ValueRef::Kind kind, const std::vector<Value>& values) {
    const auto first = std::lower_bound(values.begin(), values.end(), sentence.span.begin,
                                        [](const Value& v, std::uint32_t at) { return v.span.begin < at; });
    for (auto value = first; value != values.end() && value->span.begin < sentence.span.end; ++value) {
      Binding binding;
      binding.value = {kind, static_cast<std::uint32_t>(value - values.begin())};
      binding.tokens = binding.trigger = context_.TokensOf(value->span);
      binding.sentence = &sentence;
      if (!IsDerived(*value) && Bind(binding, *value)) AddClaim(binding);
    }
  }

  static bool IsDerived(const Figure& figure) { return figure.parallel_to.has_value(); }
  static bool IsDerived(const Date& date) { return !date.interval; }

  bool Fits(const ClaimFrame& frame, const Figure& figure) const {
    if (std::find(frame.takes.begin(), frame.takes.end(), figure.kind) == frame.takes.end()) return false;
    return frame.units.empty() || figure.kind == FigureKind::kMoney ||
           std::any_of(frame.units.begin(), frame.units.end(), [&](const std::string& unit) {
             return unit == figure.unit || catalogue_.IsPartOf(figure.unit, unit);
           });
  }
  static bool Fits(const ClaimFrame& frame, const Date&) { return frame.event; }

  // The nearest trigger whose frame takes the value, else a frame without one.
  template <typename Value>
  bool Bind(Binding& binding, const Value& value) const {
    const TokenRange sentence{binding.sentence->first_token, binding.sentence->end_token};
    int best = std::is_same_v<Value, Date> ? kFarthestEvent : kFarthestTrigger;
    for (const Hit* hit : context_.HitsIn(sentence, SenseKind::kTrigger)) {
      const ClaimTrigger& trigger = rules_.triggers[hit->sense.entry];
      const ClaimFrame& frame = rules_.frames[trigger.frame];
      const TokenRange tokens{hit->first_token, hit->end_token};
      if (!Fits(frame, value) || !HasLaterPart(trigger, tokens, sentence)) continue;
      const int distance = context_.Distance(tokens, binding.tokens) - frame.weight * 10;
      if (distance >= best) continue;
      best = distance;
      binding.frame = &frame;
      binding.trigger = tokens;
    }
    if (binding.frame == nullptr) binding.frame = Continued(value);
    for (const std::uint32_t index : rules_.untriggered) {
      if (binding.frame == nullptr && Fits(rules_.frames[index], value)) binding.frame = &rules_.frames[index];
    }
    return binding.frame != nullptr;
  }

  // "2025 waren es 13.000, im Jahr zuvor 2.000": the frame of the paragraph's last
  // claim, where the figure counts the same.
  const ClaimFrame* Continued(const Figure& figure) const {
    if (last_.frame == nullptr || last_.value.kind != ValueRef::Kind::kFigure) return nullptr;
    const Figure& before = read_.figures[last_.value.index];
    const bool same = before.kind == FigureKind::kCount && figure.kind == before.kind && figure.unit == before.unit;
    return same && !figure.unit.empty() ? last_.frame : nullptr;
  }
  static const ClaimFrame* Continued(const Date&) { return nullptr; }

  bool HasLaterPart(const ClaimTrigger& trigger, TokenRange tokens, TokenRange sentence) const {
    if (trigger.later_part.empty()) return true;
    for (std::uint32_t token = tokens.end; token < sentence.end; ++token) {
      if (context_.document().Folded(token) == trigger.later_part) return true;
    }
    return false;
  }

  void AddClaim(const Binding& binding) {
    const std::optional<Subject> subject = FindSubject(context_, binding, earlier_);
    if (!subject || (binding.trigger.begin == binding.tokens.begin && !subject->same_sentence)) return;
    Claim claim;
    claim.value = binding.value;
    claim.subject = subject->id;
    claim.co_subjects = subject->others;
    claim.metric = binding.frame->metric;
    claim.object = FindObject(context_, binding, *subject);
    // An event's date is its value; another date of the sentence is another event's.
    if (!binding.frame->event) claim.time = FindTime(context_, binding);
    claim.place = FindPlace(context_, binding, *subject);
    claim.sentence = binding.sentence->span;
    claim.rule = binding.frame->rule;
    SetVoice(binding, claim);
    SetConfidence(binding, *subject, claim);
    if (binding.frame->negative) {
      const Decimal& value = read_.figures[claim.value.index].value;
      if (!value.is_negative()) claim.signed_value = -value;
    }
    earlier_ = claim.subject;
    last_ = binding;
    if (!AddEcho(claim)) Keep(claim);
    AddDerivedFaces(claim);
  }

  void SetVoice(const Binding& binding, Claim& claim) const {
    const StatusReading status = FindStatus(context_, binding);
    claim.status = status.status;
    if (!status.rule.empty()) claim.trace += "status by " + status.rule + "; ";
    const auto source = FindSource(context_, {binding.sentence->first_token, binding.sentence->end_token});
    if (!source) return;
    claim.attribution = source->name;
    // What a research house says of others is an estimate.
    const bool estimates = source->type == EntityType::kCompany && source->id != claim.subject;
    if (estimates && claim.status == ClaimStatus::kActual) claim.status = ClaimStatus::kEstimated;
  }

  void SetConfidence(const Binding& binding, const Subject& subject, Claim& claim) const {
    const bool triggered = binding.trigger.begin != binding.tokens.begin;
    const int distance = context_.Distance(binding.trigger, binding.tokens);
    claim.confidence =
        0.4 + (triggered ? 0.15 : 0) + (triggered && distance < kNear ? 0.15 : 0) + (subject.same_sentence ? 0.2 : 0);
    claim.trace += triggered ? Concat("\"", TriggerText(binding), "\" ", distance / 10, " words away") : "no trigger";
    claim.trace += Concat("; subject from ", subject.how);
  }

  std::string TriggerText(const Binding& binding) const {
    const std::span<const Token> tokens = context_.document().tokens();
    const TextSpan span{tokens[binding.trigger.begin].span.begin, tokens[binding.trigger.end - 1].span.end};
    return std::string(span.In(context_.document().text()));
  }

  // Whether another claim already says the same: then that one, or this one
  // where the other stands in the headline, becomes the claim.
  bool AddEcho(const Claim& claim) {
    for (const std::size_t index : by_key_[KeyOf(claim)]) {
      Claim& known = claims_[index];
      if (!SameValue(known.value, claim.value)) continue;
      if (!known.object.empty() && !claim.object.empty() && known.object != claim.object) continue;
      if (known.time && claim.time && known.time != claim.time) continue;
      const TextSpan repeated = InHeadline(known) && !InHeadline(claim) ? known.sentence : claim.sentence;
      std::vector<TextSpan> echoes = std::move(known.echoes);
      echoes.push_back(repeated);
      if (repeated == known.sentence) known = claim;
      known.echoes = std::move(echoes);
      return true;
    }
    return false;
  }

  // Claims with different keys never say the same.
  std::string KeyOf(const Claim& claim) const {
    std::int64_t digits = 0;
    int power = 0;
    if (claim.value.kind == ValueRef::Kind::kFigure) {
      const Decimal& value = read_.figures[claim.value.index].value;
      digits = value.mantissa();
      power = digits == 0 ? 0 : value.exponent();
    }
    for (; digits != 0 && digits % 10 == 0; digits /= 10) ++power;
    return Concat(claim.subject, "\n", claim.metric, "\n", digits, "e", power);
  }

  void Keep(Claim claim) {
    by_key_[KeyOf(claim)].push_back(claims_.size());
    claims_.push_back(std::move(claim));
  }

  bool InHeadline(const Claim& claim) const {
    const Sentence* sentence = context_.document().SentenceAt(claim.sentence.begin);
    return sentence != nullptr && sentence->paragraph == 0;
  }

  bool SameValue(ValueRef a, ValueRef b) const {
    if (a.kind != b.kind) return false;
    if (a.kind == ValueRef::Kind::kDate) return read_.dates[a.index].interval == read_.dates[b.index].interval;
    const Figure& x = read_.figures[a.index];
    const Figure& y = read_.figures[b.index];
    return x.kind == y.kind && x.value == y.value && x.high == y.high &&
           (x.kind == FigureKind::kCount || x.unit == y.unit);
  }

  // "A (B)": B says of itself all that A says.
  void AddDerivedFaces(const Claim& claim) {
    if (claim.value.kind != ValueRef::Kind::kFigure) return;
    // Faces stand right behind one another.
    for (std::uint32_t i = claim.value.index + 1;
         i < read_.figures.size() && read_.figures[i].parallel_to == claim.value.index; ++i) {
      Claim face = claim;
      face.value.index = i;
      face.signed_value.reset();
      if (claim.signed_value) face.signed_value = -read_.figures[i].value.Abs();
      Keep(std::move(face));
    }
  }

  const Extraction& read_;
  const Catalogue& catalogue_;
  const ClaimRules& rules_;
  ClaimContext context_;
  std::vector<Claim> claims_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_key_;  // indices of claims
  std::string earlier_;                                               // the subject of the paragraph's last claim
  Binding last_;                                                      // what made it
  std::uint32_t paragraph_ = 0;
};

}  // namespace

ClaimFinder::ClaimFinder(const PackSet& packs, Lexicon::Builder& lexicon, const Catalogue& catalogue,
                         const Nouns& nouns)
    : catalogue_(catalogue), nouns_(nouns), rules_(LoadClaimRules(packs, lexicon, catalogue)) {}

std::vector<Claim> ClaimFinder::Find(const Document& document, const Extraction& read) const {
  return Reading(document, read, catalogue_, rules_, nouns_).Run();
}

}  // namespace newsgraph::extract
