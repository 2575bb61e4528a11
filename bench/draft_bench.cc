// What checking a draft costs: the start that a command line pays, the checks alone,
// and the call over loopback.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "compare/lint.h"
#include "extract/pack_extractor.h"
#include "graph/graph.h"
#include "model/status.h"
#include "rpc/client/client.h"
#include "rpc/server.h"
#include "tests/rpc/served_graph.h"

namespace newsgraph {
namespace {

constexpr std::size_t kDraftBytes = 5 * 1024;

const Reader& AllPacks() {
  static const std::unique_ptr<Reader> reader = *extract::LoadExtractor("");
  return *reader;
}

// The fixtures of a language one after another, cut at 5 KB.
Article DraftOf(const std::string& language) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(NEWSGRAPH_ROOT "/fixtures/articles")) {
    if (entry.path().filename() == "article.jsonl") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  Article draft;
  draft.id = "draft";
  draft.language = language;
  draft.published = std::chrono::sys_days(std::chrono::year(2026) / 1 / 15);
  while (draft.text.size() < kDraftBytes) {
    const std::size_t before = draft.text.size();
    for (const std::filesystem::path& path : paths) {
      std::string line;
      for (std::ifstream in(path); std::getline(in, line);) {
        const auto article = nlohmann::json::parse(line);
        if (article.value("lang", "") == language) draft.text += article["text"].get<std::string>() + "\n\n";
      }
    }
    Check(draft.text.size() > before, "there are articles of the language");
  }
  draft.text.resize(std::max(draft.text.rfind("\n\n", kDraftBytes), kDraftBytes / 2));
  return draft;
}

// What a command pays before its first text; "vi" and "und" have no pack.
void LoadPacksFor(benchmark::State& state, const std::string& language) {
  for (auto _ : state) benchmark::DoNotOptimize(extract::LoadExtractorFor(language, ""));
}

void ReadDraft(benchmark::State& state, const std::string& language) {
  const Article draft = DraftOf(language);
  const Reader& reader = AllPacks();
  for (auto _ : state) benchmark::DoNotOptimize(reader.Read(draft));
}

// The checks beyond reading.
void LintDraft(benchmark::State& state, const std::string& language) {
  const Article draft = DraftOf(language);
  const ArticleReading reading = AllPacks().Read(draft);
  for (auto _ : state) benchmark::DoNotOptimize(compare::Lint(draft, reading, AllPacks().catalogue()));
}

// A daemon with all packs.
class Daemon {
 public:
  Daemon() {
    auto opened = graph::Graph::Open(folder_.Path("graph"), AllPacks().catalogue(), {});
    Check(opened.ok(), opened.status().ToString());
    graph_ = *std::move(opened);
    rpc::ServerOptions options;
    options.addresses = {"localhost:0"};
    auto started = rpc::Server::Start(*graph_, AllPacks(), options);
    Check(started.ok(), started.status().ToString());
    server_ = *std::move(started);
  }

  std::string address() const { return server_->addresses().front(); }

 private:
  rpc::ScratchFolder folder_;
  std::unique_ptr<graph::Graph> graph_;
  std::unique_ptr<rpc::Server> server_;
};

void CheckDraft(benchmark::State& state, const std::string& language) {
  static const Daemon daemon;
  rpc::Client client(daemon.address());
  const Article draft = DraftOf(language);
  v1::CheckDraftRequest request;
  request.mutable_draft()->set_text(draft.text);
  request.mutable_draft()->set_lang(language);
  for (auto _ : state) Check(client.CheckDraft(request).ok(), "the draft is checked");
}

BENCHMARK_CAPTURE(LoadPacksFor, de, "de")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(LoadPacksFor, vi, "vi")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(LoadPacksFor, und, "und")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ReadDraft, de, "de")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(ReadDraft, en, "en")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(ReadDraft, zh, "zh")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(LintDraft, de, "de")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(LintDraft, en, "en")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(LintDraft, zh, "zh")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(CheckDraft, de, "de")->UseRealTime()->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(CheckDraft, en, "en")->UseRealTime()->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(CheckDraft, zh, "zh")->UseRealTime()->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace newsgraph
