#include "ingest/folder.h"

#include <algorithm>
#include <functional>
#include <system_error>
#include <utility>

#include "ingest/open_source.h"
#include "ingest/page/page_file.h"
#include "ingest/utf8.h"
#include "ingest/warc/warc_source.h"
#include "model/status.h"

namespace newsgraph::ingest {

namespace fs = std::filesystem;

bool IsWanted(const fs::directory_entry& entry) {
  if (entry.path().filename().string().starts_with('.')) return false;
  std::error_code error;
  if (entry.is_directory(error)) return !entry.is_symlink(error);
  if (!entry.is_regular_file(error)) return false;  // a pipe would block
  return entry.path().extension() == ".txt" || entry.path().extension() == ".jsonl" ||
         entry.path().extension() == ".ndjson" || IsPageName(entry.path()) || IsWarcName(entry.path().native());
}

FolderSource::FolderSource(fs::path folder, ReadOptions options) : options_(options) {
  pending_.push_back(std::move(folder));
}

std::optional<SourceItem> FolderSource::Next() {
  while (true) {
    if (current_ != nullptr) {
      if (std::optional<SourceItem> item = current_->Next()) return item;
      current_ = nullptr;
    }
    if (pending_.empty()) return std::nullopt;
    const fs::path path = std::move(pending_.back());
    pending_.pop_back();
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      current_ = OpenFile(path, options_);
    } else if (std::optional<Rejection> rejection = Enter(path)) {
      return *std::move(rejection);
    }
  }
}

std::optional<Rejection> FolderSource::Enter(const fs::path& folder) {
  std::vector<fs::path> wanted;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    if (IsWanted(*entry)) wanted.push_back(entry->path());
  }
  std::sort(wanted.begin(), wanted.end(), std::greater<>());
  pending_.insert(pending_.end(), wanted.begin(), wanted.end());
  if (!error) return std::nullopt;
  return Rejection{RepairUtf8(folder.generic_string()), 0, Concat("the folder cannot be read: ", error.message()), ""};
}

}  // namespace newsgraph::ingest
