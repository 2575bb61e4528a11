// EntityService: who is who.
#pragma once

#include "graph/graph.h"
#include "model/catalogue.h"
#include "newsgraph/v1/entity_service.grpc.pb.h"
#include "rpc/entity_names.h"
#include "rpc/worker_pool.h"

namespace newsgraph::rpc {

class EntityService final : public v1::EntityService::CallbackService {
 public:
  // All must outlive the service.
  EntityService(graph::Graph& graph, const Catalogue& catalogue, WorkerPool& read_pool, WorkerPool& write_pool)
      : graph_(graph), names_(catalogue, &graph), read_pool_(read_pool), write_pool_(write_pool) {}

  grpc::ServerUnaryReactor* GetEntity(grpc::CallbackServerContext* context, const v1::GetEntityRequest* request,
                                      v1::Entity* response) override;
  grpc::ServerUnaryReactor* SearchEntities(grpc::CallbackServerContext* context,
                                           const v1::SearchEntitiesRequest* request,
                                           v1::SearchEntitiesResponse* response) override;
  grpc::ServerUnaryReactor* MergeEntities(grpc::CallbackServerContext* context, const v1::MergeEntitiesRequest* request,
                                          v1::MergeEntitiesResponse* response) override;
  grpc::ServerUnaryReactor* SplitEntity(grpc::CallbackServerContext* context, const v1::SplitEntityRequest* request,
                                        v1::SplitEntityResponse* response) override;
  grpc::ServerUnaryReactor* UndoEntityChange(grpc::CallbackServerContext* context,
                                             const v1::UndoEntityChangeRequest* request,
                                             v1::UndoEntityChangeResponse* response) override;
  grpc::ServerUnaryReactor* ListEntityChanges(grpc::CallbackServerContext* context,
                                              const v1::ListEntityChangesRequest* request,
                                              v1::ListEntityChangesResponse* response) override;

 private:
  // Makes the change, now.
  Status Change(graph::EntityChange change, v1::EntityChange& made);

  graph::Graph& graph_;
  const EntityNames names_;
  WorkerPool& read_pool_;
  WorkerPool& write_pool_;
};

}  // namespace newsgraph::rpc
