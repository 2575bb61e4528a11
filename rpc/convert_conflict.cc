#include "rpc/convert_conflict.h"

#include <cstdint>

#include "rpc/convert_claim.h"
#include "rpc/convert_enum.h"
#include "rpc/wire/resource_name.h"

namespace newsgraph::rpc {

namespace {

v1::Review ReviewProto(const Review& review) {
  v1::Review out;
  if (review.reason) out.set_reason(ToProto<v1::DismissalReason>(*review.reason));
  out.set_comment(review.comment);
  out.set_reviewer(review.reviewer);
  if (review.time) *out.mutable_review_time() = ToProto(*review.time);
  return out;
}

v1::ConflictSide SideProto(const ConflictSide& side, const EntityNames& names) {
  v1::ConflictSide out;
  for (const Evidence& evidence : side.evidence) *out.add_claims() = ToProto(evidence, names);
  out.set_claim_count(static_cast<std::int32_t>(side.claim_count));
  out.set_origin_count(static_cast<std::int32_t>(side.origin_count));
  return out;
}

}  // namespace

v1::Conflict ToProto(const Conflict& conflict, const EntityNames& names) {
  v1::Conflict out;
  out.set_name(ConflictName(conflict.id));
  out.set_kind(ToProto<v1::ConflictKind>(conflict.kind));
  out.set_severity(ToProto<v1::Severity>(conflict.severity));
  out.set_state(ToProto<v1::ConflictState>(conflict.state));
  out.set_subject(EntityName(conflict.subject));
  out.set_subject_name(names.Of(conflict.subject));
  out.set_metric(conflict.metric);
  if (!conflict.object.empty()) {
    out.set_object(ObjectName(conflict.object, names.catalogue()));
    out.set_object_name(names.Of(conflict.object));
  }
  for (const ConflictSide& side : conflict.sides) *out.add_sides() = SideProto(side, names);
  out.set_explanation(conflict.explanation);
  out.set_opened_revision(static_cast<std::int64_t>(conflict.opened_revision));
  out.set_changed_revision(static_cast<std::int64_t>(conflict.changed_revision));
  out.set_own_outlet(conflict.own_outlet);
  if (conflict.review) *out.mutable_review() = ReviewProto(*conflict.review);
  return out;
}

v1::Link ToProto(const Link& link, const EntityNames& names) {
  v1::Link out;
  out.set_kind(ToProto<v1::LinkKind>(link.kind));
  out.set_subject(EntityName(link.subject));
  out.set_subject_name(names.Of(link.subject));
  out.set_metric(link.metric);
  if (!link.object.empty()) {
    out.set_object(ObjectName(link.object, names.catalogue()));
    out.set_object_name(names.Of(link.object));
  }
  *out.mutable_expectation() = SideProto(link.expectation, names);
  *out.mutable_outcome() = SideProto(link.outcome, names);
  out.set_explanation(link.explanation);
  return out;
}

v1::Event ToProto(const graph::Event& event, const EntityNames& names) {
  v1::Event out;
  out.set_revision(static_cast<std::int64_t>(event.revision));
  out.set_kind(ToProto<v1::EventKind>(event.kind));
  if (!event.article.empty()) {
    out.set_article(ArticleName(event.article));
    out.set_article_id(event.article);
    out.set_article_revision(static_cast<std::int32_t>(event.article_revision));
  }
  if (event.conflict) *out.mutable_conflict() = ToProto(*event.conflict, names);
  return out;
}

}  // namespace newsgraph::rpc
