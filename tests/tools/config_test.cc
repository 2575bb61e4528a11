#include "tools/newsgraphd/config.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

namespace newsgraph::tools {
namespace {

using std::chrono::operator""s;

std::string ErrorOf(const std::string& yaml) { return std::string(ParseConfig(yaml, "c.yaml").status().message()); }

TEST(ParseConfig, KeepsDefaultsForWhatIsLeftOut) {
  EXPECT_EQ(*ParseConfig("", "c.yaml"), DaemonConfig());
  EXPECT_EQ(*ParseConfig("# nothing\n", "c.yaml"), DaemonConfig());
}

TEST(ParseConfig, ReadsEveryKey) {
  const DaemonConfig config = *ParseConfig(
      "data: /var/lib/ng\nlisten: [127.0.0.1:1, unix:/run/ng.sock]\npacks: /etc/packs\ndurability: process\n"
      "log_level: debug\nshutdown_grace_seconds: 5\nmax_article_bytes: 1000\nsubmit_threads: 3\nread_threads: 2\n"
      "time_budget_seconds: 7\nown_outlets: [A, B]\nsources: [{feed: 'https://a.example/'}]\n",
      "c.yaml");
  EXPECT_EQ(config.data_dir, "/var/lib/ng");
  EXPECT_EQ(config.addresses, (std::vector<std::string>{"127.0.0.1:1", "unix:/run/ng.sock"}));
  EXPECT_EQ(config.packs_dir, "/etc/packs");
  EXPECT_EQ(config.durability, graph::Durability::kProcess);
  EXPECT_EQ(config.log_level, "debug");
  EXPECT_EQ(config.shutdown_grace, 5s);
  EXPECT_EQ(config.max_article_bytes, 1000U);
  EXPECT_EQ(config.submit_threads, 3U);
  EXPECT_EQ(config.read_threads, 2U);
  EXPECT_EQ(config.time_budget, 7s);
  EXPECT_EQ(config.own_outlets, (std::vector<std::string>{"A", "B"}));
  ASSERT_EQ(config.sources.size(), 1U);
  EXPECT_EQ(config.sources[0].source.location, "https://a.example/");
}

TEST(ParseConfig, TakesOneAddressWithoutAList) {
  EXPECT_EQ(ParseConfig("listen: 127.0.0.1:1", "c.yaml")->addresses, std::vector<std::string>{"127.0.0.1:1"});
}

TEST(ParseConfig, SaysWhereItIsWrong) {
  EXPECT_EQ(ErrorOf("data: /x\n\nlisten: {}\n"), "c.yaml:3: \"listen\": must be a value or a list");
  EXPECT_EQ(ErrorOf("durability: ram"), "c.yaml:1: \"durability\": must be disk or process, not \"ram\"");
  EXPECT_EQ(ErrorOf("log_level: loud"), "c.yaml:1: \"log_level\": must be debug, info, warn or error, not \"loud\"");
  EXPECT_EQ(ErrorOf("submit_threads: 0"),
            "c.yaml:1: \"submit_threads\": must be a whole number from 1 to 1024, not \"0\"");
  EXPECT_EQ(ErrorOf("read_threads: many"),
            "c.yaml:1: \"read_threads\": must be a whole number from 1 to 1024, not \"many\"");
  EXPECT_EQ(ErrorOf("data: [a, b]"), "c.yaml:1: \"data\": must be one value");
  EXPECT_EQ(ErrorOf("- data"), "c.yaml: must be keys and values like \"data: /var/lib/newsgraph\"");
  EXPECT_EQ(ErrorOf("data: \"open"), "c.yaml:1: no valid YAML: illegal EOF in scalar");
}

TEST(ParseConfig, RefusesKeysThatDoNotExist) {
  EXPECT_EQ(ErrorOf("data: /x\nlistne: 1\n"),
            "c.yaml:2: \"listne\": there is no such key; there are: data, listen, packs, durability, log_level, "
            "shutdown_grace_seconds, max_article_bytes, submit_threads, read_threads, sources, time_budget_seconds, "
            "own_outlets");
}

TEST(ParseConfig, ReadsSources) {
  const DaemonConfig config = *ParseConfig(
      "sources:\n  - feed: https://a.example/\n    title: A\n    interval_seconds: 60\n    allow_private: true\n    "
      "pages: never\n"
      "  - page: https://b.example/\n  - folder: /var/spool/../news\n  - opml: /etc/feeds.opml\n    interval_seconds: "
      "5\n",
      "c.yaml");
  ASSERT_EQ(config.sources.size(), 4U);
  Source feed;
  feed.location = "https://a.example/";
  feed.title = "A";
  feed.interval = 60s;
  feed.allow_private = true;
  feed.pages = PageReading::kNever;
  EXPECT_EQ(config.sources[0], (ConfiguredSource{feed, false}));
  EXPECT_EQ(config.sources[1].source.kind, SourceKind::kPage);
  EXPECT_EQ(config.sources[2].source.kind, SourceKind::kFolder);
  EXPECT_EQ(config.sources[2].source.location, "/var/news");
  EXPECT_TRUE(config.sources[3].is_list);
}

TEST(ParseConfig, SaysWhichSourceIsWrong) {
  const auto error_of = [](const std::string& source) {
    return ErrorOf("sources: [{feed: 'http://a/'}, {" + source + "}]");
  };
  const std::string at = "c.yaml:1: \"sources\": source 2: ";
  EXPECT_EQ(error_of("title: x"), at + "has none of feed, page, folder and opml");
  EXPECT_EQ(error_of("feed: x"), at + "\"x\" is no http address");
  EXPECT_EQ(error_of("feed: 'http://a/', page: 'http://b/'"),
            at + "\"page\" comes second; a source is one of feed, page, folder and opml");
  EXPECT_EQ(error_of("feed: 'http://a/', pages: some"), at + "\"pages\" must be auto, never or always");
  EXPECT_EQ(error_of("feed: 'http://a/', interval_seconds: 0"),
            at + "\"interval_seconds\" must be a whole number from 1 to 2592000");
  EXPECT_EQ(error_of("feed: 'http://a/', allow_private: maybe"), at + "\"allow_private\" must be true or false");
  EXPECT_EQ(ErrorOf("sources: https://a.example/"), "c.yaml:1: \"sources\": must be a list");
}

TEST(ResolveSources, PutsTheFeedsOfListsInTheirPlace) {
  const std::string path = testing::TempDir() + "/feeds.opml";
  std::ofstream(path) << "<opml><body><outline text='Chips'><outline text='A' xmlUrl='https://a.example/'/></outline>"
                         "<outline text='bad' xmlUrl='ftp://b.example/'/></body></opml>";
  const DaemonConfig config = *ParseConfig("sources: [{opml: '" + path + "', interval_seconds: 5}]", "c.yaml");
  const auto sources = ResolveSources(config.sources);
  ASSERT_TRUE(sources.ok()) << sources.status();
  ASSERT_EQ(sources->size(), 1U);
  EXPECT_EQ((*sources)[0].location, "https://a.example/");
  EXPECT_EQ((*sources)[0].title, "A");
  EXPECT_EQ((*sources)[0].folders, std::vector<std::string>{"Chips"});
  EXPECT_EQ((*sources)[0].interval, 5s);
  ConfiguredSource missing;
  missing.is_list = true;
  missing.source.location = "/nonexistent.opml";
  EXPECT_EQ(ResolveSources({missing}).status().message(),
            "list of feeds \"/nonexistent.opml\": cannot be opened: No such file or directory");
}

TEST(LoadConfig, ReadsTheExampleAsTheDefaults) {
  DaemonConfig config = *LoadConfig(std::string(NEWSGRAPH_ROOT) + "/tools/newsgraphd.yaml");
  EXPECT_EQ(config.data_dir, "/var/lib/newsgraph");
  config.data_dir.clear();
  EXPECT_EQ(config, DaemonConfig());
}

TEST(LoadConfig, SaysThatThereIsNoFile) {
  EXPECT_EQ(LoadConfig("/nonexistent.yaml").status().message(),
            "opening configuration \"/nonexistent.yaml\": No such file or directory");
}

}  // namespace
}  // namespace newsgraph::tools
