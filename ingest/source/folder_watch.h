// Folders → the files that come into them, as they come.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "model/status.h"

namespace newsgraph::ingest {

// Follows folders, with those below them, by inotify. Files count once they are complete: when
// their writer closes them, or when they are moved in. Which files are wanted: see folder.h.
class FolderWatch {
 public:
  // Gets a folder as it was added, and files in it. `found`: they were there before, else
  // they just came. Called from a thread of this, and from Add().
  using Observer = std::function<void(const std::string& folder, std::vector<std::filesystem::path> files, bool found)>;

  explicit FolderWatch(Observer observe);
  ~FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

  // Follows the folder from now on and tells of all files that are in it. NOT_FOUND if there is none,
  // RESOURCE_EXHAUSTED where the system watches too many folders already. Any thread may call.
  Status Add(const std::string& folder);
  void Remove(const std::string& folder);

 private:
  struct Watched {
    std::string folder;  // as it was added
    std::filesystem::path path;
  };

  void Watch();
  void TakeEvents();
  void TakeEvent(int watch, std::uint32_t mask, const std::string& name);
  // All that was told may be incomplete.
  void LookAgain();
  // Watches `path` and the folders below; adds the files that are there. Expects `mutex_` to be held.
  Status Enter(const std::string& folder, const std::filesystem::path& path, std::vector<std::filesystem::path>& files);

  const Observer observe_;
  int inotify_ = -1;
  int stop_ = -1;  // an event that ends the thread
  std::mutex mutex_;
  std::map<int, Watched> watched_;
  std::thread thread_;
};

}  // namespace newsgraph::ingest
