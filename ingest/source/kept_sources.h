// The sources and all that is known of them → a file, and back after a restart.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/fetch/schedule.h"
#include "ingest/source/seen_entries.h"
#include "model/source.h"
#include "model/status.h"

namespace newsgraph::ingest {

struct KeptSource {
  Source source;
  std::string parent;  // the index of sitemaps that lists it; empty for what a user named
  std::chrono::sys_seconds added{};
  SourceState state;
  SeenEntries seen;
  // Of a folder: all files whose inodes had last changed before were read; nanoseconds since 1970.
  std::int64_t read_until = 0;
  std::uint64_t article_count = 0;
  std::uint64_t rejected_count = 0;
  std::uint64_t set_aside_count = 0;

  friend bool operator==(const KeptSource&, const KeptSource&) = default;
};

// One line of JSON without its end.
std::string WriteKeptSource(const KeptSource& source);

// The sources by their locations; of several lines for one the last counts. Lines that
// cannot be read are passed over.
std::map<std::string, KeptSource> ReadKeptSources(std::string_view text);

// A file of such lines. One thread at a time.
class KeptSources {
 public:
  // With an empty path nothing is kept.
  explicit KeptSources(std::filesystem::path path) : path_(std::move(path)) {}

  // What the file holds; nothing if there is none.
  std::map<std::string, KeptSource> Read();

  // Puts `all` in place of what was there, at once, and returns when it is on disk.
  Status Replace(const std::vector<KeptSource>& all);

  // Adds to the file; it survives the end of the process. What a power cut takes of it is only
  // asked for again, so nobody waits for the disk. False once the file has grown so much that it is to
  // be replaced.
  StatusOr<bool> Append(const std::vector<KeptSource>& changed);

 private:
  std::filesystem::path path_;
  std::size_t replaced_bytes_ = 0;
  std::size_t appended_bytes_ = 0;
};

}  // namespace newsgraph::ingest
