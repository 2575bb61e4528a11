#include "rpc/ingest_service.h"

#include "rpc/call.h"

namespace newsgraph::rpc {

IngestService::IngestService(graph::Graph& graph, const Reader& reader, WorkerPool& pool, const IngestLimits& limits)
    : ingestor_(graph, reader, limits.max_article_bytes),
      pool_(pool),
      max_unanswered_(limits.max_unanswered),
      streams_(limits.max_streams) {}

IngestService::~IngestService() {
  streams_.Close();
  streams_.WaitUntilEmpty();
}

grpc::ServerUnaryReactor* IngestService::SubmitArticle(grpc::CallbackServerContext* context,
                                                       const v1::SubmitArticleRequest* request,
                                                       v1::SubmitArticleResponse* response) {
  return AnswerFrom(pool_, *context, [this, context, request, response]() -> Status {
    ASSIGN_OR_RETURN(*response->mutable_receipt(),
                     ingestor_.Ingest(request->article(), [context] { return StillWanted(*context); }));
    return OkStatus();
  });
}

grpc::ServerBidiReactor<v1::SubmitArticlesRequest, v1::SubmitArticlesResponse>* IngestService::SubmitArticles(
    grpc::CallbackServerContext*) {
  auto* const stream = new SubmitStream(ingestor_, pool_, streams_, max_unanswered_);
  const Status admitted = streams_.Add(stream);
  if (admitted.ok()) {
    stream->Start();
  } else {
    stream->Finish(ToGrpc(admitted));
  }
  return stream;
}

}  // namespace newsgraph::rpc
