// GraphService: articles, claims and links out.
#pragma once

#include "graph/graph.h"
#include "model/catalogue.h"
#include "newsgraph/v1/graph_service.grpc.pb.h"
#include "rpc/entity_names.h"
#include "rpc/worker_pool.h"

namespace newsgraph::rpc {

class GraphService final : public v1::GraphService::CallbackService {
 public:
  // All must outlive the service.
  GraphService(const graph::Graph& graph, const Catalogue& catalogue, WorkerPool& pool)
      : graph_(graph), names_(catalogue, &graph), pool_(pool) {}

  grpc::ServerUnaryReactor* GetArticle(grpc::CallbackServerContext* context, const v1::GetArticleRequest* request,
                                       v1::Article* response) override;
  grpc::ServerUnaryReactor* ListClaims(grpc::CallbackServerContext* context, const v1::ListClaimsRequest* request,
                                       v1::ListClaimsResponse* response) override;
  grpc::ServerUnaryReactor* ListLinks(grpc::CallbackServerContext* context, const v1::ListLinksRequest* request,
                                      v1::ListLinksResponse* response) override;

 private:
  const graph::Graph& graph_;
  const EntityNames names_;
  WorkerPool& pool_;
};

}  // namespace newsgraph::rpc
