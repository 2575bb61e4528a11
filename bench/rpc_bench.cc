// What a call costs over loopback: queries beside the cheapest call there is.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <functional>
#include <future>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rpc/wire/resource_name.h"
#include "tests/rpc/served_graph.h"

namespace newsgraph::rpc {
namespace {

constexpr int kArticles = 2000;
constexpr int kClaimsAnArticle = 10;
constexpr int kSubjects = 400;
constexpr int kArticlesASubject = kArticles / kSubjects;
constexpr std::size_t kBodyBytes = 5000;

std::string ArticleId(int number) { return "article-" + std::to_string(number); }

// Articles of 5 KB whose claims agree, so that listings are what is measured; fifty claims of a subject.
void Fill(graph::Graph& graph, int first, int last) {
  const CannedExtractor extractor;
  const int subjects = std::max(kSubjects, last / kArticlesASubject);
  for (int i = first; i < last; ++i) {
    Article article;
    article.id = ArticleId(i);
    article.source = "Example";
    article.published = std::chrono::sys_seconds(std::chrono::seconds(1'700'000'000 + i));
    for (int c = 0; c < kClaimsAnArticle; ++c) {
      const int subject = (i * kClaimsAnArticle + c) % subjects;
      article.text += "subject" + std::to_string(subject) + " revenue 500 2025\n";
    }
    article.text.resize(kBodyBytes, 'x');
    Check(graph.Commit(article, extractor.Extract(article)).ok(), "the graph takes articles");
  }
}

ServedGraph& Served() {
  static ServedGraph* const served = [] {
    ServerOptions options;
    options.addresses = {"localhost:0"};
    auto* const made = new ServedGraph(options);
    Fill(made->graph(), 0, kArticles);
    return made;
  }();
  return *served;
}

// Reads nothing from the store: what gRPC alone costs.
void Echo(benchmark::State& state) {
  Client client = Served().NewClient();
  for (auto _ : state) benchmark::DoNotOptimize(client.GetServerInfo());
  state.SetItemsProcessed(state.iterations());
}

void GetArticle(benchmark::State& state) {
  Client client = Served().NewClient();
  int number = state.thread_index() * 101;
  v1::GetArticleRequest request;
  for (auto _ : state) {
    request.set_name(ArticleName(ArticleId(number++ % kArticles)));
    Check(client.GetArticle(request).ok(), "the article is there");
  }
  state.SetItemsProcessed(state.iterations());
}

// One page of 50 claims of a subject.
void ListClaims(benchmark::State& state) {
  Client client = Served().NewClient();
  int number = state.thread_index() * 101;
  v1::ListClaimsRequest request;
  for (auto _ : state) {
    request.set_subject(EntityName("subject" + std::to_string(number++ % kSubjects)));
    int claims = 0;
    const Status listed = client.ListClaims(request, [&claims](const v1::Claim&) { return ++claims < 50; });
    Check(listed.ok() && claims == 50, "the subject has 50 claims");
  }
  state.SetItemsProcessed(state.iterations());
}

// Stored, indexed and acknowledged, over one stream; the system, not the disk.
void SubmitArticles(benchmark::State& state) {
  Client client = Served().NewClient();
  static int number = 0;
  for (auto _ : state) {
    int left = 500;
    const auto next = [&left]() -> std::optional<v1::SubmitArticlesRequest> {
      if (left-- == 0) return std::nullopt;
      v1::SubmitArticlesRequest request;
      const std::string id = std::to_string(number++);
      *request.mutable_article() = MakeArticle("new-" + id, "company" + id + " revenue 5 2025\n");
      request.mutable_article()->mutable_text()->resize(kBodyBytes, 'x');
      return request;
    };
    Check(client.SubmitArticles(next, [](const v1::SubmitArticlesResponse&) {}).ok(), "articles are taken");
  }
  state.SetItemsProcessed(state.iterations() * 500);
}

using Steady = std::chrono::steady_clock;

// When the next `count` conflicts are told to a client; `ready` once it watches.
std::vector<Steady::time_point> WatchConflicts(std::size_t count, std::promise<void>& ready) {
  std::vector<Steady::time_point> told;
  bool watches = false;
  Client client = Served().NewClient();
  const Status ended = client.Watch({}, [&](const v1::WatchResponse& response) {
    if (!std::exchange(watches, true)) ready.set_value();
    if (response.has_event() && response.event().has_conflict()) told.push_back(Steady::now());
    return told.size() < count;
  });
  Check(ended.ok(), ended.ToString());
  return told;
}

// How long after a client has the receipt of an article another one that watches has the conflict which the article
// makes: 1,000 articles one by one, each with a claim against one that is stored, among so many articles of ten claims.
void CommitToEvent(benchmark::State& state) {
  constexpr std::size_t kAlerts = 1000;
  static int stored = kArticles;
  const auto wanted = static_cast<int>(state.range(0));
  Fill(Served().graph(), stored, wanted);
  stored = std::max(stored, wanted);
  Client client = Served().NewClient();
  std::vector<double> waits;
  for (auto _ : state) {
    std::promise<void> ready;
    std::future<std::vector<Steady::time_point>> watching =
        std::async(std::launch::async, WatchConflicts, kAlerts, std::ref(ready));
    ready.get_future().wait();
    std::vector<Steady::time_point> acknowledged;
    for (std::size_t i = 0; i < kAlerts; ++i) {
      const std::string company = std::to_string(wanted) + "rival" + std::to_string(i);
      Check(client.SubmitArticle(MakeArticle("said-" + company, company + " revenue 5 2025\n")).ok(), "taken");
      Check(client.SubmitArticle(MakeArticle("denied-" + company, company + " revenue 500 2025\n")).ok(), "taken");
      acknowledged.push_back(Steady::now());
    }
    const std::vector<Steady::time_point> told = watching.get();
    for (std::size_t i = 0; i < kAlerts; ++i) {
      waits.push_back(std::max(0.0, std::chrono::duration<double, std::milli>(told[i] - acknowledged[i]).count()));
    }
  }
  std::sort(waits.begin(), waits.end());
  state.counters["p50_ms"] = waits[waits.size() / 2];
  state.counters["p99_ms"] = waits[waits.size() * 99 / 100];
  state.counters["max_ms"] = waits.back();
}

BENCHMARK(CommitToEvent)->Arg(kArticles)->Arg(100'000)->Iterations(1)->Unit(benchmark::kSecond);
BENCHMARK(Echo)->UseRealTime()->Threads(1)->Threads(8);
BENCHMARK(GetArticle)->UseRealTime()->Threads(1)->Threads(8);
BENCHMARK(ListClaims)->UseRealTime()->Threads(1)->Threads(8);
BENCHMARK(SubmitArticles)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace newsgraph::rpc
