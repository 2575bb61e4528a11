#include "ingest/source/folder_queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <thread>

namespace newsgraph::ingest {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

fs::path File(const std::string& name) {
  const fs::path path = fs::path(testing::TempDir()) / name;
  std::ofstream(path) << "x";
  return path;
}

TEST(FolderQueue, HandsOutFewAtATimeAndNoneTwiceAtOnce) {
  FolderQueue queue(2, 0);
  const std::vector<fs::path> files = {File("q1"), File("q2"), File("q3")};
  queue.Take(files, true);
  queue.Take(files, false);
  EXPECT_THAT(queue.Next(), ElementsAre(files[0], files[1]));
  queue.Take({files[0]}, false);
  EXPECT_THAT(queue.Next(), IsEmpty());
  queue.Finish(files[1], true);
  EXPECT_THAT(queue.Next(), ElementsAre(files[2]));
  EXPECT_THAT(queue.Next(), IsEmpty()) << "the first is still being read";
  queue.Finish(files[0], true);
  EXPECT_THAT(queue.Next(), ElementsAre(files[0]));
}

TEST(FolderQueue, PassesOverWhatAnEarlierRunHasRead) {
  const fs::path before = File("q4");
  std::int64_t read_until = 0;
  {
    FolderQueue queue(8, 0);
    queue.Take({before}, true);
    EXPECT_THAT(queue.Next(), ElementsAre(before));
    EXPECT_EQ(queue.read_until(), 0) << "not before it was read";
    queue.Finish(before, true);
    read_until = queue.read_until();
    EXPECT_GT(read_until, 0);
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  const fs::path after = File("q5");
  FolderQueue queue(8, read_until + 1);
  queue.Take({before, after}, true);
  EXPECT_THAT(queue.Next(), ElementsAre(after));
  queue.Finish(after, false);
  EXPECT_EQ(queue.read_until(), read_until + 1) << "what could not be read comes again";
}

}  // namespace
}  // namespace newsgraph::ingest
