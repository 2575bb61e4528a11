// Objects → one JSON document or JSON Lines.
#pragma once

#include <google/protobuf/message.h>

#include <string>
#include <string_view>

#include "tools/newsgraph/options.h"

namespace newsgraph::tools {

// The JSON of a message on one line, in protobuf's own mapping, with all fields,
// named as in the protos.
std::string ToJson(const google::protobuf::Message& message);

// Puts what belongs between objects: nothing but line ends for kJsonLines, a
// list for kJson.
class JsonWriter {
 public:
  explicit JsonWriter(OutputFormat format) : as_list_(format == OutputFormat::kJson) {}

  // `object` as the next item.
  std::string Item(std::string_view object);

  // What ends the output; to be called once, also after no item.
  std::string End() const;

 private:
  bool as_list_;
  bool empty_ = true;
};

}  // namespace newsgraph::tools
