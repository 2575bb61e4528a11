// Enumerations of the model ↔ enumerations of the wire.
#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/generated_enum_reflection.h>

#include <optional>

namespace newsgraph::rpc {

// The wire counts as the model does, with UNSPECIFIED in front; a test compares
// all names.
template <typename Wire, typename Model>
constexpr Wire ToProto(Model value) {
  return static_cast<Wire>(static_cast<int>(value) + 1);
}

// Nothing for UNSPECIFIED and for numbers that the enumeration does not have.
template <typename Model, typename Wire>
std::optional<Model> FromProto(Wire value) {
  const int number = static_cast<int>(value);
  if (number <= 0 || google::protobuf::GetEnumDescriptor<Wire>()->FindValueByNumber(number) == nullptr) {
    return std::nullopt;
  }
  return static_cast<Model>(number - 1);
}

}  // namespace newsgraph::rpc
