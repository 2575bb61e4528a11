// ConflictService: what cannot both be right.
#pragma once

#include "graph/graph.h"
#include "model/catalogue.h"
#include "newsgraph/v1/conflict_service.grpc.pb.h"
#include "rpc/entity_names.h"
#include "rpc/worker_pool.h"

namespace newsgraph::rpc {

class ConflictService final : public v1::ConflictService::CallbackService {
 public:
  // All must outlive the service.
  ConflictService(graph::Graph& graph, const Catalogue& catalogue, WorkerPool& read_pool, WorkerPool& write_pool)
      : graph_(graph), names_(catalogue, &graph), pool_(read_pool), write_pool_(write_pool) {}

  grpc::ServerUnaryReactor* GetConflict(grpc::CallbackServerContext* context, const v1::GetConflictRequest* request,
                                        v1::Conflict* response) override;
  grpc::ServerUnaryReactor* ListConflicts(grpc::CallbackServerContext* context, const v1::ListConflictsRequest* request,
                                          v1::ListConflictsResponse* response) override;
  grpc::ServerUnaryReactor* ReviewConflict(grpc::CallbackServerContext* context,
                                           const v1::ReviewConflictRequest* request,
                                           v1::ReviewConflictResponse* response) override;
  grpc::ServerUnaryReactor* ListConflictVersions(grpc::CallbackServerContext* context,
                                                 const v1::ListConflictVersionsRequest* request,
                                                 v1::ListConflictVersionsResponse* response) override;
  grpc::ServerUnaryReactor* CreateSuppression(grpc::CallbackServerContext* context,
                                              const v1::CreateSuppressionRequest* request,
                                              v1::CreateSuppressionResponse* response) override;
  grpc::ServerUnaryReactor* EndSuppression(grpc::CallbackServerContext* context,
                                           const v1::EndSuppressionRequest* request,
                                           v1::EndSuppressionResponse* response) override;
  grpc::ServerUnaryReactor* ListSuppressions(grpc::CallbackServerContext* context,
                                             const v1::ListSuppressionsRequest* request,
                                             v1::ListSuppressionsResponse* response) override;

 private:
  graph::Graph& graph_;
  const EntityNames names_;
  WorkerPool& pool_;
  WorkerPool& write_pool_;
};

}  // namespace newsgraph::rpc
