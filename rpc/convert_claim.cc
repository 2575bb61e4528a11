#include "rpc/convert_claim.h"

#include <cstdint>
#include <utility>
#include <variant>

#include "rpc/convert_enum.h"
#include "rpc/wire/resource_name.h"

namespace newsgraph::rpc {
namespace {

std::int32_t Offset(std::uint32_t bytes) { return static_cast<std::int32_t>(bytes); }

void SetValue(const Evidence& evidence, v1::Claim& claim) {
  if (const auto* figure = std::get_if<Figure>(&evidence.value)) {
    *claim.mutable_figure() = ToProto(*figure, evidence.quote);
    claim.set_value(evidence.claim.signed_value.value_or(figure->value).ToString());
  } else {
    *claim.mutable_date() = ToProto(std::get<Date>(evidence.value), evidence.quote);
  }
}

void SetMeaning(const Claim& from, const EntityNames& names, v1::Claim& to) {
  to.set_subject(EntityName(from.subject));
  to.set_subject_name(names.Of(from.subject));
  for (const std::string& subject : from.co_subjects) to.add_co_subjects(EntityName(subject));
  to.set_metric(from.metric);
  if (!from.object.empty()) {
    to.set_object(ObjectName(from.object, names.catalogue()));
    to.set_object_name(names.Of(from.object));
  }
  if (from.time) {
    to.set_time_from(ToString(from.time->first));
    to.set_time_to(ToString(from.time->last));
  }
  if (!from.place.empty()) to.set_place(EntityName(from.place));
  to.set_status(ToProto<v1::ClaimStatus>(from.status));
  to.set_attribution(from.attribution);
  to.set_original_source(from.original_source);
  to.set_confidence(from.confidence);
  to.set_rule(from.rule);
  to.set_trace(from.trace);
}

}  // namespace

google::protobuf::Timestamp ToProto(std::chrono::sys_seconds time) {
  google::protobuf::Timestamp out;
  out.set_seconds(time.time_since_epoch().count());
  return out;
}

v1::TextSpan ToProto(const TextSpan& span, std::string_view quote) {
  v1::TextSpan out;
  out.set_start(Offset(span.begin));
  out.set_end(Offset(span.end));
  out.set_quote(std::string(quote));
  return out;
}

v1::Figure ToProto(const Figure& figure, std::string_view quote) {
  v1::Figure out;
  out.set_start(Offset(figure.span.begin));
  out.set_end(Offset(figure.span.end));
  out.set_quote(std::string(quote));
  out.set_kind(ToProto<v1::FigureKind>(figure.kind));
  out.set_value(figure.value.ToString());
  if (figure.high) out.set_value_hi(figure.high->ToString());
  out.set_unit(figure.unit);
  out.set_per(figure.per);
  out.set_mod(ToProto<v1::FigureMod>(figure.mod));
  out.set_spelled(figure.spelled);
  if (!figure.noun.empty()) *out.mutable_noun() = ToProto(figure.noun, {});
  if (figure.parallel_to) out.set_parallel_to(static_cast<std::int32_t>(*figure.parallel_to));
  out.set_rule(figure.rule);
  return out;
}

v1::Date ToProto(const Date& date, std::string_view quote) {
  v1::Date out;
  out.set_start(Offset(date.span.begin));
  out.set_end(Offset(date.span.end));
  out.set_quote(std::string(quote));
  if (date.interval) {
    out.set_from(ToString(date.interval->first));
    out.set_to(ToString(date.interval->last));
  }
  out.set_mod(ToProto<v1::DateMod>(date.mod));
  out.set_precision(ToProto<v1::DatePrecision>(date.precision));
  out.set_anchor(ToProto<v1::DateAnchor>(date.anchor));
  out.set_impossible(date.impossible);
  out.set_rule(date.rule);
  return out;
}

v1::Claim ToProto(const Evidence& evidence, const EntityNames& names) {
  v1::Claim out;
  out.set_name(ClaimName(evidence.ref.article, evidence.ref.revision, evidence.ref.ordinal));
  out.set_article(ArticleName(evidence.ref.article));
  out.set_article_id(evidence.ref.article);
  out.set_article_revision(static_cast<std::int32_t>(evidence.ref.revision));
  out.set_source(evidence.source);
  if (evidence.published) *out.mutable_publish_time() = ToProto(*evidence.published);
  SetValue(evidence, out);
  SetMeaning(evidence.claim, names, out);
  *out.mutable_sentence() = ToProto(evidence.claim.sentence, evidence.sentence);
  for (const TextSpan& echo : evidence.claim.echoes) *out.add_echoes() = ToProto(echo, {});
  return out;
}

std::string ObjectName(std::string_view object, const Catalogue& catalogue) {
  if (object.empty()) return {};
  return catalogue.FindConcept(object) != nullptr ? std::string(object) : EntityName(object);
}

}  // namespace newsgraph::rpc
