#include "extract/word_memory.h"

#include <algorithm>
#include <utility>

namespace newsgraph::extract {
namespace {

constexpr std::size_t kFirstSlots = std::size_t{1} << 11U;
constexpr std::size_t kMostBytesKept = std::size_t{12} << 20U;

}  // namespace

WordMemory::WordMemory() : slots_(kFirstSlots), last_slot_(kFirstSlots - 1) {}

const WordMemory::Word* WordMemory::Add(const Key& key, Word word, std::span<const Hit> hits) {
  if (2 * ++words_ > slots_.size()) Grow();
  word.found.first_hit = static_cast<std::uint32_t>(hits_.size());
  word.found.hits = static_cast<std::uint16_t>(hits.size());
  hits_.insert(hits_.end(), hits.begin(), hits.end());
  Slot& slot = slots_[PlaceOf(key)];
  slot.word = word;
  slot.bytes = static_cast<std::uint8_t>(key.bytes);
  std::copy_n(key.spelling, key.bytes, slot.spelling.begin());
  return &slot.word;
}

void WordMemory::Grow() {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
  last_slot_ = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.bytes != 0) slots_[PlaceOf(KeyOf(slot.Spelling(), {0, slot.bytes}))] = slot;
  }
}

std::unique_ptr<WordMemories> MemoryPool::Take() {
  const std::lock_guard lock(mutex_);
  if (kept_.empty()) return std::make_unique<WordMemories>();
  std::unique_ptr<WordMemories> memories = std::move(kept_.back());
  kept_.pop_back();
  return memories;
}

void MemoryPool::Keep(std::unique_ptr<WordMemories> memories) {
  std::size_t bytes = 0;
  for (const auto& [languages, words] : *memories) bytes += words.bytes();
  if (bytes > kMostBytesKept) return;
  const std::lock_guard lock(mutex_);
  kept_.push_back(std::move(memories));
}

}  // namespace newsgraph::extract
