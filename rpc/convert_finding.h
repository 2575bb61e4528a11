// Findings → the wire.
#pragma once

#include <string_view>

#include "model/finding.h"
#include "newsgraph/v1/finding.pb.h"

namespace newsgraph::rpc {

// Quotes are cut out of `text`, which the finding is of.
v1::Finding ToProto(const Finding& finding, std::string_view text);

}  // namespace newsgraph::rpc
