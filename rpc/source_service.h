// SourceService: what is followed for news.
#pragma once

#include "model/source.h"
#include "newsgraph/v1/source_service.grpc.pb.h"
#include "rpc/worker_pool.h"

namespace newsgraph::rpc {

class SourceService final : public v1::SourceService::CallbackService {
 public:
  // All must outlive the service.
  SourceService(SourceRegistry& sources, WorkerPool& pool) : sources_(sources), pool_(pool) {}

  grpc::ServerUnaryReactor* AddSource(grpc::CallbackServerContext* context, const v1::AddSourceRequest* request,
                                      v1::AddSourceResponse* response) override;
  grpc::ServerUnaryReactor* GetSource(grpc::CallbackServerContext* context, const v1::GetSourceRequest* request,
                                      v1::Source* response) override;
  grpc::ServerUnaryReactor* ListSources(grpc::CallbackServerContext* context, const v1::ListSourcesRequest* request,
                                        v1::ListSourcesResponse* response) override;
  grpc::ServerUnaryReactor* RemoveSource(grpc::CallbackServerContext* context, const v1::RemoveSourceRequest* request,
                                         v1::RemoveSourceResponse* response) override;
  grpc::ServerUnaryReactor* ImportSources(grpc::CallbackServerContext* context, const v1::ImportSourcesRequest* request,
                                          v1::ImportSourcesResponse* response) override;
  grpc::ServerUnaryReactor* ExportSources(grpc::CallbackServerContext* context, const v1::ExportSourcesRequest* request,
                                          v1::ExportSourcesResponse* response) override;

 private:
  SourceRegistry& sources_;
  WorkerPool& pool_;
};

}  // namespace newsgraph::rpc
