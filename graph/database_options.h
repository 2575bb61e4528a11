// How RocksDB is set up; the figures behind it stand in docs/storage.md.
#pragma once

#include <rocksdb/options.h>

#include <vector>

#include "graph/database.h"

namespace newsgraph::graph {

rocksdb::DBOptions DatabaseOptions(const DatabasePlace& place);

// In the order of Column.
std::vector<rocksdb::ColumnFamilyDescriptor> ColumnFamilies();

}  // namespace newsgraph::graph
