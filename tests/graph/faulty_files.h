// A disk that can fill up, and a power cut that takes what was not synced.
#pragma once

#include <rocksdb/env.h>
#include <rocksdb/file_system.h>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace newsgraph::graph {

// The machine's files, but appends fail once `room` bytes were written. Any
// thread may call.
class FaultyFiles : public rocksdb::FileSystemWrapper {
 public:
  FaultyFiles() : FileSystemWrapper(rocksdb::FileSystem::Default()) {}

  const char* Name() const override { return "FaultyFiles"; }

  // From now on this many bytes fit.
  void SetRoom(std::int64_t bytes) { room_ = bytes; }
  // How often a write-ahead log was synced.
  int log_syncs() const { return log_syncs_; }

  // Call after closing: cuts every file to what was synced of it.
  void CutPower() {
    const std::lock_guard lock(mutex_);
    for (const auto& [name, bytes] : synced_) {
      std::error_code error;
      if (std::filesystem::file_size(name, error) > bytes && !error) std::filesystem::resize_file(name, bytes, error);
    }
  }

  rocksdb::IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* result,
                                    rocksdb::IODebugContext* debug) override {
    std::unique_ptr<rocksdb::FSWritableFile> file;
    rocksdb::IOStatus status = FileSystemWrapper::NewWritableFile(name, options, &file, debug);
    if (status.ok()) {
      SetSynced(name, 0);
      *result = std::make_unique<File>(*this, name, std::move(file));
    }
    return status;
  }

  rocksdb::IOStatus RenameFile(const std::string& from, const std::string& to, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override {
    const std::lock_guard lock(mutex_);
    if (const auto known = synced_.find(from); known != synced_.end()) {
      synced_[to] = known->second;
      synced_.erase(from);
    }
    return FileSystemWrapper::RenameFile(from, to, options, debug);
  }

 private:
  class File : public rocksdb::FSWritableFileOwnerWrapper {
   public:
    File(FaultyFiles& disk, std::string name, std::unique_ptr<rocksdb::FSWritableFile> target)
        : FSWritableFileOwnerWrapper(std::move(target)), disk_(disk), name_(std::move(name)) {}

    rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                             rocksdb::IODebugContext* debug) override {
      if (!disk_.Take(data.size())) return rocksdb::IOStatus::NoSpace("appending to " + name_);
      size_ += data.size();
      return FSWritableFileOwnerWrapper::Append(data, options, debug);
    }
    rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                             const rocksdb::DataVerificationInfo&, rocksdb::IODebugContext* debug) override {
      return Append(data, options, debug);
    }
    rocksdb::IOStatus Sync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override {
      const std::uint64_t size = size_;
      rocksdb::IOStatus status = FSWritableFileOwnerWrapper::Sync(options, debug);
      if (status.ok()) disk_.SetSynced(name_, size);
      return status;
    }
    rocksdb::IOStatus Fsync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override {
      const std::uint64_t size = size_;
      rocksdb::IOStatus status = FSWritableFileOwnerWrapper::Fsync(options, debug);
      if (status.ok()) disk_.SetSynced(name_, size);
      return status;
    }

   private:
    FaultyFiles& disk_;
    const std::string name_;
    std::atomic<std::uint64_t> size_ = 0;
  };

  bool Take(std::size_t bytes) {
    const auto wanted = static_cast<std::int64_t>(bytes);
    return room_.fetch_sub(wanted) >= wanted;
  }

  void SetSynced(const std::string& name, std::uint64_t bytes) {
    if (bytes > 0 && name.ends_with(".log")) ++log_syncs_;
    const std::lock_guard lock(mutex_);
    synced_[name] = bytes;
  }

  std::atomic<std::int64_t> room_ = std::numeric_limits<std::int64_t>::max() / 2;
  std::atomic<int> log_syncs_ = 0;
  std::mutex mutex_;
  std::map<std::string, std::uint64_t> synced_;
};

}  // namespace newsgraph::graph
