// What survives, and what is said when something cannot.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "graph/graph.h"
#include "graph/store.h"
#include "tests/graph/faulty_files.h"
#include "tests/graph/sample.h"

namespace newsgraph::graph {
namespace {

using testing::HasSubstr;

class DurabilityTest : public testing::Test {
 protected:
  std::unique_ptr<Graph> OpenOnFaultyDisk(Durability durability = Durability::kDisk) {
    DatabasePlace place;
    place.path = folder_.graph();
    place.env = env_.get();
    return std::make_unique<Graph>(Must(Store::Open(place, catalogue_, {.durability = durability})));
  }

  const Catalogue catalogue_ = SampleCatalogue();
  const TemporaryFolder folder_;
  const std::shared_ptr<FaultyFiles> files_ = std::make_shared<FaultyFiles>();
  const std::unique_ptr<rocksdb::Env> env_ = rocksdb::NewCompositeEnv(files_);
};

Sample Numbered(int number) {
  return MakeSample("a" + std::to_string(number), number % 30,
                    {{number % 2 == 0 ? "acme" : "globex", "headcount", 100 + number % 7}});
}

// Commits numbered articles from several threads until one is refused; returns
// the numbers that were acknowledged.
std::vector<int> CommitUntilRefused(Graph& graph, int limit) {
  std::atomic<int> next = 0;
  std::mutex mutex;
  std::vector<int> acknowledged;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int number = next++; number < limit; number = next++) {
        const Sample sample = Numbered(number);
        if (!graph.Commit(sample.article, sample.extraction).ok()) return;
        const std::lock_guard lock(mutex);
        acknowledged.push_back(number);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  return acknowledged;
}

TEST_F(DurabilityTest, KeepsEverythingAcknowledgedThroughAPowerCut) {
  for (const std::int64_t room : {40'000, 90'000, 200'000}) {
    SCOPED_TRACE(room);
    std::vector<int> acknowledged;
    {
      const std::unique_ptr<Graph> graph = OpenOnFaultyDisk();
      files_->SetRoom(room);
      acknowledged = CommitUntilRefused(*graph, 1'000);
      EXPECT_LT(acknowledged.size(), 1'000);
    }
    files_->CutPower();
    files_->SetRoom(std::int64_t{1} << 40);
    const std::unique_ptr<Graph> graph = OpenOnFaultyDisk();
    for (const int number : acknowledged) {
      const Sample sample = Numbered(number);
      const StatusOr<StoredArticle> stored = graph->GetArticle(sample.article.id);
      ASSERT_TRUE(stored.ok()) << stored.status();
      EXPECT_EQ(stored->article, sample.article);
    }
    const Statistics statistics = graph->statistics();
    EXPECT_GE(statistics.article_count, acknowledged.size());
    EXPECT_EQ(AllClaims(*graph, {}, 100).size(), statistics.claim_count);
  }
}

TEST_F(DurabilityTest, SharesOneSyncAmongConcurrentCommits) {
  const std::unique_ptr<Graph> graph = OpenOnFaultyDisk();
  const int before = files_->log_syncs();
  EXPECT_EQ(CommitUntilRefused(*graph, 400).size(), 400);
  const int syncs = files_->log_syncs() - before;
  EXPECT_GT(syncs, 0);
  EXPECT_LT(syncs, 400);
}

TEST_F(DurabilityTest, SyncsBeforeItAnswersUnlessToldOtherwise) {
  {
    const std::unique_ptr<Graph> graph = OpenOnFaultyDisk(Durability::kProcess);
    const int before = files_->log_syncs();
    Commit(*graph, Numbered(1));
    EXPECT_EQ(files_->log_syncs(), before);
  }
  const std::unique_ptr<Graph> graph = OpenOnFaultyDisk();
  const int before = files_->log_syncs();
  Commit(*graph, Numbered(2));
  EXPECT_EQ(files_->log_syncs(), before + 1);
}

TEST_F(DurabilityTest, RefusesToWriteToAFullDiskAndGoesOnReading) {
  {
    const std::unique_ptr<Graph> graph = OpenOnFaultyDisk();
    Commit(*graph, Numbered(1));
    files_->SetRoom(0);
    std::uint64_t heard = 0;
    const Graph::Subscription subscription = graph->Subscribe([&](std::uint64_t revision) { heard = revision; });
    for (int number = 2; number < 5; ++number) {
      const Sample sample = Numbered(number);
      const Status status = graph->Commit(sample.article, sample.extraction).status();
      EXPECT_EQ(status.code(), StatusCode::kResourceExhausted);
      EXPECT_THAT(std::string(status.message()), HasSubstr(folder_.graph()));
      EXPECT_THAT(std::string(status.message()), HasSubstr("free some space"));
      EXPECT_EQ(graph->GetArticle(sample.article.id).status().code(), StatusCode::kNotFound);
      files_->SetRoom(1 << 20);  // too late for this opening: the log has a hole
    }
    EXPECT_EQ(heard, 0);
    EXPECT_EQ(graph->statistics().revision, 1);
    EXPECT_EQ(Must(graph->GetArticle("a1")).article, Numbered(1).article);
    EXPECT_EQ(AllClaims(*graph, {}).size(), 1);
  }
  const std::unique_ptr<Graph> graph = OpenOnFaultyDisk();
  EXPECT_EQ(graph->statistics().revision, 1);
  Commit(*graph, Numbered(2));
  EXPECT_EQ(graph->statistics().article_count, 2);
}

TEST_F(DurabilityTest, ShowsReadersOnlyWholeRevisionsWhileOthersWrite) {
  const std::unique_ptr<Graph> graph = OpenOnFaultyDisk(Durability::kProcess);
  std::atomic<bool> done = false;
  std::thread reader([&] {
    while (!done) {
      const Statistics statistics = graph->statistics();
      EXPECT_GE(AllClaims(*graph, {}, 64).size(), statistics.claim_count);
      const std::vector<Event> events = Must(graph->ReadEvents(0, 10'000));
      std::uint64_t revision = 0;
      for (const Event& event : events) {
        EXPECT_EQ(event.revision, revision + (event.ordinal == 0 ? 1 : 0));
        revision = event.revision;
      }
      EXPECT_GE(revision, statistics.revision);
    }
  });
  EXPECT_EQ(CommitUntilRefused(*graph, 150).size(), 150);
  done = true;
  reader.join();
}

}  // namespace
}  // namespace newsgraph::graph
