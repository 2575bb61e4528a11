#include "ingest/source/source_follower.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
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
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr const char* kLongText =
    "<p>The company said on Monday that it made 600,000 chips in the year, more than ever before, and that the next "
    "year would be "
    "better.</p><p>Its owners were told so at a meeting to which nobody else was let in, and where it was said that "
    "the works would be "
    "enlarged by a third hall before the end of the summer, as had been planned from the beginning by those who built "
    "them.</p>";

std::string Item(const std::string& name, const std::string& text) {
  return "<item><title>Title " + name + "</title><link>https://paper.example/" + name +
         "</link><guid isPermaLink='false'>g-" + name + "</guid><description>" + text + "</description></item>";
}

std::string Rss(const std::string& items) {
  return "<rss version='2.0'><channel><title>Paper</title><link>https://paper.example/</link>" + items +
         "</channel></rss>";
}

// A web and a store, in which time goes by as the test wants.
class SourceFollowerTest : public testing::Test {
 protected:
  SourceFollowerTest() { std::filesystem::remove_all(folder_); }
  ~SourceFollowerTest() override { std::filesystem::remove_all(folder_); }

  std::unique_ptr<SourceFollower> Open(const std::vector<Source>& configured = {}) {
    FollowerOptions options;
    options.folder = folder_ / "state";
    options.max_running_per_source = 4;
    const Executor execute = [this](const std::function<void()>& task) {
      if (working_) task();
    };
    const ArticleSink sink = [this](Article article) -> ArticleCommit {
      return [this, article = std::move(article)]() -> StatusOr<bool> {
        if (!failure_.ok()) return failure_;
        taken_.push_back(article.id + ": " + article.title);
        texts_[article.id] = article.text;
        return true;
      };
    };
    auto opened =
        SourceFollower::Open(options, configured,
                             {fetcher_, clock_, execute, sink,
                              [this](const SourceEvent& event) { events_.push_back(event); }, [] { return 0.5; }});
    Check(opened.ok(), opened.status().ToString());
    return *std::move(opened);
  }

  static Source Feed(const std::string& url = "https://paper.example/feed") {
    Source out;
    out.location = url;
    out.interval = minutes(1);
    out.pages = PageReading::kNever;
    return out;
  }

  void RunFor(SourceFollower& follower, milliseconds time) {
    const Clock::Time end = clock_.now + time;
    for (; clock_.now < end; clock_.now += milliseconds(500)) follower.Step(milliseconds(0));
  }

  // What has been taken since the last call.
  std::vector<std::string> Taken() { return std::exchange(taken_, {}); }

  std::vector<SourceEventKind> Events() const {
    std::vector<SourceEventKind> out;
    for (const SourceEvent& event : events_) out.push_back(event.kind);
    return out;
  }

  const std::filesystem::path folder_ =
      std::filesystem::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
  std::map<std::string, FetchResponse> web_;
  std::vector<std::string> asked_;
  bool working_ = true;
  Status failure_;
  std::vector<std::string> taken_;
  std::map<std::string, std::string> texts_;
  std::vector<SourceEvent> events_;
  CannedClock clock_;
  CannedFetcher fetcher_{[this](const FetchRequest& request) {
    asked_.push_back(request.url);
    const auto found = web_.find(request.url);
    FetchResponse out = found == web_.end() ? CannedResponse(404) : found->second;
    if (out.url.empty()) out.url = request.url;
    return out;
  }};
};

TEST_F(SourceFollowerTest, HandsOnWhatIsNewAndWhatIsChanged) {
  const auto follower = Open({Feed()});
  web_["https://paper.example/feed"] = CannedResponse(200, Rss(Item("a", "one") + Item("b", "two")));
  RunFor(*follower, minutes(5));
  EXPECT_THAT(Taken(), UnorderedElementsAre("https://paper.example/a: Title a", "https://paper.example/b: Title b"));
  web_["https://paper.example/feed"] =
      CannedResponse(200, Rss(Item("c", "three") + Item("a", "one!") + Item("b", "two")));
  RunFor(*follower, minutes(5));
  EXPECT_THAT(Taken(), UnorderedElementsAre("https://paper.example/a: Title a", "https://paper.example/c: Title c"));
  EXPECT_EQ(texts_["https://paper.example/a"], "Title a\n\none!");
  const SourceReport report = *follower->Get("https://paper.example/feed");
  EXPECT_EQ(report.article_count, 4U);
  EXPECT_EQ(report.health, SourceHealth::kGood);
  EXPECT_TRUE(report.source.configured);
}

TEST_F(SourceFollowerTest, KnowsAfterARestartWhatItHasSeen) {
  web_["https://paper.example/feed"] = CannedResponse(200, Rss(Item("a", "one")));
  web_["https://other.example/feed"] = CannedResponse(200, Rss(Item("x", "one")));
  {
    const auto follower = Open({Feed()});
    ASSERT_TRUE(follower->Add(Feed("https://other.example/feed")).ok());
    RunFor(*follower, minutes(2));
    EXPECT_EQ(Taken().size(), 2U);
  }
  web_["https://paper.example/feed"] = CannedResponse(200, Rss(Item("b", "two") + Item("a", "one")));
  const auto follower = Open({Feed()});
  EXPECT_EQ(follower->List("", 10).size(), 2U) << "those that were added stay";
  RunFor(*follower, minutes(2));
  EXPECT_THAT(Taken(), ElementsAre("https://paper.example/b: Title b"));
  follower.get();
}

TEST_F(SourceFollowerTest, HandsOnAgainWhatACrashInterrupted) {
  web_["https://paper.example/feed"] = CannedResponse(200, Rss(Item("a", "one")));
  web_["https://paper.example/feed"].headers.Add("ETag", "\"1\"");
  {
    const auto follower = Open({Feed()});
    working_ = false;  // nothing that is begun is done
    RunFor(*follower, minutes(2));
  }
  working_ = true;
  EXPECT_THAT(Taken(), IsEmpty());
  const auto follower = Open({Feed()});
  RunFor(*follower, minutes(1));
  EXPECT_THAT(Taken(), ElementsAre("https://paper.example/a: Title a"));
}

TEST_F(SourceFollowerTest, TriesAgainWhatTheStoreCouldNotTakeAndNotWhatItNeverWill) {
  web_["https://paper.example/feed"] = CannedResponse(200, Rss(Item("a", "one")));
  const auto follower = Open({Feed()});
  failure_ = Error(StatusCode::kResourceExhausted, "disk full");
  RunFor(*follower, minutes(2));
  EXPECT_THAT(follower->Get("https://paper.example/feed")->last_error, HasSubstr("disk full"));
  failure_ = OkStatus();
  RunFor(*follower, minutes(2));
  EXPECT_THAT(Taken(), ElementsAre("https://paper.example/a: Title a"));
  failure_ = Error(StatusCode::kInvalidArgument, "no");
  web_["https://paper.example/feed"] = CannedResponse(200, Rss(Item("b", "two")));
  RunFor(*follower, minutes(3));
  failure_ = OkStatus();
  RunFor(*follower, minutes(3));
  EXPECT_THAT(Taken(), IsEmpty());
  EXPECT_EQ(follower->Get("https://paper.example/feed")->rejected_count, 1U);
}

TEST_F(SourceFollowerTest, ReadsThePagesOfSummariesIfRobotsTxtAllowsIt) {
  Source feed = Feed();
  feed.pages = PageReading::kAuto;
  const auto follower = Open({feed});
  web_["https://paper.example/robots.txt"] = CannedResponse(200, "User-agent: *\nDisallow: /no");
  web_["https://paper.example/yes"] =
      CannedResponse(200, std::string("<html><head><title>Yes</title></head><body><article><h1>Yes</h1>") + kLongText +
                              "</article></body></html>");
  web_["https://paper.example/feed"] =
      CannedResponse(200, Rss(Item("yes", "short") + Item("no", "kept short") + Item("lost", "lost short")));
  RunFor(*follower, minutes(10));
  EXPECT_THAT(texts_["https://paper.example/yes"], HasSubstr("600,000 chips"));
  EXPECT_EQ(texts_["https://paper.example/no"], "Title no\n\nkept short");
  EXPECT_EQ(texts_["https://paper.example/lost"], "Title lost\n\nlost short");
  EXPECT_EQ(std::count(asked_.begin(), asked_.end(), "https://paper.example/yes"), 1);
  EXPECT_EQ(std::count(asked_.begin(), asked_.end(), "https://paper.example/no"), 0);
}

TEST_F(SourceFollowerTest, TakesAllOfAFeedThoughFewAtATime) {
  std::string items;
  for (int i = 0; i < 50; ++i) items += Item(std::to_string(i), "text");
  const auto follower = Open({Feed()});
  web_["https://paper.example/feed"] = CannedResponse(200, Rss(items));
  RunFor(*follower, minutes(3));
  EXPECT_EQ(Taken().size(), 50U);
}

TEST_F(SourceFollowerTest, FollowsIndexesOfSitemapsAndTakesOnlyNews) {
  Source index = Feed("https://paper.example/index.xml");
  const auto follower = Open({index});
  web_["https://paper.example/index.xml"] = CannedResponse(
      200,
      "<sitemapindex><sitemap><loc>https://paper.example/new.xml</loc><lastmod>2026-01-18</lastmod></sitemap>"
      "<sitemap><loc>https://paper.example/old.xml</loc><lastmod>2020-01-18</lastmod></sitemap></sitemapindex>");
  const auto page = [](const char* title) {
    return CannedResponse(200, std::string("<html><head><title>") + title + "</title></head><body><article><h1>" +
                                   title + "</h1>" + kLongText + "</article></body></html>");
  };
  web_["https://paper.example/1"] = page("One");
  web_["https://paper.example/2"] = page("Two");
  const std::string first =
      "<url><loc>https://paper.example/1</loc><lastmod>2026-01-18</lastmod></url><url><loc>https://paper.example/old</"
      "loc></url>";
  web_["https://paper.example/new.xml"] = CannedResponse(200, "<urlset>" + first + "</urlset>");
  RunFor(*follower, minutes(5));
  EXPECT_THAT(Taken(), ElementsAre("https://paper.example/1: One"));
  web_["https://paper.example/new.xml"] =
      CannedResponse(200, "<urlset><url><loc>https://paper.example/2</loc></url>" + first + "</urlset>");
  RunFor(*follower, minutes(5));
  EXPECT_THAT(Taken(), ElementsAre("https://paper.example/2: Two"));
  EXPECT_EQ(follower->List("", 10).size(), 1U) << "only what was named is shown";
  EXPECT_EQ(follower->Get(index.location)->article_count, 2U);
  EXPECT_EQ(std::count(asked_.begin(), asked_.end(), "https://paper.example/old.xml"), 0);
}

TEST_F(SourceFollowerTest, FindsTheFeedOfAPage) {
  const std::string site = "https://paper.example/";
  web_[site] = CannedResponse(
      200, "<html><head><title>Paper</title><link rel=alternate type=application/rss+xml href=/feed></head></html>");
  web_["https://paper.example/feed"] = CannedResponse(200, Rss(Item("a", "one")));
  {
    const auto follower = Open();
    ASSERT_TRUE(follower->Add(Feed(site)).ok());
    RunFor(*follower, minutes(3));
    EXPECT_THAT(Taken(), ElementsAre("https://paper.example/a: Title a"));
    EXPECT_EQ(follower->Get(site)->health, SourceHealth::kGood);
    ASSERT_TRUE(follower->Keep().ok());
  }
  const auto follower = Open();
  web_["https://paper.example/feed"] = CannedResponse(200, Rss(Item("b", "two") + Item("a", "one")));
  RunFor(*follower, minutes(3));
  EXPECT_THAT(Taken(), ElementsAre("https://paper.example/b: Title b"));
  EXPECT_EQ(std::count(asked_.begin(), asked_.end(), site), 1) << "the page is not asked again";
}

TEST_F(SourceFollowerTest, DoesNotGoRoundAmongPagesThatNameEachOther) {
  for (const char* name : {"a", "b"}) {
    web_[Concat("https://paper.example/", name)] = CannedResponse(
        200,
        Concat("<html><link rel=alternate type=application/rss+xml href=/", *name == 'a' ? "b" : "a", "><body>", name));
  }
  const auto follower = Open({Feed("https://paper.example/a")});
  RunFor(*follower, minutes(2));
  EXPECT_LT(asked_.size(), 5U);
  const SourceReport report = *follower->Get("https://paper.example/a");
  EXPECT_EQ(report.health, SourceHealth::kFailing);
  EXPECT_THAT(report.last_error, HasSubstr("is no feed but a page"));
}

TEST_F(SourceFollowerTest, ShowsWhatASitemapLacksWithTheIndexThatNamesIt) {
  web_["https://paper.example/index.xml"] =
      CannedResponse(200, "<sitemapindex><sitemap><loc>https://paper.example/x.xml</loc></sitemap></sitemapindex>");
  const auto follower = Open({Feed("https://paper.example/index.xml")});
  RunFor(*follower, minutes(2));
  EXPECT_THAT(follower->Get("https://paper.example/index.xml")->last_error,
              HasSubstr("x.xml\": the server answers 404"));
}

TEST_F(SourceFollowerTest, TellsWhatGoesWrong) {
  const auto follower = Open({Feed(), Feed("https://gone.example/"), Feed("https://page.example/")});
  web_["https://paper.example/feed"] = CannedResponse(500);
  web_["https://gone.example/"] = CannedResponse(410);
  web_["https://page.example/"] = CannedResponse(200, "<html><body>no feed</body></html>");
  RunFor(*follower, minutes(1));
  EXPECT_THAT(Events(),
              UnorderedElementsAre(SourceEventKind::kFailed, SourceEventKind::kFailed, SourceEventKind::kGone));
  EXPECT_EQ(follower->Get("https://gone.example/")->health, SourceHealth::kGone);
  EXPECT_EQ(follower->Get("https://page.example/")->health, SourceHealth::kFailing);
  EXPECT_THAT(follower->Get("https://page.example/")->last_error, HasSubstr("no feed"));
  for (int hour = 0; hour < 60; ++hour, clock_.now += hours(1)) follower->Step(milliseconds(0));
  EXPECT_EQ(follower->Get("https://paper.example/feed")->health, SourceHealth::kStale);
  web_["https://paper.example/feed"] = CannedResponse(200, Rss(""));
  for (int hour = 0; hour < 60; ++hour, clock_.now += hours(1)) follower->Step(milliseconds(0));
  EXPECT_EQ(follower->Get("https://paper.example/feed")->health, SourceHealth::kGood);
  EXPECT_EQ(events_.back().kind, SourceEventKind::kRecovered);
}

TEST_F(SourceFollowerTest, TellsListenersOfWhatIsLostAndComesBack) {
  const auto follower = Open({Feed(), Feed("https://gone.example/")});
  std::vector<std::pair<std::string, SourceHealth>> told;
  follower->listeners().Add(
      [&told](const SourceReport& report) { told.emplace_back(report.source.location, report.health); });
  const auto pass_hours = [&](int hours_to_pass) {
    for (int hour = 0; hour < hours_to_pass; ++hour, clock_.now += hours(1)) follower->Step(milliseconds(0));
  };
  web_["https://paper.example/feed"] = CannedResponse(200, Rss(""));
  web_["https://gone.example/"] = CannedResponse(410);
  pass_hours(2);
  EXPECT_THAT(told, ElementsAre(std::pair("https://gone.example/", SourceHealth::kGone)));
  web_["https://paper.example/feed"] = CannedResponse(500);
  pass_hours(12);
  EXPECT_EQ(told.size(), 1U) << "failures pass";
  pass_hours(48);
  web_["https://paper.example/feed"] = CannedResponse(200, Rss(Item("a", "one")));
  pass_hours(48);
  told.erase(told.begin());
  EXPECT_THAT(told, ElementsAre(std::pair("https://paper.example/feed", SourceHealth::kStale),
                                std::pair("https://paper.example/feed", SourceHealth::kGood)));
}

TEST_F(SourceFollowerTest, AddsAndRemovesSources) {
  const auto follower = Open({Feed()});
  EXPECT_EQ(follower->Add(Feed()).status().code(), StatusCode::kAlreadyExists);
  EXPECT_EQ(follower->Add(Feed("ftp://x")).status().code(), StatusCode::kInvalidArgument);
  EXPECT_EQ(follower->Remove("https://paper.example/feed").code(), StatusCode::kFailedPrecondition);
  EXPECT_EQ(follower->Remove("https://none.example/").code(), StatusCode::kNotFound);
  ASSERT_TRUE(follower->Add(Feed("https://other.example/feed")).ok());
  ASSERT_TRUE(follower->Remove("https://other.example/feed").ok());
  EXPECT_EQ(follower->Get("https://other.example/feed").status().code(), StatusCode::kNotFound);
  RunFor(*follower, minutes(1));
  EXPECT_EQ(std::count(asked_.begin(), asked_.end(), "https://other.example/feed"), 0);
  EXPECT_EQ(Open({})->List("", 10).size(), 0U) << "what the configuration names no more is not followed";
}

TEST_F(SourceFollowerTest, ImportsAndExportsOpml) {
  const auto follower = Open({Feed()});
  const std::string opml =
      "<opml><body><outline text='Chips'><outline text='A' xmlUrl='https://a.example/feed'/></outline>"
      "<outline text='P' xmlUrl='https://paper.example/feed'/></body></opml>";
  EXPECT_EQ(*follower->Import(opml), 1U);
  EXPECT_EQ(*follower->Import(opml), 0U);
  EXPECT_EQ(follower->Import("{}").status().code(), StatusCode::kInvalidArgument);
  EXPECT_EQ(follower->Get("https://a.example/feed")->source.folders, std::vector<std::string>{"Chips"});
  EXPECT_THAT(follower->Export(), HasSubstr("https://a.example/feed"));
  EXPECT_EQ(*Open({})->Import(follower->Export()), 1U) << "the configured one is not there any more";
}

}  // namespace
}  // namespace newsgraph::ingest
