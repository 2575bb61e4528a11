#include "tools/newsgraph/json_writer.h"

#include <google/protobuf/util/json_util.h>

#include <utility>

namespace newsgraph::tools {

std::string ToJson(const google::protobuf::Message& message) {
  google::protobuf::util::JsonPrintOptions options;
  options.preserve_proto_field_names = true;
  options.always_print_primitive_fields = true;
  std::string json;
  // Fails for types unknown to the program only, and messages name none.
  static_cast<void>(google::protobuf::util::MessageToJsonString(message, &json, options));
  return json;
}

std::string JsonWriter::Item(std::string_view object) {
  const bool first = std::exchange(empty_, false);
  std::string out = !as_list_ ? "" : first ? "[\n" : ",\n";
  out += object;
  if (!as_list_) out += '\n';
  return out;
}

std::string JsonWriter::End() const {
  if (!as_list_) return {};
  return empty_ ? "[]\n" : "\n]\n";
}

}  // namespace newsgraph::tools
