// What following costs: feeds in which nothing changes, and the way of an article from a feed to
// whoever watches.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "bench/feed_server.h"
#include "extract/pack_extractor.h"
#include "ingest/source/source_follower.h"
#include "rpc/client/client.h"
#include "rpc/server.h"
#include "tests/rpc/served_graph.h"
#include "tools/detecting_extractor.h"
#include "tools/newsgraphd/following.h"

namespace newsgraph {
namespace {

using Steady = std::chrono::steady_clock;
using std::chrono::milliseconds;
using std::chrono::seconds;

double ThreadSeconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

std::string Answer(const std::string& status, const std::string& headers, const std::string& body) {
  return Concat("HTTP/1.1 ", status, "\r\n", headers, "Content-Length: ", body.size(), "\r\n\r\n", body);
}

std::string Rss(const std::string& items) {
  return "<rss version='2.0'><channel><title>Paper</title>" + items + "</channel></rss>";
}

// A feed of thirty entries.
std::string LongFeed() {
  std::string items;
  for (int i = 0; i < 30; ++i)
    items += Concat("<item><title>Item ", i, "</title><guid>", i, "</guid><description>", std::string(500, 'x'),
                    "</description></item>");
  return Rss(items);
}

// A feed of this machine, of which no pages are read.
Source FeedAt(std::string url, seconds interval) {
  Source source;
  source.location = std::move(url);
  source.interval = interval;
  source.allow_private = true;
  source.pages = PageReading::kNever;
  return source;
}

// Feeds on hosts of their own, asked once a minute, in which nothing changes; with 304 and, as half of
// the web does it, without. The time is that of the thread that asks.
void PollFeeds(benchmark::State& state) {
  constexpr int kFeeds = 5000;
  const std::string whole = Answer("200 OK", state.range(0) != 0 ? "ETag: \"1\"\r\n" : "", LongFeed());
  int answered = 0;
  const FeedServer server([&](const std::string& head) {
    ++answered;
    return head.find("If-None-Match") != std::string::npos ? "HTTP/1.1 304 Not Modified\r\n\r\n" : whole;
  });
  const rpc::ScratchFolder folder;
  ingest::FollowerOptions options;
  options.folder = folder.Path("sources");
  std::vector<Source> sources;
  sources.reserve(kFeeds);
  for (int i = 0; i < kFeeds; ++i) sources.push_back(FeedAt(server.Url(i, "/feed"), seconds(60)));
  const std::unique_ptr<ingest::Fetcher> fetcher = ingest::MakeFetcher({});
  const ingest::SystemClock clock;
  std::minstd_rand random;
  const auto sink = [](const Article&) -> ingest::ArticleCommit { return [] { return true; }; };
  auto follower =
      *ingest::SourceFollower::Open(options, sources,
                                    {*fetcher, clock, [](const std::function<void()>& task) { task(); }, sink, nullptr,
                                     [&random] { return std::uniform_real_distribution<double>()(random); }});
  const auto run_for = [&](seconds time) {
    for (const auto end = Steady::now() + time; Steady::now() < end;) follower->Step(milliseconds(100));
  };
  run_for(seconds(90));  // all were asked, and the waits have spread
  for (auto _ : state) {
    const int before = answered;
    const double begin = ThreadSeconds();
    const auto wall = Steady::now();
    run_for(seconds(60));
    const double cpu = ThreadSeconds() - begin;
    const double elapsed = std::chrono::duration<double>(Steady::now() - wall).count();
    state.SetIterationTime(cpu);
    state.counters["percent_of_a_core"] = 100 * cpu / elapsed;
    state.counters["polls"] = answered - before;
  }
}

// Words without figures, other ones in every text.
std::string Filler(int number) {
  constexpr const char* kWords[] = {"market",   "company", "people",   "works",  "plans",   "street", "board",
                                    "morning",  "factory", "minister", "report", "weather", "summer", "answer",
                                    "question", "letter",  "window",   "owner",  "driver",  "union"};
  std::minstd_rand random(static_cast<unsigned>(number) + 1);
  std::string out;
  for (int i = 0; i < 400; ++i)
    out += Concat(i % 12 == 0 ? "The " : "", kWords[random() % std::size(kWords)], i % 12 == 11 ? ". " : " ");
  return out + ".";
}

constexpr const char* kCompanies[] = {"BYD",    "Tesla", "Toyota",  "Volkswagen", "Ford",
                                      "Nissan", "Honda", "Hyundai", "Renault",    "Geely"};
constexpr int kFirstYear = 2000;
constexpr int kYears = 26;
constexpr int kNews = kYears * static_cast<int>(std::size(kCompanies));

// Every article with a number of its own: one number in two years would be a conflict, too.
std::string Sentence(int number, const std::string& value) {
  return Concat(kCompanies[number / kYears], " sold ", value, " million cars in ", kFirstYear + number % kYears, ". ");
}

// Feeds that gain an article a second each; when an article was sent.
class GrowingFeeds {
 public:
  static constexpr int kFeeds = 8;

  std::string Url(int feed) const { return server_.Url(feed, Concat("/", feed, "/")); }
  std::map<int, Steady::time_point> Sent() const {
    const std::lock_guard lock(mutex_);
    return sent_;
  }

 private:
  std::string Next(const std::string& head) {
    const std::lock_guard lock(mutex_);
    const int feed = std::stoi(head.substr(head.find('/') + 1));
    std::string& items = items_[feed];
    if (next_ < kNews) {
      items = Concat("<item><title>News</title><link>https://paper.example/", next_,
                     "</link><pubDate>Mon, 19 Jan 2026 08:00:00 GMT</pubDate><description>",
                     Sentence(next_, Concat("3.", 100 + next_)), Filler(next_), "</description></item>") +
              items;
      sent_[next_++] = Steady::now();
    }
    return Answer("200 OK", "", Rss(items));
  }

  mutable std::mutex mutex_;
  int next_ = 0;
  std::map<int, std::string> items_;
  std::map<int, Steady::time_point> sent_;
  FeedServer server_{[this](const std::string& head) { return Next(head); }};
};

// Articles that say something else of all companies and years.
void StoreBefore(graph::Graph& graph, const Extractor& extractor) {
  for (int i = 0; i < kNews; ++i) {
    Article article;
    article.id = Concat("before-", i);
    article.source = "Agency";
    article.published = std::chrono::sys_days(std::chrono::year(2026) / 1 / 18);
    article.text = Sentence(i, Concat("4.", 100 + i));
    Check(graph.Commit(article, extractor.Extract(article)).ok(), "stored");
  }
}

tools::DaemonConfig ConfigOf(const GrowingFeeds& feeds, const std::string& folder) {
  tools::DaemonConfig config;
  config.data_dir = folder;
  for (int i = 0; i < GrowingFeeds::kFeeds; ++i) {
    config.sources.emplace_back().source = FeedAt(feeds.Url(i), seconds(1));
  }
  return config;
}

// How long the articles of `conflict` that came from `feeds` were on their way, in ms, behind `waits`.
void AddWaits(const v1::Conflict& conflict, const GrowingFeeds& feeds, std::vector<double>& waits) {
  const auto now = Steady::now();
  for (const v1::ConflictSide& side : conflict.sides()) {
    for (const v1::Claim& claim : side.claims()) {
      const std::string mark = "paper.example%2F";
      const std::size_t at = claim.name().find(mark);
      if (at == std::string::npos) continue;
      const auto sent = feeds.Sent().at(std::stoi(claim.name().substr(at + mark.size())));
      waits.push_back(std::chrono::duration<double, std::milli>(now - sent).count());
    }
  }
}

void ReportWaits(std::vector<double> waits, benchmark::State& state) {
  std::sort(waits.begin(), waits.end());
  const auto at = [&](double share) {
    return waits[static_cast<std::size_t>(share * static_cast<double>(waits.size() - 1))];
  };
  state.counters["p50_ms"] = at(0.5);
  state.counters["p99_ms"] = at(0.99);
  state.counters["max_ms"] = waits.back();
}

// From the moment at which a server sends a feed with another article to the moment at which a
// client that watches has the conflict which the article makes.
void FetchToEvent(benchmark::State& state) {
  const std::unique_ptr<Reader> packs = *extract::LoadExtractor("");
  const tools::DetectingExtractor extractor(*packs);
  const rpc::ScratchFolder folder;
  const auto graph = *graph::Graph::Open(folder.Path("graph"), extractor.catalogue());
  StoreBefore(*graph, extractor);
  const GrowingFeeds feeds;
  const tools::DaemonConfig config = ConfigOf(feeds, folder.Path("graph"));
  rpc::ServerOptions options;
  options.addresses = {"unix:" + folder.Path("socket")};
  const auto server = *rpc::Server::Start(*graph, extractor, options);
  rpc::Client client(options.addresses.front());
  std::vector<double> waits;
  for (auto _ : state) {
    std::unique_ptr<tools::Following> following;
    v1::WatchRequest request;
    const Status watched = client.Watch(request, [&](const v1::WatchResponse& response) {
      if (following == nullptr) following = *tools::Following::Start(config, *graph, extractor);
      if (response.has_event() && response.event().has_conflict()) AddWaits(response.event().conflict(), feeds, waits);
      return static_cast<int>(waits.size()) < kNews;
    });
    Check(watched.ok(), watched.ToString());
  }
  ReportWaits(std::move(waits), state);
}

BENCHMARK(PollFeeds)->Arg(1)->Arg(0)->ArgName("validators")->UseManualTime()->Iterations(1)->Unit(benchmark::kSecond);
BENCHMARK(FetchToEvent)->Iterations(1)->Unit(benchmark::kSecond);

}  // namespace
}  // namespace newsgraph
