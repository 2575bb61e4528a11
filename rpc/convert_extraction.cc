#include "rpc/convert_extraction.h"

#include <cstdint>
#include <string>
#include <string_view>

#include "rpc/convert_claim.h"
#include "rpc/convert_enum.h"
#include "rpc/wire/resource_name.h"

namespace newsgraph::rpc {
namespace {

v1::MentionedEntity MentionedToProto(const MentionedEntity& mentioned, std::string_view text) {
  v1::MentionedEntity out;
  out.set_entity(EntityName(mentioned.entity.id));
  out.set_type(ToProto<v1::EntityType>(mentioned.entity.type));
  out.set_display_name(mentioned.entity.name);
  for (const TextSpan& span : mentioned.mentions) *out.add_mentions() = ToProto(span, span.In(text));
  return out;
}

Evidence EvidenceAt(const graph::StoredArticle& stored, std::uint32_t ordinal) {
  const Extraction& extraction = stored.extraction;
  Evidence out;
  out.ref = {stored.article.id, stored.article_revision, ordinal};
  out.claim = extraction.claims[ordinal];
  TextSpan span;
  if (out.claim.value.kind == ValueRef::Kind::kFigure) {
    const Figure& figure = extraction.figures.at(out.claim.value.index);
    span = figure.span;
    out.value = figure;
  } else {
    const Date& date = extraction.dates.at(out.claim.value.index);
    span = date.span;
    out.value = date;
  }
  out.source = stored.article.source;
  out.published = stored.article.published;
  out.quote = span.In(stored.article.text);
  out.sentence = out.claim.sentence.In(stored.article.text);
  return out;
}

}  // namespace

v1::Extraction ExtractionToProto(const graph::StoredArticle& stored, const EntityNames& names) {
  const Extraction& from = stored.extraction;
  const std::string_view text = stored.article.text;
  v1::Extraction out;
  for (const MaskedText& masked : from.masked) {
    v1::MaskedText& added = *out.add_masked();
    *added.mutable_span() = ToProto(masked.span, {});
    added.set_reason(masked.reason);
  }
  for (const MentionedEntity& entity : from.entities) *out.add_entities() = MentionedToProto(entity, text);
  for (const Figure& figure : from.figures) *out.add_figures() = ToProto(figure, figure.span.In(text));
  for (const Date& date : from.dates) *out.add_dates() = ToProto(date, date.span.In(text));
  for (std::uint32_t i = 0; i < from.claims.size(); ++i) {
    *out.add_claims() = ToProto(EvidenceAt(stored, i), names);
  }
  out.set_rules_version(from.rules_version);
  return out;
}

}  // namespace newsgraph::rpc
