#include "tests/planting/articles.h"

#include <gtest/gtest.h>

#include <memory>
#include <utility>
#include <variant>

#include "extract/pack_extractor.h"
#include "ingest/open_source.h"

namespace newsgraph {

const Reader& Embedded() {
  static const auto reader = extract::LoadExtractor("");
  EXPECT_TRUE(reader.ok()) << reader.status();
  return **reader;
}

void ReadFrom(const std::filesystem::path& path, std::vector<Article>& articles) {
  const auto source = ingest::OpenSource(path, {});
  ASSERT_TRUE(source.ok()) << source.status();
  while (auto item = (*source)->Next()) {
    if (auto* article = std::get_if<Article>(&*item)) articles.push_back(std::move(*article));
  }
}

void ReadFixtures(std::vector<Article>& articles) {
  for (const char* folder : {"fixtures/articles", "fixtures/languages"}) {
    for (const auto& fixture : std::filesystem::directory_iterator(std::filesystem::path(NEWSGRAPH_ROOT) / folder)) {
      ReadFrom(fixture.path() / "article.jsonl", articles);
    }
  }
}

}  // namespace newsgraph
