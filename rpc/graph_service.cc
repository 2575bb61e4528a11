#include "rpc/graph_service.h"

#include <string>
#include <utility>

#include "rpc/call.h"
#include "rpc/convert_article.h"
#include "rpc/convert_claim.h"
#include "rpc/convert_conflict.h"
#include "rpc/convert_filter.h"
#include "rpc/field_error.h"

namespace newsgraph::rpc {

grpc::ServerUnaryReactor* GraphService::GetArticle(grpc::CallbackServerContext* context,
                                                   const v1::GetArticleRequest* request, v1::Article* response) {
  return Answer(*context, [this, request, response]() -> Status {
    if (!v1::ArticleView_IsValid(request->view())) {
      return FieldError("view", Concat(static_cast<int>(request->view()), " is no value that this server knows"));
    }
    ASSIGN_OR_RETURN(const std::string id, ArticleId("name", request->name()));
    if (request->article_revision() < 0) return FieldError("article_revision", "is negative");
    const auto revision = static_cast<std::uint32_t>(request->article_revision());
    ASSIGN_OR_RETURN(const graph::StoredArticle stored, graph_.GetArticle(id, revision));
    *response = ToProto(stored, request->view(), names_);
    return OkStatus();
  });
}

grpc::ServerUnaryReactor* GraphService::ListClaims(grpc::CallbackServerContext* context,
                                                   const v1::ListClaimsRequest* request,
                                                   v1::ListClaimsResponse* response) {
  return AnswerFrom(pool_, *context, [this, request, response]() -> Status {
    ASSIGN_OR_RETURN(const graph::ClaimFilter filter, FromProto(*request));
    ASSIGN_OR_RETURN(const std::size_t page_size, PageSize(request->page_size()));
    ASSIGN_OR_RETURN(auto page, graph_.ListClaims(filter, page_size, request->page_token()));
    for (const Evidence& evidence : page.items) *response->add_claims() = ToProto(evidence, names_);
    response->set_next_page_token(std::move(page.next));
    return OkStatus();
  });
}

grpc::ServerUnaryReactor* GraphService::ListLinks(grpc::CallbackServerContext* context,
                                                  const v1::ListLinksRequest* request,
                                                  v1::ListLinksResponse* response) {
  return AnswerFrom(pool_, *context, [this, request, response]() -> Status {
    ASSIGN_OR_RETURN(const graph::LinkFilter filter, FromProto(*request));
    ASSIGN_OR_RETURN(const std::size_t page_size, PageSize(request->page_size()));
    ASSIGN_OR_RETURN(auto page, graph_.ListLinks(filter, page_size, request->page_token()));
    for (const Link& link : page.items) *response->add_links() = ToProto(link, names_);
    response->set_next_page_token(std::move(page.next));
    return OkStatus();
  });
}

}  // namespace newsgraph::rpc
