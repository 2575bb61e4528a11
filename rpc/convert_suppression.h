// Suppressions of the graph ↔ of the wire.
#pragma once

#include <chrono>

#include "model/status.h"
#include "model/suppression.h"
#include "newsgraph/v1/conflict_service.pb.h"
#include "newsgraph/v1/suppression.pb.h"
#include "rpc/entity_names.h"

namespace newsgraph::rpc {

v1::Suppression ToProto(const Suppression& suppression, const EntityNames& names);

// Made at `now`. A field that cannot be read, or a time that is over, is a FieldError().
StatusOr<Suppression> FromProto(const v1::CreateSuppressionRequest& request, std::chrono::sys_seconds now);
StatusOr<SuppressionEnd> FromProto(const v1::EndSuppressionRequest& request, std::chrono::sys_seconds now);

}  // namespace newsgraph::rpc
