#include "ingest/open_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace newsgraph::ingest {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

class OpenSourceTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / ("newsgraph-open-source-" + std::to_string(getpid()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path Write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }

  // All that comes out of `path`.
  static std::vector<SourceItem> Read(const fs::path& path, const ReadOptions& options = {}) {
    std::vector<SourceItem> items;
    const std::unique_ptr<ArticleSource> source = *OpenSource(path, options);
    while (std::optional<SourceItem> item = source->Next()) items.push_back(*std::move(item));
    return items;
  }

  static Article ReadArticle(const fs::path& path) { return std::get<Article>(Read(path).at(0)); }
  static std::string ReadReason(const fs::path& path, const ReadOptions& options = {}) {
    return std::get<Rejection>(Read(path, options).at(0)).reason;
  }

  // Ids of articles and files of rejections, relative to the folder.
  std::vector<std::string> Names(const std::vector<SourceItem>& items) const {
    std::vector<std::string> names;
    for (const SourceItem& item : items) {
      const auto* article = std::get_if<Article>(&item);
      const std::string name = article ? article->id : "! " + std::get<Rejection>(item).file;
      const auto at = name.find(folder_.string());
      names.push_back(at == std::string::npos ? name
                                              : name.substr(0, at) + name.substr(at + folder_.string().size() + 1));
    }
    return names;
  }

  fs::path folder_;
};

TEST_F(OpenSourceTest, ReadsATextFileByteForByte) {
  const std::string text = "Zeile eins\r\nZeile zwei\n\n\tEnde ohne Umbruch";
  const fs::path path = Write("a.txt", text);
  const Article article = ReadArticle(path);
  EXPECT_EQ(article.text, text);
  EXPECT_EQ(article.id, path.string());
  EXPECT_EQ(article.published, std::nullopt);
  EXPECT_EQ(article.language, "");
}

TEST_F(OpenSourceTest, NamesATextFileByItsPathInNormalForm) {
  Write("a.txt", "Text");
  EXPECT_EQ(ReadArticle(folder_ / "." / "a.txt").id, (folder_ / "a.txt").string());
}

TEST_F(OpenSourceTest, DropsTheByteOrderMarkAndRepairsTheRest) {
  EXPECT_EQ(ReadArticle(Write("a.txt", "\uFEFFf\xFCr")).text, "f\uFFFDr");
}

TEST_F(OpenSourceTest, TakesWhatTheSideFileSays) {
  const fs::path path = Write("a.txt", "Text");
  Write("a.txt.meta.json",
        "{\"id\": \"dpa-1\", \"title\": \"Titel\", \"source\": \"dpa\",\n \"published\": \"2026-01-19\"}\n");
  const Article article = ReadArticle(path);
  EXPECT_EQ(article.id, "dpa-1");
  EXPECT_EQ(article.source, "dpa");
  EXPECT_EQ(article.text, "Titel\n\nText");
  EXPECT_TRUE(article.published.has_value());
}

TEST_F(OpenSourceTest, RejectsAnArticleWhoseSideFileIsBroken) {
  const fs::path path = Write("a.txt", "Text");
  Write("a.txt.meta.json", "{\"published\": \"gestern\"}");
  EXPECT_EQ(ReadReason(path),
            "field \"published\": \"gestern\" does not begin with a day of the calendar; write it as \"2026-01-19\"");
  Write("a.txt.meta.json", "published: yesterday");
  EXPECT_EQ(Names(Read(path)), std::vector<std::string>{"! a.txt.meta.json"});
  Write("a.txt.meta.json", "{\"text\": \"Text\"}");
  EXPECT_EQ(ReadReason(path), "field \"text\" belongs into the text file; remove it");
}

TEST_F(OpenSourceTest, RejectsTextFilesThatCannotBeArticles) {
  EXPECT_EQ(ReadReason(Write("empty.txt", "")), "field \"text\" is empty; it is the article's body");
  EXPECT_EQ(ReadReason(Write("wide.txt", std::string("\xFF\xFEH\0", 4))),
            "the file is UTF-16; convert it to UTF-8 (iconv -f UTF-16 -t UTF-8)");
  EXPECT_EQ(ReadReason(Write("long.txt", "12345678901"), {.max_text_bytes = 10}),
            "the file has more than 10 bytes; split it");
}

TEST_F(OpenSourceTest, WalksFoldersInTheOrderOfNames) {
  Write("b.txt", "Text");
  Write("a/2.jsonl", "{\"id\": \"two\", \"text\": \"x\"}\n{\"id\": \"three\", \"text\": \"x\"}\n");
  Write("a/1.txt", "Text");
  Write("a/1.txt.meta.json", "{\"source\": \"dpa\"}");
  Write("c.ndjson", "nonsense\n");
  EXPECT_THAT(Names(Read(folder_)), ElementsAre("a/1.txt", "two", "three", "b.txt", "! c.ndjson"));
}

TEST_F(OpenSourceTest, PassesOverOtherFilesHiddenOnesAndLinkedFolders) {
  Write("a.txt", "Text");
  Write("page.css", "p {}");
  Write("settings.json", "{}");
  Write(".hidden.txt", "Text");
  Write(".git/b.txt", "Text");
  fs::create_directory_symlink(folder_, folder_ / "loop");
  EXPECT_THAT(Names(Read(folder_)), ElementsAre("a.txt"));
}

TEST_F(OpenSourceTest, ReadsArchivesInFolders) {
  Write("a.warc",
        "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: text/plain\r\n"
        "Content-Length: 4\r\n\r\nText\r\n\r\n");
  EXPECT_THAT(Names(Read(folder_)), ElementsAre("http://a.example/"));
}

TEST_F(OpenSourceTest, ReadsAnyOtherNameAsJsonLines) {
  EXPECT_THAT(Names(Read(Write("articles", "{\"id\": \"a\", \"text\": \"x\"}\n"))), ElementsAre("a"));
}

TEST_F(OpenSourceTest, SaysThatNothingIsThere) {
  const auto source = OpenSource(folder_ / "missing.jsonl", {});
  EXPECT_EQ(source.status().code(), StatusCode::kNotFound);
  EXPECT_EQ(source.status().message(),
            "opening \"" + (folder_ / "missing.jsonl").string() + "\": No such file or directory");
}

}  // namespace
}  // namespace newsgraph::ingest
