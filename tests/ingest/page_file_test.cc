#include "ingest/page/page_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <variant>

#include "ingest/open_source.h"
#include "tests/support/gzip.h"

namespace newsgraph::ingest {
namespace {

namespace fs = std::filesystem;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

const std::string kPage =
    "<title>Plant opens</title><article><p>The plant near the harbour opened on Monday, the company said, after two "
    "years of "
    "work.</p><p>It employs 300 people and makes 5,000 pumps a year; a second hall is to follow in "
    "autumn.</p></article>";

class PageFiles : public testing::Test {
 protected:
  PageFiles() { fs::create_directories(folder_); }
  ~PageFiles() override { fs::remove_all(folder_); }

  fs::path Write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }

  static SourceItem First(const fs::path& path) {
    auto source = OpenSource(path, {});
    EXPECT_TRUE(source.ok());
    std::optional<SourceItem> item = (*source)->Next();
    EXPECT_TRUE(item);
    EXPECT_FALSE((*source)->Next());
    return *item;
  }

  const fs::path folder_ = fs::path(testing::TempDir()) / ("page_file_" + std::to_string(::getpid()));
};

TEST_F(PageFiles, BecomeArticlesCalledByTheirPath) {
  const auto article = std::get<Article>(First(Write("plant.html", kPage)));
  EXPECT_THAT(article.id, EndsWith("plant.html"));
  EXPECT_THAT(article.text, StartsWith("Plant opens\n\nThe plant near"));
}

TEST_F(PageFiles, AreUnpacked) {
  EXPECT_EQ(std::get<Article>(First(Write("plant.html.gz", Gzip(kPage)))).title, "Plant opens");
}

TEST_F(PageFiles, AreCalledByTheAddressTheyState) {
  const auto article = std::get<Article>(
      First(Write("a.htm", "<link rel=canonical href='https://news.example/plant?utm_source=x'>" + kPage)));
  EXPECT_EQ(article.id, "https://news.example/plant");
}

TEST_F(PageFiles, AreFoundInFolders) {
  Write("plant.html", kPage);
  EXPECT_EQ(std::get<Article>(First(folder_)).title, "Plant opens");
}

TEST_F(PageFiles, WithoutAnArticleAreRejected) {
  EXPECT_THAT(std::get<Rejection>(First(Write("a.html", "<nav>Home</nav>"))).reason, HasSubstr("no article was found"));
  EXPECT_THAT(std::get<Rejection>(First(Write("b.html", ""))).reason, HasSubstr("empty"));
  EXPECT_THAT(std::get<Rejection>(First(Write("c.html.gz", "\x1f\x8b\x08 cut"))).reason,
              testing::Not(testing::IsEmpty()));
}

}  // namespace
}  // namespace newsgraph::ingest
