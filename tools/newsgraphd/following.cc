#include "tools/newsgraphd/following.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tools/newsgraphd/log.h"
#include "tools/version.h"

namespace newsgraph::tools {
namespace {

using ingest::SourceEvent;
using ingest::SourceEventKind;

std::string_view TextOf(SourceEventKind kind) {
  switch (kind) {
    case SourceEventKind::kAdded:
      return "source added";
    case SourceEventKind::kRemoved:
      return "source removed";
    case SourceEventKind::kFailed:
      return "source failed";
    case SourceEventKind::kRecovered:
      return "source recovered";
    case SourceEventKind::kStale:
      return "source stale";
    case SourceEventKind::kGone:
      return "source gone";
    case SourceEventKind::kRejected:
      return "article rejected";
    case SourceEventKind::kSetAside:
      return "article set aside";
    case SourceEventKind::kNotKept:
      return "sources not kept";
  }
  return "source";
}

void Log(const SourceEvent& event) {
  const bool good = event.kind == SourceEventKind::kAdded || event.kind == SourceEventKind::kRemoved ||
                    event.kind == SourceEventKind::kRecovered;
  if (good) return LogInfo(TextOf(event.kind), {{"source", event.location}});
  LogWarning(TextOf(event.kind), {{"source", event.location}, {"reason", event.detail}});
}

ingest::FollowerOptions OptionsOf(const DaemonConfig& config, const Reader& reader) {
  ingest::FollowerOptions options;
  options.folder = std::filesystem::path(config.data_dir) / "sources";
  options.read.max_text_bytes = config.max_article_bytes;
  options.time.budget = config.time_budget;
  // Other rules may get through what these did not.
  options.time.version = Concat(kVersion, "/", reader.Extract({}).rules_version);
  return options;
}

}  // namespace

Following::Following(graph::Graph& graph, const Reader& reader, const DaemonConfig& config)
    : ingestor_(graph, reader, config.max_article_bytes),
      fetcher_(ingest::MakeFetcher({.user_agent = Concat("newsgraph/", kVersion)})),
      random_(std::random_device()()),
      pool_(std::make_unique<rpc::WorkerPool>(config.submit_threads, 0)) {}

ingest::FollowerWorld Following::World() {
  const auto execute = [this](std::function<void()> task) {
    pool_->Add([this, task = std::move(task)] {
      // What is not begun by the end is begun after the next start.
      ++at_work_;
      if (!stopping_) task();
      --at_work_;
    });
  };
  const auto sink = [this](Article article) -> ingest::ArticleCommit {
    return [this, read = ingestor_.Read(std::move(article))]() -> StatusOr<bool> {
      ASSIGN_OR_RETURN(const graph::Receipt receipt, ingestor_.Store(read));
      return !receipt.unchanged;
    };
  };
  const auto random = [this] { return std::uniform_real_distribution<double>()(random_); };
  return {*fetcher_, clock_, execute, sink, &Log, random};
}

StatusOr<std::unique_ptr<Following>> Following::Start(const DaemonConfig& config, graph::Graph& graph,
                                                      const Reader& reader) {
  ASSIGN_OR_RETURN(const std::vector<Source> sources, ResolveSources(config.sources));
  std::unique_ptr<Following> out(new Following(graph, reader, config));
  ASSIGN_OR_RETURN(out->follower_, ingest::SourceFollower::Open(OptionsOf(config, reader), sources, out->World()));
  out->thread_ = std::jthread([follower = out->follower_.get()](const std::stop_token& stop) { follower->Run(stop); });
  return out;
}

Following::~Following() { Stop(std::chrono::milliseconds(0)); }

bool Following::Stop(std::chrono::milliseconds grace) {
  if (pool_ == nullptr) return true;
  stopping_ = true;
  thread_ = {};
  const auto until = std::chrono::steady_clock::now() + grace;
  while (at_work_ > 0 && std::chrono::steady_clock::now() < until)
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  const bool ended = at_work_ == 0;
  if (ended) pool_ = nullptr;
  if (follower_ != nullptr) {
    const Status kept = follower_->Keep();
    if (!kept.ok()) Log({SourceEventKind::kNotKept, "", std::string(kept.message())});
  }
  return ended;
}

}  // namespace newsgraph::tools
