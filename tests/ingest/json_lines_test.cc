#include "ingest/json_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "model/status.h"

namespace newsgraph::ingest {
namespace {

using testing::ElementsAre;

// One word per item: an article's id, or "file:line" of a rejection.
std::vector<std::string> Read(const std::string& lines, const ReadOptions& options = {}) {
  JsonLinesSource source(std::make_unique<std::istringstream>(lines), "in.jsonl", options);
  std::vector<std::string> words;
  while (const std::optional<SourceItem> item = source.Next()) {
    const auto* rejection = std::get_if<Rejection>(&*item);
    words.push_back(rejection ? Concat(rejection->file, ":", rejection->line) : std::get<Article>(*item).id);
  }
  EXPECT_EQ(source.Next(), std::nullopt);
  return words;
}

Rejection FirstRejection(const std::string& lines, const ReadOptions& options = {}) {
  JsonLinesSource source(std::make_unique<std::istringstream>(lines), "in.jsonl", options);
  while (const std::optional<SourceItem> item = source.Next()) {
    if (const auto* rejection = std::get_if<Rejection>(&*item)) return *rejection;
  }
  return {};
}

TEST(JsonLinesSource, ReadsOneArticleALineInOrder) {
  EXPECT_THAT(Read("{\"id\":\"b\",\"text\":\"x\"}\n{\"id\":\"a\",\"text\":\"x\"}\n"), ElementsAre("b", "a"));
  EXPECT_THAT(Read("{\"id\":\"b\",\"text\":\"x\"}\r\n\r\n{\"id\":\"a\",\"text\":\"x\"}"), ElementsAre("b", "a"));
  EXPECT_THAT(Read(""), ElementsAre());
  EXPECT_THAT(Read("\n \n"), ElementsAre());
}

TEST(JsonLinesSource, GoesOnAfterABadLineAndCountsBlankOnes) {
  EXPECT_THAT(Read("{\"id\":\"a\",\"text\":\"x\"}\n\nnonsense\n{\"id\":\"b\",\"text\":\"x\"}\n{}\n"),
              ElementsAre("a", "in.jsonl:3", "b", "in.jsonl:5"));
}

TEST(JsonLinesSource, DropsAByteOrderMark) {
  EXPECT_THAT(Read("\uFEFF{\"id\":\"a\",\"text\":\"x\"}\n"), ElementsAre("a"));
  EXPECT_THAT(Read("\uFEFF"), ElementsAre());
}

TEST(JsonLinesSource, KeepsTheInputOfARejection) {
  EXPECT_EQ(FirstRejection("{\"id\":1}\n"),
            (Rejection{"in.jsonl", 1, "field \"id\" holds a number; write text in quotes", "{\"id\":1}"}));
}

TEST(JsonLinesSource, SkipsALineOverTheLimitWithoutHoldingIt) {
  const ReadOptions options{.max_line_bytes = 100};
  const std::string lines =
      "{\"id\":\"a\",\"text\":\"x\"}\n" + std::string(1'000'000, 'x') + "\n{\"id\":\"b\",\"text\":\"x\"}\n";
  EXPECT_THAT(Read(lines, options), ElementsAre("a", "in.jsonl:2", "b"));
  const Rejection rejection = FirstRejection(lines, options);
  EXPECT_EQ(rejection.reason, "the line is longer than 100 bytes; one article a line");
  EXPECT_EQ(rejection.input, std::string(100, 'x'));
}

TEST(JsonLinesSource, TakesALineAtTheLimit) {
  const std::string line = "{\"id\":\"a\",\"text\":\"x\"}";
  EXPECT_THAT(Read(line + "\n" + line, {.max_line_bytes = line.size()}), ElementsAre("a", "a"));
}

TEST(JsonLinesSource, ReadsLinesThatSpanManyReads) {
  std::string lines;
  for (int i = 0; i < 5; ++i)
    lines += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"" + std::string(150'001, 'x') + "\"}\n";
  EXPECT_THAT(Read(lines), ElementsAre("0", "1", "2", "3", "4"));
}

}  // namespace
}  // namespace newsgraph::ingest
