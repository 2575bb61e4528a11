#include "tools/newsgraphd/config.h"

#include <gtest/gtest.h>

#include <string>

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
      "log_level: debug\nshutdown_grace_seconds: 5\nmax_article_bytes: 1000\nsubmit_threads: 3\nread_threads: 2\n",
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
            "shutdown_grace_seconds, max_article_bytes, submit_threads, read_threads");
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
