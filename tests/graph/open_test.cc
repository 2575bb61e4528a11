// Opening what is there, and refusing what is not a graph of this version.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "graph/database.h"
#include "graph/graph.h"
#include "graph/reader.h"
#include "tests/graph/sample.h"

namespace newsgraph::graph {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class OpenTest : public testing::Test {
 protected:
  StatusOr<std::unique_ptr<Graph>> Open() { return Graph::Open(folder_.graph(), catalogue_); }

  // Opens, expecting a refusal.
  Status Refusal() {
    const Status status = Open().status();
    EXPECT_THAT(std::string(status.message()), HasSubstr(folder_.graph()));
    return status;
  }

  void MakeGraph() {
    const std::unique_ptr<Graph> graph = Must(Open());
    Commit(*graph, MakeSample("a", 1, {{"acme", "headcount", 500}}));
    Commit(*graph, MakeSample("b", 2, {{"acme", "headcount", 900}}));
  }

  // Writes below the graph, as a fault would.
  void Overwrite(Column column, std::string_view key, std::string_view value) {
    DatabasePlace place;
    place.path = folder_.graph();
    const std::unique_ptr<Database> database = Must(Database::Open(place));
    Batch batch = database->NewBatch();
    batch.Put(column, key, value);
    ASSERT_TRUE(database->Write(std::move(batch)).ok());
  }

  // Replaces all values of a column by `value`.
  void OverwriteAll(Column column, std::string_view value) {
    DatabasePlace place;
    place.path = folder_.graph();
    const std::unique_ptr<Database> database = Must(Database::Open(place));
    for (const std::string& key : Keys(*database, column)) {
      Batch batch = database->NewBatch();
      batch.Put(column, key, value);
      ASSERT_TRUE(database->Write(std::move(batch)).ok());
    }
  }

  static std::vector<std::string> Keys(const Database& database, Column column) {
    std::vector<std::string> keys;
    for (const auto scan = database.Scan(column, ""); scan->valid(); scan->Next()) keys.emplace_back(scan->key());
    return keys;
  }

  const Catalogue catalogue_ = SampleCatalogue();
  const TemporaryFolder folder_;
};

TEST_F(OpenTest, FindsEverythingAgain) {
  MakeGraph();
  const std::unique_ptr<Graph> graph = Must(Open());
  EXPECT_EQ(graph->statistics(), (Statistics{2, 2, 2, 1, kStorageVersion}));
  EXPECT_EQ(Must(graph->GetArticle("a")).article, MakeSample("a", 1, {{"acme", "headcount", 500}}).article);
  EXPECT_EQ(AllConflicts(*graph).size(), 1);
  EXPECT_EQ(Commit(*graph, MakeSample("c", 3, {})).revision, 3);
}

TEST_F(OpenTest, SaysThatAnotherProcessHasIt) {
  const std::unique_ptr<Graph> graph = Must(Open());
  const Status status = Refusal();
  EXPECT_EQ(status.code(), StatusCode::kUnavailable);
  EXPECT_THAT(std::string(status.message()), HasSubstr("has it open"));
}

TEST_F(OpenTest, RefusesANewerStorageVersion) {
  MakeGraph();
  Overwrite(Column::kMeta, "storage_version", "3");
  const Status status = Refusal();
  EXPECT_EQ(status.code(), StatusCode::kFailedPrecondition);
  EXPECT_THAT(std::string(status.message()), HasSubstr("storage version 3"));
  EXPECT_THAT(std::string(status.message()), HasSubstr("use the newsgraph that wrote it"));
}

TEST_F(OpenTest, RefusesAFolderOfOtherFiles) {
  fs::create_directories(folder_.graph());
  std::ofstream(folder_.graph() + "/thesis.txt") << "years of work";
  EXPECT_EQ(Refusal().code(), StatusCode::kFailedPrecondition);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_.graph()), fs::directory_iterator()), 1);
}

TEST_F(OpenTest, RefusesAPathThatCannotBeMade) {
  std::ofstream(folder_.graph()) << "a file";
  EXPECT_FALSE(Refusal().ok());
}

TEST_F(OpenTest, ReportsMissingAndCutFilesAsDamage) {
  MakeGraph();
  {
    // A second opening moves the first one's log into tables.
    const std::unique_ptr<Graph> graph = Must(Open());
  }
  bool cut = false;
  for (const auto& file : fs::directory_iterator(folder_.graph())) {
    if (file.path().extension() != ".sst") continue;
    fs::resize_file(file.path(), fs::file_size(file.path()) / 2);
    cut = true;
  }
  ASSERT_TRUE(cut);
  EXPECT_EQ(Refusal().code(), StatusCode::kDataLoss);
  fs::remove(folder_.graph() + "/CURRENT");
  EXPECT_EQ(Refusal().code(), StatusCode::kDataLoss);
}

TEST_F(OpenTest, ReportsDamagedValuesInsteadOfCrashing) {
  MakeGraph();
  const std::string junk = "\xFF\x01\xFFjunk";
  for (const Column column : {Column::kNames, Column::kRecords, Column::kIndexes, Column::kComparisons,
                              Column::kConflicts, Column::kEvents}) {
    SCOPED_TRACE(static_cast<int>(column));
    const TemporaryFolder copy;
    fs::copy(folder_.graph(), copy.graph(), fs::copy_options::recursive);
    OverwriteAll(column, junk);
    {
      const std::unique_ptr<Graph> graph = Must(Open());
      const Sample sample = MakeSample("a", 1, {{"acme", "headcount", 700}});
      std::vector<Status> all = {graph->GetArticle("a").status(),
                                 graph->ListClaims({.subject = "acme"}, 9, "").status(),
                                 graph->ListConflicts({}, 9, "").status(), graph->ReadEvents(0, 9).status(),
                                 graph->Commit(sample.article, sample.extraction).status()};
      int damaged = 0;
      for (const Status& status : all) {
        EXPECT_TRUE(status.ok() || status.code() == StatusCode::kDataLoss) << status;
        if (!status.ok()) ++damaged;
      }
      EXPECT_GT(damaged, 0);
    }
    fs::remove_all(folder_.graph());
    fs::copy(copy.graph(), folder_.graph(), fs::copy_options::recursive);
  }
  Overwrite(Column::kMeta, kHeadKey, junk);
  EXPECT_EQ(Refusal().code(), StatusCode::kDataLoss);
  Overwrite(Column::kMeta, "storage_version", "one");
  EXPECT_EQ(Refusal().code(), StatusCode::kDataLoss);
}

}  // namespace
}  // namespace newsgraph::graph
