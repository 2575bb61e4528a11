#include "ingest/source/folder_watch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <fstream>

namespace newsgraph::ingest {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class FolderWatchTest : public testing::Test {
 protected:
  FolderWatchTest() {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~FolderWatchTest() override { fs::remove_all(folder_); }

  void Write(const std::string& name, const std::string& text = "x") const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << text;
  }

  // The names of the next files that are told of; none if nothing comes for a second.
  std::vector<std::string> Next() {
    std::unique_lock lock(mutex_);
    told_.wait_for(lock, std::chrono::seconds(1), [this] { return !names_.empty(); });
    return std::exchange(names_, {});
  }

  const fs::path folder_ = fs::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
  std::mutex mutex_;
  std::condition_variable told_;
  std::vector<std::string> names_;
  FolderWatch watch_{[this](const std::string& folder, const std::vector<fs::path>& files, bool) {
    const std::lock_guard lock(mutex_);
    for (const fs::path& file : files) names_.push_back(fs::relative(file, folder).string());
    told_.notify_all();
  }};
};

TEST_F(FolderWatchTest, TellsWhatIsThereAndWhatComes) {
  Write("a.txt");
  Write("below/b.jsonl");
  Write("ignored.css");
  ASSERT_TRUE(watch_.Add(folder_).ok());
  EXPECT_THAT(Next(), UnorderedElementsAre("a.txt", "below/b.jsonl"));
  Write("c.txt");
  EXPECT_THAT(Next(), ElementsAre("c.txt"));
  Write("below/d.html");
  EXPECT_THAT(Next(), ElementsAre("below/d.html"));
}

TEST_F(FolderWatchTest, TellsOfCompleteFilesOnly) {
  ASSERT_TRUE(watch_.Add(folder_).ok());
  EXPECT_THAT(Next(), IsEmpty());
  std::ofstream out(folder_ / "slow.txt");
  out << "half" << std::flush;
  EXPECT_THAT(Next(), IsEmpty());
  out.close();
  EXPECT_THAT(Next(), ElementsAre("slow.txt"));
}

TEST_F(FolderWatchTest, FollowsFoldersThatComeOrAreMovedIn) {
  ASSERT_TRUE(watch_.Add(folder_).ok());
  Write("new/a.txt");
  std::vector<std::string> names = Next();
  EXPECT_THAT(names, testing::Contains("new/a.txt"));
  (void)Next();
  const fs::path elsewhere = folder_.string() + "-elsewhere";
  fs::create_directories(elsewhere / "deep");
  std::ofstream(elsewhere / "deep/b.txt") << "x";
  fs::rename(elsewhere, folder_ / "moved");
  EXPECT_THAT(Next(), ElementsAre("moved/deep/b.txt"));
  Write("moved/deep/c.txt");
  EXPECT_THAT(Next(), ElementsAre("moved/deep/c.txt"));
}

TEST_F(FolderWatchTest, EndsWhereItIsToldTo) {
  ASSERT_TRUE(watch_.Add(folder_).ok());
  watch_.Remove(folder_);
  Write("a.txt");
  EXPECT_THAT(Next(), IsEmpty());
  EXPECT_EQ(watch_.Add(folder_ / "none").code(), StatusCode::kNotFound);
}

}  // namespace
}  // namespace newsgraph::ingest
