// Sources of the wire ↔ sources of the model.
#pragma once

#include "model/source.h"
#include "model/status.h"
#include "newsgraph/v1/source_service.pb.h"

namespace newsgraph::rpc {

// What a client wants to follow. A field that cannot be read is a FieldError() under "source".
StatusOr<Source> FromProto(const v1::Source& source);

v1::Source ToProto(const SourceReport& report);

}  // namespace newsgraph::rpc
