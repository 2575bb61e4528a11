// Our Status ↔ gRPC's: the only place where one becomes the other.
#pragma once

#include <grpcpp/support/status.h>

#include "model/status.h"

namespace newsgraph::rpc {

// Code and message go over, nothing else.
grpc::Status ToGrpc(const Status& status);

// A code that this program does not know becomes UNKNOWN.
Status FromGrpc(const grpc::Status& status);

}  // namespace newsgraph::rpc
