// What words of former texts came to in the lexicon, as each of them was written.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

#include "extract/sense.h"
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

  struct Word {
    // Where longer names go on from it, and where they do behind white space.
    Trie::Branch touching;
    Trie::Branch spaced;
    std::uint32_t first_hit = 0;  // for HitsOf
    std::uint32_t end_hit = 0;
  };

  // A hit that is the word or a part of it.
  struct WordHit {
    Meaning sense;
    std::uint8_t begin = 0;  // bytes of the word
    std::uint8_t end = 0;
    std::uint8_t ending_bytes = 0;
    bool compound_head = false;
  };

  // A word as it is written, made ready to be looked for. Most is done without asking how long it is, which no
  // processor foresees.
  struct Key {
    std::uint64_t first;  // its first eight bytes, zeros behind its end
    std::uint64_t second;
    std::uint64_t hash;
  };
  // That of `word`, of 1 to kMostBytes bytes, in `text`.
  static Key KeyOf(std::string_view text, TextSpan word);

  WordMemory();

  // Begins to bring in what Find will look at.
  void Fetch(const Key& key) const { __builtin_prefetch(&slots_[key.hash & (slots_.size() - 1)]); }

  // Null for a spelling that was not added; else valid until the next is.
  const Word* Find(std::string_view spelling, const Key& key) const {
    const Slot& slot = slots_[PlaceOf(spelling, key)];
    return slot.bytes == 0 ? nullptr : &slot.word;
  }

  // Adds a word that is not there, with its hits.
  Word Add(std::string_view spelling, const Key& key, Word word, std::span<const WordHit> hits);

  std::span<const WordHit> HitsOf(const Word& word) const {
    return std::span(hits_).subspan(word.first_hit, word.end_hit - word.first_hit);
  }

  // What it takes, about.
  std::size_t bytes() const { return slots_.size() * sizeof(Slot) + hits_.size() * sizeof(WordHit); }

 private:
  static constexpr std::size_t kKeyBytes = 16;  // in `first` and `second`
  // Of eight bytes, what is kept where a word has so many of them.
  static constexpr std::array<std::uint64_t, 9> kKept = {
      0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF, ~std::uint64_t{0}};
  static_assert(std::endian::native == std::endian::little);
  static constexpr std::size_t kCacheLine = 64;
  struct alignas(kCacheLine) Slot {
    Word word;
    std::uint8_t bytes = 0;  // 0: free
    std::array<char, kMostBytes> spelling = {};

    std::string_view Spelling() const { return {spelling.data(), bytes}; }
    bool Is(std::string_view other, const Key& key) const {
      const std::uint64_t differs =
          (EightAt(spelling.data()) ^ key.first) | (EightAt(spelling.data() + 8) ^ key.second) | (bytes ^ other.size());
      return differs == 0 && (bytes <= kKeyBytes || Spelling() == other);
    }
  };
  static_assert(sizeof(Slot) == kCacheLine);

  static std::uint64_t EightAt(const char* at) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, at, sizeof eight);
    return eight;
  }
  // Where a word is, or would be.
  std::size_t PlaceOf(std::string_view spelling, const Key& key) const {
    const std::size_t last = slots_.size() - 1;
    std::size_t place = key.hash & last;
    while (slots_[place].bytes != 0 && !slots_[place].Is(spelling, key)) place = (place + 1) & last;
    return place;
  }
  void Grow();

  std::vector<Slot> slots_;  // a power of two
  std::size_t words_ = 0;
  std::vector<WordHit> hits_;
};

inline WordMemory::Key WordMemory::KeyOf(std::string_view text, TextSpan word) {
  const std::size_t bytes = word.size();
  std::array<char, kKeyBytes> copy;
  const char* at = text.data() + word.begin;
  if (text.size() - word.begin < kKeyBytes) {
    copy.fill(0);
    std::memcpy(copy.data(), at, std::min(bytes, kKeyBytes));
    at = copy.data();
  }
  Key key{EightAt(at) & kKept[std::min<std::size_t>(bytes, 8)],
          EightAt(at + 8) & kKept[std::clamp<std::size_t>(bytes, 8, kKeyBytes) - 8], HashSalt() ^ bytes};
  key.hash = FoldedProduct(FoldedProduct(key.hash ^ key.first, kHashFactor) ^ key.second, kHashFactor);
  for (std::size_t i = kKeyBytes; i < bytes; ++i) {
    key.hash = FoldedProduct(key.hash ^ static_cast<unsigned char>(text[word.begin + i]), kHashFactor);
  }
  return key;
}

}  // namespace newsgraph::extract
