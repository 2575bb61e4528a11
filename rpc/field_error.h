// Errors that blame one field of a request.
#pragma once

#include <string>
#include <string_view>

#include "model/status.h"

namespace newsgraph::rpc {

// INVALID_ARGUMENT with the message "field: what"; FieldOf() tells the field.
Status FieldError(std::string_view field, std::string_view what);

// The field that an error of FieldError() blames; empty for any other status.
std::string FieldOf(const Status& status);

}  // namespace newsgraph::rpc
