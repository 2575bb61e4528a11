#include "rpc/field_error.h"

#include <absl/strings/cord.h>
#include <absl/strings/string_view.h>

#include <optional>

namespace newsgraph::rpc {
namespace {

constexpr const char* kPayload = "newsgraph.v1/field";

}  // namespace

Status FieldError(std::string_view field, std::string_view what) {
  Status status = Error(StatusCode::kInvalidArgument, field, ": ", what);
  // Not from a string: that constructor is a template whose name differs between compilers.
  status.SetPayload(kPayload, absl::Cord(absl::string_view(field.data(), field.size())));
  return status;
}

std::string FieldOf(const Status& status) {
  const auto field = status.GetPayload(kPayload);
  return field ? std::string(*field) : std::string();
}

}  // namespace newsgraph::rpc
