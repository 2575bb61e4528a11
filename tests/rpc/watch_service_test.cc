#include "rpc/watch_service.h"

#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <string>
#include <thread>
#include <vector>

#include "tests/rpc/served_graph.h"
#include "tests/support/canned_sources.h"

namespace newsgraph::rpc {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::ElementsAre;
using testing::HasSubstr;

// What a test compares of an event: where it stands and what it is about.
using EventKey = std::pair<std::int64_t, std::string>;

EventKey KeyOf(const v1::Event& event) {
  return {event.revision(), event.article_id() + event.conflict().name() + v1::EventKind_Name(event.kind())};
}

std::vector<EventKey> EventsOf(const ServedGraph& served, const v1::WatchRequest& request, std::size_t count) {
  std::vector<EventKey> events;
  Client client = served.NewClient();
  const Status watched = client.Watch(request, [&](const v1::WatchResponse& response) {
    if (response.has_event()) events.push_back(KeyOf(response.event()));
    return events.size() < count;
  });
  EXPECT_TRUE(watched.ok()) << watched;
  return events;
}

v1::WatchRequest FromTheBeginning() {
  v1::WatchRequest request;
  request.set_after_revision(0);
  return request;
}

void Submit(const ServedGraph& served, const std::string& id, const std::string& text) {
  Client client = served.NewClient();
  const auto receipt = client.SubmitArticle(MakeArticle(id, text));
  ASSERT_TRUE(receipt.ok()) << receipt.status();
}

TEST(Watch, TellsWhatHappensAsItHappens) {
  ServedGraph served;
  Submit(served, "before", "acme revenue 500 2025");
  std::vector<v1::Event> events;
  Client client = served.NewClient();
  const Status watched = client.Watch({}, [&](const v1::WatchResponse& response) {
    if (response.has_progress()) Submit(served, "a", "acme revenue 900 2025");
    if (response.has_event()) events.push_back(response.event());
    return events.size() < 2;
  });
  ASSERT_TRUE(watched.ok()) << watched;
  EXPECT_EQ(events[0].kind(), v1::EVENT_KIND_ARTICLE_ADDED);
  EXPECT_EQ(events[0].article(), "articles/a");
  EXPECT_EQ(events[0].article_revision(), 1);
  EXPECT_EQ(events[1].kind(), v1::EVENT_KIND_CONFLICT_OPENED);
  EXPECT_EQ(events[1].conflict().sides_size(), 2);
  EXPECT_EQ(events[1].revision(), 2);
}

TEST(Watch, BeginsWithTheOpenConflictsIfAsked) {
  ServedGraph served;
  for (const char* value : {"500", "900"}) Submit(served, value, std::string("acme revenue ") + value + " 2025");
  v1::WatchRequest request;
  request.set_snapshot(true);
  std::vector<v1::WatchResponse> responses;
  Client client = served.NewClient();
  const Status watched = client.Watch(request, [&](const v1::WatchResponse& response) {
    responses.push_back(response);
    if (response.has_progress()) Submit(served, "a", "x");
    return !response.has_event();
  });
  ASSERT_TRUE(watched.ok()) << watched;
  ASSERT_EQ(responses.size(), 3U);
  EXPECT_TRUE(responses[0].has_snapshot());
  EXPECT_EQ(responses[0].resume_token(), "");
  EXPECT_EQ(responses[1].progress().revision(), 2);
  EXPECT_EQ(responses[2].event().article_id(), "a");
}

TEST(Watch, GoesOnWithinARevision) {
  ServedGraph served;
  Submit(served, "a", "acme revenue 500 2025\nglobex revenue 500 2025");
  Submit(served, "b", "acme revenue 900 2025\nglobex revenue 900 2025");
  const std::vector<EventKey> all = EventsOf(served, FromTheBeginning(), 4);
  ASSERT_EQ(all.size(), 4U);
  std::vector<EventKey> one_by_one;
  v1::WatchRequest request = FromTheBeginning();
  Client client = served.NewClient();
  while (one_by_one.size() < all.size()) {
    const Status watched = client.Watch(request, [&](const v1::WatchResponse& response) {
      request.set_resume_token(response.resume_token());
      if (response.has_event()) one_by_one.push_back(KeyOf(response.event()));
      return !response.has_event();
    });
    ASSERT_TRUE(watched.ok()) << watched;
  }
  EXPECT_EQ(one_by_one, all);
}

TEST(Watch, LosesAndRepeatsNothingAcrossDisconnectsWhileArticlesComeIn) {
  ServedGraph served;
  constexpr int kArticles = 300;
  std::vector<std::thread> submitters;
  for (int i = 0; i < 3; ++i) {
    submitters.emplace_back([&served, i] {
      for (int n = 0; n < kArticles / 3; ++n) {
        const std::string id = std::to_string(i) + "." + std::to_string(n);
        Submit(served, id, "subject" + std::to_string(n) + " revenue " + std::to_string(500 * (i + 1)));
      }
    });
  }
  std::vector<EventKey> seen;
  v1::WatchRequest request = FromTheBeginning();
  Client client = served.NewClient();
  std::int64_t last_revision = 0;
  for (int calls = 0; last_revision < kArticles; ++calls) {
    int patience = calls % 7 + 1;
    const Status watched = client.Watch(request, [&](const v1::WatchResponse& response) {
      request.set_resume_token(response.resume_token());
      if (!response.has_event()) return true;
      seen.push_back(KeyOf(response.event()));
      last_revision = response.event().revision();
      return --patience > 0 && last_revision < kArticles;
    });
    ASSERT_TRUE(watched.ok()) << watched;
  }
  for (std::thread& submitter : submitters) submitter.join();
  const std::vector<EventKey> all = EventsOf(served, FromTheBeginning(), seen.size());
  EXPECT_EQ(seen, all);
  EXPECT_EQ(all.back().first, kArticles);
}

TEST(Watch, DoesNotLetASlowReaderHoldUpAnybody) {
  ServedGraph served;
  const auto stub =
      v1::WatchService::NewStub(grpc::CreateChannel(served.address(), grpc::InsecureChannelCredentials()));
  grpc::ClientContext context;
  const auto slow = stub->Watch(&context, FromTheBeginning());
  v1::WatchResponse response;
  ASSERT_TRUE(slow->Read(&response));
  // More than the transport takes in advance: every conflict names its sources.
  Client client = served.NewClient();
  for (int i = 0; i < 200; ++i) {
    const std::string subject = "subject" + std::to_string(i / 2);
    v1::Article article = MakeArticle(std::to_string(i), subject + " revenue " + std::to_string(500 + 400 * (i % 2)));
    article.set_source(std::string(1000, 's'));
    ASSERT_TRUE(client.SubmitArticle(article).ok());
  }
  std::int64_t last_revision = 0;
  while (last_revision < 200 && slow->Read(&response)) {
    if (!response.has_event()) continue;
    EXPECT_LE(response.event().revision(), last_revision + 1);
    last_revision = response.event().revision();
  }
  EXPECT_EQ(last_revision, 200);
  context.TryCancel();
}

TEST(Watch, SaysHowFarItIsWhenNothingHappens) {
  ServerOptions options;
  options.progress_interval = milliseconds(5);
  ServedGraph served(options);
  Submit(served, "a", "x");
  std::vector<std::int64_t> marks;
  Client client = served.NewClient();
  const Status watched = client.Watch({}, [&](const v1::WatchResponse& response) {
    if (response.has_progress()) marks.push_back(response.progress().revision());
    return marks.size() < 3;
  });
  EXPECT_TRUE(watched.ok()) << watched;
  EXPECT_THAT(marks, ElementsAre(1, 1, 1));
}

TEST(Watch, TellsOfSourcesThatAreLostAndOfWhatHappensAmidThem) {
  CannedSources sources;
  ServerOptions options;
  options.sources = &sources;
  ServedGraph served(options);
  SourceReport report;
  report.source.location = "https://a.example/feed";
  report.health = SourceHealth::kStale;
  report.last_error = "no route";
  std::vector<v1::WatchResponse> told;
  Client client = served.NewClient();
  const Status watched = client.Watch({}, [&](const v1::WatchResponse& response) {
    if (response.has_progress()) sources.listeners().Tell(report);
    if (response.has_source()) Submit(served, "a", "x");
    if (!response.has_progress()) told.push_back(response);
    return told.size() < 2;
  });
  ASSERT_TRUE(watched.ok()) << watched;
  EXPECT_EQ(told[0].source().location(), "https://a.example/feed");
  EXPECT_EQ(told[0].source().health(), v1::SOURCE_HEALTH_STALE);
  EXPECT_EQ(told[0].source().last_error(), "no route");
  EXPECT_EQ(told[1].event().article_id(), "a");
  v1::WatchRequest request;
  request.set_resume_token(told[0].resume_token());
  EXPECT_EQ(EventsOf(served, request, 1), EventsOf(served, FromTheBeginning(), 1));
}

TEST(Watch, RefusesToBeginWhereTheGraphIsNot) {
  ServedGraph served;
  Client client = served.NewClient();
  const auto refusal = [&client](const v1::WatchRequest& request) {
    return client.Watch(request, [](const v1::WatchResponse&) { return true; });
  };
  v1::WatchRequest request;
  request.set_after_revision(5);
  EXPECT_EQ(refusal(request).code(), StatusCode::kOutOfRange);
  request.set_after_revision(-1);
  EXPECT_THAT(std::string(refusal(request).message()), HasSubstr("after_revision"));
  request.set_resume_token("made up");
  EXPECT_THAT(std::string(refusal(request).message()), HasSubstr("resume_token"));
}

TEST(Watch, EndsAtOnceWhenItIsStopped) {
  ServedGraph served;
  Client client = served.NewClient();
  std::stop_source stop;
  std::promise<void> stands;
  std::thread watcher([&] {
    const Status watched = client.Watch(
        {},
        [&stands](const v1::WatchResponse&) {
          stands.set_value();
          return true;
        },
        stop.get_token());
    EXPECT_TRUE(watched.ok()) << watched;
  });
  stands.get_future().wait();
  stop.request_stop();
  watcher.join();
  // Nothing of it is left that a shutdown would have to wait for.
  const auto begin = std::chrono::steady_clock::now();
  served.server().Shutdown(seconds(60));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, seconds(30));
}

TEST(Watch, BringsAResumeTokenWhenTheServerShutsDown) {
  ServedGraph served;
  const auto stub =
      v1::WatchService::NewStub(grpc::CreateChannel(served.address(), grpc::InsecureChannelCredentials()));
  grpc::ClientContext context;
  const auto stream = stub->Watch(&context, {});
  v1::WatchResponse response;
  ASSERT_TRUE(stream->Read(&response));
  std::thread shutdown([&served] { served.server().Shutdown(seconds(60)); });
  ASSERT_TRUE(stream->Read(&response));
  EXPECT_TRUE(response.has_progress());
  EXPECT_NE(response.resume_token(), "");
  EXPECT_FALSE(stream->Read(&response));
  EXPECT_EQ(stream->Finish().error_code(), grpc::StatusCode::UNAVAILABLE);
  shutdown.join();
}

TEST(Watch, IsTakenUpAgainByTheClientWhenTheServerComesBack) {
  ServedGraph served;
  Submit(served, "a", "x");
  std::atomic<int> seen = 0;
  std::vector<EventKey> events;
  Client client = served.NewClient({.least_retry_delay = milliseconds(10), .most_retry_delay = milliseconds(50)});
  std::thread watcher([&] {
    const Status watched = client.Watch(FromTheBeginning(), [&](const v1::WatchResponse& response) {
      if (response.has_event()) {
        events.push_back(KeyOf(response.event()));
        ++seen;
      }
      return events.size() < 2;
    });
    EXPECT_TRUE(watched.ok()) << watched;
  });
  while (seen < 1) std::this_thread::sleep_for(milliseconds(1));
  served.server().Shutdown(seconds(10));
  served.Serve();
  Submit(served, "b", "x");
  watcher.join();
  EXPECT_THAT(events, ElementsAre(EventKey(1, "aEVENT_KIND_ARTICLE_ADDED"), EventKey(2, "bEVENT_KIND_ARTICLE_ADDED")));
}

TEST(Watch, FailsWhenThereIsNoServerToBeginWith) {
  Client client("unix:/nowhere/socket");
  EXPECT_EQ(client.Watch({}, [](const v1::WatchResponse&) { return true; }).code(), StatusCode::kUnavailable);
}

}  // namespace
}  // namespace newsgraph::rpc
