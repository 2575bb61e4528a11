#include "rpc/worker_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>

namespace newsgraph::rpc {
namespace {

TEST(WorkerPool, RunsEveryTaskBeforeItGoesAway) {
  std::atomic<int> runs = 0;
  {
    WorkerPool pool(3, 1000);
    for (int i = 0; i < 500; ++i) {
      ASSERT_TRUE(pool.TryAdd([&runs] { ++runs; }));
    }
  }
  EXPECT_EQ(runs, 500);
}

TEST(WorkerPool, RefusesWhatWouldWaitBehindAFullQueue) {
  std::promise<void> started;
  std::promise<void> gate;
  std::atomic<int> runs = 0;
  {
    WorkerPool pool(1, 1);
    ASSERT_TRUE(pool.TryAdd([&] {
      started.set_value();
      gate.get_future().wait();
    }));
    started.get_future().wait();
    EXPECT_TRUE(pool.TryAdd([&runs] { ++runs; }));
    EXPECT_FALSE(pool.TryAdd([&runs] { runs += 100; }));
    pool.Add([&runs] { ++runs; });
    gate.set_value();
  }
  EXPECT_EQ(runs, 2);
}

TEST(WorkerPool, RunsAsManyAtATimeAsItHasThreads) {
  std::promise<void> first;
  std::promise<void> second;
  WorkerPool pool(2, 10);
  pool.Add([&] {
    first.set_value();
    second.get_future().wait();
  });
  pool.Add([&] {
    second.set_value();
    first.get_future().wait();
  });
}

}  // namespace
}  // namespace newsgraph::rpc
