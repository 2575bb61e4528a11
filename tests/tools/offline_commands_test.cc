// newsgraph extract and newsgraph check, run as users run them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/process.h"

namespace newsgraph::test {
namespace {

using Json = nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;
using testing::UnorderedElementsAre;

constexpr const char* kArticle =
    R"({"id":"a","published":"2026-01-19","text":"Der Konzern will im kommenden Jahr rund 600.000 Chips herstellen."})"
    "\n";

// The ids of the records in `lines`.
std::vector<std::string> Ids(const std::string& lines) {
  std::vector<std::string> ids;
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) ids.push_back(Json::parse(line)["article_id"]);
  return ids;
}

TEST(NewsgraphExtract, ReadsStandardInput) {
  const Finished finished = RunProgram("newsgraph", {"extract"}, kArticle);
  EXPECT_EQ(finished.exit_code, 0);
  EXPECT_EQ(finished.err, "");
  const Json record = Json::parse(finished.out);
  EXPECT_EQ(record["article_id"], "a");
  EXPECT_EQ(record["lang"], "de");
  EXPECT_EQ(RunProgram("newsgraph", {"extract", "-"}, kArticle).out, finished.out);
}

TEST(NewsgraphExtract, WritesLinesOrOneDocument) {
  const std::string lines = RunProgram("newsgraph", {"extract"}, kArticle).out;
  EXPECT_EQ(RunProgram("newsgraph", {"extract", "-o", "jsonl"}, kArticle).out, lines);
  const Json list = Json::parse(RunProgram("newsgraph", {"extract", "--output", "json"}, kArticle).out);
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list[0], Json::parse(lines));
  EXPECT_EQ(RunProgram("newsgraph", {"extract", "--output", "table"}, kArticle).exit_code, 2);
}

TEST(Newsgraph, SaysWhatIsNoCommand) {
  const Finished unknown = RunProgram("newsgraph", {"conflict"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("conflict"));
  const Finished none = RunProgram("newsgraph", {});
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_EQ(none.out, "");
  EXPECT_THAT(none.err, HasSubstr("extract "));
}

TEST(NewsgraphExtract, KeepsTheOrderOfTheInputOnAnyNumberOfThreads) {
  std::string lines;
  std::vector<std::string> ids;
  for (int i = 0; i < 200; ++i) {
    ids.push_back(std::to_string(i));
    std::string text;
    for (int j = 0; j < (i * 37) % 50; ++j) text += "Huawei wants to make " + std::to_string(j) + ",000 chips. ";
    lines += R"({"id":")" + ids.back() + R"(","text":")" + text + R"(End."})" + "\n";
  }
  const Finished one = RunProgram("newsgraph", {"extract", "--threads", "1"}, lines);
  EXPECT_EQ(Ids(one.out), ids);
  EXPECT_EQ(RunProgram("newsgraph", {"extract", "--threads", "8"}, lines).out, one.out);
}

TEST(NewsgraphExtract, GoesOnAfterBadLinesAndTellsThem) {
  const TemporaryFolder folder;
  const std::string path = folder.Write(
      "in.jsonl", std::string(kArticle) + "nonsense\n" + R"({"id":"b"})" + "\n" + R"({"id":"c","text":"x"})" + "\n");
  const std::string rejected = (folder.path() / "rejected.jsonl").string();
  const Finished finished = RunProgram("newsgraph", {"extract", path, "--rejected", rejected});
  EXPECT_EQ(finished.exit_code, 4);
  EXPECT_THAT(Ids(finished.out), ElementsAre("a", "c"));
  EXPECT_EQ(finished.err, path + ":2: no valid JSON at byte 2: syntax error while parsing value - invalid literal\n" +
                              path + ":3: field \"text\" is missing; it is the article's body\n");
  const std::string kept = ReadFile(rejected);
  const Json first = Json::parse(kept.substr(0, kept.find('\n')));
  EXPECT_EQ(first["line"], 2);
  EXPECT_EQ(first["input"], "nonsense");
}

TEST(NewsgraphExtract, CountsWhatItDoesNotTellOneByOne) {
  std::string lines;
  for (int i = 0; i < 25; ++i) lines += "{}\n";
  EXPECT_THAT(RunProgram("newsgraph", {"extract"}, lines).err,
              HasSubstr("\n5 more were rejected; --rejected FILE keeps them all\n"));
}

TEST(NewsgraphExtract, LeavesDatesOfUndatedArticlesUnresolvedUnlessATimeIsGiven) {
  const std::string undated = R"({"id":"a","lang":"en","text":"The plant opens next year."})";
  EXPECT_THAT(RunProgram("newsgraph", {"extract"}, undated).out, Not(HasSubstr("\"from\"")));
  EXPECT_EQ(RunProgram("newsgraph", {"extract", "--published", "2026-01-19"}, undated).exit_code, 0);
}

TEST(NewsgraphExtract, ReadsTextFilesAndFolders) {
  const TemporaryFolder folder;
  folder.Write("news/b.txt", "Zweiter Text.");
  folder.Write("news/a.txt", "Erster Text.");
  folder.Write("news/a.txt.meta.json", R"({"id": "first"})");
  const Finished finished = RunProgram("newsgraph", {"extract", (folder.path() / "news").string()});
  EXPECT_THAT(Ids(finished.out), ElementsAre("first", (folder.path() / "news/b.txt").string()));
}

TEST(NewsgraphExtract, SaysWhatIsWrongWithArguments) {
  const Finished time = RunProgram("newsgraph", {"extract", "--published", "19.01.2026"});
  EXPECT_EQ(time.exit_code, 2);
  EXPECT_THAT(time.err, HasSubstr("write it as \"2026-01-19\""));
  const Finished file = RunProgram("newsgraph", {"extract", "missing.jsonl"});
  EXPECT_EQ(file.exit_code, 2);
  EXPECT_EQ(file.err, "newsgraph: \"missing.jsonl\": there is no such file or folder\n");
  EXPECT_EQ(RunProgram("newsgraph", {}).exit_code, 2);
  EXPECT_EQ(RunProgram("newsgraph", {"extract", "--nonsense"}).exit_code, 2);
  EXPECT_EQ(RunProgram("newsgraph", {"extract", "--threads", "0"}).exit_code, 2);
}

TEST(NewsgraphHelp, ShowsExamplesAndExitCodes) {
  for (const std::string command :
       {"extract", "check", "ingest", "claims", "conflicts", "review", "proof", "verify", "article", "watch", "info"}) {
    const Finished finished = RunProgram("newsgraph", {command, "--help"});
    EXPECT_EQ(finished.exit_code, 0);
    EXPECT_THAT(finished.out, HasSubstr("Examples:\n  newsgraph " + command)) << command;
  }
  EXPECT_THAT(RunProgram("newsgraph", {"--help"}).out, HasSubstr("Exit codes:"));
  EXPECT_THAT(RunProgram("newsgraph", {"--version"}).out, StartsWith("newsgraph 0."));
}

TEST(NewsgraphCheck, SaysThatThereIsNoConflict) {
  const Finished finished = RunProgram("newsgraph", {"check", "--exit-code"}, kArticle);
  EXPECT_EQ(finished.exit_code, 0);
  EXPECT_EQ(finished.out, "no conflicts\n");
  EXPECT_EQ(RunProgram("newsgraph", {"check", "--output", "json"}, kArticle).out, "[]\n");
  EXPECT_EQ(RunProgram("newsgraph", {"check", "--output", "jsonl"}, kArticle).out, "");
}

// All articles of fixtures/articles, in the order of their folders.
std::string Fixtures() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(NEWSGRAPH_ROOT "/fixtures/articles")) {
    paths.push_back(entry.path() / "article.jsonl");
  }
  std::sort(paths.begin(), paths.end());
  std::string lines;
  for (const std::filesystem::path& path : paths) lines += ReadFile(path.string());
  return lines;
}

TEST(NewsgraphCheck, FindsWhatTheFixturesContradictAndNothingElse) {
  const Finished finished = RunProgram("newsgraph", {"check", "--output", "jsonl"}, Fixtures());
  std::vector<std::string> conflicts;
  std::istringstream in(finished.out);
  for (std::string line; std::getline(in, line);) {
    const Json conflict = Json::parse(line);
    std::string text = conflict["kind"].get<std::string>() + " " + conflict["subject"].get<std::string>() + " " +
                       conflict["metric"].get<std::string>();
    // The outlier stands against all others.
    for (const Json& claim : conflict["claims"]) {
      if (claim["side"] == 1) text += " " + claim["article_id"].get<std::string>();
    }
    conflicts.push_back(text);
  }
  EXPECT_THAT(conflicts, UnorderedElementsAre("value huawei produced ascend-en-2",
                                              "time huawei event:production_start ascend-en-2",
                                              "value china ordered h200-en-1", "value nvidia inventory h200-de-2",
                                              "value nvidia tariff_rate h200-zh-2", "value byd sold byd-zh-2",
                                              "value tesla sold byd-en-2", "time byd event:production_start byd-en-1"));
}

TEST(NewsgraphCheck, ForgetsAConflictThatALaterRevisionResolves) {
  const std::string first =
      R"({"id":"a","lang":"en","published":"2026-01-12","text":"Huawei produced 200,000 chips in 2025."})"
      "\n";
  const std::string second =
      R"({"id":"b","lang":"en","published":"2026-01-12","text":"Huawei produced 900,000 chips in 2025."})"
      "\n";
  const std::string silent =
      R"({"id":"b","lang":"en","published":"2026-01-12","text":"Huawei produced 200,000 chips in 2025."})"
      "\n";
  const std::string corrected =
      R"({"id":"b","lang":"en","published":"2026-01-12","text":"Huawei produced 200,000 chips in 2025. )"
      R"(An earlier version of this article gave another number."})"
      "\n";
  EXPECT_NE(RunProgram("newsgraph", {"check"}, first + second).out, "no conflicts\n");
  EXPECT_EQ(RunProgram("newsgraph", {"check"}, first + second + corrected).out, "no conflicts\n");
  EXPECT_THAT(RunProgram("newsgraph", {"check"}, first + second + silent).out,
              AllOf(HasSubstr("hard revision"), HasSubstr("1 conflict: 1 hard")));
}

TEST(NewsgraphCheck, RefusesASeverityThatDoesNotExist) {
  const Finished finished = RunProgram("newsgraph", {"check", "--severity", "bad"});
  EXPECT_EQ(finished.exit_code, 2);
  EXPECT_THAT(finished.err, HasSubstr("\"bad\" is not one of those that --help lists"));
}

TEST(NewsgraphFetch, ShowsAFeedItsEntriesAndAPage) {
  const TemporaryFolder folder;
  const std::string feed = folder.Write("feed.xml",
                                        "<rss><channel><title>Paper</title><item><title>One</title><link>/1</link>"
                                        "<pubDate>Mon, 19 Jan 2026 08:05:00 +0100</pubDate><description>a "
                                        "&lt;b&gt;b&lt;/b&gt;</description></item></channel></rss>");
  const std::string page =
      folder.Write("page.html", "<html><head><title>Two</title></head><body><p>Acme sold five cars.</p></body></html>");
  const Finished finished =
      RunProgram("newsgraph", {"fetch", "--output", "jsonl", "--url", "http://p.example/feed", feed, page});
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  std::vector<Json> records;
  std::istringstream in(finished.out);
  for (std::string line; std::getline(in, line);) records.push_back(Json::parse(line));
  ASSERT_EQ(records.size(), 3u);
  EXPECT_EQ(records[0]["kind"], "feed");
  EXPECT_EQ(records[0]["title"], "Paper");
  EXPECT_EQ(records[0]["published"], nullptr);
  EXPECT_EQ(records[1]["kind"], "entry");
  EXPECT_EQ(records[1]["index"], 0);
  EXPECT_EQ(records[1]["link"], "http://p.example/1");
  EXPECT_EQ(records[1]["published"], "2026-01-19T07:05:00Z");
  EXPECT_EQ(records[1]["text"], "a b");
  EXPECT_EQ(records[1]["publisher"], "Paper");
  EXPECT_EQ(records[2]["kind"], "page");
  EXPECT_EQ(records[2]["file"], page);
}

TEST(NewsgraphFetch, TakesHeadersOfTheAnswerAndTellsWhatItCannotRead) {
  const TemporaryFolder folder;
  const std::string feed = folder.Write("old.xml", "<rss><channel><title>\xD7\xC5\xD3\xD4\xC9</title></channel></rss>");
  const std::string none = folder.Write("none.json", "{\"error\": 1}");
  const Finished finished = RunProgram(
      "newsgraph", {"fetch", "--header", "Content-Type: text/xml; charset=koi8-r", feed, none, "http://127.0.0.1:1/"});
  EXPECT_EQ(finished.exit_code, 4);
  EXPECT_THAT(finished.out, HasSubstr("вести"));
  EXPECT_THAT(finished.err, HasSubstr("none.json"));
  EXPECT_THAT(finished.err, HasSubstr("http://127.0.0.1:1/"));
}

TEST(NewsgraphExtract, ReadsWebArchives) {
  const TemporaryFolder folder;
  const std::string block = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nHuawei wants to make 600,000 chips.";
  const std::string archive = folder.Write(
      "a.warc", "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://p.example/1\r\nContent-Length: " +
                    std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\nWARC/1.0\r\ncut");
  const Finished finished = RunProgram("newsgraph", {"extract", archive});
  EXPECT_EQ(finished.exit_code, 4);
  EXPECT_THAT(Ids(finished.out), ElementsAre("http://p.example/1"));
  EXPECT_THAT(finished.err, HasSubstr("record 2: the record is cut"));
}

}  // namespace
}  // namespace newsgraph::test
