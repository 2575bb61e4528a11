// newsgraph: the command line.
#ifdef NEWSGRAPH_MIMALLOC
#include <mimalloc.h>
#include <sys/mman.h>
#endif

#include <cstddef>
#include <cstdint>
#include <functional>
#include <variant>

#include "tools/newsgraph/command_line.h"

namespace {

// Memory comes in huge pages where the kernel has any: reading the packs of a language fills 40 MB, and a fault for
// each 4 KB of it is a tenth of a start.
void UseHugePages() {
#ifdef NEWSGRAPH_MIMALLOC
  mi_option_enable(mi_option_large_os_pages);
  // What mimalloc began with before, it takes 32 MB at a time.
  constexpr std::uintptr_t kSegment = 32 << 20;
  void* const block = mi_malloc(1);
  void* const segment = static_cast<std::byte*>(block) - reinterpret_cast<std::uintptr_t>(block) % kSegment;
  mi_free(block);
  madvise(segment, kSegment, MADV_HUGEPAGE);
#endif
}

}  // namespace

int main(int argc, char** argv) {
  using newsgraph::tools::ExitCode;
  UseHugePages();
  const auto parsed = newsgraph::tools::ParseCommandLine(argc, argv);
  const auto* command = std::get_if<std::function<ExitCode()>>(&parsed);
  return static_cast<int>(command != nullptr ? (*command)() : std::get<ExitCode>(parsed));
}
