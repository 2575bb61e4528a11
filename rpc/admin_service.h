// AdminService: what this server is and how it is doing.
#pragma once

#include <string>

#include "graph/graph.h"
#include "newsgraph/v1/admin_service.grpc.pb.h"

namespace newsgraph::rpc {

class AdminService final : public v1::AdminService::CallbackService {
 public:
  // `graph` must outlive the service.
  AdminService(const graph::Graph& graph, std::string version, std::string rules_version)
      : graph_(graph), version_(std::move(version)), rules_version_(std::move(rules_version)) {}

  grpc::ServerUnaryReactor* GetServerInfo(grpc::CallbackServerContext* context, const v1::GetServerInfoRequest* request,
                                          v1::ServerInfo* response) override;

 private:
  const graph::Graph& graph_;
  const std::string version_;
  const std::string rules_version_;
};

}  // namespace newsgraph::rpc
