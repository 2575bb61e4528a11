// IngestService: articles in.
#pragma once

#include <cstddef>

#include "graph/graph.h"
#include "model/extraction.h"
#include "newsgraph/v1/ingest_service.grpc.pb.h"
#include "rpc/ingestor.h"
#include "rpc/stream_registry.h"
#include "rpc/submit_stream.h"
#include "rpc/worker_pool.h"

namespace newsgraph::rpc {

struct IngestLimits {
  std::size_t max_article_bytes = 0;
  std::size_t max_streams = 0;
  // Requests of one stream that are worked on or wait to be written.
  std::size_t max_unanswered = 0;
};

class IngestService final : public v1::IngestService::CallbackService {
 public:
  // All must outlive the service; it must outlive its gRPC server.
  IngestService(graph::Graph& graph, const Reader& reader, WorkerPool& pool, const IngestLimits& limits);
  // Waits until its streams are over.
  ~IngestService() override;

  grpc::ServerUnaryReactor* SubmitArticle(grpc::CallbackServerContext* context, const v1::SubmitArticleRequest* request,
                                          v1::SubmitArticleResponse* response) override;
  grpc::ServerBidiReactor<v1::SubmitArticlesRequest, v1::SubmitArticlesResponse>* SubmitArticles(
      grpc::CallbackServerContext* context) override;

  // Ends every stream after the answers it owes, and admits no more.
  void EndStreams() { streams_.Close(); }

 private:
  const Ingestor ingestor_;
  WorkerPool& pool_;
  const std::size_t max_unanswered_;
  StreamRegistry<SubmitStream> streams_;
};

}  // namespace newsgraph::rpc
