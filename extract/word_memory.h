// What words of former texts came to in the lexicon, as each of them was written.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

#include "extract/hit.h"
#include "extract/text_hash.h"
#include "extract/trie.h"
#include "model/text_span.h"

namespace newsgraph::extract {

// A hash table in which a word lies in one line of the cache, so that a look at it waits for memory once, and the wait
// can be begun beforehand. One thread's at a time.
class WordMemory {
 public:
  // Longer words are not remembered.
  static constexpr std::size_t kMostBytes = 39;

  // What a word comes to by itself.
  struct Found {
    std::uint32_t first_hit = 0;  // for HitsOf
    std::uint16_t hits = 0;
    std::uint16_t answers = 0;  // one bit for each question that was answered with yes
  };
  static constexpr std::size_t kMostQuestions = 16;

  struct Word {
    // Where longer names go on from it, and where they do behind white space.
    Trie::Branch touching;
    Trie::Branch spaced;
    Found found;
  };

  // A word as it is written, made ready to be looked for. Most is done without asking how long it is, which no
  // processor foresees.
  struct Key {
    std::uint64_t first;  // its first eight bytes, zeros behind its end
    std::uint64_t second;
    std::uint64_t hash;
    const char* spelling;
    std::size_t bytes;
  };
  // That of `word`, which is not empty, in `text`, which must outlive the key. Of one that is too long only its length
  // counts.
  static Key KeyOf(std::string_view text, TextSpan word);

  WordMemory();

  // Begins to bring in what Find will look at.
  void Fetch(const Key& key) const { __builtin_prefetch(&slots_[key.hash & last_slot_]); }

  // Null for a spelling that was not added; else valid until the next is.
  const Word* Find(const Key& key) const {
    const Slot& slot = slots_[PlaceOf(key)];
    return slot.bytes == 0 ? nullptr : &slot.word;
  }

  // Adds a word that is not there, with its hits; what it returns is valid until the next is added. Hits count tokens
  // and bytes from where the word begins.
  const Word* Add(const Key& key, Word word, std::span<const Hit> hits);

  std::span<const Hit> HitsOf(const Found& found) const { return {hits_.data() + found.first_hit, found.hits}; }

  // What it takes, about.
  std::size_t bytes() const { return slots_.size() * sizeof(Slot) + hits_.size() * sizeof(Hit); }

 private:
  static constexpr std::size_t kKeyBytes = 16;  // in `first` and `second`
  // Of sixteen bytes, what is kept of a word of so many.
  struct Kept {
    std::uint64_t first;
    std::uint64_t second;
  };
  static constexpr std::array<Kept, kMostBytes + 1> kKept = [] {
    std::array<Kept, kMostBytes + 1> kept = {};
    for (std::size_t bytes = 1; bytes <= kMostBytes; ++bytes) {
      kept[bytes] = kept[bytes - 1];
      if (bytes <= kKeyBytes)
        (bytes <= 8 ? kept[bytes].first : kept[bytes].second) |= std::uint64_t{0xFF} << (bytes - 1) % 8 * 8;
    }
    return kept;
  }();
  static_assert(std::endian::native == std::endian::little);
  static constexpr std::size_t kCacheLine = 64;
  struct alignas(kCacheLine) Slot {
    Word word;
    std::uint8_t bytes = 0;  // 0: free
    std::array<char, kMostBytes> spelling = {};

    std::string_view Spelling() const { return {spelling.data(), bytes}; }
    bool Is(const Key& key) const {
      const std::uint64_t differs =
          (EightAt(spelling.data()) ^ key.first) | (EightAt(spelling.data() + 8) ^ key.second) | (bytes ^ key.bytes);
      return differs == 0 && (bytes <= kKeyBytes || std::memcmp(spelling.data(), key.spelling, bytes) == 0);
    }
  };
  static_assert(sizeof(Slot) == kCacheLine);

  static std::uint64_t EightAt(const char* at) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, at, sizeof eight);
    return eight;
  }
  // Where a word is, or would be.
  std::size_t PlaceOf(const Key& key) const {
    std::size_t place = key.hash & last_slot_;
    while (slots_[place].bytes != 0 && !slots_[place].Is(key)) place = (place + 1) & last_slot_;
    return place;
  }
  void Grow();

  std::vector<Slot> slots_;  // a power of two
  std::size_t last_slot_;
  std::size_t words_ = 0;
  std::vector<Hit> hits_;
};

inline WordMemory::Key WordMemory::KeyOf(std::string_view text, TextSpan word) {
  const std::size_t bytes = word.size();
  if (bytes > kMostBytes) return {0, 0, 0, nullptr, bytes};
  std::array<char, kKeyBytes> copy;
  const char* at = text.data() + word.begin;
  if (text.size() - word.begin < kKeyBytes) {
    copy.fill(0);
    std::memcpy(copy.data(), at, std::min(bytes, kKeyBytes));
    at = copy.data();
  }
  Key key{EightAt(at) & kKept[bytes].first, EightAt(at + 8) & kKept[bytes].second, 0, text.data() + word.begin, bytes};
  key.hash = FoldedProduct(key.first ^ HashSalt() ^ bytes, key.second ^ HashSalt() ^ kHashFactor);
  for (std::size_t i = kKeyBytes; i < bytes; ++i) {
    key.hash = FoldedProduct(key.hash ^ static_cast<unsigned char>(text[word.begin + i]), kHashFactor);
  }
  return key;
}

// What words came to in each choice of languages.
using WordMemories = std::map<LanguageSet, WordMemory>;

// Those that no search has now. Any thread may call.
class MemoryPool {
 public:
  // One of them; a new one if there is none.
  std::unique_ptr<WordMemories> Take();
  // Gives up what has grown beyond some 12 MB, the words of some thousand articles.
  void Keep(std::unique_ptr<WordMemories> memories);

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<WordMemories>> kept_;
};

}  // namespace newsgraph::extract
