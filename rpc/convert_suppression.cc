#include "rpc/convert_suppression.h"

#include <optional>
#include <string>

#include "rpc/convert_claim.h"
#include "rpc/convert_enum.h"
#include "rpc/convert_filter.h"
#include "rpc/field_error.h"
#include "rpc/wire/resource_name.h"

namespace newsgraph::rpc {
namespace {

// The last second of the year 9999, up to which timestamps are defined.
constexpr std::int64_t kLastSecond = 253'402'300'799;

v1::SuppressionEnd EndProto(const SuppressionEnd& end) {
  v1::SuppressionEnd out;
  out.set_revision(static_cast<std::int64_t>(end.revision));
  out.set_expired(end.expired);
  out.set_reason(end.reason);
  out.set_reviewer(end.reviewer);
  if (end.time) *out.mutable_end_time() = ToProto(*end.time);
  return out;
}

StatusOr<std::chrono::sys_seconds> ExpireTime(const google::protobuf::Timestamp& time, std::chrono::sys_seconds now) {
  if (time.seconds() > kLastSecond) return FieldError("expire_time", "is beyond the year 9999");
  const std::chrono::sys_seconds expires{std::chrono::seconds(time.seconds())};
  if (expires <= now) return FieldError("expire_time", "is over already");
  return expires;
}

}  // namespace

v1::Suppression ToProto(const Suppression& suppression, const EntityNames& names) {
  v1::Suppression out;
  out.set_name(SuppressionName(suppression.revision));
  if (suppression.kind) out.set_kind(ToProto<v1::ConflictKind>(*suppression.kind));
  if (!suppression.subject.empty()) {
    out.set_subject(EntityName(suppression.subject));
    out.set_subject_name(names.Of(suppression.subject));
  }
  out.set_metric(suppression.metric);
  out.set_reason(suppression.reason);
  out.set_reviewer(suppression.reviewer);
  if (suppression.time) *out.mutable_create_time() = ToProto(*suppression.time);
  if (suppression.expires) *out.mutable_expire_time() = ToProto(*suppression.expires);
  out.set_revision(static_cast<std::int64_t>(suppression.revision));
  if (suppression.end) *out.mutable_end() = EndProto(*suppression.end);
  return out;
}

StatusOr<Suppression> FromProto(const v1::CreateSuppressionRequest& request, std::chrono::sys_seconds now) {
  Suppression suppression;
  ASSIGN_OR_RETURN(suppression.kind, OptionalEnum<ConflictKind>("kind", request.kind()));
  ASSIGN_OR_RETURN(suppression.subject, OptionalEntity("subject", request.subject()));
  suppression.metric = request.metric();
  if (!suppression.kind && suppression.subject.empty() && suppression.metric.empty()) {
    return FieldError("kind", "is not given, nor are subject and metric: all conflicts would be suppressed");
  }
  if (request.has_expire_time()) {
    ASSIGN_OR_RETURN(suppression.expires, ExpireTime(request.expire_time(), now));
  }
  ASSIGN_OR_RETURN(suppression.reason, Written("reason", request.reason()));
  ASSIGN_OR_RETURN(suppression.reviewer, Written("reviewer", request.reviewer()));
  suppression.time = now;
  return suppression;
}

StatusOr<SuppressionEnd> FromProto(const v1::EndSuppressionRequest& request, std::chrono::sys_seconds now) {
  SuppressionEnd end;
  ASSIGN_OR_RETURN(end.reason, Written("reason", request.reason()));
  ASSIGN_OR_RETURN(end.reviewer, Written("reviewer", request.reviewer()));
  end.time = now;
  return end;
}

}  // namespace newsgraph::rpc
