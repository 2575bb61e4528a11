#include "tests/house/include_rules.h"

#include <re2/re2.h>

#include <map>
#include <set>
#include <string>

namespace newsgraph::house {
namespace {

using Folders = std::set<std::string>;

const Folders kAll = {"model", "compare", "ingest", "extract", "graph", "rpc", "tools"};

// How an include begins → the folders that may write it. The longest wins.
const std::map<std::string, Folders> kMayInclude = {
    {"model/", kAll},
    {"compare/", {"compare", "graph", "rpc", "tools"}},
    {"ingest/", {"ingest", "tools"}},
    {"extract/", {"extract", "tools"}},
    {"graph/", {"graph", "rpc", "tools"}},
    {"rpc/", {"rpc", "tools"}},
    {"tools/", {"tools"}},
    {"newsgraph/", {"rpc", "tools"}},  // generated from proto/
    {"absl/", {"graph", "rpc"}},
    {"absl/container/", {"extract"}},  // what names are looked up by
    {"arpa/", {"ingest"}},
    {"absl/status/", {"model"}},
    {"absl/synchronization/", {"tools"}},  // to make gRPC's locks fast
    {"cld2/", {"ingest", "extract"}},
    {"CLI/", {"tools"}},
    {"curl/", {"ingest"}},
    {"google/protobuf/", {"rpc", "graph", "tools"}},
    {"grpc/", {"rpc"}},
    {"grpcpp/", {"rpc"}},
    {"mimalloc.h", {"tools"}},
    {"netinet/", {"ingest"}},
    {"nlohmann/", {"ingest", "tools"}},
    {"re2/", {"ingest", "extract"}},
    {"rocksdb/", {"graph"}},
    {"spdlog/", {"tools"}},
    {"sys/", {"ingest", "graph", "tools"}},
    {"unicode/", {"ingest", "extract", "graph", "tools"}},
    {"yaml-cpp/", {"ingest", "tools"}},
};

// The client is a library without the store: whoever talks to a server links no RocksDB.
const std::string kClient = "rpc/client/";
const Folders kNotForClients = {"compare/", "graph/"};

bool IsForbiddenToClients(const std::string& header) {
  return kNotForClients.contains(header.substr(0, header.find('/') + 1));
}

const Folders* WhoMayInclude(const std::string& header) {
  const Folders* best = nullptr;
  std::size_t length = 0;
  for (const auto& [prefix, folders] : kMayInclude) {
    if (prefix.size() <= length || !header.starts_with(prefix)) continue;
    best = &folders;
    length = prefix.size();
  }
  return best;
}

}  // namespace

Complaints CheckIncludes(const SourceFile& file, bool has_own_header) {
  static const RE2 include_line(R"rx(#include [<"]([^>"]+)[>"].*)rx");
  const std::string folder = file.path.substr(0, file.path.find('/'));
  const std::string own_header = file.path.substr(0, file.path.rfind('.')) + ".h";
  Complaints out;
  bool first = file.path.ends_with(".cc") && has_own_header;
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    std::string header;
    if (!RE2::FullMatch(file.lines[i], include_line, &header)) continue;
    const std::string where = file.path + ":" + std::to_string(i + 1) + ": ";
    if (first && header != own_header) out.push_back(where + "its own header comes first");
    first = false;
    if (header.find('/') == std::string::npos) continue;
    const Folders* folders = WhoMayInclude(header);
    if (folders == nullptr) {
      out.push_back(where + header + " is not in the table of include_rules.cc");
    } else if (!folders->contains(folder)) {
      out.push_back(where + folder + "/ may not include " + header);
    } else if (file.path.starts_with(kClient) && IsForbiddenToClients(header)) {
      out.push_back(where + kClient + " may not include " + header);
    }
  }
  return out;
}

}  // namespace newsgraph::house
