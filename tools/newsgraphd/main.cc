// newsgraphd: the daemon.
#include <absl/synchronization/mutex.h>

#include <csignal>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

#include "extract/pack_extractor.h"
#include "graph/graph.h"
#include "rpc/server.h"
#include "tools/detecting_extractor.h"
#include "tools/kept_reader.h"
#include "tools/newsgraphd/command_line.h"
#include "tools/newsgraphd/following.h"
#include "tools/newsgraphd/log.h"
#include "tools/newsgraphd/socket_check.h"
#include "tools/newsgraphd/stop_signal.h"
#include "tools/version.h"

namespace newsgraph::tools {
namespace {

rpc::ServerOptions ToServerOptions(const DaemonConfig& config) {
  rpc::ServerOptions options;
  options.addresses = config.addresses;
  options.version = kVersion;
  options.max_article_bytes = config.max_article_bytes;
  options.submit_thread_count = config.submit_threads;
  options.read_thread_count = config.read_threads;
  return options;
}

// Serves until a signal comes.
Status Serve(const DaemonConfig& config, StopSignal& stop_signal) {
  RETURN_IF_ERROR(CheckSocketsAreFree(config.addresses));
  ASSIGN_OR_RETURN(std::unique_ptr<Reader> packs, extract::LoadExtractor(config.packs_dir));
  const DetectingExtractor extractor(KeepReader(std::move(packs)));
  ASSIGN_OR_RETURN(const std::unique_ptr<graph::Graph> graph,
                   graph::Graph::Open(config.data_dir, extractor.catalogue(),
                                      {.durability = config.durability, .own_outlets = config.own_outlets}));
  const graph::Statistics statistics = graph->statistics();
  LogInfo("graph opened", {{"data", config.data_dir},
                           {"revision", std::to_string(statistics.revision)},
                           {"articles", std::to_string(statistics.article_count)}});
  ASSIGN_OR_RETURN(const std::unique_ptr<Following> following, Following::Start(config, *graph, extractor));
  rpc::ServerOptions options = ToServerOptions(config);
  options.sources = &following->sources();
  ASSIGN_OR_RETURN(const std::unique_ptr<rpc::Server> server,
                   rpc::Server::Start(*graph, extractor, std::move(options)));
  for (const std::string& address : server->addresses()) LogInfo("listening", {{"address", address}});
  LogInfo("ready");
  const int signal = stop_signal.Wait();
  LogInfo("stopping", {{"signal", std::to_string(signal)}});
  server->Shutdown(config.shutdown_grace);
  const bool all_ended = following->Stop(config.shutdown_grace);
  LogInfo("stopped", {{"revision", std::to_string(graph->statistics().revision)}});
  if (all_ended) return OkStatus();
  // A text that never ends holds its thread. All that was stored is on disk; the rest is forgotten.
  LogWarning("an article was still being read");
  std::_Exit(static_cast<int>(ExitCode::kDone));
}

}  // namespace
}  // namespace newsgraph::tools

int main(int argc, char** argv) {
  using namespace newsgraph;  // NOLINT(google-build-using-namespace)
  absl::SetMutexDeadlockDetectionMode(absl::OnDeadlockCycle::kIgnore);
  const auto parsed = tools::ParseDaemonCommandLine(argc, argv);
  const auto* const config = std::get_if<tools::DaemonConfig>(&parsed);
  if (config == nullptr) return static_cast<int>(std::get<tools::ExitCode>(parsed));
  tools::StopSignal stop_signal;
  tools::StartLog(config->log_level);
  tools::LogInfo("starting", {{"version", tools::kVersion}});
  const Status served = tools::Serve(*config, stop_signal);
  if (served.ok()) return static_cast<int>(tools::ExitCode::kDone);
  tools::LogError(std::string(served.message()));
  return static_cast<int>(tools::ExitCode::kFailed);
}
