// ConflictService: what cannot both be right.
#pragma once

#include "graph/graph.h"
#include "model/catalogue.h"
#include "newsgraph/v1/conflict_service.grpc.pb.h"
#include "rpc/worker_pool.h"

namespace newsgraph::rpc {

class ConflictService final : public v1::ConflictService::CallbackService {
 public:
  // All must outlive the service.
  ConflictService(const graph::Graph& graph, const Catalogue& catalogue, WorkerPool& pool)
      : graph_(graph), catalogue_(catalogue), pool_(pool) {}

  grpc::ServerUnaryReactor* GetConflict(grpc::CallbackServerContext* context, const v1::GetConflictRequest* request,
                                        v1::Conflict* response) override;
  grpc::ServerUnaryReactor* ListConflicts(grpc::CallbackServerContext* context, const v1::ListConflictsRequest* request,
                                          v1::ListConflictsResponse* response) override;

 private:
  const graph::Graph& graph_;
  const Catalogue& catalogue_;
  WorkerPool& pool_;
};

}  // namespace newsgraph::rpc
