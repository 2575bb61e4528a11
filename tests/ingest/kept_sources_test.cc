#include "ingest/source/kept_sources.h"

#include <gtest/gtest.h>

#include <fstream>

namespace newsgraph::ingest {
namespace {

KeptSource Sample(const std::string& location) {
  KeptSource out;
  out.source.location = location;
  out.source.kind = SourceKind::kPage;
  out.source.title = "Blatt \xC3\xBC \"x\"";
  out.source.folders = {"a", "b/c"};
  out.source.interval = std::chrono::seconds(60);
  out.source.allow_private = true;
  out.source.pages = PageReading::kNever;
  out.source.configured = true;
  out.parent = "https://p.example/index";
  out.added = std::chrono::sys_seconds(std::chrono::seconds(1'768'000'000));
  out.state.url = "https://p.example/";
  out.state.etag = "\"x\\y\"";
  out.state.last_modified = "Mon, 19 Jan 2026 08:00:00 GMT";
  out.state.body_hash = 0xFEDCBA9876543210U;
  out.state.interval = std::chrono::minutes(7);
  out.state.next_poll = std::chrono::sys_seconds(std::chrono::seconds(1'768'810'000));
  out.state.last_success = out.state.next_poll - std::chrono::minutes(7);
  out.state.failure_count = 3;
  out.state.last_error = "no route";
  out.state.gone = true;
  out.seen.Look({{1, 2, 3}});
  out.seen.Mark({{1, 2, 3}});
  out.read_until = 1'768'810'000'123'456'789;
  out.article_count = 5;
  out.rejected_count = 6;
  out.set_aside_count = 7;
  return out;
}

TEST(ReadKeptSources, BringsBackWhatWasWritten) {
  KeptSource plain;
  plain.source.location = "https://q.example/";
  const auto read = ReadKeptSources("{cut\n[1]\n{}\n" + WriteKeptSource(plain) + "\n" + WriteKeptSource(Sample("x")) +
                                    "\n{\"location\": 7}\n{\"location\": \"y\", \"state\": 1, \"folders\": 2}\n");
  ASSERT_EQ(read.size(), 3U);
  EXPECT_EQ(read.at("x"), Sample("x"));
  EXPECT_EQ(read.at("https://q.example/"), plain);
  EXPECT_EQ(read.at("y").source.location, "y");
}

TEST(KeptSources, KeepsTheLastOfWhatWasAppended) {
  const auto path = std::filesystem::path(testing::TempDir()) / "kept.jsonl";
  std::filesystem::remove(path);
  KeptSources kept(path);
  EXPECT_TRUE(kept.Read().empty());
  ASSERT_TRUE(kept.Replace({Sample("a"), Sample("b")}).ok());
  std::ofstream(path, std::ios::app) << "{\"location\": \"cut";
  KeptSource changed = Sample("b");
  changed.article_count = 9;
  ASSERT_TRUE(kept.Append({changed}).ok());
  EXPECT_EQ(KeptSources(path).Read(), (std::map<std::string, KeptSource>{{"a", Sample("a")}, {"b", changed}}));
  ASSERT_TRUE(kept.Replace({changed}).ok());
  EXPECT_EQ(KeptSources(path).Read().size(), 1U);
}

TEST(KeptSources, SaysWhenTheFileHasGrown) {
  const auto path = std::filesystem::path(testing::TempDir()) / "grown.jsonl";
  KeptSources kept(path);
  ASSERT_TRUE(kept.Replace({Sample("a")}).ok());
  const std::vector<KeptSource> many(500, Sample("a"));
  EXPECT_TRUE(*kept.Append(many));
  int rounds = 0;
  while (*kept.Append(many)) ASSERT_LT(++rounds, 100);
  EXPECT_FALSE(KeptSources("/nonexistent/kept").Append(many).ok());
}

}  // namespace
}  // namespace newsgraph::ingest
