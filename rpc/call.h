// What all services do with a call: start it, refuse it, run it elsewhere.
#pragma once

#include <grpcpp/server_context.h>
#include <grpcpp/support/server_callback.h>

#include <functional>

#include "model/status.h"
#include "rpc/wire/status.h"
#include "rpc/worker_pool.h"

namespace newsgraph::rpc {

// CANCELLED or DEADLINE_EXCEEDED if nobody waits for the answer any more.
Status StillWanted(const grpc::CallbackServerContext& context);

// What a full queue answers.
Status TooBusy();

// What a server answers that is about to end.
Status ShuttingDown();

// Answers with what `work` returns, unless nobody waits any more. `work` runs
// at once in this thread; it must be short.
grpc::ServerUnaryReactor* Answer(grpc::CallbackServerContext& context, const std::function<Status()>& work);

// The same in a thread of `pool`; refuses with TooBusy() if its queue is full.
grpc::ServerUnaryReactor* AnswerFrom(WorkerPool& pool, grpc::CallbackServerContext& context,
                                     std::function<Status()> work);

}  // namespace newsgraph::rpc
