#include "ingest/fetch/poller.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "tests/support/canned_fetcher.h"

namespace newsgraph::ingest {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using testing::ElementsAre;
using testing::SizeIs;

// A poller in a world of its own.
struct World {
  explicit World(CannedFetcher::Handler answer, PollerOptions options = {})
      : fetcher([this, answer = std::move(answer)](const FetchRequest& request) {
          asked.emplace_back(clock.now, request.url);
          return answer(request);
        }),
        poller(
            fetcher, clock, std::move(options),
            [this](const PollEvent& event) {
              kinds.push_back(event.kind);
              if (event.response != nullptr) bodies.push_back(event.response->body);
            },
            [] { return 0.5; }) {}

  void Add(const std::string& id, const std::string& url, bool is_page = false) {
    PolledSource source;
    source.id = id;
    source.url = url;
    source.is_page = is_page;
    source.added = std::chrono::floor<std::chrono::seconds>(clock.now);
    poller.Add(std::move(source));
  }

  // Lets time go by, from event to event.
  void RunFor(milliseconds time) {
    const Clock::Time end = clock.now + time;
    while (clock.now < end) {
      const Clock::Time next = poller.Run(milliseconds(0));
      if (fetcher.pending_count() == 0) clock.now = std::min(end, std::max(next, clock.now + milliseconds(1)));
    }
  }

  CannedClock clock;
  std::vector<std::pair<Clock::Time, std::string>> asked;
  std::vector<PollEventKind> kinds;
  std::vector<std::string> bodies;
  CannedFetcher fetcher;
  Poller poller;
};

TEST(Poller, TellsOfContentOnceAndAsksWithValidators) {
  World world([](const FetchRequest& request) {
    FetchResponse out = CannedResponse(request.etag == "\"1\"" ? 304 : 200, request.etag == "\"1\"" ? "" : "news");
    out.headers.Add("ETag", "\"1\"");
    return out;
  });
  world.Add("a", "http://a.example/feed");
  world.RunFor(minutes(40));
  EXPECT_THAT(world.bodies, ElementsAre("news"));
  EXPECT_THAT(world.kinds, ElementsAre(PollEventKind::kContent, PollEventKind::kUnchanged, PollEventKind::kUnchanged));
}

TEST(Poller, KeepsTheDistanceBetweenRequestsToAHost) {
  World world([](const FetchRequest&) { return CannedResponse(200, "x"); });
  for (int i = 0; i < 10; ++i) world.Add(std::to_string(i), "http://a.example/" + std::to_string(i));
  world.Add("other", "http://b.example/");
  world.RunFor(minutes(1));
  ASSERT_THAT(world.asked, SizeIs(11));
  Clock::Time last{};
  for (const auto& [time, url] : world.asked) {
    if (url.starts_with("http://b")) continue;
    EXPECT_GE(time - last, milliseconds(500));
    last = time;
  }
}

TEST(Poller, AsksNothingThatRobotsTxtKeeps) {
  World world([](const FetchRequest& request) {
    if (request.url == "http://a.example/robots.txt")
      return CannedResponse(200, "User-agent: *\nDisallow: /no\nCrawl-delay: 20");
    if (request.url == "http://b.example/robots.txt") return CannedResponse(500);
    if (request.url == "http://c.example/robots.txt") return CannedResponse(404);
    return CannedResponse(200, request.url);
  });
  for (const char* path : {"no/1", "yes/1", "yes/2"}) world.Add(path, std::string("http://a.example/") + path, true);
  world.Add("feed", "http://a.example/no/feed");
  world.Add("b", "http://b.example/1", true);
  world.Add("c", "http://c.example/1", true);
  world.RunFor(minutes(1));
  EXPECT_THAT(world.bodies, testing::UnorderedElementsAre("http://a.example/no/feed", "http://a.example/yes/1",
                                                          "http://a.example/yes/2", "http://c.example/1"));
  std::map<std::string, Clock::Time> when;
  for (const auto& [time, url] : world.asked) when.emplace(url, time);
  EXPECT_GE(std::chrono::abs(when["http://a.example/yes/1"] - when["http://a.example/yes/2"]),
            std::chrono::seconds(20));
}

TEST(Poller, EndsWhatIsGoneAndTellsOfTheStaleOnce) {
  World world([](const FetchRequest& request) { return CannedResponse(request.url.ends_with("gone") ? 410 : 500); });
  world.Add("gone", "http://a.example/gone");
  world.RunFor(hours(48));
  EXPECT_THAT(world.asked, SizeIs(1));
  EXPECT_THAT(world.kinds, ElementsAre(PollEventKind::kGone));
  world.kinds.clear();
  world.Add("down", "http://a.example/down");
  world.RunFor(hours(96));
  EXPECT_EQ(std::count(world.kinds.begin(), world.kinds.end(), PollEventKind::kStale), 1);
  EXPECT_LT(world.asked.size(), 20u);
}

TEST(Poller, GoesOnWhereItStoppedAndAtTheNewAddress) {
  const auto answer = [](const FetchRequest& request) {
    FetchResponse out = CannedResponse(200, "x");
    if (request.url == "http://old.example/") out.permanent_url = "http://new.example/";
    return out;
  };
  World before(answer);
  before.Add("a", "http://old.example/");
  before.RunFor(minutes(1));
  const std::vector<PolledSource> sources = before.poller.Sources();
  ASSERT_THAT(sources, SizeIs(1));

  World after(answer);
  after.clock.now = before.clock.now;
  after.poller.Add(sources.front());
  after.RunFor(minutes(10));
  EXPECT_THAT(after.asked, SizeIs(0)) << "not due yet";
  after.RunFor(minutes(10));
  ASSERT_THAT(after.asked, SizeIs(1));
  EXPECT_EQ(after.asked.front().second, "http://new.example/");
  EXPECT_THAT(after.bodies, SizeIs(0)) << "the body is known";
}

TEST(Poller, MovesASourceAtOnce) {
  World world([](const FetchRequest&) { return CannedResponse(200, "x"); });
  world.Add("a", "http://a.example/page");
  world.RunFor(minutes(1));
  world.poller.Move("a", "http://feeds.example/a");
  world.poller.Move("none", "http://feeds.example/b");
  world.RunFor(minutes(1));
  ASSERT_THAT(world.asked, SizeIs(2));
  EXPECT_EQ(world.asked.back().second, "http://feeds.example/a");
  EXPECT_THAT(world.bodies, SizeIs(2)) << "the same body at another address is content";
}

TEST(Poller, RemovesAndReplacesSources) {
  World world([](const FetchRequest& request) { return CannedResponse(200, request.url); });
  world.Add("a", "http://a.example/1");
  world.Add("a", "http://a.example/2");
  world.Add("b", "http://b.example/");
  world.poller.Remove("b");
  world.poller.Remove("none");
  world.RunFor(minutes(1));
  EXPECT_THAT(world.bodies, ElementsAre("http://a.example/2"));
}

TEST(Poller, FollowsThousandsOfSources) {
  PollerOptions options;
  options.schedule.max_interval = minutes(1);
  options.schedule.first_interval = minutes(1);
  World world([](const FetchRequest&) { return CannedResponse(304); }, options);
  constexpr int kCount = 5000;
  for (int i = 0; i < kCount; ++i) world.Add(std::to_string(i), "http://host" + std::to_string(i) + ".example/feed");
  world.RunFor(minutes(10));
  EXPECT_GE(world.asked.size(), 9u * kCount);
  EXPECT_LE(world.asked.size(), 11u * kCount);
}

}  // namespace
}  // namespace newsgraph::ingest
