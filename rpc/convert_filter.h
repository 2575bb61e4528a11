// Requests → what the graph is asked and told.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "graph/graph.h"
#include "model/status.h"
#include "newsgraph/v1/conflict_service.pb.h"
#include "newsgraph/v1/entity_service.pb.h"
#include "newsgraph/v1/graph_service.pb.h"
#include "rpc/convert_enum.h"
#include "rpc/field_error.h"

namespace newsgraph::rpc {

// A field that cannot be read is a FieldError().
StatusOr<graph::ClaimFilter> FromProto(const v1::ListClaimsRequest& request);
StatusOr<graph::LinkFilter> FromProto(const v1::ListLinksRequest& request);
StatusOr<graph::ConflictFilter> FromProto(const v1::ListConflictsRequest& request);
// Without a time.
StatusOr<Review> FromProto(const v1::ReviewConflictRequest& request);
StatusOr<graph::EntityQuery> FromProto(const v1::SearchEntitiesRequest& request);

// Nothing for UNSPECIFIED, which is 0 in every enumeration; a FieldError() for a value that is not known.
template <typename Model, typename Wire>
StatusOr<std::optional<Model>> OptionalEnum(std::string_view field, Wire value) {
  if (static_cast<int>(value) == 0) return std::nullopt;
  const std::optional<Model> known = FromProto<Model>(value);
  if (!known) return FieldError(field, Concat(static_cast<int>(value), " is no value that this server knows"));
  return known;
}

// 50 for 0, never more than 1000; a negative size is a FieldError().
StatusOr<std::size_t> PageSize(std::int32_t page_size);

// What people write: a FieldError() beyond 1,024 bytes.
StatusOr<std::string> Written(std::string_view field, const std::string& text);

// The id in a resource name that a request gives in `field`; a FieldError() for
// a name that is none.
StatusOr<std::string> ArticleId(std::string_view field, std::string_view name);
StatusOr<std::string> ConflictId(std::string_view field, std::string_view name);
StatusOr<std::string> EntityId(std::string_view field, std::string_view name);
// Empty for an empty name: no filter.
StatusOr<std::string> OptionalEntity(std::string_view field, std::string_view name);
StatusOr<std::uint64_t> EntityChangeRevision(std::string_view field, std::string_view name);
StatusOr<std::uint64_t> SuppressionRevision(std::string_view field, std::string_view name);
StatusOr<std::string> SourceLocation(std::string_view field, std::string_view name);

}  // namespace newsgraph::rpc
