#include "rpc/server.h"

#include <grpc/grpc.h>
#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/grpcpp.h>
#include <grpcpp/health_check_service_interface.h>

#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>

#include "rpc/admin_service.h"
#include "rpc/conflict_service.h"
#include "rpc/draft_service.h"
#include "rpc/entity_service.h"
#include "rpc/expiry.h"
#include "rpc/graph_service.h"
#include "rpc/ingest_service.h"
#include "rpc/source_service.h"
#include "rpc/watch_service.h"
#include "rpc/worker_pool.h"

namespace newsgraph::rpc {
namespace {

// Beyond the text: the article's other fields. Messages between the two limits
// are refused by field name, larger ones by gRPC itself.
constexpr std::size_t kMessageSlack = std::size_t{1} << 20;
constexpr int kKeepaliveMilliseconds = 60'000;
constexpr int kKeepaliveTimeoutMilliseconds = 20'000;
// Clients may ask as often whether we are still there.
constexpr int kLeastPingMilliseconds = 10'000;

// "host:0" with the port that was found instead of the 0.
std::string WithPort(std::string_view address, int port) {
  if (address.starts_with("unix:")) return std::string(address);
  return Concat(address.substr(0, address.rfind(':') + 1), port);
}

void SetLimits(const ServerOptions& options, grpc::ServerBuilder& builder) {
  builder.SetMaxReceiveMessageSize(static_cast<int>(2 * options.max_article_bytes + kMessageSlack));
  // Two servers on one port would each answer half of the calls.
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIME_MS, kKeepaliveMilliseconds);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, kKeepaliveTimeoutMilliseconds);
  builder.AddChannelArgument(GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS, kLeastPingMilliseconds);
}

void ReportHealthy(grpc::Server& server, bool with_sources) {
  for (const char* service : {v1::AdminService::service_full_name(), v1::ConflictService::service_full_name(),
                              v1::DraftService::service_full_name(), v1::EntityService::service_full_name(),
                              v1::GraphService::service_full_name(), v1::IngestService::service_full_name(),
                              v1::WatchService::service_full_name()}) {
    server.GetHealthCheckService()->SetServingStatus(service, true);
  }
  if (with_sources) server.GetHealthCheckService()->SetServingStatus(v1::SourceService::service_full_name(), true);
}

}  // namespace

// In the order in which they are needed: the pools outlive the services.
struct Server::Parts {
  Parts(graph::Graph& graph, const Reader& reader, const ServerOptions& options)
      : submit_pool(options.submit_thread_count, options.max_waiting_requests),
        read_pool(options.read_thread_count, options.max_waiting_requests),
        ingest(graph, reader, submit_pool,
               {options.max_article_bytes, options.max_submit_streams, options.max_unanswered_submissions}),
        graph_service(graph, reader.catalogue(), read_pool),
        draft(graph, reader, read_pool, options.max_article_bytes),
        conflict(graph, reader.catalogue(), read_pool, submit_pool),
        entity(graph, reader.catalogue(), read_pool, submit_pool),
        watch(graph, reader.catalogue(), read_pool, {options.max_watch_streams, options.progress_interval},
              options.sources),
        admin(graph, options.version, reader.Extract({}).rules_version),
        expiry(graph) {
    if (options.sources != nullptr) sources.emplace(*options.sources, read_pool);
  }

  WorkerPool submit_pool;
  WorkerPool read_pool;
  IngestService ingest;
  GraphService graph_service;
  DraftService draft;
  ConflictService conflict;
  EntityService entity;
  WatchService watch;
  AdminService admin;
  Expiry expiry;
  std::optional<SourceService> sources;
  std::unique_ptr<grpc::Server> server;
};

StatusOr<std::unique_ptr<Server>> Server::Start(graph::Graph& graph, const Reader& reader, ServerOptions options) {
  if (options.addresses.empty()) return Error(StatusCode::kInvalidArgument, "no address to listen on is given");
  grpc::EnableDefaultHealthCheckService(true);
  grpc::reflection::InitProtoReflectionServerBuilderPlugin();
  auto parts = std::make_unique<Parts>(graph, reader, options);
  grpc::ServerBuilder builder;
  SetLimits(options, builder);
  std::vector<int> ports(options.addresses.size(), 0);
  for (std::size_t i = 0; i < ports.size(); ++i) {
    builder.AddListeningPort(options.addresses[i], grpc::InsecureServerCredentials(), &ports[i]);
  }
  for (grpc::Service* service :
       std::initializer_list<grpc::Service*>{&parts->ingest, &parts->graph_service, &parts->draft, &parts->conflict,
                                             &parts->entity, &parts->watch, &parts->admin}) {
    builder.RegisterService(service);
  }
  if (parts->sources) builder.RegisterService(&*parts->sources);
  parts->server = builder.BuildAndStart();
  std::unique_ptr<Server> server(new Server(std::move(parts)));
  for (std::size_t i = 0; i < ports.size(); ++i) {
    if (ports[i] == 0) {
      return Error(StatusCode::kUnavailable, "cannot listen on \"", options.addresses[i],
                   "\": the address is in use or not this machine's");
    }
    server->addresses_.push_back(WithPort(options.addresses[i], ports[i]));
  }
  if (server->parts_->server == nullptr) return Error(StatusCode::kUnavailable, "cannot start the gRPC server");
  ReportHealthy(*server->parts_->server, options.sources != nullptr);
  return server;
}

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Server::~Server() { Shutdown(std::chrono::milliseconds(0)); }

void Server::Shutdown(std::chrono::milliseconds grace) {
  if (parts_->server == nullptr) return;
  parts_->server->GetHealthCheckService()->Shutdown();
  parts_->ingest.EndStreams();
  parts_->watch.EndStreams();
  parts_->server->Shutdown(std::chrono::system_clock::now() + grace);
  parts_->server->Wait();
  parts_->server.reset();
}

}  // namespace newsgraph::rpc
