#include "rpc/admin_service.h"

#include <cstdint>

#include "rpc/call.h"

namespace newsgraph::rpc {

grpc::ServerUnaryReactor* AdminService::GetServerInfo(grpc::CallbackServerContext* context,
                                                      const v1::GetServerInfoRequest*, v1::ServerInfo* response) {
  return Answer(*context, [this, response] {
    const graph::Statistics statistics = graph_.statistics();
    response->set_version(version_);
    response->set_storage_version(static_cast<std::int32_t>(statistics.storage_version));
    response->set_rules_version(rules_version_);
    response->set_revision(static_cast<std::int64_t>(statistics.revision));
    response->set_article_count(static_cast<std::int64_t>(statistics.article_count));
    response->set_claim_count(static_cast<std::int64_t>(statistics.claim_count));
    response->set_conflict_count(static_cast<std::int64_t>(statistics.conflict_count));
    return OkStatus();
  });
}

}  // namespace newsgraph::rpc
