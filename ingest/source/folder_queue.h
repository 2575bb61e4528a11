// Files as they are found in a folder → which of them are to be read now.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <optional>
#include <set>
#include <vector>

namespace newsgraph::ingest {

// Hands out each file, a few at a time, none twice at once. What a run of the program has
// read is known to the next by one time: when the inodes of the files last changed.
// One thread at a time.
class FolderQueue {
 public:
  // Files whose inodes had changed before `read_until` (nanoseconds since 1970) were read already.
  FolderQueue(std::size_t max_running, std::int64_t read_until) : max_running_(max_running), read_until_(read_until) {}

  // Adds files; of those that were `found`, not seen to come, only such as were not read already.
  void Take(const std::vector<std::filesystem::path>& files, bool found);

  // What may be read now.
  std::vector<std::filesystem::path> Next();

  // The file was read, or could not be; then it is tried again after the next start only.
  void Finish(const std::filesystem::path& file, bool read);

  std::int64_t read_until() const { return read_until_; }

 private:
  std::size_t max_running_;
  std::int64_t read_until_;
  std::int64_t newest_ = 0;  // of those that were finished since the queue was last empty
  bool failed_ = false;
  std::deque<std::filesystem::path> waiting_;
  std::set<std::filesystem::path> waiting_names_;
  std::set<std::filesystem::path> running_;
};

}  // namespace newsgraph::ingest
