#include "tools/kept_reader.h"

#include <mutex>
#include <utility>
#include <vector>

namespace newsgraph::tools {

const Reader& KeepReader(std::unique_ptr<Reader> reader) {
  static std::mutex mutex;
  static auto& kept = *new std::vector<std::unique_ptr<Reader>>;  // no destructor runs at the end
  const std::lock_guard lock(mutex);
  return *kept.emplace_back(std::move(reader));
}

}  // namespace newsgraph::tools
