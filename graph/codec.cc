#include "graph/codec.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace newsgraph::graph {
namespace {

// Days that calendar functions can print: years -32,767 to 32,767.
constexpr std::int64_t kMaxDay = 11'000'000;

std::int64_t Number(Day day) { return day.time_since_epoch().count(); }

}  // namespace

storage::v1::Span Encode(const TextSpan& span) {
  storage::v1::Span out;
  out.set_begin(span.begin);
  out.set_end(span.end);
  return out;
}

storage::v1::Decimal Encode(const Decimal& decimal) {
  storage::v1::Decimal out;
  out.set_mantissa(decimal.mantissa());
  out.set_exponent(decimal.exponent());
  out.set_last_digit(decimal.last_digit());
  return out;
}

storage::v1::DateInterval Encode(const DateInterval& interval) {
  storage::v1::DateInterval out;
  out.set_first_day(Number(interval.first));
  out.set_last_day(Number(interval.last));
  return out;
}

storage::v1::Figure Encode(const Figure& figure) {
  storage::v1::Figure out;
  *out.mutable_span() = Encode(figure.span);
  out.set_kind(static_cast<std::uint32_t>(figure.kind));
  *out.mutable_value() = Encode(figure.value);
  if (figure.high) *out.mutable_high() = Encode(*figure.high);
  out.set_unit(figure.unit);
  out.set_per(figure.per);
  out.set_mod(static_cast<std::uint32_t>(figure.mod));
  out.set_spelled(figure.spelled);
  *out.mutable_noun() = Encode(figure.noun);
  if (figure.parallel_to) out.set_parallel_to(*figure.parallel_to);
  out.set_rule(figure.rule);
  return out;
}

storage::v1::Date Encode(const Date& date) {
  storage::v1::Date out;
  *out.mutable_span() = Encode(date.span);
  if (date.interval) *out.mutable_interval() = Encode(*date.interval);
  out.set_precision(static_cast<std::uint32_t>(date.precision));
  out.set_mod(static_cast<std::uint32_t>(date.mod));
  out.set_anchor(static_cast<std::uint32_t>(date.anchor));
  out.set_impossible(date.impossible);
  out.set_rule(date.rule);
  return out;
}

storage::v1::Claim Encode(const Claim& claim) {
  storage::v1::Claim out;
  out.set_value_kind(static_cast<std::uint32_t>(claim.value.kind));
  out.set_value_index(claim.value.index);
  if (claim.signed_value) *out.mutable_signed_value() = Encode(*claim.signed_value);
  out.set_subject(claim.subject);
  for (const std::string& subject : claim.co_subjects) out.add_co_subjects(subject);
  out.set_metric(claim.metric);
  out.set_object(claim.object);
  if (claim.time) *out.mutable_time() = Encode(*claim.time);
  out.set_place(claim.place);
  out.set_status(static_cast<std::uint32_t>(claim.status));
  out.set_attribution(claim.attribution);
  out.set_original_source(claim.original_source);
  out.set_confidence(claim.confidence);
  out.set_rule(claim.rule);
  out.set_trace(claim.trace);
  *out.mutable_sentence() = Encode(claim.sentence);
  for (const TextSpan& echo : claim.echoes) *out.add_echoes() = Encode(echo);
  return out;
}

storage::v1::MaskedText Encode(const MaskedText& masked) {
  storage::v1::MaskedText out;
  *out.mutable_span() = Encode(masked.span);
  out.set_reason(masked.reason);
  return out;
}

storage::v1::MentionedEntity Encode(const MentionedEntity& entity) {
  storage::v1::MentionedEntity out;
  out.set_id(entity.entity.id);
  out.set_type(static_cast<std::uint32_t>(entity.entity.type));
  out.set_name(entity.entity.name);
  out.set_part_of(entity.entity.part_of);
  out.set_maker(entity.entity.maker);
  for (const TextSpan& mention : entity.mentions) *out.add_mentions() = Encode(mention);
  return out;
}

TextSpan Decoder::Read(const storage::v1::Span& stored) {
  Require(stored.begin() <= stored.end());
  return {stored.begin(), stored.end()};
}

Decimal Decoder::Read(const storage::v1::Decimal& stored) {
  const bool sane = std::abs(std::int64_t{stored.exponent()}) <= Decimal::kMaxExponent &&
                    std::abs(std::int64_t{stored.last_digit()}) <= std::numeric_limits<std::int16_t>::max() &&
                    stored.mantissa() != std::numeric_limits<std::int64_t>::min();
  Require(sane);
  return sane ? Decimal::FromParts(stored.mantissa(), stored.exponent(), stored.last_digit()) : Decimal();
}

DateInterval Decoder::Read(const storage::v1::DateInterval& stored) {
  const bool sane =
      -kMaxDay <= stored.first_day() && stored.first_day() <= stored.last_day() && stored.last_day() <= kMaxDay;
  Require(sane);
  if (!sane) return {};
  return {Day(std::chrono::days(stored.first_day())), Day(std::chrono::days(stored.last_day()))};
}

std::chrono::sys_seconds Decoder::ReadTime(std::int64_t stored) {
  constexpr std::int64_t kMaxSeconds = kMaxDay * 86'400;
  const bool sane = -kMaxSeconds <= stored && stored <= kMaxSeconds;
  Require(sane);
  return std::chrono::sys_seconds(std::chrono::seconds(sane ? stored : 0));
}

Figure Decoder::Read(const storage::v1::Figure& stored) {
  Figure figure;
  figure.span = Read(stored.span());
  figure.kind = ReadEnum(stored.kind(), FigureKind::kMultiple);
  figure.value = Read(stored.value());
  if (stored.has_high()) figure.high = Read(stored.high());
  figure.unit = stored.unit();
  figure.per = stored.per();
  figure.mod = ReadEnum(stored.mod(), Mod::kNearly);
  figure.spelled = stored.spelled();
  figure.noun = Read(stored.noun());
  if (stored.has_parallel_to()) figure.parallel_to = stored.parallel_to();
  figure.rule = stored.rule();
  return figure;
}

Date Decoder::Read(const storage::v1::Date& stored) {
  Date date;
  date.span = Read(stored.span());
  if (stored.has_interval()) date.interval = Read(stored.interval());
  date.precision = ReadEnum(stored.precision(), DatePrecision::kPeriod);
  date.mod = ReadEnum(stored.mod(), DateMod::kSince);
  date.anchor = ReadEnum(stored.anchor(), DateAnchor::kText);
  date.impossible = stored.impossible();
  date.rule = stored.rule();
  return date;
}

Claim Decoder::Read(const storage::v1::Claim& stored) {
  Claim claim;
  claim.value = {ReadEnum(stored.value_kind(), ValueRef::Kind::kDate), stored.value_index()};
  if (stored.has_signed_value()) claim.signed_value = Read(stored.signed_value());
  claim.subject = stored.subject();
  claim.co_subjects.assign(stored.co_subjects().begin(), stored.co_subjects().end());
  claim.metric = stored.metric();
  claim.object = stored.object();
  if (stored.has_time()) claim.time = Read(stored.time());
  claim.place = stored.place();
  claim.status = ReadEnum(stored.status(), ClaimStatus::kDenied);
  claim.attribution = stored.attribution();
  claim.original_source = stored.original_source();
  Require(std::isfinite(stored.confidence()));
  claim.confidence = stored.confidence();
  claim.rule = stored.rule();
  claim.trace = stored.trace();
  claim.sentence = Read(stored.sentence());
  for (const storage::v1::Span& echo : stored.echoes()) claim.echoes.push_back(Read(echo));
  return claim;
}

MaskedText Decoder::Read(const storage::v1::MaskedText& stored) { return {Read(stored.span()), stored.reason()}; }

MentionedEntity Decoder::Read(const storage::v1::MentionedEntity& stored) {
  MentionedEntity entity;
  entity.entity.id = stored.id();
  entity.entity.type = ReadEnum(stored.type(), EntityType::kPlace);
  entity.entity.name = stored.name();
  entity.entity.part_of = stored.part_of();
  entity.entity.maker = stored.maker();
  for (const storage::v1::Span& mention : stored.mentions()) entity.mentions.push_back(Read(mention));
  return entity;
}

storage::v1::Signature Encode(const Signature& signature) {
  storage::v1::Signature stored;
  if (signature.empty) return stored;
  stored.set_exact(signature.exact);
  for (const std::uint32_t value : signature.sketch) stored.add_sketch(value);
  return stored;
}

Signature Decoder::Read(const storage::v1::Signature& stored) {
  Signature signature;
  if (stored.sketch().empty()) return signature;
  Require(stored.sketch_size() == static_cast<int>(Signature::kSketchSize));
  if (!ok()) return signature;
  signature.exact = stored.exact();
  std::copy(stored.sketch().begin(), stored.sketch().end(), signature.sketch.begin());
  signature.empty = false;
  return signature;
}

storage::v1::Review Encode(const Review& review) {
  storage::v1::Review stored;
  if (review.reason) stored.set_reason(static_cast<std::uint32_t>(*review.reason));
  stored.set_comment(review.comment);
  stored.set_reviewer(review.reviewer);
  if (review.time) stored.set_time(review.time->time_since_epoch().count());
  return stored;
}

Review Decoder::Read(const storage::v1::Review& stored, ConflictState state) {
  Review review{state, std::nullopt, stored.comment(), stored.reviewer(), std::nullopt};
  if (stored.has_reason()) review.reason = ReadEnum(stored.reason(), DismissalReason::kExtractionError);
  if (stored.has_time()) review.time = ReadTime(stored.time());
  return review;
}

}  // namespace newsgraph::graph
