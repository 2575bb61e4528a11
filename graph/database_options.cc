#include "graph/database_options.h"

#include <rocksdb/cache.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/listener.h>
#include <rocksdb/slice_transform.h>
#include <rocksdb/table.h>

#include <memory>
#include <optional>
#include <string_view>

#include "graph/keys.h"

namespace newsgraph::graph {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{16} << 10;
constexpr std::size_t kCacheBytes = std::size_t{256} << 20;
constexpr std::size_t kMemtableBytes = std::size_t{32} << 20;
constexpr std::size_t kAllMemtableBytes = std::size_t{192} << 20;
constexpr std::uint64_t kLogBytes = std::uint64_t{256} << 20;
constexpr double kBloomBits = 10;
constexpr std::size_t kNumberBytes = 8;

// The list that an index entry belongs to: its tag byte and its term.
class ListPrefix : public rocksdb::SliceTransform {
 public:
  const char* Name() const override { return "newsgraph.ListPrefix"; }
  rocksdb::Slice Transform(const rocksdb::Slice& key) const override { return {key.data(), *Length(key)}; }
  bool InDomain(const rocksdb::Slice& key) const override { return Length(key).has_value(); }

 private:
  static std::optional<std::size_t> Length(const rocksdb::Slice& key) {
    if (key.empty()) return std::nullopt;
    const std::optional<std::size_t> term = TermLength({key.data() + 1, key.size() - 1});
    return term ? std::optional(*term + 1) : std::nullopt;
  }
};

// Keeps RocksDB from going on by itself once a full disk has room again: commits
// are refused until the graph is opened anew, and a recovery of its own would
// run into the closing.
class NoRecovery : public rocksdb::EventListener {
 public:
  void OnErrorRecoveryBegin(rocksdb::BackgroundErrorReason, rocksdb::Status, bool* auto_recovery) override {
    *auto_recovery = false;
  }
};

enum class Prefix : std::uint8_t { kNone, kNumber, kList };

rocksdb::ColumnFamilyOptions Options(Prefix prefix, rocksdb::CompressionType bottommost,
                                     const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::BlockBasedTableOptions table;
  table.block_size = kBlockBytes;
  table.block_cache = cache;
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(kBloomBits));
  table.format_version = 5;
  rocksdb::ColumnFamilyOptions options;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  options.compression = rocksdb::kLZ4Compression;
  options.bottommost_compression = bottommost;
  options.write_buffer_size = kMemtableBytes;
  if (prefix == Prefix::kNumber) options.prefix_extractor.reset(rocksdb::NewFixedPrefixTransform(kNumberBytes));
  if (prefix == Prefix::kList) options.prefix_extractor = std::make_shared<ListPrefix>();
  return options;
}

}  // namespace

rocksdb::DBOptions DatabaseOptions(const DatabasePlace& place) {
  rocksdb::DBOptions options;
  options.env = place.env;
  options.statistics = place.statistics;
  options.create_if_missing = true;
  options.create_missing_column_families = true;
  options.db_write_buffer_size = kAllMemtableBytes;
  options.max_total_wal_size = kLogBytes;
  options.max_background_jobs = 2;
  options.keep_log_file_num = 4;
  options.max_open_files = 1024;
  options.track_and_verify_wals_in_manifest = true;
  options.listeners.push_back(std::make_shared<NoRecovery>());
  // Tables name the machine that wrote them otherwise.
  options.db_host_id = "";
  return options;
}

std::vector<rocksdb::ColumnFamilyDescriptor> ColumnFamilies() {
  const std::shared_ptr<rocksdb::Cache> cache = rocksdb::NewLRUCache(kCacheBytes);
  const auto lz4 = [&](Prefix prefix) { return Options(prefix, rocksdb::kLZ4Compression, cache); };
  const auto zstd = [&](Prefix prefix) { return Options(prefix, rocksdb::kZSTD, cache); };
  return {
      {rocksdb::kDefaultColumnFamilyName, lz4(Prefix::kNone)},  // kMeta
      {"names", lz4(Prefix::kNone)},
      {"articles", zstd(Prefix::kNumber)},
      {"records", zstd(Prefix::kNumber)},
      {"indexes", lz4(Prefix::kList)},
      {"comparisons", lz4(Prefix::kList)},
      {"conflicts", lz4(Prefix::kNumber)},
      {"events", lz4(Prefix::kNone)},
  };
}

}  // namespace newsgraph::graph
