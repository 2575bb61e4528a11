#include "rpc/convert_filter.h"

#include <algorithm>
#include <optional>
#include <string>

#include "model/date.h"
#include "rpc/convert_enum.h"
#include "rpc/field_error.h"
#include "rpc/wire/resource_name.h"

namespace newsgraph::rpc {
namespace {

constexpr std::size_t kDefaultPageSize = 50;
constexpr std::size_t kMaxPageSize = 1000;
constexpr std::size_t kMaxWrittenBytes = 1024;
// Open ends of a range of days: as far as dates are written with four digits.
const Day kFirstDay = std::chrono::year(0) / 1 / 1;
const Day kLastDay = std::chrono::year(9999) / 12 / 31;

using Parser = std::optional<std::string> (*)(std::string_view name);

StatusOr<std::string> ParseId(std::string_view field, std::string_view name, std::string_view pattern, Parser parse) {
  std::optional<std::string> id = parse(name);
  if (!id) return FieldError(field, Concat("\"", name, "\" is no name of the form \"", pattern, "\""));
  return *std::move(id);
}

// Empty for an empty name: no filter.
StatusOr<std::string> OptionalArticle(std::string_view field, std::string_view name) {
  if (name.empty()) return std::string();
  return ArticleId(field, name);
}

StatusOr<Day> DayOr(std::string_view field, std::string_view text, Day open_end) {
  if (text.empty()) return open_end;
  const std::optional<Day> day = ParseDay(text);
  if (!day) return FieldError(field, Concat("\"", text, "\" is no day such as \"2026-01-19\""));
  return *day;
}

StatusOr<std::optional<DateInterval>> Days(const v1::ListClaimsRequest& request) {
  if (request.time_from().empty() && request.time_to().empty()) return std::nullopt;
  ASSIGN_OR_RETURN(const Day first, DayOr("time_from", request.time_from(), kFirstDay));
  ASSIGN_OR_RETURN(const Day last, DayOr("time_to", request.time_to(), kLastDay));
  if (last < first) return FieldError("time_to", "lies before time_from");
  return DateInterval{first, last};
}

}  // namespace

StatusOr<graph::ClaimFilter> FromProto(const v1::ListClaimsRequest& request) {
  graph::ClaimFilter filter;
  ASSIGN_OR_RETURN(filter.article, OptionalArticle("article", request.article()));
  ASSIGN_OR_RETURN(filter.subject, OptionalEntity("subject", request.subject()));
  ASSIGN_OR_RETURN(filter.entity, OptionalEntity("entity", request.entity()));
  filter.metric = request.metric();
  ASSIGN_OR_RETURN(filter.time, Days(request));
  return filter;
}

StatusOr<graph::LinkFilter> FromProto(const v1::ListLinksRequest& request) {
  graph::LinkFilter filter;
  ASSIGN_OR_RETURN(filter.kind, OptionalEnum<LinkKind>("kind", request.kind()));
  ASSIGN_OR_RETURN(filter.subject, OptionalEntity("subject", request.subject()));
  ASSIGN_OR_RETURN(filter.article, OptionalArticle("article", request.article()));
  if (filter.subject.empty() && filter.article.empty()) return FieldError("subject", "is not given, nor an article");
  filter.metric = request.metric();
  return filter;
}

StatusOr<graph::ConflictFilter> FromProto(const v1::ListConflictsRequest& request) {
  graph::ConflictFilter filter;
  ASSIGN_OR_RETURN(filter.kind, OptionalEnum<ConflictKind>("kind", request.kind()));
  ASSIGN_OR_RETURN(filter.state, OptionalEnum<ConflictState>("state", request.state()));
  ASSIGN_OR_RETURN(const std::optional<Severity> least,
                   OptionalEnum<Severity>("least_severity", request.least_severity()));
  filter.least_severity = least.value_or(Severity::kSoft);
  ASSIGN_OR_RETURN(filter.subject, OptionalEntity("subject", request.subject()));
  filter.metric = request.metric();
  ASSIGN_OR_RETURN(filter.article, OptionalArticle("article", request.article()));
  return filter;
}

StatusOr<graph::EntityQuery> FromProto(const v1::SearchEntitiesRequest& request) {
  if (request.query().empty()) return FieldError("query", "is empty");
  graph::EntityQuery query;
  query.text = request.query();
  ASSIGN_OR_RETURN(query.type, OptionalEnum<EntityType>("type", request.type()));
  ASSIGN_OR_RETURN(query.limit, PageSize(request.page_size()));
  return query;
}

StatusOr<Review> FromProto(const v1::ReviewConflictRequest& request) {
  Review review;
  ASSIGN_OR_RETURN(const std::optional<ConflictState> state, OptionalEnum<ConflictState>("state", request.state()));
  if (!state) return FieldError("state", "is not given");
  if (*state == ConflictState::kResolved)
    return FieldError("state", "cannot be resolved by a decision: that is what a correction of an article does");
  if (*state == ConflictState::kSuppressed)
    return FieldError("state", "cannot be suppressed by a decision: that is what a suppression does");
  review.state = *state;
  ASSIGN_OR_RETURN(review.reason, OptionalEnum<DismissalReason>("reason", request.reason()));
  const bool dismissed = review.state == ConflictState::kDismissed;
  if (dismissed && !review.reason) return FieldError("reason", "is not given; a dismissal needs one");
  if (!dismissed && review.reason) return FieldError("reason", "is given, but only a dismissal has one");
  ASSIGN_OR_RETURN(review.comment, Written("comment", request.comment()));
  ASSIGN_OR_RETURN(review.reviewer, Written("reviewer", request.reviewer()));
  return review;
}

StatusOr<std::string> Written(std::string_view field, const std::string& text) {
  if (text.size() > kMaxWrittenBytes) return FieldError(field, Concat("is longer than ", kMaxWrittenBytes, " bytes"));
  return text;
}

StatusOr<std::size_t> PageSize(std::int32_t page_size) {
  if (page_size < 0) return FieldError("page_size", "is negative");
  if (page_size == 0) return kDefaultPageSize;
  return std::min(static_cast<std::size_t>(page_size), kMaxPageSize);
}

StatusOr<std::string> ArticleId(std::string_view field, std::string_view name) {
  return ParseId(field, name, "articles/{article}", ParseArticleName);
}

StatusOr<std::string> ConflictId(std::string_view field, std::string_view name) {
  return ParseId(field, name, "conflicts/{conflict}", ParseConflictName);
}

StatusOr<std::string> EntityId(std::string_view field, std::string_view name) {
  return ParseId(field, name, "entities/{entity}", ParseEntityName);
}

StatusOr<std::string> OptionalEntity(std::string_view field, std::string_view name) {
  if (name.empty()) return std::string();
  return EntityId(field, name);
}

StatusOr<std::uint64_t> EntityChangeRevision(std::string_view field, std::string_view name) {
  const std::optional<std::uint64_t> revision = ParseEntityChangeName(name);
  if (!revision) return FieldError(field, Concat("\"", name, "\" is no name of the form \"entityChanges/{change}\""));
  return *revision;
}

StatusOr<std::uint64_t> SuppressionRevision(std::string_view field, std::string_view name) {
  const std::optional<std::uint64_t> revision = ParseSuppressionName(name);
  if (!revision)
    return FieldError(field, Concat("\"", name, "\" is no name of the form \"suppressions/{suppression}\""));
  return *revision;
}

StatusOr<std::string> SourceLocation(std::string_view field, std::string_view name) {
  return ParseId(field, name, "sources/{source}", ParseSourceName);
}

}  // namespace newsgraph::rpc
