// newsgraphd and the commands that talk to it, over a real socket.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <future>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/process.h"

namespace newsgraph::test {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kArticles =
    R"({"id":"dpa-1","source":"dpa","title":"Neue Chips","published":"2026-01-19T18:25:00+01:00","lang":"de",)"
    R"("text":"Huawei will 2026 rund 600.000 Chips vom Typ Ascend 910C herstellen."})"
    "\n"
    R"({"id":"台/1","text":"华为计划在2026年生产六十万颗昇腾芯片，这是去年的两倍，消息人士说。"})"
    "\n";

constexpr const char* kContradiction =
    R"({"id":"a-1","source":"a","published":"2026-01-19","lang":"de","text":"Tesla hat 2025 genau 4.160 Roboter verkauft. <script>"})"
    "\n"
    R"({"id":"b-1","source":"b","published":"2026-01-20","lang":"de","text":"Tesla hat 2025 mehr als 5.500 Roboter verkauft."})"
    "\n";

constexpr const char* kPlanAndOutcome =
    R"({"id":"p-1","source":"a","published":"2025-03-05","lang":"en","text":"Tesla plans to sell 5,000 robots in 2025."})"
    "\n"
    R"({"id":"r-1","source":"b","published":"2026-01-20","lang":"de","text":"Tesla hat 2025 genau 3.120 Roboter verkauft."})"
    "\n";

class ServerCommands : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(daemon_.ready()) << daemon_.Log(); }

  // Runs a command at the daemon.
  Finished Command(std::vector<std::string> arguments, std::string_view input = {}) const {
    arguments.insert(arguments.begin() + 1, {"--server", daemon_.address()});
    return RunProgram("newsgraph", arguments, input);
  }

  TemporaryFolder folder_;
  Daemon daemon_{folder_.path() / "graph"};
};

TEST_F(ServerCommands, SayWhatStoredArticlesSayAgainstADraft) {
  ASSERT_EQ(Command({"ingest"}, kContradiction).exit_code, 0);
  constexpr const char* kDraft = "Tesla wächst\n\nTesla hat 2025 genau 4.160 Roboter verkauft.\n";
  const Finished lint = Command({"lint", "--graph", "--published", "2026-01-21"}, kDraft);
  EXPECT_EQ(lint.exit_code, 1) << lint.err;
  EXPECT_THAT(lint.out, HasSubstr("standard input:3:22: error: Tesla, sold: 1 stored claim contradicts [graph]\n"));
  EXPECT_THAT(lint.out, HasSubstr("    b, 2026-01-20: Tesla hat 2025 mehr als 5.500 Roboter verkauft.\n"));
  const Json json = Json::parse(Command({"lint", "--graph", "-o", "json"}, kDraft).out);
  EXPECT_EQ(json["files"][0]["findings"][0]["against"][0]["article_id"], "b-1");
  EXPECT_EQ(Command({"lint", "--published", "2026-01-21"}, kDraft).out, "") << "only where it is asked for";
}

TEST_F(ServerCommands, BringArticlesInAndShowThem) {
  const Finished ingested = Command({"ingest"}, kArticles);
  EXPECT_EQ(ingested.exit_code, 0) << ingested.err;
  EXPECT_THAT(ingested.err, HasSubstr("2 articles stored with "));
  EXPECT_EQ(ingested.out, "");
  const Finished article = Command({"article", "dpa-1"});
  EXPECT_EQ(article.exit_code, 0);
  EXPECT_THAT(article.out, HasSubstr("published  2026-01-19 17:25\n"));
  EXPECT_THAT(article.out, HasSubstr("\nNeue Chips\n\nHuawei will 2026 rund"));
  const Json json = Json::parse(Command({"article", "台/1", "--output", "json"}).out);
  EXPECT_EQ(json["id"], "台/1");
  EXPECT_EQ(json["lang"], "zh");
  EXPECT_FALSE(json.contains("publish_time"));
}

TEST_F(ServerCommands, SubmitTheSameArticleTwiceWithoutChange) {
  Command({"ingest"}, kArticles);
  const Finished again = Command({"ingest"}, kArticles);
  EXPECT_EQ(again.exit_code, 0);
  EXPECT_THAT(again.err, HasSubstr("0 articles stored with 0 claims, 2 unchanged, 0 rejected\n"));
  EXPECT_EQ(Json::parse(Command({"info", "--output", "json"}).out)["revision"], "2");
}

TEST_F(ServerCommands, GoOnAfterArticlesThatAreRejected) {
  const Finished ingested = Command({"ingest"}, std::string("{}\n") + kArticles);
  EXPECT_EQ(ingested.exit_code, 4);
  EXPECT_THAT(ingested.err, HasSubstr("standard input:1: fields \"id\" and \"url\" are both missing"));
  EXPECT_THAT(ingested.err, HasSubstr("2 articles stored with "));
  EXPECT_THAT(ingested.err, HasSubstr(", 0 unchanged, 1 rejected\n"));
}

TEST_F(ServerCommands, ProveAConflictThatCanBeVerified) {
  ASSERT_EQ(Command({"ingest"}, kContradiction).exit_code, 0);
  const std::string listed = Command({"conflicts", "--output", "jsonl"}).out;
  ASSERT_THAT(listed, Not(testing::IsEmpty()));
  const std::string name = Json::parse(listed.substr(0, listed.find('\n')))["name"];
  const std::string folder = (folder_.path() / "proof").string();
  const Finished proved = Command({"proof", name, "--to", folder});
  ASSERT_EQ(proved.exit_code, 0) << proved.err;
  const std::string json = ReadFile(folder + "/proof.json");
  const std::string page = ReadFile(folder + "/proof.html");
  EXPECT_EQ(Json::parse(json)["articles"].size(), 2);
  EXPECT_THAT(page, HasSubstr("<b>4.160</b>")) << "the value is marked in its article";
  EXPECT_THAT(page, HasSubstr("&lt;script&gt;")) << "text of articles is never run";

  const Finished holds = RunProgram("newsgraph", {"verify", folder});
  EXPECT_EQ(holds.exit_code, 0) << holds.out << holds.err;
  EXPECT_EQ(Command({"proof", name, "--to", folder}).exit_code, 0);
  EXPECT_EQ(ReadFile(folder + "/proof.json"), json);
  EXPECT_EQ(ReadFile(folder + "/proof.html"), page);

  std::string changed = json;
  changed.replace(changed.rfind("5.500"), 5, "4.160");
  std::ofstream(folder + "/proof.json") << changed;
  const Finished fails = RunProgram("newsgraph", {"verify", folder});
  EXPECT_EQ(fails.exit_code, 1);
  EXPECT_THAT(fails.out, HasSubstr("the proof does not hold: "));
  std::ofstream(folder + "/proof.json") << "{}";
  const Finished no_proof = RunProgram("newsgraph", {"verify", folder});
  EXPECT_EQ(no_proof.exit_code, 5);
  EXPECT_THAT(no_proof.err, HasSubstr(folder + "/proof.json: this is no proof of newsgraph"));
  std::ofstream(folder + "/proof.json") << R"({"proof":1,"conflict":{"conflict_id":"x"},"articles":[]})";
  EXPECT_THAT(RunProgram("newsgraph", {"verify", folder}).err, HasSubstr("this proof has form 1"));
  EXPECT_EQ(Command({"proof", "0000000000000000"}).exit_code, 5);
}

TEST_F(ServerCommands, ProveWhatARevisionChanged) {
  const auto article = [](const std::string& billions) {
    return R"({"id":"c-1","source":"A","published":"2026-01-19","lang":"en","text":"SMIC had revenue of )" + billions +
           R"( billion dollars in 2025. It said so on Monday."})" + "\n";
  };
  for (const char* billions : {"7", "8", "9.3"}) ASSERT_EQ(Command({"ingest"}, article(billions)).exit_code, 0);
  const std::string listed = Command({"conflicts", "--kind", "revision", "--state", "open", "--output", "jsonl"}).out;
  const Json conflict = Json::parse(listed.substr(0, listed.find('\n')));
  EXPECT_EQ(conflict["sides"][0]["claims"][0]["article_revision"], 2);
  const std::string folder = (folder_.path() / "revision").string();
  const Finished proof = Command({"proof", conflict["name"], "--to", folder});
  ASSERT_EQ(proof.exit_code, 0) << proof.err;
  const Json json = Json::parse(ReadFile(folder + "/proof.json"));
  ASSERT_EQ(json["articles"].size(), 2U);
  EXPECT_EQ(json["articles"][0]["revision"], 2);
  EXPECT_THAT(std::string(json["articles"][1]["text"]), HasSubstr("9.3 billion"));
  EXPECT_THAT(ReadFile(folder + "/proof.html"), HasSubstr("revision 3"));
  const Finished holds = RunProgram("newsgraph", {"verify", folder});
  EXPECT_EQ(holds.exit_code, 0) << holds.out << holds.err;
  EXPECT_THAT(Command({"article", "c-1", "--revision", "1"}).out, HasSubstr("7 billion"));
  EXPECT_EQ(Command({"article", "c-1", "--revision", "9"}).exit_code, 5);
}

TEST_F(ServerCommands, RecognizeCopies) {
  const auto article = [](const std::string& id) {
    return R"({"id":")" + id + R"(","source":")" + id + R"(","published":"2026-01-19","lang":"en","text":")" +
           "The chipmaker SMIC had revenue of 7 billion dollars in 2025, it said on Monday, and will build two more "
           "lines for older chips in Shanghai by the end of next year, which is what its customers have asked "
           "for.\"}\n";
  };
  ASSERT_EQ(Command({"ingest"}, article("first") + article("second")).exit_code, 0);
  EXPECT_THAT(Command({"article", "second"}).out, HasSubstr("copy of"));
  EXPECT_THAT(Command({"article", "first"}).out, Not(HasSubstr("copy of")));
}

TEST_F(ServerCommands, ShowWhatBecameOfAPlan) {
  ASSERT_EQ(Command({"ingest"}, kPlanAndOutcome).exit_code, 0);
  const Finished missed = Command({"links", "--subject", "tesla", "--kind", "missed"});
  EXPECT_EQ(missed.exit_code, 0) << missed.err;
  EXPECT_THAT(missed.out, HasSubstr("missed  Tesla · sold · robot\n"));
  EXPECT_THAT(missed.out, HasSubstr("Tesla plans to sell 5,000 robots in 2025."));
  EXPECT_THAT(missed.out, HasSubstr("Tesla hat 2025 genau 3.120 Roboter verkauft."));
  EXPECT_THAT(missed.out, HasSubstr("1 link: 1 missed\n"));
  const Json link = Json::parse(Command({"links", "--article", "r-1", "--metric", "sold", "--output", "json"}).out)[0];
  EXPECT_EQ(link["kind"], "LINK_KIND_MISSED");
  EXPECT_EQ(link["expectation"]["claims"][0]["article_id"], "p-1");
  EXPECT_EQ(link["outcome"]["claims"][0]["article_id"], "r-1");
  EXPECT_EQ(Command({"links", "--subject", "tesla", "--kind", "met"}).out, "no links\n");
  EXPECT_EQ(Command({"conflicts"}).out, "no conflicts\n");
  EXPECT_EQ(Command({"links"}).exit_code, 2) << "of whom?";
}

TEST_F(ServerCommands, DecideOnAConflict) {
  ASSERT_EQ(Command({"ingest"}, kContradiction).exit_code, 0);
  const std::string listed = Command({"conflicts", "--output", "jsonl"}).out;
  const std::string name = Json::parse(listed.substr(0, listed.find('\n')))["name"];
  const Finished decided =
      Command({"review", name, "dismissed", "--reason", "definition", "--comment", "with prototypes", "--by", "desk"});
  EXPECT_EQ(decided.exit_code, 0) << decided.err;
  EXPECT_THAT(decided.out, HasSubstr("(dismissed)"));
  EXPECT_THAT(decided.out, HasSubstr("dismissed by desk, "));
  EXPECT_THAT(decided.out, HasSubstr(": definition; with prototypes\n"));
  EXPECT_THAT(Command({"conflicts", name, "--history"}).out, HasSubstr("2 conflicts: 2 hard\n"));
  EXPECT_EQ(Command({"conflicts", "--state", "open"}).out, "no conflicts\n");
  EXPECT_EQ(Command({"review", name, "dismissed"}).exit_code, 2) << "what the server refuses is an argument";
  EXPECT_EQ(Command({"review", name, "nonsense"}).exit_code, 2);
  EXPECT_EQ(Command({"conflicts", "--history"}).exit_code, 2);
}

TEST_F(ServerCommands, SuppressConflicts) {
  EXPECT_EQ(Command({"suppressions"}).out, "no suppressions\n");
  ASSERT_EQ(Command({"ingest"}, kContradiction).exit_code, 0);
  const std::string listed = Command({"conflicts", "--output", "jsonl"}).out;
  const Json conflict = Json::parse(listed.substr(0, listed.find('\n')));
  const std::string metric = conflict["metric"];
  const Finished made = Command({"suppressions", "add", "--kind", "value", "--metric", metric, "--until", "2999-01-01",
                                 "--reason", "known", "--by", "desk", "--output", "jsonl"});
  ASSERT_EQ(made.exit_code, 0) << made.err;
  const Json suppression = Json::parse(made.out);
  EXPECT_EQ(suppression["expire_time"], "2999-01-01T00:00:00Z");
  EXPECT_THAT(Command({"conflicts"}).out, HasSubstr("(suppressed)"));
  EXPECT_EQ(Command({"conflicts", "--state", "open"}).out, "no conflicts\n");
  EXPECT_THAT(Command({"suppressions"}).out, HasSubstr("known"));
  const std::string number = suppression["revision"];
  const Finished ended = Command({"suppressions", "end", number, "--reason", "over", "--by", "desk"});
  EXPECT_EQ(ended.exit_code, 0) << ended.err;
  EXPECT_THAT(ended.out, HasSubstr("by desk: over"));
  EXPECT_EQ(Command({"conflicts", "--state", "suppressed"}).out, "no conflicts\n");
  EXPECT_EQ(Command({"suppressions"}).out, "no suppressions\n");
  EXPECT_THAT(Command({"suppressions", "--ended"}).out, HasSubstr(number));
  EXPECT_EQ(Command({"suppressions", "add"}).exit_code, 2) << "it would take in all";
  EXPECT_EQ(Command({"suppressions", "add", "--metric", "revenue", "--until", "2020-01-01"}).exit_code, 2);
}

TEST_F(ServerCommands, WatchFromTheBeginning) {
  Command({"ingest"}, kArticles);
  const Finished watched = Command({"watch", "--after", "0", "--limit", "2", "--output", "jsonl"});
  EXPECT_EQ(watched.exit_code, 0) << watched.err;
  std::istringstream lines(watched.out);
  int events = 0;
  for (std::string line; std::getline(lines, line);) events += Json::parse(line).contains("event") ? 1 : 0;
  EXPECT_EQ(events, 2);
}

TEST_F(ServerCommands, ListNothingWhereThereIsNothing) {
  EXPECT_EQ(Command({"claims"}).out, "no claims\n");
  EXPECT_EQ(Command({"conflicts"}).out, "no conflicts\n");
  EXPECT_EQ(Command({"claims", "--output", "json"}).out, "[]\n");
  EXPECT_EQ(Command({"conflicts", "--output", "jsonl"}).out, "");
  EXPECT_EQ(Command({"entities", "search", "zz"}).out, "no entities\n");
  EXPECT_EQ(Command({"entities", "history"}).out, "no changes\n");
  const Finished negative = Command({"claims", "--limit", "-1"});
  EXPECT_EQ(negative.exit_code, 2);
  EXPECT_THAT(negative.err, HasSubstr("--limit: \"-1\" is no whole number from 0 on"));
}

TEST_F(ServerCommands, SayWhatTheServerSays) {
  const Finished article = Command({"article", "nope"});
  EXPECT_EQ(article.exit_code, 5);
  EXPECT_THAT(article.err, HasSubstr("nope"));
  const Finished claims = Command({"claims", "--from", "gestern"});
  EXPECT_EQ(claims.exit_code, 2);
  EXPECT_THAT(claims.err, HasSubstr("--from"));
}

TEST_F(ServerCommands, UseNoColoursWhereThereIsNoTerminal) {
  Command({"ingest"}, kArticles);
  const Finished article = Command({"article", "dpa-1"});
  EXPECT_THAT(article.out + article.err, Not(HasSubstr("\x1b")));
}

TEST_F(ServerCommands, KeepArticlesOverARestart) {
  Command({"ingest"}, kArticles);
  daemon_.Signal(SIGTERM);
  EXPECT_EQ(daemon_.Wait(), 0) << daemon_.Log();
  EXPECT_THAT(daemon_.Log(), HasSubstr("msg=\"stopped\" revision=2"));
  const Daemon again(folder_.path() / "graph");
  ASSERT_TRUE(again.ready()) << again.Log();
  EXPECT_EQ(Json::parse(Command({"info", "--output", "json"}).out)["article_count"], "2");
}

TEST(NewsgraphIngest, GoesOnWhereAKilledServerComesBack) {
  const TemporaryFolder folder;
  std::string lines;
  for (int i = 0; i < 3000; ++i) {
    lines += R"({"id":")" + std::to_string(i) + R"(","lang":"en","text":"Bulletin )" + std::to_string(i) + "\"}\n";
  }
  auto daemon = std::make_unique<Daemon>(folder.path() / "graph");
  ASSERT_TRUE(daemon->ready()) << daemon->Log();
  const std::string address = daemon->address();
  auto ingested =
      std::async(std::launch::async, [&] { return RunProgram("newsgraph", {"ingest", "--server", address}, lines); });
  const auto stored = [&] {
    const Finished info = RunProgram("newsgraph", {"info", "--server", address, "--output", "json"});
    return std::stoi(Json::parse(info.out)["article_count"].get<std::string>());
  };
  while (stored() < 100) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  daemon->Signal(SIGKILL);
  daemon = nullptr;  // waits
  daemon = std::make_unique<Daemon>(folder.path() / "graph");
  ASSERT_TRUE(daemon->ready()) << daemon->Log();
  const Finished finished = ingested.get();
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  EXPECT_EQ(stored(), 3000);
}

TEST(NewsgraphWithoutServer, SaysWhereItLooked) {
  const Finished finished = RunProgram("newsgraph", {"info", "--server", "unix:/nonexistent/socket"});
  EXPECT_EQ(finished.exit_code, 3);
  EXPECT_THAT(finished.err,
              HasSubstr("no server answers at \"unix:/nonexistent/socket\"; start newsgraphd, or say where"));
}

TEST(Newsgraphd, NeedsAFolder) {
  const Finished finished = RunProgram("newsgraphd", {});
  EXPECT_EQ(finished.exit_code, 2);
  EXPECT_THAT(finished.err, HasSubstr("there is no folder for the graph; give --data DIR"));
}

TEST(Newsgraphd, RefusesAConfigurationThatIsWrong) {
  const TemporaryFolder folder;
  const std::string path = folder.Write("config.yaml", "data: /tmp/x\nlisten_on: here\n");
  const Finished finished = RunProgram("newsgraphd", {"--config", path});
  EXPECT_EQ(finished.exit_code, 2);
  EXPECT_THAT(finished.err, HasSubstr(path + ":2: \"listen_on\": there is no such key; there are: data, listen"));
}

TEST(Newsgraphd, TakesItsConfigurationFromAFile) {
  const TemporaryFolder folder;
  const std::string path = folder.Write("config.yaml", "durability: process\nlog_level: warn\nlisten: 127.0.0.1:0\n");
  const Finished finished = RunProgram("newsgraphd", {"--config", path, "--listen", "unix:/nonexistent/socket",
                                                      "--data", (folder.path() / "graph").string()});
  EXPECT_EQ(finished.exit_code, 5);
  EXPECT_THAT(finished.err, HasSubstr("level=error"));
  EXPECT_THAT(finished.err, Not(HasSubstr("level=info")));
}

TEST(Newsgraphd, RefusesAGraphThatAnotherOneHasOpen) {
  const TemporaryFolder folder;
  const Daemon first(folder.path() / "graph");
  ASSERT_TRUE(first.ready()) << first.Log();
  const Finished second =
      RunProgram("newsgraphd", {"--data", (folder.path() / "graph").string(), "--listen", "127.0.0.1:0"});
  EXPECT_EQ(second.exit_code, 5);
  EXPECT_THAT(second.err, HasSubstr("level=error"));
}

TEST(Newsgraphd, TakesNoSocketFromAnotherOne) {
  const TemporaryFolder folder;
  Daemon first(folder.path() / "graph");
  ASSERT_TRUE(first.ready()) << first.Log();
  const std::string other = (folder.path() / "other").string();
  const Finished second = RunProgram("newsgraphd", {"--data", other, "--listen", first.address()});
  EXPECT_EQ(second.exit_code, 5);
  EXPECT_THAT(second.err, HasSubstr("another process answers there"));
  EXPECT_EQ(RunProgram("newsgraph", {"info", "--server", first.address()}).exit_code, 0);
  first.Signal(SIGKILL);
  first.Wait();
  const Daemon third(folder.path() / "graph");
  EXPECT_TRUE(third.ready()) << "a socket that nobody answers is free: " << third.Log();
}

}  // namespace
}  // namespace newsgraph::test
