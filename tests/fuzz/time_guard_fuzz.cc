// Whatever the file of what was at work holds, it opens; what it set aside stays so, and all else works.
#include <unistd.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "ingest/source/time_guard.h"
#include "model/status.h"

using newsgraph::Check;
namespace ingest = newsgraph::ingest;

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("newsgraph-time-guard-" + std::to_string(getpid()));
  std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  const ingest::TimeBudget budget{std::chrono::minutes(1), 2, "v"};
  std::size_t before = 0;
  {
    const auto guard = ingest::TimeGuard::Open(path, budget);
    Check(guard.ok(), "the file opens");
    before = (*guard)->set_aside_count();
    Check(before <= size / 4, "what is set aside takes some bytes");
    if (before == 0) Check((*guard)->Run(7, "name", [] { return newsgraph::OkStatus(); }).ok(), "the rest works");
  }
  const auto again = ingest::TimeGuard::Open(path, budget);
  Check(again.ok() && (*again)->set_aside_count() == before, "what was set aside stays so");
  std::filesystem::remove(path);
  return 0;
}
