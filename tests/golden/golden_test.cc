// Every article of fixtures/articles and fixtures/languages, stage by stage, against the files that lie
// beside it. NEWSGRAPH_UPDATE=1 rewrites them: read the difference before taking it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

#include "extract/pack_extractor.h"
#include "extract/rendering.h"
#include "ingest/json_lines.h"
#include "ingest/language.h"
#include "model/extraction.h"

namespace newsgraph {
namespace {

namespace fs = std::filesystem;

const fs::path kFixtures = fs::path(NEWSGRAPH_ROOT) / "fixtures";

std::vector<std::string> Slugs() {
  std::vector<std::string> slugs;
  for (const char* folder : {"articles", "languages"}) {
    for (const auto& entry : fs::directory_iterator(kFixtures / folder))
      slugs.push_back(entry.path().filename().string());
  }
  std::sort(slugs.begin(), slugs.end());
  return slugs;
}

fs::path FolderOf(const std::string& slug) {
  const fs::path story = kFixtures / "articles" / slug;
  return fs::exists(story) ? story : kFixtures / "languages" / slug;
}

Article ReadArticle(const std::string& slug) {
  const fs::path path = FolderOf(slug) / "article.jsonl";
  ingest::JsonLinesSource source(std::make_unique<std::ifstream>(path), path.string());
  const auto item = source.Next();
  EXPECT_TRUE(item && std::holds_alternative<Article>(*item)) << path;
  return item && std::holds_alternative<Article>(*item) ? std::get<Article>(*item) : Article();
}

std::string Line(TextSpan span, const std::string& text, const std::string& what) {
  std::string quote(span.In(text));
  std::replace(quote.begin(), quote.end(), '\n', ' ');
  return std::to_string(span.begin) + "-" + std::to_string(span.end) + " \"" + quote + "\" " + what + "\n";
}

// What each stage read, by the name of its golden file.
std::map<std::string, std::string> Stages(const Article& article, const Extraction& read) {
  std::map<std::string, std::string> out = {
      {"masked.txt", ""}, {"entities.txt", ""}, {"dates.txt", ""}, {"figures.txt", ""}, {"claims.txt", ""}};
  for (const MaskedText& masked : read.masked) out["masked.txt"] += Line(masked.span, article.text, masked.reason);
  for (const MentionedEntity& entity : read.entities) {
    for (const TextSpan& mention : entity.mentions) {
      out["entities.txt"] += Line(mention, article.text, extract::Render(entity.entity));
    }
  }
  for (const Date& date : read.dates) out["dates.txt"] += Line(date.span, article.text, extract::Render(date));
  for (const Figure& figure : read.figures) {
    out["figures.txt"] += Line(figure.span, article.text, extract::Render(figure));
  }
  for (const Claim& claim : read.claims) {
    out["claims.txt"] += extract::Render(claim, read) + "\n    " + claim.rule + "; " + claim.trace + "\n";
  }
  return out;
}

std::string ReadFile(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  return std::move(content).str();
}

const Extractor& Embedded() {
  static const auto extractor = extract::LoadExtractor("");
  EXPECT_TRUE(extractor.ok()) << extractor.status();
  return **extractor;
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, EveryStageReadsWhatItReadBefore) {
  const Article article = ReadArticle(GetParam());
  const bool update = std::getenv("NEWSGRAPH_UPDATE") != nullptr;
  for (const auto& [file, read] : Stages(article, Embedded().Extract(article))) {
    const fs::path path = FolderOf(GetParam()) / file;
    if (update) std::ofstream(path, std::ios::binary) << read;
    EXPECT_EQ(ReadFile(path), read) << path;
  }
}

TEST_P(Golden, PacksOfOtherLanguagesChangeNothing) {
  const Article article = ReadArticle(GetParam());
  const auto alone = extract::LoadExtractorFor(article.language, "");
  ASSERT_TRUE(alone.ok()) << alone.status();
  EXPECT_EQ(Stages(article, (*alone)->Extract(article)), Stages(article, Embedded().Extract(article)));
}

TEST_P(Golden, LanguageIsDetectedAsTheFixtureSays) {
  const Article article = ReadArticle(GetParam());
  EXPECT_EQ(ingest::DetectLanguage(article.text), article.language);
}

std::string TestName(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Fixtures, Golden, testing::ValuesIn(Slugs()), TestName);

}  // namespace
}  // namespace newsgraph
