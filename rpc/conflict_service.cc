#include "rpc/conflict_service.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>

#include "rpc/call.h"
#include "rpc/convert_conflict.h"
#include "rpc/convert_filter.h"
#include "rpc/convert_suppression.h"

namespace newsgraph::rpc {
namespace {

std::chrono::sys_seconds Now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

}  // namespace

grpc::ServerUnaryReactor* ConflictService::GetConflict(grpc::CallbackServerContext* context,
                                                       const v1::GetConflictRequest* request, v1::Conflict* response) {
  return Answer(*context, [this, request, response]() -> Status {
    ASSIGN_OR_RETURN(const std::string id, ConflictId("name", request->name()));
    ASSIGN_OR_RETURN(const Conflict conflict, graph_.GetConflict(id));
    *response = ToProto(conflict, names_);
    return OkStatus();
  });
}

grpc::ServerUnaryReactor* ConflictService::ListConflicts(grpc::CallbackServerContext* context,
                                                         const v1::ListConflictsRequest* request,
                                                         v1::ListConflictsResponse* response) {
  return AnswerFrom(pool_, *context, [this, request, response]() -> Status {
    ASSIGN_OR_RETURN(const graph::ConflictFilter filter, FromProto(*request));
    ASSIGN_OR_RETURN(const std::size_t page_size, PageSize(request->page_size()));
    ASSIGN_OR_RETURN(auto page, graph_.ListConflicts(filter, page_size, request->page_token()));
    for (const Conflict& conflict : page.items) *response->add_conflicts() = ToProto(conflict, names_);
    response->set_next_page_token(std::move(page.next));
    return OkStatus();
  });
}

grpc::ServerUnaryReactor* ConflictService::ReviewConflict(grpc::CallbackServerContext* context,
                                                          const v1::ReviewConflictRequest* request,
                                                          v1::ReviewConflictResponse* response) {
  return AnswerFrom(write_pool_, *context, [this, request, response]() -> Status {
    ASSIGN_OR_RETURN(const std::string id, ConflictId("name", request->name()));
    ASSIGN_OR_RETURN(Review review, FromProto(*request));
    review.time = Now();
    ASSIGN_OR_RETURN(const Conflict conflict, graph_.Decide(id, review));
    *response->mutable_conflict() = ToProto(conflict, names_);
    return OkStatus();
  });
}

grpc::ServerUnaryReactor* ConflictService::ListConflictVersions(grpc::CallbackServerContext* context,
                                                                const v1::ListConflictVersionsRequest* request,
                                                                v1::ListConflictVersionsResponse* response) {
  return AnswerFrom(pool_, *context, [this, request, response]() -> Status {
    ASSIGN_OR_RETURN(const std::string id, ConflictId("name", request->name()));
    ASSIGN_OR_RETURN(const std::size_t page_size, PageSize(request->page_size()));
    ASSIGN_OR_RETURN(auto page, graph_.ListConflictVersions(id, page_size, request->page_token()));
    for (const Conflict& version : page.items) *response->add_versions() = ToProto(version, names_);
    response->set_next_page_token(std::move(page.next));
    return OkStatus();
  });
}

grpc::ServerUnaryReactor* ConflictService::CreateSuppression(grpc::CallbackServerContext* context,
                                                             const v1::CreateSuppressionRequest* request,
                                                             v1::CreateSuppressionResponse* response) {
  return AnswerFrom(write_pool_, *context, [this, request, response]() -> Status {
    ASSIGN_OR_RETURN(const Suppression asked, FromProto(*request, Now()));
    ASSIGN_OR_RETURN(const Suppression made, graph_.Suppress(asked));
    *response->mutable_suppression() = ToProto(made, names_);
    return OkStatus();
  });
}

grpc::ServerUnaryReactor* ConflictService::EndSuppression(grpc::CallbackServerContext* context,
                                                          const v1::EndSuppressionRequest* request,
                                                          v1::EndSuppressionResponse* response) {
  return AnswerFrom(write_pool_, *context, [this, request, response]() -> Status {
    ASSIGN_OR_RETURN(const std::uint64_t revision, SuppressionRevision("name", request->name()));
    ASSIGN_OR_RETURN(const SuppressionEnd end, FromProto(*request, Now()));
    ASSIGN_OR_RETURN(const Suppression ended, graph_.EndSuppression(revision, end));
    *response->mutable_suppression() = ToProto(ended, names_);
    return OkStatus();
  });
}

grpc::ServerUnaryReactor* ConflictService::ListSuppressions(grpc::CallbackServerContext* context,
                                                            const v1::ListSuppressionsRequest* request,
                                                            v1::ListSuppressionsResponse* response) {
  return AnswerFrom(pool_, *context, [this, request, response]() -> Status {
    ASSIGN_OR_RETURN(const std::size_t page_size, PageSize(request->page_size()));
    ASSIGN_OR_RETURN(auto page, graph_.ListSuppressions(request->standing(), page_size, request->page_token()));
    for (const Suppression& one : page.items) *response->add_suppressions() = ToProto(one, names_);
    response->set_next_page_token(std::move(page.next));
    return OkStatus();
  });
}

}  // namespace newsgraph::rpc
