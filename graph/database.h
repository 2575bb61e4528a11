// The RocksDB files of a graph: opening, reading, writing; and how RocksDB's
// errors read in newsgraph's words.
#pragma once

#include <rocksdb/db.h>
#include <rocksdb/write_batch.h>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/status.h"

namespace newsgraph::graph {

// docs/storage.md says what each holds and how its keys are made.
enum class Column : std::uint8_t { kMeta, kNames, kArticles, kRecords, kIndexes, kComparisons, kConflicts, kEvents };
inline constexpr std::size_t kColumnCount = 8;

inline constexpr std::uint32_t kStorageVersion = 2;

struct DatabasePlace {
  std::string path;
  rocksdb::Env* env = rocksdb::Env::Default();  // must outlive the database
  std::shared_ptr<rocksdb::Statistics> statistics;
};

// The entries of one column whose keys begin with a prefix, in key order, as of
// the moment it was made. The prefix is empty or holds the whole number or list
// with which the column's keys begin. Keys are shown without the prefix. Must not outlive
// its database.
class PrefixScan {
 public:
  // Stands at the first entry.
  PrefixScan(rocksdb::DB& db, rocksdb::ColumnFamilyHandle* column, std::string prefix);

  // False at the end and after an error, which Database::Verify() of it tells.
  bool valid() const { return iterator_->Valid(); }
  std::string_view key() const { return View(iterator_->key()).substr(prefix_.size()); }
  std::string_view value() const { return View(iterator_->value()); }
  void Next() { iterator_->Next(); }
  // To the first entry whose key is not before `key`.
  void Seek(std::string_view key);
  rocksdb::Status error() const { return iterator_->status(); }

 private:
  static std::string_view View(const rocksdb::Slice& slice) { return {slice.data(), slice.size()}; }

  std::string prefix_;
  std::string end_;
  rocksdb::Slice end_slice_;
  std::unique_ptr<rocksdb::Iterator> iterator_;
};

using ColumnHandles = std::array<rocksdb::ColumnFamilyHandle*, kColumnCount>;

// One atomic change in the making. Must not outlive its database.
class Batch {
 public:
  void Put(Column column, std::string_view key, std::string_view value);
  void Delete(Column column, std::string_view key);

 private:
  friend class Database;
  explicit Batch(const ColumnHandles& columns) : columns_(columns) {}

  const ColumnHandles& columns_;
  rocksdb::WriteBatch writes_;
};

// Any thread may read; one writes at a time.
class Database {
 public:
  // Opens or creates. Errors as Graph::Open() names them.
  static StatusOr<std::unique_ptr<Database>> Open(const DatabasePlace& place);
  ~Database();

  StatusOr<std::optional<std::string>> Get(Column column, std::string_view key) const;
  std::unique_ptr<PrefixScan> Scan(Column column, std::string prefix) const;
  // The error that ended `scan`, if one did.
  Status Verify(const PrefixScan& scan) const;

  Batch NewBatch() const { return Batch(columns_); }
  // Hands the batch to the operating system.
  Status Write(Batch batch);
  // Returns when everything written is on disk.
  Status Sync();

  // A value that cannot be what was written.
  Status Damaged(std::string_view what) const;

 private:
  Database(std::string path, std::unique_ptr<rocksdb::DB> db, std::vector<rocksdb::ColumnFamilyHandle*> columns);
  Status CheckVersion(bool created);

  std::string path_;
  std::unique_ptr<rocksdb::DB> db_;
  ColumnHandles columns_{};
};

}  // namespace newsgraph::graph
