// Committing and listing: 5 KB articles of 30 claims each.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "graph/graph.h"
#include "ingest/signature.h"
#include "model/article.h"
#include "model/catalogue.h"
#include "model/extraction.h"

namespace newsgraph::graph {
namespace {

constexpr int kClaims = 30;
constexpr int kFillers = 12;  // words before each claim, for a text of about 5 KB
constexpr int kEntities = 20'000;
constexpr int kStoredArticles = 5'000;
constexpr std::int64_t kMillionArticles = 33'334;
constexpr std::size_t kRows = 50;

Catalogue BenchCatalogue() {
  Catalogue catalogue;
  for (int i = 0; i < 20; ++i) {
    Metric metric;
    metric.id = "metric-" + std::to_string(i);
    metric.kind = MetricKind::kFlow;
    metric.takes = {FigureKind::kCount};
    catalogue.Add(metric);
  }
  return catalogue;
}

// Articles about six entities each, who are unequally common: the commonest of
// 20,000 has 0.7 % of all claims. One value in fifty contradicts the others of
// its subject, metric and year.
class Articles {
 public:
  // `disputed_keys`: of a hundred metrics of an entity, of how many the articles give several values; of the others all
  // give one value for the year.
  explicit Articles(unsigned seed, int disputed_keys = 100) : random_(seed), disputed_keys_(disputed_keys) {}

  std::pair<Article, Extraction> Make(std::uint64_t number) {
    Article article;
    Extraction extraction;
    article.id = "article-" + std::to_string(number);
    article.source = "Source " + std::to_string(number % 40);
    article.title = "Title";
    article.language = extraction.language = "en";
    article.published = std::chrono::sys_seconds(std::chrono::seconds(1'770'000'000 + number * 60));
    for (std::string& entity : entities_) entity = AnyEntity();
    for (int i = 0; i < kClaims; ++i) AddClaim(article, extraction);
    extraction.signature = ingest::SignatureOf(article.text);
    return {std::move(article), std::move(extraction)};
  }

 private:
  const std::string& Entity() { return entities_[random_() % entities_.size()]; }

  std::string AnyEntity() {
    const double part = std::uniform_real_distribution<double>(0, 1)(random_);
    return "entity-" + std::to_string(static_cast<int>(kEntities * part * part));
  }

  void AddClaim(Article& article, Extraction& extraction) {
    for (int i = 0; i < kFillers; ++i) article.text += "word" + std::to_string(random_() % 5'000) + " ";
    const auto begin = static_cast<std::uint32_t>(article.text.size());
    Claim claim;
    claim.subject = Entity();
    claim.metric = "metric-" + std::to_string(random_() % 20);
    claim.object = random_() % 2 == 0 ? Entity() : "";
    const auto year = std::chrono::year(2024 + static_cast<int>(random_() % 4));
    claim.time = DateInterval{Day(year / 1 / 1), Day(year / 12 / 31)};
    article.text += claim.subject + " had ";
    Figure figure;
    const int year_number = static_cast<int>(year);
    // Where nothing is disputed, each year has a number of its own: one number in two years is a conflict.
    const bool disputed =
        static_cast<int>(std::hash<std::string>()(claim.subject + claim.metric) % 100) < disputed_keys_;
    const std::string number = !disputed             ? std::to_string(year_number * 7 % 9'973)
                               : random_() % 50 == 0 ? "777"
                                                     : "1234";
    figure.span.begin = static_cast<std::uint32_t>(article.text.size());
    article.text += number;
    figure.span.end = static_cast<std::uint32_t>(article.text.size());
    figure.value = *Decimal::Parse(number);
    figure.unit = "chip";
    figure.rule = "number";
    article.text += " of " + claim.metric + " last year.";
    claim.value.index = static_cast<std::uint32_t>(extraction.figures.size());
    claim.confidence = 0.8;
    claim.rule = "en:had";
    claim.trace = "had: subject before, metric after, in one clause";
    claim.sentence = {begin, static_cast<std::uint32_t>(article.text.size())};
    extraction.figures.push_back(std::move(figure));
    extraction.claims.push_back(std::move(claim));
  }

  std::mt19937 random_;
  const int disputed_keys_;
  std::array<std::string, 6> entities_;
};

// What the calling thread has used of a processor: tells more than the clock where others work, too.
double ThreadMicroseconds() {
  timespec used = {};
  Check(clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used) == 0, "ask for the thread's time");
  return static_cast<double>(used.tv_sec) * 1e6 + static_cast<double>(used.tv_nsec) / 1e3;
}

// A graph on disk, removed at the end; one for all threads of a benchmark.
class DiskGraph {
 public:
  explicit DiskGraph(Durability durability) {
    std::string name = (std::filesystem::temp_directory_path() / "newsgraph-XXXXXX").string();
    Check(mkdtemp(name.data()) != nullptr, "make a temporary folder");
    path_ = name;
    graph_ = Graph::Open(path_.string(), catalogue_, {.durability = durability}).value();
  }
  DiskGraph(const DiskGraph&) = delete;
  DiskGraph& operator=(const DiskGraph&) = delete;
  ~DiskGraph() {
    graph_.reset();
    std::filesystem::remove_all(path_);
  }

  Graph& operator*() { return *graph_; }

 private:
  const Catalogue catalogue_ = BenchCatalogue();
  std::filesystem::path path_;
  std::unique_ptr<Graph> graph_;
};

// The one of the benchmark that runs.
std::unique_ptr<DiskGraph> written;

void Commit(benchmark::State& state, Durability durability) {
  if (state.thread_index() == 0) written = std::make_unique<DiskGraph>(durability);
  Articles articles(static_cast<unsigned>(state.thread_index()));
  const auto first = static_cast<std::uint64_t>(state.thread_index()) * 1'000'000;
  std::vector<std::pair<Article, Extraction>> made;
  made.reserve(static_cast<std::size_t>(state.max_iterations));
  for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(state.max_iterations); ++i) {
    made.push_back(articles.Make(first + i));
  }
  std::size_t next = 0;
  for (auto _ : state) {
    const auto& [article, extraction] = made[next++];
    if (!(**written).Commit(article, extraction).ok()) state.SkipWithError("commit");
  }
  state.SetItemsProcessed(state.iterations());
  if (state.thread_index() == 0) written.reset();
}

BENCHMARK_CAPTURE(Commit, disk, Durability::kDisk)->Iterations(4'000)->UseRealTime();
BENCHMARK_CAPTURE(Commit, process, Durability::kProcess)->Iterations(4'000)->UseRealTime();
BENCHMARK_CAPTURE(Commit, disk, Durability::kDisk)->Iterations(500)->Threads(8)->UseRealTime();
BENCHMARK_CAPTURE(Commit, process, Durability::kProcess)->Iterations(500)->Threads(8)->UseRealTime();

// How long a commit takes where so many articles are stored already, and of a hundred keys so many are disputed.
void CommitAmongAMillionClaims(benchmark::State& state) {
  DiskGraph graph(Durability::kProcess);
  Articles articles(7, static_cast<int>(state.range(0)));
  std::uint64_t number = 0;
  for (; number < static_cast<std::uint64_t>(state.range(1)); ++number) {
    const auto [article, extraction] = articles.Make(number);
    (void)(*graph).Commit(article, extraction).value();
  }
  std::vector<double> microseconds;
  std::vector<double> cpu_microseconds;
  for (auto _ : state) {
    state.PauseTiming();
    const auto [article, extraction] = articles.Make(number++);
    state.ResumeTiming();
    const auto begin = std::chrono::steady_clock::now();
    const double cpu = ThreadMicroseconds();
    if (!(*graph).Commit(article, extraction).ok()) state.SkipWithError("commit");
    cpu_microseconds.push_back(ThreadMicroseconds() - cpu);
    microseconds.push_back(std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count());
  }
  for (auto* all : {&microseconds, &cpu_microseconds}) std::sort(all->begin(), all->end());
  state.counters["p50_us"] = microseconds[microseconds.size() / 2];
  state.counters["p99_us"] = microseconds[microseconds.size() * 99 / 100];
  state.counters["max_us"] = microseconds.back();
  state.counters["cpu_p50_us"] = cpu_microseconds[cpu_microseconds.size() / 2];
  state.counters["cpu_p99_us"] = cpu_microseconds[cpu_microseconds.size() * 99 / 100];
  state.counters["conflicts"] = static_cast<double>((*graph).statistics().conflict_count);
  state.counters["claims"] = static_cast<double>((*graph).statistics().claim_count);
}

BENCHMARK(CommitAmongAMillionClaims)
    ->Args({5, kMillionArticles})
    ->Args({100, kMillionArticles})
    ->Iterations(2'000)
    ->UseRealTime();

// kStoredArticles articles, for all benchmarks that read.
const Graph& Stored() {
  static const std::unique_ptr<DiskGraph> graph = [] {
    auto filled = std::make_unique<DiskGraph>(Durability::kProcess);
    Articles articles(99);
    for (std::uint64_t i = 0; i < kStoredArticles; ++i) {
      const auto [article, extraction] = articles.Make(i);
      (void)(**filled).Commit(article, extraction).value();
    }
    return filled;
  }();
  return **graph;
}

void ListClaimsOf(benchmark::State& state, const ClaimFilter& filter) {
  const Graph& graph = Stored();
  std::size_t rows = 0;
  for (auto _ : state) rows += graph.ListClaims(filter, kRows, "").value().items.size();
  state.SetItemsProcessed(static_cast<std::int64_t>(rows));
}

BENCHMARK_CAPTURE(ListClaimsOf, subject, ClaimFilter{.subject = "entity-3"});
BENCHMARK_CAPTURE(ListClaimsOf, subject_and_metric, ClaimFilter{.subject = "entity-3", .metric = "metric-3"});
BENCHMARK_CAPTURE(ListClaimsOf, nobody, ClaimFilter{.subject = "nobody"});

void ListConflicts(benchmark::State& state) {
  const Graph& graph = Stored();
  std::size_t rows = 0;
  for (auto _ : state) rows += graph.ListConflicts({}, kRows, "").value().items.size();
  state.SetItemsProcessed(static_cast<std::int64_t>(rows));
}

BENCHMARK(ListConflicts);

void GetArticle(benchmark::State& state) {
  const Graph& graph = Stored();
  std::uint64_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(graph.GetArticle("article-" + std::to_string(next++ % kStoredArticles)).value());
  }
  state.SetItemsProcessed(state.iterations());
}

BENCHMARK(GetArticle);

}  // namespace
}  // namespace newsgraph::graph
