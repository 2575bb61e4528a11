#include "ingest/source/folder_queue.h"

#include <sys/stat.h>

#include <algorithm>

namespace newsgraph::ingest {
namespace {

namespace fs = std::filesystem;

// When the inode last changed: a file that is moved in keeps its other times. 0 if it is gone.
std::int64_t ChangeTime(const fs::path& file) {
  struct stat status{};
  if (stat(file.c_str(), &status) != 0) return 0;
  return static_cast<std::int64_t>(status.st_ctim.tv_sec) * 1'000'000'000 + status.st_ctim.tv_nsec;
}

}  // namespace

void FolderQueue::Take(const std::vector<fs::path>& files, bool found) {
  for (const fs::path& file : files) {
    if (found && ChangeTime(file) < read_until_) continue;
    if (waiting_names_.insert(file).second) waiting_.push_back(file);
  }
}

std::vector<fs::path> FolderQueue::Next() {
  std::vector<fs::path> out;
  // A file that has changed while it is read waits for that.
  for (std::size_t looked = waiting_.size(); looked > 0 && running_.size() < max_running_; --looked) {
    fs::path file = std::move(waiting_.front());
    waiting_.pop_front();
    if (!running_.insert(file).second) {
      waiting_.push_back(std::move(file));
      continue;
    }
    waiting_names_.erase(file);
    // Before it is read: what changes it afterwards is told again.
    newest_ = std::max(newest_, ChangeTime(file));
    out.push_back(std::move(file));
  }
  return out;
}

void FolderQueue::Finish(const fs::path& file, bool read) {
  running_.erase(file);
  failed_ = failed_ || !read;
  if (!running_.empty() || !waiting_.empty()) return;
  if (!failed_) read_until_ = std::max(read_until_, newest_);
}

}  // namespace newsgraph::ingest
