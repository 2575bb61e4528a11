#include "rpc/source_service.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rpc/wire/resource_name.h"
#include "tests/rpc/served_graph.h"
#include "tests/support/canned_sources.h"

namespace newsgraph::rpc {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class SourceServiceTest : public testing::Test {
 protected:
  static ServerOptions With(SourceRegistry* sources) {
    ServerOptions options;
    options.sources = sources;
    return options;
  }
  static v1::Source At(const std::string& location) {
    v1::Source out;
    out.set_location(location);
    return out;
  }
  std::vector<std::string> Listed(int page_size) {
    v1::ListSourcesRequest request;
    request.set_page_size(page_size);
    std::vector<std::string> out;
    const Status listed = client_.ListSources(request, [&](const v1::Source& source) {
      out.push_back(source.location());
      return true;
    });
    EXPECT_TRUE(listed.ok()) << listed;
    return out;
  }

  CannedSources sources_;
  ServedGraph served_{With(&sources_)};
  Client client_ = served_.NewClient();
};

TEST_F(SourceServiceTest, AddsWhatItIsGiven) {
  v1::Source source = At("https://a.example/feed");
  source.set_title("A");
  source.add_folders("Chips");
  source.set_interval_seconds(60);
  source.set_allow_private(true);
  source.set_page_reading(v1::PAGE_READING_NEVER);
  const auto added = client_.AddSource(source);
  ASSERT_TRUE(added.ok()) << added.status();
  EXPECT_EQ(added->name(), SourceName("https://a.example/feed"));
  EXPECT_EQ(added->kind(), v1::SOURCE_KIND_FEED);
  EXPECT_EQ(added->health(), v1::SOURCE_HEALTH_NEW);
  const Source& kept = sources_.reports["https://a.example/feed"].source;
  EXPECT_EQ(kept.title, "A");
  EXPECT_EQ(kept.folders, std::vector<std::string>{"Chips"});
  EXPECT_EQ(kept.interval, std::chrono::seconds(60));
  EXPECT_TRUE(kept.allow_private);
  EXPECT_EQ(kept.pages, PageReading::kNever);
  EXPECT_EQ(client_.AddSource(source).status().code(), StatusCode::kAlreadyExists);
  EXPECT_EQ(client_.AddSource(At("")).status().code(), StatusCode::kInvalidArgument);
  source.set_interval_seconds(-1);
  EXPECT_THAT(std::string(client_.AddSource(source).status().message()), HasSubstr("source.interval_seconds"));
}

TEST_F(SourceServiceTest, ListsInPagesAndShowsHowEachIsDoing) {
  for (const char* location : {"https://c.example/", "https://a.example/", "https://b.example/"})
    ASSERT_TRUE(client_.AddSource(At(location)).ok());
  SourceReport& report = sources_.reports["https://b.example/"];
  report.health = SourceHealth::kStale;
  report.last_error = "no route";
  report.failure_count = 3;
  report.last_success = std::chrono::sys_seconds(std::chrono::seconds(1'768'000'000));
  report.article_count = 9;
  for (const int page_size : {0, 1, 2, 3}) {
    EXPECT_THAT(Listed(page_size), ElementsAre("https://a.example/", "https://b.example/", "https://c.example/"));
  }
  v1::ListSourcesRequest request;
  ASSERT_TRUE(client_
                  .ListSources(request,
                               [](const v1::Source& source) {
                                 if (source.location() != "https://b.example/") return true;
                                 EXPECT_EQ(source.health(), v1::SOURCE_HEALTH_STALE);
                                 EXPECT_EQ(source.last_error(), "no route");
                                 EXPECT_EQ(source.failure_count(), 3);
                                 EXPECT_EQ(source.success_time().seconds(), 1'768'000'000);
                                 EXPECT_EQ(source.article_count(), 9);
                                 EXPECT_FALSE(source.has_change_time());
                                 return true;
                               })
                  .ok());
}

TEST_F(SourceServiceTest, RemovesImportsAndExports) {
  EXPECT_EQ(*client_.ImportSources("https://a.example/"), 1);
  EXPECT_EQ(*client_.ExportSources(), "https://a.example/\n");
  EXPECT_EQ(client_.ImportSources("").status().code(), StatusCode::kInvalidArgument);
  EXPECT_TRUE(client_.RemoveSource(SourceName("https://a.example/")).ok());
  EXPECT_EQ(client_.RemoveSource(SourceName("https://a.example/")).code(), StatusCode::kNotFound);
  EXPECT_EQ(client_.RemoveSource("articles/a").code(), StatusCode::kInvalidArgument);
}

TEST(SourceService, IsNotThereWithoutSources) {
  const ServedGraph served;
  EXPECT_EQ(served.NewClient().ExportSources().status().code(), StatusCode::kUnimplemented);
}

}  // namespace
}  // namespace newsgraph::rpc
