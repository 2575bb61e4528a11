#include "extract/claim_echoes.h"

#include <algorithm>
#include <span>
#include <utility>

#include "model/decimal.h"
#include "model/status.h"

namespace newsgraph::extract {
namespace {

// In a text of fewer paragraphs the lead is the body.
constexpr std::uint32_t kShortText = 4;
// A number of fewer digits than this is like any other.
constexpr int kTellingDigits = 2;

// Whether `round` is `exact` as a headline writes it: to its last digit that counts.
bool IsRounded(const Decimal& round, const Decimal& exact) {
  if (round == exact) return true;
  if (round.is_negative() != exact.is_negative() || round.significant_digits() < kTellingDigits) return false;
  const double unit = Decimal(1, round.last_digit()).ToDouble();
  const double apart = round.ToDouble() - exact.ToDouble();
  return apart < unit && -apart < unit;
}

}  // namespace

void ClaimEchoes::Add(const Claim& claim) {
  AddFace(claim);
  if (claim.value.kind != ValueRef::Kind::kFigure) return;
  // Faces stand right behind one another.
  for (std::uint32_t i = claim.value.index + 1;
       i < read_.figures.size() && read_.figures[i].parallel_to == claim.value.index; ++i) {
    Claim face = claim;
    face.value.index = i;
    face.signed_value.reset();
    if (claim.signed_value) face.signed_value = -read_.figures[i].value.Abs();
    AddFace(std::move(face));
  }
}

void ClaimEchoes::AddFace(Claim claim) {
  std::vector<std::size_t>& same = by_key_[KeyOf(claim)];
  if (AddEcho(claim, same)) return;
  same.push_back(claims_.size());
  claims_.push_back(std::move(claim));
}

// Whether one of the claims `same`, which have its key, already says the same: then that one, or this one where
// the other stands in the headline, becomes the claim.
bool ClaimEchoes::AddEcho(const Claim& claim, std::span<const std::size_t> same) {
  for (const std::size_t index : same) {
    Claim& known = claims_[index];
    if (!SaysTheSame(known, claim)) continue;
    const TextSpan repeated = DepthOf(known) < DepthOf(claim) ? known.sentence : claim.sentence;
    std::vector<TextSpan> echoes = std::move(known.echoes);
    echoes.push_back(repeated);
    if (repeated == known.sentence) known = claim;
    known.echoes = std::move(echoes);
    return true;
  }
  return false;
}

bool ClaimEchoes::SaysTheSame(const Claim& known, const Claim& claim) const {
  if (!SameValue(known.value, claim.value)) return false;
  if (!known.object.empty() && !claim.object.empty() && known.object != claim.object) return false;
  return !known.time || !claim.time || known.time == claim.time;
}

// Claims with different keys never say the same.
std::string ClaimEchoes::KeyOf(const Claim& claim) const {
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

// How far behind headline and lead a claim stands: the body's sentence is the evidence.
std::uint32_t ClaimEchoes::DepthOf(const Claim& claim) const {
  const Sentence* sentence = document_.SentenceAt(claim.sentence.begin);
  const std::uint32_t last = document_.sentences().back().paragraph;
  const std::uint32_t deepest = last < kShortText ? 1 : 2;
  return sentence == nullptr ? 0 : std::min(sentence->paragraph, deepest);
}

bool ClaimEchoes::SameValue(ValueRef a, ValueRef b) const {
  if (a.kind != b.kind) return false;
  if (a.kind == ValueRef::Kind::kDate) return read_.dates[a.index].interval == read_.dates[b.index].interval;
  const Figure& x = read_.figures[a.index];
  const Figure& y = read_.figures[b.index];
  return x.kind == y.kind && x.value == y.value && x.high == y.high &&
         (x.kind == FigureKind::kCount || x.unit == y.unit);
}

bool ClaimEchoes::IsHeadline(const Claim& claim) const {
  return claim.value.kind == ValueRef::Kind::kFigure && DepthOf(claim) == 0;
}

// Whether the headline gives the body's value, shortened, and agrees with the body
// on its owner or its meaning: what they differ in, the body knows better.
bool ClaimEchoes::Restates(const Claim& headline, const Claim& body) const {
  if (body.value.kind != ValueRef::Kind::kFigure) return false;
  if (headline.subject != body.subject && headline.metric != body.metric) return false;
  const Figure& round = read_.figures[headline.value.index];
  const Figure& exact = read_.figures[body.value.index];
  return round.kind == exact.kind && (round.kind == FigureKind::kCount || round.unit == exact.unit) &&
         IsRounded(round.value, exact.value);
}

std::vector<Claim> ClaimEchoes::Take() && {
  std::vector<Claim> kept;
  kept.reserve(claims_.size());
  for (std::size_t i = 0; i < claims_.size(); ++i) {
    Claim& claim = claims_[i];
    Claim* told = IsHeadline(claim) ? ToldInBody(claim) : nullptr;
    if (told == nullptr) {
      kept.push_back(std::move(claim));
    } else {
      told->echoes.push_back(claim.sentence);
    }
  }
  return kept;
}

Claim* ClaimEchoes::ToldInBody(const Claim& headline) {
  const auto told = std::find_if(claims_.begin(), claims_.end(),
                                 [&](const Claim& claim) { return DepthOf(claim) > 0 && Restates(headline, claim); });
  return told == claims_.end() ? nullptr : &*told;
}

}  // namespace newsgraph::extract
