// DraftService: what cannot be right in a text that is not stored, and what stored ones say against it.
#pragma once

#include <cstddef>

#include "graph/graph.h"
#include "model/reading.h"
#include "newsgraph/v1/draft_service.grpc.pb.h"
#include "rpc/worker_pool.h"

namespace newsgraph::rpc {

class DraftService final : public v1::DraftService::CallbackService {
 public:
  // All must outlive the service.
  DraftService(const graph::Graph& graph, const Reader& reader, WorkerPool& pool, std::size_t max_article_bytes)
      : graph_(graph), reader_(reader), pool_(pool), max_article_bytes_(max_article_bytes) {}

  grpc::ServerUnaryReactor* CheckDraft(grpc::CallbackServerContext* context, const v1::CheckDraftRequest* request,
                                       v1::CheckDraftResponse* response) override;

 private:
  const graph::Graph& graph_;
  const Reader& reader_;
  WorkerPool& pool_;
  const std::size_t max_article_bytes_;
};

}  // namespace newsgraph::rpc
