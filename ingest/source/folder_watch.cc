#include "ingest/source/folder_watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <set>
#include <utility>

#include "ingest/folder.h"

namespace newsgraph::ingest {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kEvents =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_ONLYDIR | IN_DONT_FOLLOW | IN_EXCL_UNLINK;

Status Failure(const fs::path& path) {
  const StatusCode code = errno == ENOSPC ? StatusCode::kResourceExhausted : StatusCode::kNotFound;
  const std::string why =
      errno == ENOSPC ? "too many folders are watched; raise fs.inotify.max_user_watches" : std::strerror(errno);
  return Error(code, "watching \"", path.string(), "\": ", why);
}

}  // namespace

FolderWatch::FolderWatch(Observer observe)
    : observe_(std::move(observe)), inotify_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)), stop_(eventfd(0, EFD_CLOEXEC)) {
  Check(inotify_ >= 0 && stop_ >= 0, "the system watches folders");
  thread_ = std::thread([this] { Watch(); });
}

FolderWatch::~FolderWatch() {
  const std::uint64_t one = 1;
  Check(write(stop_, &one, sizeof one) == sizeof one, "the watching thread is told to end");
  thread_.join();
  close(inotify_);
  close(stop_);
}

Status FolderWatch::Add(const std::string& folder) {
  std::vector<fs::path> files;
  {
    const std::lock_guard lock(mutex_);
    RETURN_IF_ERROR(Enter(folder, folder, files));
  }
  observe_(folder, std::move(files), true);
  return OkStatus();
}

void FolderWatch::Remove(const std::string& folder) {
  const std::lock_guard lock(mutex_);
  std::erase_if(watched_, [&](const auto& entry) {
    if (entry.second.folder != folder) return false;
    inotify_rm_watch(inotify_, entry.first);
    return true;
  });
}

// The watch first: what comes while the folder is read is told twice rather than never.
Status FolderWatch::Enter(const std::string& folder, const fs::path& path, std::vector<fs::path>& files) {
  const int watch = inotify_add_watch(inotify_, path.c_str(), kEvents);
  if (watch < 0) return Failure(path);
  watched_[watch] = {folder, path};
  std::error_code error;
  for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error)) {
    if (!IsWanted(*entry)) continue;
    std::error_code ignored;
    if (!entry->is_directory(ignored)) {
      files.push_back(entry->path());
    } else {
      RETURN_IF_ERROR(Enter(folder, entry->path(), files));
    }
  }
  return OkStatus();
}

void FolderWatch::Watch() {
  std::array<pollfd, 2> files = {pollfd{inotify_, POLLIN, 0}, pollfd{stop_, POLLIN, 0}};
  while (true) {
    if (poll(files.data(), files.size(), -1) < 0 && errno != EINTR) return;
    if ((files[1].revents & POLLIN) != 0) return;
    if ((files[0].revents & POLLIN) != 0) TakeEvents();
  }
}

void FolderWatch::TakeEvents() {
  alignas(inotify_event) std::array<char, 64 * 1024> buffer;
  const ssize_t size = read(inotify_, buffer.data(), buffer.size());
  for (ssize_t at = 0; at < size;) {
    inotify_event event{};
    std::memcpy(&event, buffer.data() + at, sizeof event);
    const char* const name = buffer.data() + at + sizeof event;
    if ((event.mask & IN_Q_OVERFLOW) != 0) {
      LookAgain();
    } else {
      TakeEvent(event.wd, event.mask, event.len > 0 ? std::string(name) : std::string());
    }
    at += static_cast<ssize_t>(sizeof event + event.len);
  }
}

void FolderWatch::TakeEvent(int watch, std::uint32_t mask, const std::string& name) {
  std::vector<fs::path> files;
  std::unique_lock lock(mutex_);
  const auto found = watched_.find(watch);
  if (found == watched_.end()) return;
  if ((mask & IN_IGNORED) != 0) {
    watched_.erase(found);
    return;
  }
  const Watched watched = found->second;
  const fs::path path = watched.path / name;
  const bool is_folder = (mask & IN_ISDIR) != 0;
  std::error_code error;
  if (name.empty() || !IsWanted(fs::directory_entry(path, error))) return;
  if (is_folder && (mask & (IN_CREATE | IN_MOVED_TO)) != 0) {
    (void)Enter(watched.folder, path, files);  // gone again, or too many: what is in it is seen after a restart
  } else if (!is_folder && (mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0) {
    files.push_back(path);
  }
  lock.unlock();
  if (!files.empty()) observe_(watched.folder, std::move(files), false);
}

void FolderWatch::LookAgain() {
  std::set<std::string> folders;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [watch, watched] : watched_) folders.insert(watched.folder);
  }
  for (const std::string& folder : folders) {
    std::vector<fs::path> files;
    {
      const std::lock_guard lock(mutex_);
      (void)Enter(folder, folder, files);
    }
    observe_(folder, std::move(files), true);
  }
}

}  // namespace newsgraph::ingest
