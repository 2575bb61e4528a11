#include "rpc/source_service.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "rpc/call.h"
#include "rpc/convert_filter.h"
#include "rpc/convert_source.h"
#include "rpc/field_error.h"
#include "rpc/wire/resource_name.h"

namespace newsgraph::rpc {

grpc::ServerUnaryReactor* SourceService::AddSource(grpc::CallbackServerContext* context,
                                                   const v1::AddSourceRequest* request,
                                                   v1::AddSourceResponse* response) {
  return AnswerFrom(pool_, *context, [this, request, response]() -> Status {
    ASSIGN_OR_RETURN(Source source, FromProto(request->source()));
    ASSIGN_OR_RETURN(const SourceReport report, sources_.Add(std::move(source)));
    *response->mutable_source() = ToProto(report);
    return OkStatus();
  });
}

grpc::ServerUnaryReactor* SourceService::GetSource(grpc::CallbackServerContext* context,
                                                   const v1::GetSourceRequest* request, v1::Source* response) {
  return Answer(*context, [this, request, response]() -> Status {
    ASSIGN_OR_RETURN(const std::string location, SourceLocation("name", request->name()));
    ASSIGN_OR_RETURN(const SourceReport report, sources_.Get(location));
    *response = ToProto(report);
    return OkStatus();
  });
}

// A page goes on behind the last location shown, whatever was added or removed meanwhile.
grpc::ServerUnaryReactor* SourceService::ListSources(grpc::CallbackServerContext* context,
                                                     const v1::ListSourcesRequest* request,
                                                     v1::ListSourcesResponse* response) {
  return AnswerFrom(pool_, *context, [this, request, response]() -> Status {
    ASSIGN_OR_RETURN(const std::size_t page_size, PageSize(request->page_size()));
    std::string after;
    if (!request->page_token().empty()) {
      ASSIGN_OR_RETURN(after, SourceLocation("page_token", request->page_token()));
    }
    const std::vector<SourceReport> reports = sources_.List(after, page_size + 1);
    for (std::size_t i = 0; i < reports.size() && i < page_size; ++i) *response->add_sources() = ToProto(reports[i]);
    if (reports.size() > page_size) response->set_next_page_token(SourceName(reports[page_size - 1].source.location));
    return OkStatus();
  });
}

grpc::ServerUnaryReactor* SourceService::RemoveSource(grpc::CallbackServerContext* context,
                                                      const v1::RemoveSourceRequest* request,
                                                      v1::RemoveSourceResponse*) {
  return AnswerFrom(pool_, *context, [this, request]() -> Status {
    ASSIGN_OR_RETURN(const std::string location, SourceLocation("name", request->name()));
    return sources_.Remove(location);
  });
}

grpc::ServerUnaryReactor* SourceService::ImportSources(grpc::CallbackServerContext* context,
                                                       const v1::ImportSourcesRequest* request,
                                                       v1::ImportSourcesResponse* response) {
  return AnswerFrom(pool_, *context, [this, request, response]() -> Status {
    ASSIGN_OR_RETURN(const std::size_t count, sources_.Import(request->opml()));
    response->set_added_count(static_cast<std::int64_t>(count));
    return OkStatus();
  });
}

grpc::ServerUnaryReactor* SourceService::ExportSources(grpc::CallbackServerContext* context,
                                                       const v1::ExportSourcesRequest*,
                                                       v1::ExportSourcesResponse* response) {
  return AnswerFrom(pool_, *context, [this, response] {
    response->set_opml(sources_.Export());
    return OkStatus();
  });
}

}  // namespace newsgraph::rpc
