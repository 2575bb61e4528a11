#include "ingest/source/time_guard.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <thread>

namespace newsgraph::ingest {
namespace {

using std::chrono::milliseconds;
using testing::ElementsAre;
using testing::IsEmpty;

class TimeGuardTest : public testing::Test {
 protected:
  void TearDown() override { std::filesystem::remove(path_); }

  std::unique_ptr<TimeGuard> Open(const std::string& version = "1") const {
    auto guard = TimeGuard::Open(path_, {milliseconds(20), 2, version});
    Check(guard.ok(), guard.status().ToString());
    return *std::move(guard);
  }
  // What is left when the program ends while the work of `key` is under way.
  void Crash(std::uint64_t key) const {
    std::string left;
    (void)Open()->Run(key, "x", [&] {
      std::ifstream in(path_);
      left.assign(std::istreambuf_iterator<char>(in), {});
      return OkStatus();
    });
    std::ofstream(path_) << left;
  }
  static bool Works(TimeGuard& guard, std::uint64_t key) {
    return guard.Run(key, "x", [] { return OkStatus(); }).ok();
  }

  const std::filesystem::path path_ =
      std::filesystem::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST_F(TimeGuardTest, HandsThroughWhatWorkReturns) {
  const auto guard = Open();
  EXPECT_TRUE(Works(*guard, 1));
  EXPECT_EQ(guard->Run(1, "x", [] { return Error(StatusCode::kDataLoss, "y"); }).code(), StatusCode::kDataLoss);
  EXPECT_TRUE(Works(*guard, 1));
}

TEST_F(TimeGuardTest, SetsAsideWhatTookTooLongAlsoAfterARestart) {
  {
    const auto guard = Open();
    const auto slow = [] {
      std::this_thread::sleep_for(milliseconds(40));
      return OkStatus();
    };
    EXPECT_TRUE(guard->Run(1, "slow", slow).ok()) << "it was done, after all";
    EXPECT_EQ(guard->Run(1, "slow", [] { return OkStatus(); }).code(), StatusCode::kAborted);
    EXPECT_TRUE(Works(*guard, 2));
  }
  const auto again = Open();
  EXPECT_FALSE(Works(*again, 1));
  EXPECT_TRUE(Works(*again, 2));
}

TEST_F(TimeGuardTest, SetsAsideWhatNeverEndsWhileItRuns) {
  const auto guard = Open();
  (void)guard->Run(1, "endless", [&] {
    EXPECT_THAT(guard->CheckRunning(), IsEmpty());
    std::this_thread::sleep_for(milliseconds(40));
    EXPECT_THAT(guard->CheckRunning(), ElementsAre("endless"));
    EXPECT_THAT(guard->CheckRunning(), IsEmpty()) << "told once";
    EXPECT_FALSE(Works(*Open(), 1)) << "known before it ends";
    return OkStatus();
  });
}

TEST_F(TimeGuardTest, SetsAsideWhatWasAtWorkAtTwoCrashes) {
  Crash(1);
  EXPECT_TRUE(Works(*Open(), 2)) << "another text is not to blame";
  Crash(1);
  const auto guard = Open();
  EXPECT_FALSE(Works(*guard, 1));
  EXPECT_EQ(guard->set_aside_count(), 1U);
  EXPECT_FALSE(Works(*Open(), 1)) << "and stays so";
}

TEST_F(TimeGuardTest, ForgivesOneCrashToWhatWorksAfterwards) {
  Crash(1);
  EXPECT_TRUE(Works(*Open(), 1));
  Crash(1);
  EXPECT_TRUE(Works(*Open(), 1));
}

TEST_F(TimeGuardTest, TriesAllAnewInAnotherVersion) {
  Crash(1);
  Crash(1);
  EXPECT_FALSE(Works(*Open(), 1));
  EXPECT_TRUE(Works(*Open("2"), 1));
}

TEST_F(TimeGuardTest, ReadsAFileThatWasCut) {
  std::ofstream(path_) << "version 1\naside 1 x\nbegin 2 y\nend 2 \ngarbage\n\nbegin 3";
  const auto guard = Open();
  EXPECT_FALSE(Works(*guard, 1));
  EXPECT_TRUE(Works(*guard, 2));
  EXPECT_TRUE(Works(*guard, 3));
}

}  // namespace
}  // namespace newsgraph::ingest
