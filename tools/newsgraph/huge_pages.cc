#include "tools/newsgraph/huge_pages.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace newsgraph::tools {

void UseHugePages() {
  constexpr int kHeapBytes = 64 << 20;
  constexpr std::uintptr_t kHugePage = 2 << 20;
  // One growth of the heap takes all of it, and what was grown stays.
  mallopt(M_TOP_PAD, kHeapBytes);
  mallopt(M_TRIM_THRESHOLD, 2 * kHeapBytes);
  mallopt(M_MMAP_THRESHOLD, kHeapBytes / 2);  // the most that there may be
  auto* const begin = static_cast<std::byte*>(sbrk(0));
  void* volatile block = std::malloc(kHugePage);  // else the compiler would leave it out
  std::free(block);
  const auto grown = static_cast<std::byte*>(sbrk(0)) - begin;
  const auto skipped = static_cast<std::ptrdiff_t>(-reinterpret_cast<std::uintptr_t>(begin) % kHugePage);
  if (skipped < grown) madvise(begin + skipped, static_cast<std::size_t>(grown - skipped), MADV_HUGEPAGE);
}

}  // namespace newsgraph::tools
