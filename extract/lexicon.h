// All words and names of all packs, found in one pass over the tokens.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/sense.h"
#include "extract/tokenizer.h"
#include "extract/trie.h"
#include "model/text_span.h"

namespace newsgraph::extract {

// A word or name of the packs at a place of the text.
struct Hit {
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;  // one past the last
  // The matched bytes, with the ending that the word carries.
  TextSpan span;
  Meaning sense;
  // How many bytes of `span` are such an ending.
  std::uint8_t ending_bytes = 0;
  // Only the last part of the compound word at `first_token` matches; `span` is
  // that part. What a noun before such a part means is a hit of SenseKind::kFront.
  bool compound_head = false;
};

// Any thread may search. It never changes once built, but for what it remembers of the words it was asked for: that
// makes searches faster, and never different.
class Lexicon {
 public:
  class Builder {
   public:
    Builder();
    ~Builder();

    // Makes `surface` mean `sense`. White space in it matches any white space.
    void Add(std::string_view surface, const Sense& sense) { Add(surface, Tokenize(surface), sense); }
    // The same for one that is cut into `tokens` already.
    void Add(std::string_view surface, const TokenizedText& tokens, const Sense& sense);

    // Endings that a word of the languages may carry after a pack's form.
    void AddEnding(std::string_view ending, LanguageSet languages);

    // Leaves the builder empty.
    std::unique_ptr<const Lexicon> Build();

   private:
    struct Word {
      std::string key;
      std::string surface;  // where case counts
      Sense sense;
    };
    std::vector<std::uint32_t> ByKey() const;

    std::deque<Word> words_;
    std::map<std::string, LanguageSet, std::less<>> endings_;
  };

  ~Lexicon();

  // All hits for a text of one of `languages`, by first token, longer ones
  // first. Overlapping hits are all there: a stage takes what it understands.
  std::vector<Hit> Search(std::string_view text, const TokenizedText& tokenized, LanguageSet languages) const;

  std::size_t size() const { return first_entries_.size() - 1; }

 private:
  struct Memory;
  struct Walk;
  struct Entry {
    Sense sense;
    std::uint32_t surface_begin = 0;  // of how it is written, where case counts
    std::uint32_t surface_end = 0;
  };
  // Longer endings are words of their own.
  static constexpr std::size_t kLongestEnding = 32;

  Lexicon();
  std::span<const Entry> EntriesOf(std::size_t key) const {
    return std::span(entries_).subspan(first_entries_[key], first_entries_[key + 1] - first_entries_[key]);
  }
  std::string_view SurfaceOf(const Entry& entry) const {
    return std::string_view(surfaces_).substr(entry.surface_begin, entry.surface_end - entry.surface_begin);
  }
  // One that no search has now.
  std::unique_ptr<Memory> TakeMemory() const;
  void KeepMemory(std::unique_ptr<Memory> memory) const;

  void AddHeads(const std::vector<std::string>& keys);
  void AddEndings(const std::map<std::string, LanguageSet, std::less<>>& endings);

  std::unique_ptr<const Trie> forward_;
  std::unique_ptr<const Trie> backward_;      // folded words reversed, for the heads of compounds
  std::vector<std::uint32_t> first_entries_;  // by key of `forward_`, and the end of all
  std::vector<LanguageSet> key_languages_;    // by key: of all its entries
  std::vector<Entry> entries_;
  std::string surfaces_;
  std::vector<std::size_t> head_keys_;         // key of `backward_` → key of `forward_`
  std::unique_ptr<const Trie> endings_;        // reversed
  std::vector<LanguageSet> ending_languages_;  // by key of `endings_`

  mutable std::mutex memories_mutex_;
  mutable std::vector<std::unique_ptr<Memory>> memories_;
};

}  // namespace newsgraph::extract
