#include "ingest/whole_file.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

#include "ingest/inflate.h"

namespace newsgraph::ingest {

StatusOr<std::string> ReadWhole(const std::filesystem::path& path, std::size_t max_bytes) {
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error(StatusCode::kNotFound, "cannot be opened: ", std::strerror(errno));
  std::string bytes;
  std::array<char, 64 * 1024> chunk = {};
  while (in && bytes.size() <= max_bytes) {
    in.read(chunk.data(), chunk.size());
    bytes.append(chunk.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) return Error(StatusCode::kUnavailable, "cannot be read: ", std::strerror(errno));
  if (bytes.size() > max_bytes) {
    return Error(StatusCode::kResourceExhausted, "the file has more than ", max_bytes, " bytes; split it");
  }
  return bytes;
}

StatusOr<std::string> ReadUnpacked(const std::filesystem::path& path, std::size_t max_bytes) {
  ASSIGN_OR_RETURN(std::string bytes, ReadWhole(path, max_bytes));
  if (!IsGzip(bytes)) return bytes;
  ASSIGN_OR_RETURN(Inflated inflated, Inflate(bytes, max_bytes));
  return std::move(inflated.bytes);
}

}  // namespace newsgraph::ingest
