#include "extract/word_memory.h"

#include <algorithm>
#include <utility>

namespace newsgraph::extract {
namespace {

constexpr std::size_t kFirstSlots = std::size_t{1} << 11U;

}  // namespace

WordMemory::WordMemory() : slots_(kFirstSlots) {}

WordMemory::Word WordMemory::Add(std::string_view spelling, const Key& key, Word word, std::span<const WordHit> hits) {
  if (2 * ++words_ > slots_.size()) Grow();
  word.first_hit = static_cast<std::uint32_t>(hits_.size());
  hits_.insert(hits_.end(), hits.begin(), hits.end());
  word.end_hit = static_cast<std::uint32_t>(hits_.size());
  Slot& slot = slots_[PlaceOf(spelling, key)];
  slot.word = word;
  slot.bytes = static_cast<std::uint8_t>(spelling.size());
  std::copy(spelling.begin(), spelling.end(), slot.spelling.begin());
  return word;
}

void WordMemory::Grow() {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
  for (const Slot& slot : old) {
    if (slot.bytes != 0) slots_[PlaceOf(slot.Spelling(), KeyOf(slot.Spelling(), {0, slot.bytes}))] = slot;
  }
}

}  // namespace newsgraph::extract
