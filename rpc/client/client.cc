#include "rpc/client/client.h"

#include <grpc/grpc.h>
#include <grpcpp/grpcpp.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

#include "newsgraph/v1/admin_service.grpc.pb.h"
#include "newsgraph/v1/conflict_service.grpc.pb.h"
#include "newsgraph/v1/draft_service.grpc.pb.h"
#include "newsgraph/v1/entity_service.grpc.pb.h"
#include "newsgraph/v1/graph_service.grpc.pb.h"
#include "newsgraph/v1/ingest_service.grpc.pb.h"
#include "newsgraph/v1/source_service.grpc.pb.h"
#include "newsgraph/v1/watch_service.grpc.pb.h"
#include "rpc/client/window.h"
#include "rpc/wire/status.h"

namespace newsgraph::rpc {
namespace {

// How often to make sure that the server's machine is still there.
constexpr int kKeepaliveMilliseconds = 30'000;

auto Connect(const std::string& address, const ClientOptions& options) {
  grpc::ChannelArguments arguments;
  arguments.SetMaxReceiveMessageSize(-1);
  arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, static_cast<int>(options.least_retry_delay.count()));
  arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, static_cast<int>(options.most_retry_delay.count()));
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS, kKeepaliveMilliseconds);
  return grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(), arguments);
}

// One call with one answer.
template <typename Response, typename Stub, typename Request>
StatusOr<Response> Call(Stub& stub, grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                        const Request& request, std::chrono::milliseconds timeout) {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + timeout);
  Response response;
  RETURN_IF_ERROR(FromGrpc((stub.*method)(&context, request, &response)));
  return response;
}

// All items of all pages; `items` picks them out of a page.
template <typename Request, typename Fetch, typename Items, typename Visit>
Status VisitPages(Request request, const Fetch& fetch, const Items& items, const Visit& visit) {
  do {
    ASSIGN_OR_RETURN(const auto page, fetch(request));
    for (const auto& item : items(page)) {
      if (!visit(item)) return OkStatus();
    }
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  return OkStatus();
}

// False if `stop` was requested meanwhile.
bool Sleep(std::chrono::milliseconds duration, const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any never;
  std::unique_lock lock(mutex);
  never.wait_for(lock, stop, duration, [] { return false; });
  return !stop.stop_requested();
}

// Whether a watch that ended so is worth taking up again. A server that is
// killed resets its streams, which looks like cancelling.
bool MayComeBack(const Status& status) {
  return status.code() == StatusCode::kUnavailable || status.code() == StatusCode::kCancelled;
}

}  // namespace

struct Client::Stubs {
  explicit Stubs(const std::shared_ptr<grpc::Channel>& channel)
      : admin(channel),
        conflict(channel),
        draft(channel),
        entity(channel),
        graph(channel),
        ingest(channel),
        source(channel),
        watch(channel) {}

  v1::AdminService::Stub admin;
  v1::ConflictService::Stub conflict;
  v1::DraftService::Stub draft;
  v1::EntityService::Stub entity;
  v1::GraphService::Stub graph;
  v1::IngestService::Stub ingest;
  v1::SourceService::Stub source;
  v1::WatchService::Stub watch;
};

Client::Client(const std::string& address, ClientOptions options)
    : options_(options), stubs_(std::make_unique<Stubs>(Connect(address, options))) {}

Client::~Client() = default;

StatusOr<v1::ServerInfo> Client::GetServerInfo() {
  return Call(stubs_->admin, &v1::AdminService::Stub::GetServerInfo, v1::GetServerInfoRequest(), options_.timeout);
}

StatusOr<v1::Receipt> Client::SubmitArticle(const v1::Article& article) {
  v1::SubmitArticleRequest request;
  *request.mutable_article() = article;
  ASSIGN_OR_RETURN(v1::SubmitArticleResponse response,
                   Call(stubs_->ingest, &v1::IngestService::Stub::SubmitArticle, request, options_.timeout));
  return std::move(*response.mutable_receipt());
}

StatusOr<std::int64_t> Client::SubmitArticles(const std::function<std::optional<v1::SubmitArticlesRequest>()>& next,
                                              const std::function<void(const v1::SubmitArticlesResponse&)>& answered) {
  grpc::ClientContext context;
  const auto stream = stubs_->ingest.SubmitArticles(&context);
  Window window(options_.max_unanswered);
  std::int64_t answered_count = 0;
  std::thread reader([&] {
    v1::SubmitArticlesResponse response;
    while (stream->Read(&response)) {
      answered(response);
      ++answered_count;
      window.Leave();
    }
    window.Close();
  });
  bool stalled = false;
  while (const std::optional<v1::SubmitArticlesRequest> request = next()) {
    const bool entered = window.Enter(options_.timeout);
    stalled = !entered && !window.closed();
    if (!entered || !stream->Write(*request)) break;
  }
  if (!stalled) {
    stream->WritesDone();
    stalled = !window.WaitUntilEmpty(options_.timeout);
  }
  if (stalled) context.TryCancel();
  reader.join();
  const Status ended = FromGrpc(stream->Finish());
  if (stalled) return Error(StatusCode::kDeadlineExceeded, "no answer for ", options_.timeout.count(), " ms");
  RETURN_IF_ERROR(ended);
  return answered_count;
}

StatusOr<v1::Article> Client::GetArticle(const v1::GetArticleRequest& request) {
  return Call(stubs_->graph, &v1::GraphService::Stub::GetArticle, request, options_.timeout);
}

StatusOr<v1::CheckDraftResponse> Client::CheckDraft(const v1::CheckDraftRequest& request) {
  return Call(stubs_->draft, &v1::DraftService::Stub::CheckDraft, request, options_.timeout);
}

StatusOr<v1::Conflict> Client::GetConflict(const v1::GetConflictRequest& request) {
  return Call(stubs_->conflict, &v1::ConflictService::Stub::GetConflict, request, options_.timeout);
}

Status Client::ListClaims(v1::ListClaimsRequest request, const std::function<bool(const v1::Claim&)>& visit) {
  const auto fetch = [this](const v1::ListClaimsRequest& page) {
    return Call(stubs_->graph, &v1::GraphService::Stub::ListClaims, page, options_.timeout);
  };
  const auto items = [](const v1::ListClaimsResponse& page) -> const auto& { return page.claims(); };
  return VisitPages(std::move(request), fetch, items, visit);
}

Status Client::ListLinks(v1::ListLinksRequest request, const std::function<bool(const v1::Link&)>& visit) {
  const auto fetch = [this](const v1::ListLinksRequest& page) {
    return Call(stubs_->graph, &v1::GraphService::Stub::ListLinks, page, options_.timeout);
  };
  const auto items = [](const v1::ListLinksResponse& page) -> const auto& { return page.links(); };
  return VisitPages(std::move(request), fetch, items, visit);
}

Status Client::ListConflicts(v1::ListConflictsRequest request, const std::function<bool(const v1::Conflict&)>& visit) {
  const auto fetch = [this](const v1::ListConflictsRequest& page) {
    return Call(stubs_->conflict, &v1::ConflictService::Stub::ListConflicts, page, options_.timeout);
  };
  const auto items = [](const v1::ListConflictsResponse& page) -> const auto& { return page.conflicts(); };
  return VisitPages(std::move(request), fetch, items, visit);
}

StatusOr<v1::Conflict> Client::ReviewConflict(const v1::ReviewConflictRequest& request) {
  ASSIGN_OR_RETURN(v1::ReviewConflictResponse response,
                   Call(stubs_->conflict, &v1::ConflictService::Stub::ReviewConflict, request, options_.timeout));
  return std::move(*response.mutable_conflict());
}

Status Client::ListConflictVersions(v1::ListConflictVersionsRequest request,
                                    const std::function<bool(const v1::Conflict&)>& visit) {
  const auto fetch = [this](const v1::ListConflictVersionsRequest& page) {
    return Call(stubs_->conflict, &v1::ConflictService::Stub::ListConflictVersions, page, options_.timeout);
  };
  const auto items = [](const v1::ListConflictVersionsResponse& page) -> const auto& { return page.versions(); };
  return VisitPages(std::move(request), fetch, items, visit);
}

StatusOr<v1::Suppression> Client::CreateSuppression(const v1::CreateSuppressionRequest& request) {
  ASSIGN_OR_RETURN(v1::CreateSuppressionResponse response,
                   Call(stubs_->conflict, &v1::ConflictService::Stub::CreateSuppression, request, options_.timeout));
  return std::move(*response.mutable_suppression());
}

StatusOr<v1::Suppression> Client::EndSuppression(const v1::EndSuppressionRequest& request) {
  ASSIGN_OR_RETURN(v1::EndSuppressionResponse response,
                   Call(stubs_->conflict, &v1::ConflictService::Stub::EndSuppression, request, options_.timeout));
  return std::move(*response.mutable_suppression());
}

Status Client::ListSuppressions(v1::ListSuppressionsRequest request,
                                const std::function<bool(const v1::Suppression&)>& visit) {
  const auto fetch = [this](const v1::ListSuppressionsRequest& page) {
    return Call(stubs_->conflict, &v1::ConflictService::Stub::ListSuppressions, page, options_.timeout);
  };
  const auto items = [](const v1::ListSuppressionsResponse& page) -> const auto& { return page.suppressions(); };
  return VisitPages(std::move(request), fetch, items, visit);
}

StatusOr<v1::Entity> Client::GetEntity(const v1::GetEntityRequest& request) {
  return Call(stubs_->entity, &v1::EntityService::Stub::GetEntity, request, options_.timeout);
}

StatusOr<v1::SearchEntitiesResponse> Client::SearchEntities(const v1::SearchEntitiesRequest& request) {
  return Call(stubs_->entity, &v1::EntityService::Stub::SearchEntities, request, options_.timeout);
}

StatusOr<v1::EntityChange> Client::MergeEntities(const v1::MergeEntitiesRequest& request) {
  ASSIGN_OR_RETURN(v1::MergeEntitiesResponse response,
                   Call(stubs_->entity, &v1::EntityService::Stub::MergeEntities, request, options_.timeout));
  return std::move(*response.mutable_change());
}

StatusOr<v1::EntityChange> Client::SplitEntity(const v1::SplitEntityRequest& request) {
  ASSIGN_OR_RETURN(v1::SplitEntityResponse response,
                   Call(stubs_->entity, &v1::EntityService::Stub::SplitEntity, request, options_.timeout));
  return std::move(*response.mutable_change());
}

StatusOr<v1::EntityChange> Client::UndoEntityChange(const v1::UndoEntityChangeRequest& request) {
  ASSIGN_OR_RETURN(v1::UndoEntityChangeResponse response,
                   Call(stubs_->entity, &v1::EntityService::Stub::UndoEntityChange, request, options_.timeout));
  return std::move(*response.mutable_change());
}

Status Client::ListEntityChanges(v1::ListEntityChangesRequest request,
                                 const std::function<bool(const v1::EntityChange&)>& visit) {
  const auto fetch = [this](const v1::ListEntityChangesRequest& page) {
    return Call(stubs_->entity, &v1::EntityService::Stub::ListEntityChanges, page, options_.timeout);
  };
  const auto items = [](const v1::ListEntityChangesResponse& page) -> const auto& { return page.changes(); };
  return VisitPages(std::move(request), fetch, items, visit);
}

StatusOr<v1::Source> Client::AddSource(const v1::Source& source) {
  v1::AddSourceRequest request;
  *request.mutable_source() = source;
  ASSIGN_OR_RETURN(v1::AddSourceResponse response,
                   Call(stubs_->source, &v1::SourceService::Stub::AddSource, request, options_.timeout));
  return std::move(*response.mutable_source());
}

Status Client::RemoveSource(const std::string& name) {
  v1::RemoveSourceRequest request;
  request.set_name(name);
  return Call(stubs_->source, &v1::SourceService::Stub::RemoveSource, request, options_.timeout).status();
}

Status Client::ListSources(v1::ListSourcesRequest request, const std::function<bool(const v1::Source&)>& visit) {
  const auto fetch = [this](const v1::ListSourcesRequest& page) {
    return Call(stubs_->source, &v1::SourceService::Stub::ListSources, page, options_.timeout);
  };
  const auto items = [](const v1::ListSourcesResponse& page) -> const auto& { return page.sources(); };
  return VisitPages(std::move(request), fetch, items, visit);
}

StatusOr<std::int64_t> Client::ImportSources(const std::string& opml) {
  v1::ImportSourcesRequest request;
  request.set_opml(opml);
  ASSIGN_OR_RETURN(const v1::ImportSourcesResponse response,
                   Call(stubs_->source, &v1::SourceService::Stub::ImportSources, request, options_.timeout));
  return response.added_count();
}

StatusOr<std::string> Client::ExportSources() {
  ASSIGN_OR_RETURN(v1::ExportSourcesResponse response, Call(stubs_->source, &v1::SourceService::Stub::ExportSources,
                                                            v1::ExportSourcesRequest(), options_.timeout));
  return std::move(*response.mutable_opml());
}

Status Client::Watch(v1::WatchRequest request, const std::function<bool(const v1::WatchResponse&)>& visit,
                     const std::stop_token& stop) {
  bool stood = false;
  std::chrono::milliseconds delay = options_.least_retry_delay;
  do {
    grpc::ClientContext context;
    const std::stop_callback cancel(stop, [&context] { context.TryCancel(); });
    const auto stream = stubs_->watch.Watch(&context, request);
    bool wanted = true;
    v1::WatchResponse response;
    while (wanted && stream->Read(&response)) {
      stood = true;
      delay = options_.least_retry_delay;
      if (!response.resume_token().empty()) request.set_resume_token(response.resume_token());
      wanted = !stop.stop_requested() && visit(response);
    }
    if (!wanted) context.TryCancel();
    Status ended = FromGrpc(stream->Finish());
    if (!wanted || stop.stop_requested()) return OkStatus();
    if (!stood || !MayComeBack(ended)) return ended;
    delay = std::min(2 * delay, options_.most_retry_delay);
  } while (Sleep(delay, stop));
  return OkStatus();
}

}  // namespace newsgraph::rpc
