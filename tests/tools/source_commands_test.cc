// newsgraphd that follows sources of its own: from the web and the disk to whoever watches.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <fstream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <thread>

#include "tests/support/process.h"
#include "tests/support/web_server.h"

namespace newsgraph::test {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;
using testing::Not;

std::string Item(const std::string& name, const std::string& text) {
  return "<item><title>Cars " + name + "</title><link>/" + name + "</link><guid>" + name +
         "</guid><pubDate>Mon, 19 Jan 2026 08:00:00 GMT</pubDate><description>" + text + "</description></item>";
}

// A feed that grows, on this machine.
class GrowingFeed {
 public:
  void Add(const std::string& item) {
    const std::lock_guard lock(mutex_);
    items_ = item + items_;
  }
  std::string Url() const { return server_.Url("/feed"); }
  // A page that names it.
  std::string PageUrl() const { return server_.Url("/"); }
  std::size_t request_count() const { return server_.Requests().size(); }

 private:
  std::vector<WebPiece> Answer(const std::string& head) {
    const std::lock_guard lock(mutex_);
    const std::string etag = "\"" + std::to_string(items_.size()) + "\"";
    if (head.starts_with("GET / "))
      return {{WebAnswer("200 OK", "Content-Type: text/html\r\n",
                         "<html><link rel=alternate type=application/rss+xml href=feed><body>Paper</body></html>")}};
    if (!head.starts_with("GET /feed ")) return {{WebAnswer("404 Not Found", "", "")}};
    if (head.find("If-None-Match: " + etag) != std::string::npos) return {{WebAnswer("304 Not Modified", "", "")}};
    return {{WebAnswer("200 OK", "ETag: " + etag + "\r\n",
                       "<rss version='2.0'><channel><title>Paper</title>" + items_ + "</channel></rss>")}};
  }

  std::mutex mutex_;
  std::string items_;
  WebServer server_{[this](const std::string& head) { return Answer(head); }};
};

class SourceCommands : public testing::Test {
 protected:
  static Finished Command(const Daemon& daemon, std::vector<std::string> arguments, std::string_view input = {}) {
    arguments.insert(arguments.begin() + 1, {"--server", daemon.address()});
    return RunProgram("newsgraph", arguments, input);
  }
  // What `sources` says of a location.
  static Json StateOf(const Daemon& daemon, const std::string& location) {
    for (const Json& source : Json::parse(Command(daemon, {"sources", "--output", "json"}).out)) {
      if (source["location"] == location) return source;
    }
    return {};
  }
  // Waits until that many of its articles are stored.
  static bool WaitForArticles(const Daemon& daemon, const std::string& location, int count) {
    for (int tries = 0; tries < 200; ++tries) {
      const Json state = StateOf(daemon, location);
      if (state.is_object() && std::stoi(state.value("article_count", "0")) >= count) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
  }

  TemporaryFolder folder_;
  GrowingFeed feed_;
};

TEST_F(SourceCommands, BringConflictsOfAFeedToWhoWatches) {
  feed_.Add(Item("a", "BYD sold 4.6 million cars in 2025."));
  const std::string config =
      folder_.Write("c.yaml", "sources:\n  - feed: " + feed_.Url() +
                                  "\n    interval_seconds: 1\n    allow_private: true\n    title: Paper\n");
  const Daemon daemon(folder_.path() / "graph", {"--config", config});
  ASSERT_TRUE(daemon.ready()) << daemon.Log();
  ASSERT_TRUE(WaitForArticles(daemon, feed_.Url(), 1)) << daemon.Log();
  std::thread later([this] {
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    feed_.Add(Item("b", "BYD sold 3.1 million cars in 2025."));
  });
  // The article, then the conflict.
  const Finished watched = Command(daemon, {"watch", "--limit", "2", "--output", "jsonl"});
  later.join();
  EXPECT_THAT(watched.out, HasSubstr("EVENT_KIND_CONFLICT_OPENED"));
  EXPECT_THAT(watched.out, HasSubstr("3.1 million"));
  const Json state = StateOf(daemon, feed_.Url());
  EXPECT_EQ(state["health"], "SOURCE_HEALTH_GOOD");
  EXPECT_EQ(state["title"], "Paper");
  EXPECT_TRUE(state["configured"]);
}

TEST_F(SourceCommands, GoOnAfterAKillWithoutRepetition) {
  feed_.Add(Item("a", "BYD sold 4.6 million cars in 2025."));
  {
    Daemon daemon(folder_.path() / "graph");
    ASSERT_TRUE(daemon.ready()) << daemon.Log();
    const Finished added = Command(daemon, {"sources", "add", "--interval", "1", "--allow-private", feed_.Url()});
    EXPECT_EQ(added.exit_code, 0) << added.err;
    EXPECT_EQ(Command(daemon, {"sources", "add", feed_.Url()}).exit_code, 5) << "it is there already";
    ASSERT_TRUE(WaitForArticles(daemon, feed_.Url(), 1)) << daemon.Log();
    std::this_thread::sleep_for(std::chrono::seconds(3));  // by then it is kept
    daemon.Signal(SIGKILL);
    daemon.Wait();
  }
  feed_.Add(Item("b", "BYD sold 3.1 million cars in 2025."));
  const Daemon daemon(folder_.path() / "graph");
  ASSERT_TRUE(daemon.ready()) << daemon.Log();
  ASSERT_TRUE(WaitForArticles(daemon, feed_.Url(), 2)) << daemon.Log();
  const Json info = Json::parse(Command(daemon, {"info", "--output", "json"}).out);
  EXPECT_EQ(info["article_count"], "2");
  EXPECT_EQ(info["revision"], "2") << "nothing was stored twice";
  EXPECT_EQ(Command(daemon, {"sources", "remove", feed_.Url()}).exit_code, 0);
  EXPECT_EQ(Command(daemon, {"sources", "remove", feed_.Url()}).exit_code, 5);
  EXPECT_TRUE(StateOf(daemon, feed_.Url()).is_null());
}

TEST_F(SourceCommands, FollowTheFeedOfAPage) {
  feed_.Add(Item("a", "BYD sold 4.6 million cars in 2025."));
  const Daemon daemon(folder_.path() / "graph");
  ASSERT_TRUE(daemon.ready()) << daemon.Log();
  ASSERT_EQ(Command(daemon, {"sources", "add", "--allow-private", feed_.PageUrl()}).exit_code, 0);
  ASSERT_TRUE(WaitForArticles(daemon, feed_.PageUrl(), 1)) << daemon.Log();
  EXPECT_EQ(StateOf(daemon, feed_.PageUrl())["health"], "SOURCE_HEALTH_GOOD");
}

TEST_F(SourceCommands, TakeFilesThatComeIntoAFolder) {
  const std::string news = folder_.path() / "news";
  folder_.Write("news/a.txt", "BYD sold 4.6 million cars in 2025.");
  const Daemon daemon(folder_.path() / "graph");
  ASSERT_TRUE(daemon.ready()) << daemon.Log();
  ASSERT_EQ(Command(daemon, {"sources", "add", news}).exit_code, 0);
  ASSERT_TRUE(WaitForArticles(daemon, news, 1)) << daemon.Log();
  folder_.Write("news/b.jsonl", R"({"id":"b","text":"BYD sold 3.1 million cars in 2025."})"
                                "\n"
                                R"({"id":"c"})"
                                "\n");
  ASSERT_TRUE(WaitForArticles(daemon, news, 2)) << daemon.Log();
  const Json state = StateOf(daemon, news);
  EXPECT_EQ(state["rejected_count"], "1");
  EXPECT_THAT(state["last_error"].get<std::string>(), HasSubstr("b.jsonl:2"));
  EXPECT_THAT(daemon.Log(), HasSubstr("article rejected"));
}

TEST_F(SourceCommands, SayWhatIsWrongWithASource) {
  const Daemon daemon(folder_.path() / "graph");
  ASSERT_TRUE(daemon.ready()) << daemon.Log();
  EXPECT_EQ(Command(daemon, {"sources", "add", feed_.Url()}).exit_code, 0);
  Json state;
  for (int tries = 0; tries < 100; ++tries) {
    state = StateOf(daemon, feed_.Url());
    if (state.is_object() && state["last_error"] != "") break;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  ASSERT_TRUE(state.is_object());
  EXPECT_EQ(state["last_error"], "the host lies in a private network");
  EXPECT_EQ(state["health"], "SOURCE_HEALTH_FAILING");
  EXPECT_THAT(Command(daemon, {"sources"}).out, HasSubstr("failing"));
  EXPECT_THAT(daemon.Log(), HasSubstr("msg=\"source failed\""));
  EXPECT_EQ(feed_.request_count(), 0U);
}

TEST_F(SourceCommands, TellWhoWatchesOfASourceThatIsGone) {
  std::atomic<bool> gone = false;
  const WebServer server([&gone](const std::string&) -> std::vector<WebPiece> {
    return {{gone ? WebAnswer("410 Gone", "", "") : WebAnswer("200 OK", "", "<rss><channel></channel></rss>")}};
  });
  const Daemon daemon(folder_.path() / "graph");
  ASSERT_TRUE(daemon.ready()) << daemon.Log();
  ASSERT_EQ(Command(daemon, {"sources", "add", "--interval", "1", "--allow-private", server.Url("/f")}).exit_code, 0);
  std::thread later([&gone] {
    std::this_thread::sleep_for(std::chrono::seconds(1));
    gone = true;
  });
  EXPECT_EQ(Command(daemon, {"watch", "--limit", "1"}).out,
            "source gone  " + server.Url("/f") + "  the server answers 410\n");
  later.join();
}

TEST_F(SourceCommands, ImportAndExportLists) {
  const Daemon daemon(folder_.path() / "graph");
  ASSERT_TRUE(daemon.ready()) << daemon.Log();
  const std::string opml =
      "<opml><body><outline text='Chips'><outline text='A' xmlUrl='http://127.0.0.1:1/feed'/></outline></body></opml>";
  EXPECT_EQ(Command(daemon, {"sources", "import", folder_.Write("f.opml", opml)}).out, "1 feed added\n");
  EXPECT_EQ(Command(daemon, {"sources", "import", "-"}, opml).out, "0 feeds added\n");
  EXPECT_EQ(Command(daemon, {"sources", "import", "/nonexistent"}).exit_code, 2);
  const Finished exported = Command(daemon, {"sources", "export"});
  EXPECT_THAT(exported.out, HasSubstr("xmlUrl=\"http://127.0.0.1:1/feed\""));
  EXPECT_THAT(exported.out, HasSubstr("Chips"));
}

}  // namespace
}  // namespace newsgraph::test
