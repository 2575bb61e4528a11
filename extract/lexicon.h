// All words and names of all packs, found in one pass over the tokens.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/hit.h"
#include "extract/sense.h"
#include "extract/tokenizer.h"
#include "extract/trie.h"
#include "extract/word_memory.h"

namespace newsgraph::extract {

// The hits of a text. Overlapping ones are all there: a stage takes what it understands.
struct TextHits {
  std::vector<Hit> all;                               // by first token, longer ones first
  std::vector<std::uint32_t> first;                   // by token, and one past the last: where in `all` its hits begin
  std::vector<KindSet> kinds;                         // by token: those of its hits, and what else is known of it
  std::array<std::uint32_t, kSenseKinds> count = {};  // by kind

  // Hits that begin at `token`, longest first; none behind the last token.
  std::span<const Hit> At(std::uint32_t token) const {
    if (token >= kinds.size()) return {};
    return {all.data() + first[token], first[token + 1] - first[token]};
  }
  // Whether a hit of some of `of` begins at `token`.
  bool Has(std::uint32_t token, KindSet of) const { return token < kinds.size() && (kinds[token] & of) != 0; }

  // Calls `each(hit)` for the hits of some of `of`, in their order. Most tokens have none, and are passed over by a
  // look at their bits.
  template <typename Each>
  void ForEach(KindSet of, const Each& each) const {
    const KindSet* const bits = kinds.data();
    const auto tokens = static_cast<std::uint32_t>(kinds.size());
    for (std::uint32_t token = 0; token < tokens; ++token) {
      if ((bits[token] & of) == 0) continue;
      for (const Hit& hit : At(token)) {
        if ((KindBit(hit.sense.kind) & of) != 0) each(hit);
      }
    }
  }

  // Takes away the hits that begin at masked tokens.
  void DropMasked(std::span<const Token> tokens);
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

    // Gives `kind`, of which there are no hits, to words that `ask(written, folded, languages)` says it of, for texts
    // of `languages`. A word is asked for when it comes for the first time, and the answer remembered.
    using Question = std::function<bool(std::string_view written, std::string_view folded, LanguageSet languages)>;
    void Ask(SenseKind kind, Question ask) { questions_.emplace_back(kind, std::move(ask)); }

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
    std::vector<std::pair<SenseKind, Question>> questions_;
  };

  ~Lexicon();

  // All hits for a text of one of `languages`.
  TextHits Search(std::string_view text, const TokenizedText& tokenized, LanguageSet languages) const;

  std::size_t size() const { return first_entries_.size() - 1; }

 private:
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
  std::vector<std::pair<SenseKind, Builder::Question>> questions_;

  mutable MemoryPool memories_;
};

}  // namespace newsgraph::extract
