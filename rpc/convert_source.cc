#include "rpc/convert_source.h"

#include <cstdint>

#include "rpc/convert_claim.h"
#include "rpc/convert_enum.h"
#include "rpc/field_error.h"
#include "rpc/wire/resource_name.h"

namespace newsgraph::rpc {
namespace {

constexpr std::size_t kMaxTitleBytes = 1024;
constexpr int kMaxFolders = 32;
constexpr std::int64_t kMaxIntervalSeconds = 30 * 86'400;

}  // namespace

StatusOr<Source> FromProto(const v1::Source& source) {
  if (source.location().empty()) return FieldError("source.location", "is empty; give an http address or a folder");
  if (source.title().size() > kMaxTitleBytes)
    return FieldError("source.title", Concat("is longer than ", kMaxTitleBytes, " bytes"));
  if (source.folders_size() > kMaxFolders) return FieldError("source.folders", Concat("are more than ", kMaxFolders));
  const std::int64_t interval = source.interval_seconds();
  if (interval < 0 || interval > kMaxIntervalSeconds)
    return FieldError("source.interval_seconds", Concat(interval, " is not from 0 to ", kMaxIntervalSeconds));
  Source out;
  out.location = source.location();
  out.kind = FromProto<SourceKind>(source.kind()).value_or(SourceKind::kFeed);
  out.title = source.title();
  out.folders.assign(source.folders().begin(), source.folders().end());
  if (interval > 0) out.interval = std::chrono::seconds(interval);
  out.allow_private = source.allow_private();
  out.pages = FromProto<PageReading>(source.page_reading()).value_or(PageReading::kAuto);
  return out;
}

v1::Source ToProto(const SourceReport& report) {
  const Source& source = report.source;
  v1::Source out;
  out.set_name(SourceName(source.location));
  out.set_location(source.location);
  out.set_kind(ToProto<v1::SourceKind>(source.kind));
  out.set_title(source.title);
  for (const std::string& folder : source.folders) out.add_folders(folder);
  if (source.interval) out.set_interval_seconds(source.interval->count());
  out.set_allow_private(source.allow_private);
  out.set_page_reading(ToProto<v1::PageReading>(source.pages));
  out.set_configured(source.configured);
  out.set_health(ToProto<v1::SourceHealth>(report.health));
  if (report.last_success) *out.mutable_success_time() = ToProto(*report.last_success);
  if (report.last_change) *out.mutable_change_time() = ToProto(*report.last_change);
  if (report.next_poll) *out.mutable_next_poll_time() = ToProto(*report.next_poll);
  out.set_failure_count(static_cast<std::int32_t>(report.failure_count));
  out.set_last_error(report.last_error);
  out.set_article_count(static_cast<std::int64_t>(report.article_count));
  out.set_rejected_count(static_cast<std::int64_t>(report.rejected_count));
  out.set_set_aside_count(static_cast<std::int64_t>(report.set_aside_count));
  return out;
}

}  // namespace newsgraph::rpc
