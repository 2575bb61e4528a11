// A newsgraph server as a C++ object.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "model/status.h"
#include "newsgraph/v1/admin_service.pb.h"
#include "newsgraph/v1/conflict_service.pb.h"
#include "newsgraph/v1/draft_service.pb.h"
#include "newsgraph/v1/entity_service.pb.h"
#include "newsgraph/v1/graph_service.pb.h"
#include "newsgraph/v1/ingest_service.pb.h"
#include "newsgraph/v1/source_service.pb.h"
#include "newsgraph/v1/watch_service.pb.h"

namespace newsgraph::rpc {

struct ClientOptions {
  // How long one answer may take, connecting included.
  std::chrono::milliseconds timeout = std::chrono::seconds(30);
  // How many articles of a stream may await their answer; at least 1.
  std::size_t max_unanswered = 64;
  // Least and most time between attempts to take up a broken watch.
  std::chrono::milliseconds least_retry_delay = std::chrono::milliseconds(100);
  std::chrono::milliseconds most_retry_delay = std::chrono::seconds(5);
};

// Any thread may call; calls do not wait for each other. Every error carries the
// server's own code and message; UNAVAILABLE means that no server answers.
// Names and ids: rpc/wire/resource_name.h.
class Client {
 public:
  // `address` is "host:port" or "unix:path". Does not wait for a connection.
  explicit Client(const std::string& address, ClientOptions options = {});
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  StatusOr<v1::ServerInfo> GetServerInfo();

  StatusOr<v1::Receipt> SubmitArticle(const v1::Article& article);

  // Submits what `next` gives until it gives nothing, over one stream, and hands
  // each answer to `answered` in the order of requests; at most
  // `max_unanswered` requests are under way. `next` runs in this thread,
  // `answered` in another, one call at a time. Returns how many were answered;
  // an error means that the stream broke: what was not answered is to be
  // submitted again. DEADLINE_EXCEEDED if no answer came for the timeout.
  StatusOr<std::int64_t> SubmitArticles(const std::function<std::optional<v1::SubmitArticlesRequest>()>& next,
                                        const std::function<void(const v1::SubmitArticlesResponse&)>& answered);

  StatusOr<v1::CheckDraftResponse> CheckDraft(const v1::CheckDraftRequest& request);

  StatusOr<v1::Article> GetArticle(const v1::GetArticleRequest& request);
  StatusOr<v1::Conflict> GetConflict(const v1::GetConflictRequest& request);

  StatusOr<v1::Conflict> ReviewConflict(const v1::ReviewConflictRequest& request);
  StatusOr<v1::Suppression> CreateSuppression(const v1::CreateSuppressionRequest& request);
  StatusOr<v1::Suppression> EndSuppression(const v1::EndSuppressionRequest& request);

  // Calls `visit` for all that the filter of `request` lets through, from the
  // page at `request.page_token` on, until `visit` returns false. `page_size`
  // only says how much is fetched at a time.
  Status ListClaims(v1::ListClaimsRequest request, const std::function<bool(const v1::Claim&)>& visit);
  Status ListLinks(v1::ListLinksRequest request, const std::function<bool(const v1::Link&)>& visit);
  Status ListConflicts(v1::ListConflictsRequest request, const std::function<bool(const v1::Conflict&)>& visit);
  Status ListConflictVersions(v1::ListConflictVersionsRequest request,
                              const std::function<bool(const v1::Conflict&)>& visit);
  Status ListSuppressions(v1::ListSuppressionsRequest request,
                          const std::function<bool(const v1::Suppression&)>& visit);

  StatusOr<v1::Entity> GetEntity(const v1::GetEntityRequest& request);
  // The nearest first.
  StatusOr<v1::SearchEntitiesResponse> SearchEntities(const v1::SearchEntitiesRequest& request);
  StatusOr<v1::EntityChange> MergeEntities(const v1::MergeEntitiesRequest& request);
  StatusOr<v1::EntityChange> SplitEntity(const v1::SplitEntityRequest& request);
  StatusOr<v1::EntityChange> UndoEntityChange(const v1::UndoEntityChangeRequest& request);
  Status ListEntityChanges(v1::ListEntityChangesRequest request,
                           const std::function<bool(const v1::EntityChange&)>& visit);

  StatusOr<v1::Source> AddSource(const v1::Source& source);
  Status RemoveSource(const std::string& name);
  Status ListSources(v1::ListSourcesRequest request, const std::function<bool(const v1::Source&)>& visit);
  // How many feeds of the document were not followed before.
  StatusOr<std::int64_t> ImportSources(const std::string& opml);
  StatusOr<std::string> ExportSources();

  // Calls `visit` for every response until it returns false or `stop` is
  // requested; then OK. Takes up a watch that broke from its last resume token,
  // trying for as long as it takes; fails if the first attempt does, or if the
  // server refuses for another reason than being away. Events are neither lost
  // nor repeated; a snapshot that was cut off begins anew.
  Status Watch(v1::WatchRequest request, const std::function<bool(const v1::WatchResponse&)>& visit,
               const std::stop_token& stop = {});

 private:
  struct Stubs;

  ClientOptions options_;
  std::unique_ptr<Stubs> stubs_;
};

}  // namespace newsgraph::rpc
