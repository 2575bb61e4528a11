#include "rpc/entity_service.h"

#include <chrono>
#include <string>
#include <utility>

#include "rpc/call.h"
#include "rpc/convert_entity.h"
#include "rpc/convert_filter.h"
#include "rpc/field_error.h"

namespace newsgraph::rpc {
grpc::ServerUnaryReactor* EntityService::GetEntity(grpc::CallbackServerContext* context,
                                                   const v1::GetEntityRequest* request, v1::Entity* response) {
  return AnswerFrom(read_pool_, *context, [this, request, response]() -> Status {
    ASSIGN_OR_RETURN(const std::string id, EntityId("name", request->name()));
    ASSIGN_OR_RETURN(const graph::KnownEntity entity, graph_.GetEntity(id));
    *response = ToProto(entity, names_);
    return OkStatus();
  });
}

grpc::ServerUnaryReactor* EntityService::SearchEntities(grpc::CallbackServerContext* context,
                                                        const v1::SearchEntitiesRequest* request,
                                                        v1::SearchEntitiesResponse* response) {
  return AnswerFrom(read_pool_, *context, [this, request, response]() -> Status {
    ASSIGN_OR_RETURN(const graph::EntityQuery query, FromProto(*request));
    ASSIGN_OR_RETURN(const std::vector<graph::KnownEntity> entities, graph_.SearchEntities(query));
    for (const graph::KnownEntity& entity : entities) *response->add_entities() = ToProto(entity, names_);
    return OkStatus();
  });
}

Status EntityService::Change(graph::EntityChange change, v1::EntityChange& made) {
  change.time = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  ASSIGN_OR_RETURN(change, graph_.Change(change));
  made = ToProto(change);
  return OkStatus();
}

grpc::ServerUnaryReactor* EntityService::MergeEntities(grpc::CallbackServerContext* context,
                                                       const v1::MergeEntitiesRequest* request,
                                                       v1::MergeEntitiesResponse* response) {
  return AnswerFrom(write_pool_, *context, [this, request, response]() -> Status {
    graph::EntityChange change;
    change.kind = graph::EntityChangeKind::kMerged;
    ASSIGN_OR_RETURN(change.entity, EntityId("name", request->name()));
    for (const std::string& name : request->merged_entities()) {
      ASSIGN_OR_RETURN(change.others.emplace_back(), EntityId("merged_entities", name));
    }
    ASSIGN_OR_RETURN(change.reason, Written("reason", request->reason()));
    return Change(std::move(change), *response->mutable_change());
  });
}

grpc::ServerUnaryReactor* EntityService::SplitEntity(grpc::CallbackServerContext* context,
                                                     const v1::SplitEntityRequest* request,
                                                     v1::SplitEntityResponse* response) {
  return AnswerFrom(write_pool_, *context, [this, request, response]() -> Status {
    graph::EntityChange change;
    change.kind = graph::EntityChangeKind::kSplit;
    ASSIGN_OR_RETURN(change.entity, EntityId("name", request->name()));
    for (const std::string& name : request->articles()) {
      ASSIGN_OR_RETURN(change.articles.emplace_back(), ArticleId("articles", name));
    }
    ASSIGN_OR_RETURN(change.name, Written("display_name", request->display_name()));
    ASSIGN_OR_RETURN(change.reason, Written("reason", request->reason()));
    return Change(std::move(change), *response->mutable_change());
  });
}

grpc::ServerUnaryReactor* EntityService::UndoEntityChange(grpc::CallbackServerContext* context,
                                                          const v1::UndoEntityChangeRequest* request,
                                                          v1::UndoEntityChangeResponse* response) {
  return AnswerFrom(write_pool_, *context, [this, request, response]() -> Status {
    graph::EntityChange change;
    change.kind = graph::EntityChangeKind::kUndone;
    ASSIGN_OR_RETURN(change.undoes, EntityChangeRevision("name", request->name()));
    ASSIGN_OR_RETURN(change.reason, Written("reason", request->reason()));
    return Change(std::move(change), *response->mutable_change());
  });
}

grpc::ServerUnaryReactor* EntityService::ListEntityChanges(grpc::CallbackServerContext* context,
                                                           const v1::ListEntityChangesRequest* request,
                                                           v1::ListEntityChangesResponse* response) {
  return AnswerFrom(read_pool_, *context, [this, request, response]() -> Status {
    std::string entity;
    if (!request->entity().empty()) {
      ASSIGN_OR_RETURN(entity, EntityId("entity", request->entity()));
    }
    ASSIGN_OR_RETURN(const std::size_t page_size, PageSize(request->page_size()));
    ASSIGN_OR_RETURN(auto page, graph_.ListEntityChanges(entity, page_size, request->page_token()));
    for (const graph::EntityChange& change : page.items) *response->add_changes() = ToProto(change);
    response->set_next_page_token(std::move(page.next));
    return OkStatus();
  });
}

}  // namespace newsgraph::rpc
