// The one pass over the tokens. What a single word comes to depends on nothing that stands around it, and most words
// of a text have come before, in it or in another: each is walked once and remembered.
#include <absl/container/flat_hash_map.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <functional>
#include <map>
#include <utility>

#include "extract/lexicon.h"

namespace newsgraph::extract {
namespace {

// A compound's head must leave at least this many bytes before it.
constexpr std::size_t kLeastCompoundBytes = 2;
// A noun before a head has as many bytes at least, and no more than these between them
// ("Rechenzentrum-s-projekt").
constexpr std::size_t kLeastFrontBytes = 3;
constexpr std::size_t kMostLinkBytes = 2;
// A memory that holds more, the words of some thousand articles, is given up.
constexpr std::size_t kMostRememberedBytes = std::size_t{8} << 20U;

// Insertion sort, stable: there are few hits at a token, most often none, and most of those alike.
void LongestFirst(std::span<Hit> hits) {
  for (std::size_t i = 1; i < hits.size(); ++i) {
    const std::uint32_t size = hits[i].span.size();
    if (hits[i - 1].span.size() >= size) continue;
    const auto hit = hits.begin() + static_cast<std::ptrdiff_t>(i);
    const auto place =
        std::upper_bound(hits.begin(), hit, size, [](std::uint32_t a, const Hit& b) { return a > b.span.size(); });
    std::rotate(place, hit, hit + 1);
  }
}

__extension__ using Product = unsigned __int128;

std::uint64_t Mixed(std::uint64_t a, std::uint64_t b) {
  const Product product = Product{a} * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

template <typename Number>
std::uint64_t BytesAt(const char* at) {
  Number bytes;
  std::memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

// Multiplies and folds eight bytes at a time (as wyhash), which costs a word as good as nothing. Salted with where the
// program lies, so that nobody writes a text of words that meet.
struct SpellingHash {
  using is_transparent = void;

  std::size_t operator()(std::string_view word) const {
    static const char kSalt = 0;
    std::uint64_t hash = reinterpret_cast<std::uintptr_t>(&kSalt) ^ word.size();
    constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;
    const char* at = word.data();
    std::size_t left = word.size();
    for (; left > 8; at += 8, left -= 8) hash = Mixed(hash ^ BytesAt<std::uint64_t>(at), kFactor);
    std::uint64_t last = 0;
    if (left >= 4) {
      last = BytesAt<std::uint32_t>(at) << 32U | BytesAt<std::uint32_t>(at + left - 4);
    } else if (left > 0) {
      const auto byte = [at](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(at[i])}; };
      last = byte(0) << 16U | byte(left / 2) << 8U | byte(left - 1);
    }
    return Mixed(hash ^ last, kFactor);
  }
};

}  // namespace

// What the words of former texts came to, as each of them was written. One thread's at a time.
struct Lexicon::Memory {
  struct Word {
    // Where longer names go on from it, and where they do behind white space; of the root where none does.
    Trie::Branch touching;
    Trie::Branch spaced;
    std::uint32_t first_hit = 0;  // in `hits`, as if the word were all of the text
    std::uint32_t end_hit = 0;
  };
  struct Words {
    absl::flat_hash_map<std::string, Word, SpellingHash, std::equal_to<>> by_spelling;
    std::vector<Hit> hits;
  };
  std::map<LanguageSet, Words> by_languages;
  std::size_t bytes = 0;
};

// The state of one search; its methods append to `hits`.
struct Lexicon::Walk {
  const Lexicon& lexicon;
  std::string_view text;
  const TokenizedText& tokenized;
  LanguageSet languages;
  Memory::Words& words;
  std::size_t& remembered_bytes;
  std::vector<Hit> hits = {};

  void From(std::uint32_t first);
  const Memory::Word& Remembered(std::uint32_t token);
  Memory::Word Alone(std::uint32_t token);
  void Longer(std::uint32_t first, const Memory::Word& word);
  void Along(std::uint32_t first, std::uint32_t at, Trie::Node node);
  bool Inside(std::uint32_t first, std::uint32_t at, Trie::Node& node);
  void AddWhole(std::uint32_t first, std::uint32_t at, Trie::Node node);
  void Heads(std::uint32_t token);
  void HeadsBefore(std::uint32_t token, std::size_t ending, LanguageSet allowed);
  void Fronts(std::uint32_t token, std::size_t first_hit);
  void AddFront(std::size_t key, std::uint32_t token, std::size_t bytes);
  void Add(std::size_t key, Hit hit, LanguageSet allowed);

  // What a word may end in, longest first: how many bytes, in which languages.
  struct Ending {
    std::uint32_t bytes;
    LanguageSet languages;
  };
  std::vector<Ending> endings = {};

  void ReadEndings(std::string_view folded);
};

Lexicon::Lexicon() = default;
Lexicon::~Lexicon() = default;

std::vector<Hit> Lexicon::Search(std::string_view text, const TokenizedText& tokenized, LanguageSet languages) const {
  std::unique_ptr<Memory> memory = TakeMemory();
  Walk walk{*this, text, tokenized, languages, memory->by_languages[languages], memory->bytes};
  walk.hits.reserve(3 * tokenized.tokens.size());
  for (std::uint32_t first = 0; first < tokenized.tokens.size(); ++first) {
    if (!tokenized.tokens[first].masked) walk.From(first);
  }
  std::vector<Hit> hits = std::move(walk.hits);
  KeepMemory(std::move(memory));
  return hits;
}

std::unique_ptr<Lexicon::Memory> Lexicon::TakeMemory() const {
  const std::lock_guard lock(memories_mutex_);
  if (memories_.empty()) return std::make_unique<Memory>();
  std::unique_ptr<Memory> memory = std::move(memories_.back());
  memories_.pop_back();
  return memory;
}

void Lexicon::KeepMemory(std::unique_ptr<Memory> memory) const {
  if (memory->bytes > kMostRememberedBytes) return;
  const std::lock_guard lock(memories_mutex_);
  memories_.push_back(std::move(memory));
}

void Lexicon::Walk::From(std::uint32_t first) {
  if (tokenized.tokens[first].kind != TokenKind::kWord) {
    const std::size_t begin = hits.size();
    Along(first, first, Trie::kRoot);
    return LongestFirst(std::span(hits).subspan(begin));
  }
  // Those of several words are longer than those of one.
  const Memory::Word& word = Remembered(first);
  Longer(first, word);
  const std::uint32_t offset = tokenized.tokens[first].span.begin;
  for (std::uint32_t i = word.first_hit; i < word.end_hit; ++i) {
    Hit& hit = hits.emplace_back(words.hits[i]);
    hit.first_token += first;
    hit.end_token += first;
    hit.span.begin += offset;
    hit.span.end += offset;
  }
}

// Names that go on behind the word `first`. Most words begin some name, and the next letter is most often another's.
void Lexicon::Walk::Longer(std::uint32_t first, const Memory::Word& word) {
  const std::uint32_t next = first + 1;
  if (next == tokenized.tokens.size()) return;
  const Trie::Branch& ahead = tokenized.tokens[next].space_before ? word.spaced : word.touching;
  if (ahead.node == Trie::kRoot) return;
  if (!lexicon.forward_->GoesOn(ahead, tokenized.folded[tokenized.tokens[next].folded_begin])) return;
  const std::size_t begin = hits.size();
  Along(first, next, ahead.node);
  LongestFirst(std::span(hits).subspan(begin));
}

const Lexicon::Memory::Word& Lexicon::Walk::Remembered(std::uint32_t token) {
  const std::string_view spelling = tokenized.tokens[token].span.In(text);
  const auto found = words.by_spelling.find(spelling);
  if (found != words.by_spelling.end()) return found->second;
  const Memory::Word word = Alone(token);
  remembered_bytes +=
      sizeof(std::string) + sizeof(word) + spelling.size() + (word.end_hit - word.first_hit) * sizeof(Hit);
  return words.by_spelling.emplace(spelling, word).first->second;
}

// The word `token` without what stands around it.
Lexicon::Memory::Word Lexicon::Walk::Alone(std::uint32_t token) {
  Memory::Word word;
  const std::size_t begin = hits.size();
  const std::uint32_t offset = tokenized.tokens[token].span.begin;
  Trie::Node node = Trie::kRoot;
  if (Inside(token, token, node)) {
    AddWhole(token, token, node);
    word.touching = lexicon.forward_->BranchAt(node);
    if (lexicon.forward_->Step(" ", node)) word.spaced = lexicon.forward_->BranchAt(node);
  }
  Heads(token);
  Fronts(token, begin);
  LongestFirst(std::span(hits).subspan(begin));
  word.first_hit = static_cast<std::uint32_t>(words.hits.size());
  for (std::size_t i = begin; i < hits.size(); ++i) {
    Hit& hit = words.hits.emplace_back(hits[i]);
    hit.first_token -= token;
    hit.end_token -= token;
    hit.span.begin -= offset;
    hit.span.end -= offset;
  }
  word.end_hit = static_cast<std::uint32_t>(words.hits.size());
  hits.resize(begin);
  return word;
}

// What goes on with the tokens from `at`, after those from `first`, with the white space behind them, have led to
// `node`.
void Lexicon::Walk::Along(std::uint32_t first, std::uint32_t at, Trie::Node node) {
  const std::vector<Token>& tokens = tokenized.tokens;
  while (!tokens[at].masked) {
    if (tokens[at].kind == TokenKind::kWord) {
      if (!Inside(first, at, node)) return;
    } else if (!lexicon.forward_->Step(tokenized.Folded(tokens[at]), node)) {
      return;
    }
    AddWhole(first, at, node);
    if (++at == tokens.size()) return;
    if (tokens[at].space_before && !lexicon.forward_->Step(" ", node)) return;
  }
}

// What ends with the token `at`.
void Lexicon::Walk::AddWhole(std::uint32_t first, std::uint32_t at, Trie::Node node) {
  const int key = lexicon.forward_->KeyAt(node);
  if (key == Trie::kNoKey) return;
  const TextSpan span{tokenized.tokens[first].span.begin, tokenized.tokens[at].span.end};
  Add(static_cast<std::size_t>(key), {first, at + 1, span}, languages);
}

void Lexicon::Walk::Add(std::size_t key, Hit hit, LanguageSet allowed) {
  if ((lexicon.key_languages_[key] & allowed) == 0) return;
  for (const Entry& e : lexicon.EntriesOf(key)) {
    if ((e.sense.languages & allowed) == 0) continue;
    if (hit.compound_head && !e.sense.compound_head) continue;
    if (hit.ending_bytes != 0 && !e.sense.inflects) continue;
    const TextSpan form{hit.span.begin, hit.span.end - hit.ending_bytes};
    if (e.sense.exact_case && form.In(text) != lexicon.SurfaceOf(e)) continue;
    hit.sense = {e.sense.kind, e.sense.entry};
    hits.push_back(hit);
  }
}

void Lexicon::Walk::ReadEndings(std::string_view folded) {
  endings.clear();
  Trie::Node node = Trie::kRoot;
  for (std::size_t bytes = 1; bytes < folded.size() && bytes <= kLongestEnding; ++bytes) {
    if (!lexicon.endings_->Step(folded.substr(folded.size() - bytes, 1), node)) break;
    const int key = lexicon.endings_->KeyAt(node);
    if (key == Trie::kNoKey) continue;
    const LanguageSet allowed = lexicon.ending_languages_[static_cast<std::size_t>(key)] & languages;
    if (allowed != 0) endings.push_back({static_cast<std::uint32_t>(bytes), allowed});
  }
  std::reverse(endings.begin(), endings.end());
}

// Walks along the word `at`, adding what ends inside it before an ending.
bool Lexicon::Walk::Inside(std::uint32_t first, std::uint32_t at, Trie::Node& node) {
  const std::string_view folded = tokenized.Folded(tokenized.tokens[at]);
  if (lexicon.endings_->empty()) return lexicon.forward_->Step(folded, node);
  bool asked = false;  // what the word may end in, where an entry stands before it
  return lexicon.forward_->Step(folded, node, [&](std::size_t stem, int entry) {
    if (folded.size() - stem > kLongestEnding) return;
    if (!std::exchange(asked, true)) ReadEndings(folded);
    const auto bytes = static_cast<std::uint32_t>(folded.size() - stem);
    for (const Ending& ending : endings) {
      if (ending.bytes != bytes) continue;
      const TextSpan span{tokenized.tokens[first].span.begin, tokenized.tokens[at].span.end};
      Add(static_cast<std::size_t>(entry), {first, at + 1, span, {}, static_cast<std::uint8_t>(bytes)},
          ending.languages);
    }
  });
}

void Lexicon::Walk::Heads(std::uint32_t token) {
  const Token& word = tokenized.tokens[token];
  const std::string_view folded = tokenized.Folded(word);
  // Where folding changed the byte length, the head's place would be unknown.
  if (lexicon.backward_->empty() || folded.size() != word.span.size()) return;
  HeadsBefore(token, 0, languages);
  ReadEndings(folded);
  for (const Ending& ending : endings) HeadsBefore(token, ending.bytes, ending.languages);
}

void Lexicon::Walk::HeadsBefore(std::uint32_t token, std::size_t ending, LanguageSet allowed) {
  const Token& word = tokenized.tokens[token];
  const std::string_view folded = tokenized.Folded(word);
  Trie::Node node = Trie::kRoot;
  for (std::size_t at = folded.size() - ending; at > kLeastCompoundBytes;) {
    --at;
    if (!lexicon.backward_->Step(folded.substr(at, 1), node)) return;
    const int entry = lexicon.backward_->KeyAt(node);
    if (entry == Trie::kNoKey) continue;
    const TextSpan span{word.span.begin + static_cast<std::uint32_t>(at), word.span.end};
    Add(lexicon.head_keys_[static_cast<std::size_t>(entry)],
        {token, token + 1, span, {}, static_cast<std::uint8_t>(ending), true}, allowed);
  }
}

// The nouns that stand in the word `token` right before a head of it.
void Lexicon::Walk::Fronts(std::uint32_t token, std::size_t first_hit) {
  const std::uint32_t word = tokenized.tokens[token].span.begin;
  std::size_t last = 0;
  for (std::size_t i = first_hit; i < hits.size(); ++i) {
    if (hits[i].compound_head) last = std::max<std::size_t>(last, hits[i].span.begin - word);
  }
  const std::string_view folded = tokenized.Folded(tokenized.tokens[token]);
  Trie::Node node = Trie::kRoot;
  const std::size_t heads_end = hits.size();
  for (std::size_t bytes = 1; bytes <= last; ++bytes) {
    if (!lexicon.forward_->Step(folded.substr(bytes - 1, 1), node)) return;
    const int entry = bytes < kLeastFrontBytes ? Trie::kNoKey : lexicon.forward_->KeyAt(node);
    if (entry == Trie::kNoKey) continue;
    const bool before_head = std::any_of(hits.begin() + static_cast<std::ptrdiff_t>(first_hit),
                                         hits.begin() + static_cast<std::ptrdiff_t>(heads_end), [&](const Hit& hit) {
                                           const std::size_t head = hit.span.begin - word;
                                           return hit.compound_head && bytes <= head && head - bytes <= kMostLinkBytes;
                                         });
    if (before_head) AddFront(static_cast<std::size_t>(entry), token, bytes);
  }
}

void Lexicon::Walk::AddFront(std::size_t key, std::uint32_t token, std::size_t bytes) {
  const std::uint32_t begin = tokenized.tokens[token].span.begin;
  for (const Entry& e : lexicon.EntriesOf(key)) {
    if (e.sense.kind != SenseKind::kNoun || (e.sense.languages & languages) == 0) continue;
    const TextSpan span{begin, begin + static_cast<std::uint32_t>(bytes)};
    hits.push_back({token, token + 1, span, {SenseKind::kFront, e.sense.entry}});
  }
}

}  // namespace newsgraph::extract
