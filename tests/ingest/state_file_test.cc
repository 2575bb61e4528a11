#include "ingest/fetch/state_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace newsgraph::ingest {
namespace {

TEST(ReadStates, BringsBackWhatWasWritten) {
  PolledSource source;
  source.id = "paper";
  source.state.url = "https://p.example/";
  source.state.etag = "\"x\\y\"";
  source.state.last_modified = "Mon, 19 Jan 2026 08:00:00 GMT";
  source.state.body_hash = 0xFEDCBA9876543210U;
  source.state.interval = std::chrono::minutes(7);
  source.state.next_poll = std::chrono::sys_seconds(std::chrono::seconds(1'768'810'000));
  source.state.last_success = source.state.next_poll - std::chrono::minutes(7);
  source.state.failure_count = 3;
  source.state.last_error = "no route";
  PolledSource gone;
  gone.id = "gone";
  gone.state.gone = true;
  const auto states = ReadStates(WriteStates({source, gone}) + "{cut\n{}\n");
  ASSERT_EQ(states.size(), 2u);
  EXPECT_EQ(states.at("paper"), source.state);
  EXPECT_EQ(states.at("gone"), gone.state);
}

TEST(ReplaceFile, PutsTheWholeTextInPlace) {
  const auto path = std::filesystem::path(testing::TempDir()) / "states.jsonl";
  ASSERT_TRUE(ReplaceFile(path, "one\n").ok());
  ASSERT_TRUE(ReplaceFile(path, "two\n").ok());
  std::ifstream in(path);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), "two\n");
  EXPECT_FALSE(ReplaceFile(path / "none" / "x", "").ok());
}

}  // namespace
}  // namespace newsgraph::ingest
