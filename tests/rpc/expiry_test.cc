#include "rpc/expiry.h"

#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "tests/graph/sample.h"

namespace newsgraph::rpc {
namespace {

using graph::Graph;
using graph::Must;

std::chrono::sys_seconds Now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

class ExpiryTest : public testing::Test {
 protected:
  void Suppress(std::chrono::sys_seconds expires) {
    Suppression suppression;
    suppression.metric = "headcount";
    suppression.expires = expires;
    Must(graph_->Suppress(suppression));
  }

  // Returns when no suppression stands any more.
  void WaitForTheEnd() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !graph_->NextExpiry(); });
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  const Catalogue catalogue_ = graph::SampleCatalogue();
  const std::unique_ptr<Graph> graph_ = Must(Graph::OpenInMemory(catalogue_));
  const Graph::Subscription subscription_ = graph_->Subscribe([this](std::uint64_t) {
    const std::lock_guard lock(mutex_);
    changed_.notify_all();
  });
};

TEST_F(ExpiryTest, EndsWhatExpiredBefore) {
  Suppress(Now() - std::chrono::hours(1));
  const Expiry expiry(*graph_);
  WaitForTheEnd();
  EXPECT_TRUE(Must(graph_->ListSuppressions(false, 1, "")).items.front().end->expired);
}

TEST_F(ExpiryTest, WakesForWhatIsMadeMeanwhile) {
  const Expiry expiry(*graph_);
  Suppress(Now() + std::chrono::hours(1));
  Suppress(Now() - std::chrono::seconds(1));
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return Must(graph_->ListSuppressions(true, 9, "")).items.size() == 1; });
}

TEST_F(ExpiryTest, StopsWhileItSleeps) {
  Suppress(Now() + std::chrono::hours(1));
  {
    const Expiry expiry(*graph_);
  }
  EXPECT_TRUE(graph_->NextExpiry());
}

// Nanoseconds end in 2262: what expires later must not be taken for what is over.
TEST_F(ExpiryTest, SleepsUntilAFarYear) {
  Suppress(std::chrono::sys_days(std::chrono::year(9999) / 12 / 31));
  const Expiry expiry(*graph_);
  for (int i = 0; i < 1'000; ++i) std::this_thread::yield();
  EXPECT_LE(expiry.look_count(), 2U);
}

}  // namespace
}  // namespace newsgraph::rpc
