#include "graph/database.h"

#include <rocksdb/perf_level.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <utility>

#include "graph/database_options.h"
#include "graph/keys.h"

namespace newsgraph::graph {
namespace {

constexpr std::string_view kVersionKey = "storage_version";

rocksdb::Slice Slice(std::string_view bytes) { return {bytes.data(), bytes.size()}; }

bool IsDiskFull(const rocksdb::Status& status) {
  // A quota or a limit on file size is a full disk to the one who has to mend it.
  const std::string message = status.ToString();
  return status.IsNoSpace() || message.find("File too large") != std::string::npos ||
         message.find("quota exceeded") != std::string::npos;
}

// The one place where RocksDB's errors become newsgraph's.
Status Translate(const rocksdb::Status& status, std::string_view doing, std::string_view path) {
  if (status.ok()) return OkStatus();
  const std::string what = Concat(doing, " graph \"", path, "\": ");
  const std::string detail = status.ToString();
  if (IsDiskFull(status)) {
    return Error(StatusCode::kResourceExhausted, what, "no space left on its disk (", detail,
                 "); free some space or move the graph to a larger disk, then open it again");
  }
  if (status.IsIOError() && detail.find("lock") != std::string::npos) {
    return Error(StatusCode::kUnavailable, what, "another process has it open; stop that one or use another path");
  }
  if (status.IsCorruption() || status.IsInvalidArgument()) {
    return Error(StatusCode::kDataLoss, what, "storage is damaged (", detail, "); restore it from a backup");
  }
  return Error(StatusCode::kUnavailable, what, detail);
}

Status TooNew(std::string_view path, std::string_view version) {
  return Error(StatusCode::kFailedPrecondition, "opening graph \"", path, "\": it has storage version ", version,
               ", newer than this program's ", kStorageVersion, "; use the newsgraph that wrote it or a later one");
}

// What lies at a path before it is opened.
enum class Found : std::uint8_t { kNothing, kDatabase, kRemains, kOther };

Found LookAt(rocksdb::Env& env, const std::string& path) {
  if (env.FileExists(path + "/CURRENT").ok()) return Found::kDatabase;
  std::vector<std::string> names;
  if (!env.GetChildren(path, &names).ok()) return Found::kNothing;
  const auto is_data = [](const std::string& name) { return name.starts_with("MANIFEST-") || name.ends_with(".sst"); };
  const auto is_foreign = [](const std::string& name) {
    return name != "." && name != ".." && name != "LOCK" && name != "IDENTITY" && !name.starts_with("LOG") &&
           !name.starts_with("OPTIONS-") && !name.ends_with(".log") && !name.ends_with(".dbtmp") &&
           name != "lost+found";
  };
  if (std::any_of(names.begin(), names.end(), is_data)) return Found::kRemains;
  if (std::any_of(names.begin(), names.end(), is_foreign)) return Found::kOther;
  return Found::kNothing;
}

// A database with other columns than ours was written by another version.
Status CheckColumns(const DatabasePlace& place) {
  rocksdb::DBOptions options;
  options.env = place.env;
  std::vector<std::string> names;
  RETURN_IF_ERROR(Translate(rocksdb::DB::ListColumnFamilies(options, place.path, &names), "opening", place.path));
  std::vector<std::string> expected;
  for (const rocksdb::ColumnFamilyDescriptor& column : ColumnFamilies()) expected.push_back(column.name);
  std::sort(names.begin(), names.end());
  std::sort(expected.begin(), expected.end());
  if (names == expected) return OkStatus();
  if (std::includes(names.begin(), names.end(), expected.begin(), expected.end())) return TooNew(place.path, "unknown");
  return Error(StatusCode::kFailedPrecondition, "opening graph \"", place.path,
               "\": the folder holds a database that is not a newsgraph's; use another path");
}

Status Prepare(const DatabasePlace& place, Found found) {
  switch (found) {
    case Found::kDatabase:
      return CheckColumns(place);
    case Found::kRemains:
      return Error(StatusCode::kDataLoss, "opening graph \"", place.path,
                   "\": storage is damaged (file \"CURRENT\" is missing); restore it from a backup");
    case Found::kOther:
      return Error(StatusCode::kFailedPrecondition, "opening graph \"", place.path,
                   "\": the folder holds other files; use an empty or a new one");
    case Found::kNothing:
      break;
  }
  if (place.env != rocksdb::Env::Default()) return OkStatus();
  std::error_code error;
  std::filesystem::create_directories(place.path, error);
  if (!error) return OkStatus();
  return Error(StatusCode::kUnavailable, "creating graph \"", place.path, "\": ", error.message());
}

}  // namespace

PrefixScan::PrefixScan(rocksdb::DB& db, rocksdb::ColumnFamilyHandle* column, std::string prefix)
    : prefix_(std::move(prefix)), end_(PrefixEnd(prefix_)), end_slice_(end_) {
  rocksdb::ReadOptions options;
  if (!end_.empty()) options.iterate_upper_bound = &end_slice_;
  options.total_order_seek = prefix_.empty();
  options.prefix_same_as_start = !prefix_.empty();
  iterator_.reset(db.NewIterator(options, column));
  iterator_->Seek(prefix_);
}

void PrefixScan::Seek(std::string_view key) { iterator_->Seek(Concat(prefix_, key)); }

void Batch::Put(Column column, std::string_view key, std::string_view value) {
  Check(writes_.Put(columns_[static_cast<std::size_t>(column)], Slice(key), Slice(value)).ok(), "put in a batch");
}

void Batch::Delete(Column column, std::string_view key) {
  Check(writes_.Delete(columns_[static_cast<std::size_t>(column)], Slice(key)).ok(), "delete in a batch");
}

Database::Database(std::string path, std::unique_ptr<rocksdb::DB> db, std::vector<rocksdb::ColumnFamilyHandle*> columns)
    : path_(std::move(path)), db_(std::move(db)) {
  std::copy(columns.begin(), columns.end(), columns_.begin());
}

StatusOr<std::unique_ptr<Database>> Database::Open(const DatabasePlace& place) {
  const Found found = LookAt(*place.env, place.path);
  RETURN_IF_ERROR(Prepare(place, found));
  std::vector<rocksdb::ColumnFamilyHandle*> columns;
  rocksdb::DB* db = nullptr;
  RETURN_IF_ERROR(Translate(rocksdb::DB::Open(DatabaseOptions(place), place.path, ColumnFamilies(), &columns, &db),
                            "opening", place.path));
  std::unique_ptr<Database> database(new Database(place.path, std::unique_ptr<rocksdb::DB>(db), std::move(columns)));
  RETURN_IF_ERROR(database->CheckVersion(found == Found::kNothing));
  return database;
}

Database::~Database() {
  for (rocksdb::ColumnFamilyHandle* column : columns_) (void)db_->DestroyColumnFamilyHandle(column);
  (void)db_->Close();
}

Status Database::CheckVersion(bool created) {
  ASSIGN_OR_RETURN(const std::optional<std::string> stored, Get(Column::kMeta, kVersionKey));
  if (!stored) {
    if (!created) {
      // A crash between creating the files and this first write leaves an empty
      // database; anything in it without a version is not ours.
      if (Scan(Column::kMeta, "")->valid() || Scan(Column::kNames, "")->valid()) {
        return Damaged("its storage version is missing");
      }
    }
    Batch batch = NewBatch();
    batch.Put(Column::kMeta, kVersionKey, std::to_string(kStorageVersion));
    return Write(std::move(batch));
  }
  std::uint32_t version = 0;
  const char* end = stored->data() + stored->size();
  const auto [rest, error] = std::from_chars(stored->data(), end, version);
  if (error != std::errc() || rest != end || version == 0) return Damaged("its storage version is not a number");
  if (version > kStorageVersion) return TooNew(path_, *stored);
  if (version == kStorageVersion) return OkStatus();
  // What older versions wrote is read as it is; what is written from now on they would misread.
  Batch batch = NewBatch();
  batch.Put(Column::kMeta, kVersionKey, std::to_string(kStorageVersion));
  return Write(std::move(batch));
}

StatusOr<std::optional<std::string>> Database::Get(Column column, std::string_view key) const {
  std::string value;
  const rocksdb::Status status =
      db_->Get(rocksdb::ReadOptions(), columns_[static_cast<std::size_t>(column)], Slice(key), &value);
  if (status.IsNotFound()) return std::optional<std::string>();
  RETURN_IF_ERROR(Translate(status, "reading", path_));
  return std::optional<std::string>(std::move(value));
}

std::unique_ptr<PrefixScan> Database::Scan(Column column, std::string prefix) const {
  return std::make_unique<PrefixScan>(*db_, columns_[static_cast<std::size_t>(column)], std::move(prefix));
}

Status Database::Verify(const PrefixScan& scan) const { return Translate(scan.error(), "reading", path_); }

Status Database::Write(Batch batch) {
  // Debian's RocksDB counts on every key otherwise.
  rocksdb::SetPerfLevel(rocksdb::PerfLevel::kDisable);
  return Translate(db_->Write(rocksdb::WriteOptions(), &batch.writes_), "writing", path_);
}

Status Database::Sync() { return Translate(db_->SyncWAL(), "syncing", path_); }

Status Database::Damaged(std::string_view what) const {
  return Error(StatusCode::kDataLoss, "graph \"", path_, "\": storage is damaged (", what,
               "); restore it from a backup");
}

}  // namespace newsgraph::graph
