#include "rpc/field_error.h"

#include <absl/strings/cord.h>

#include <optional>

namespace newsgraph::rpc {
namespace {

constexpr const char* kPayload = "newsgraph.v1/field";

}  // namespace

Status FieldError(std::string_view field, std::string_view what) {
  Status status = Error(StatusCode::kInvalidArgument, field, ": ", what);
  status.SetPayload(kPayload, absl::Cord(std::string(field)));
  return status;
}

std::string FieldOf(const Status& status) {
  const auto field = status.GetPayload(kPayload);
  return field ? std::string(*field) : std::string();
}

}  // namespace newsgraph::rpc
