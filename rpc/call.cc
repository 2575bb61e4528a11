#include "rpc/call.h"

#include <chrono>
#include <utility>

namespace newsgraph::rpc {
namespace {

void Finish(const grpc::CallbackServerContext& context, const std::function<Status()>& work,
            grpc::ServerUnaryReactor& reactor) {
  const Status wanted = StillWanted(context);
  reactor.Finish(ToGrpc(wanted.ok() ? work() : wanted));
}

}  // namespace

Status StillWanted(const grpc::CallbackServerContext& context) {
  if (context.deadline() <= std::chrono::system_clock::now()) {
    return Error(StatusCode::kDeadlineExceeded, "the deadline passed before the request was started");
  }
  if (context.IsCancelled()) return Error(StatusCode::kCancelled, "the client cancelled the request");
  return OkStatus();
}

Status TooBusy() {
  return Error(StatusCode::kResourceExhausted,
               "too many requests are waiting; try again in a moment, or submit many "
               "articles over one SubmitArticles stream");
}

Status ShuttingDown() { return Error(StatusCode::kUnavailable, "the server is shutting down; connect again later"); }

grpc::ServerUnaryReactor* Answer(grpc::CallbackServerContext& context, const std::function<Status()>& work) {
  grpc::ServerUnaryReactor* const reactor = context.DefaultReactor();
  Finish(context, work, *reactor);
  return reactor;
}

grpc::ServerUnaryReactor* AnswerFrom(WorkerPool& pool, grpc::CallbackServerContext& context,
                                     std::function<Status()> work) {
  grpc::ServerUnaryReactor* const reactor = context.DefaultReactor();
  const bool added = pool.TryAdd([&context, reactor, work = std::move(work)] { Finish(context, work, *reactor); });
  if (!added) reactor->Finish(ToGrpc(TooBusy()));
  return reactor;
}

}  // namespace newsgraph::rpc
