// The one pass over the tokens. What a single word comes to depends on nothing that stands around it, and most words
// of a text have come before, in it or in another: each is walked once and remembered.
#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <utility>

#include "extract/lexicon.h"
#include "extract/word_memory.h"

namespace newsgraph::extract {
namespace {

// A compound's head must leave at least this many bytes before it.
constexpr std::size_t kLeastCompoundBytes = 2;
// A noun before a head has as many bytes at least, and no more than these between them
// ("Rechenzentrum-s-projekt").
constexpr std::size_t kLeastFrontBytes = 3;
constexpr std::size_t kMostLinkBytes = 2;

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

}  // namespace

// The state of one search; its methods append to `hits`, which are those that are not remembered.
struct Lexicon::Walk {
  const Lexicon& lexicon;
  std::string_view text;
  const TokenizedText& tokenized;
  LanguageSet languages;
  WordMemory& memory;
  std::vector<Hit> hits = {};
  std::vector<WordMemory::Found> remembered = {};  // by token

  using Word = WordMemory::Word;
  static constexpr std::uint32_t kBatch = 32;

  TextHits Run() &&;
  void Batch(std::uint32_t first, std::uint32_t end);
  void GoOn(std::uint32_t first, std::span<const WordMemory::Key> keys, std::span<const Trie::Next> ahead);
  TextHits All() const;
  KindSet AnswersOf(const WordMemory::Found& found) const;
  std::string_view Folded(std::uint32_t token) const { return tokenized.Folded(tokenized.tokens[token]); }
  std::string_view Spelling(std::uint32_t token) const { return tokenized.tokens[token].span.In(text); }
  char FirstByte(std::uint32_t token) const { return tokenized.folded[tokenized.tokens[token].folded_begin]; }
  bool HasOneByte(std::uint32_t token) const {
    return tokenized.tokens[token].folded_end - tokenized.tokens[token].folded_begin == 1;
  }
  // 0 if it has one only.
  char SecondByte(std::uint32_t token) const {
    return HasOneByte(token) ? '\0' : tokenized.folded[tokenized.tokens[token].folded_begin + 1];
  }
  const Word* Met(std::uint32_t token, const WordMemory::Key& key);
  Word Alone(std::uint32_t token);
  void FromLong(std::uint32_t first);
  void Longer(std::uint32_t first, Trie::Node node);
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

TextHits Lexicon::Search(std::string_view text, const TokenizedText& tokenized, LanguageSet languages) const {
  std::unique_ptr<WordMemories> memories = memories_.Take();
  TextHits hits = Walk{*this, text, tokenized, languages, (*memories)[languages]}.Run();
  memories_.Keep(std::move(memories));
  return hits;
}

TextHits Lexicon::Walk::Run() && {
  const auto end = static_cast<std::uint32_t>(tokenized.tokens.size());
  remembered.resize(end);
  for (std::uint32_t first = 0; first < end; first += kBatch) Batch(first, std::min(end, first + kBatch));
  return All();
}

// What a word came to waits for memory, and so does what goes on from it. Each step is taken for many words before
// the next, so that they wait together.
void Lexicon::Walk::Batch(std::uint32_t first, std::uint32_t end) {
  const Token* const tokens = tokenized.tokens.data();
  const Trie& forward = *lexicon.forward_;
  std::array<WordMemory::Key, kBatch> keys;
  std::array<Trie::Next, kBatch> ahead;
  for (std::uint32_t token = first; token < end; ++token) {
    keys[token - first] = WordMemory::KeyOf(text, tokens[token].span);
    memory.Fetch(keys[token - first]);
  }
  const bool at_end = end == tokenized.tokens.size();
  for (std::uint32_t token = first; token < end; ++token) {
    const WordMemory::Key& key = keys[token - first];
    if (key.bytes > WordMemory::kMostBytes) continue;
    const Word* word = memory.Find(key);
    if (word == nullptr) word = Met(token, key);
    remembered[token] = word->found;
    if (at_end && token + 1 == end) continue;
    const Trie::Branch& branch = tokens[token + 1].space_before ? word->spaced : word->touching;
    ahead[token - first] = forward.NextFrom(branch, FirstByte(token + 1));
  }
  GoOn(first, std::span(keys).first(end - first), ahead);
}

// Names of several words, and all of words that are too long to be remembered. Few words are left here.
void Lexicon::Walk::GoOn(std::uint32_t first, std::span<const WordMemory::Key> keys,
                         std::span<const Trie::Next> ahead) {
  const Trie& forward = *lexicon.forward_;
  std::array<std::uint32_t, kBatch> left;
  std::size_t count = 0;
  for (std::uint32_t i = 0; i < keys.size(); ++i) {
    const bool is_long = keys[i].bytes > WordMemory::kMostBytes;
    if (!is_long && !forward.GoesOn(ahead[i])) continue;
    left[count++] = i;
    if (!is_long) forward.FetchBehind(ahead[i], SecondByte(first + i + 1));
  }
  for (const std::uint32_t i : std::span(left).first(count)) {
    const std::uint32_t token = first + i;
    if (keys[i].bytes > WordMemory::kMostBytes) {
      FromLong(token);
    } else if (HasOneByte(token + 1) || forward.EndsOrGoesOn(ahead[i], SecondByte(token + 1))) {
      Longer(token, ahead[i].node);
    }
  }
}

// All that begins at each token. Hits of several words are longer than those of one.
TextHits Lexicon::Walk::All() const {
  const auto tokens = static_cast<std::uint32_t>(tokenized.tokens.size());
  std::size_t count = hits.size();
  for (const WordMemory::Found& found : remembered) count += found.hits;
  TextHits out{std::vector<Hit>(count), std::vector<std::uint32_t>(tokens + 1), std::vector<KindSet>(tokens), {}};
  auto longer = hits.begin();
  Hit* at = out.all.data();
  std::uint32_t filled = 0;
  for (std::uint32_t token = 0; token < tokens; ++token) {
    out.first[token] = filled;
    const std::uint32_t begin = tokenized.tokens[token].span.begin;
    const WordMemory::Found& found = remembered[token];
    KindSet kinds = tokenized.tokens[token].kind == TokenKind::kNumber ? KindBit(SenseKind::kNumber) : 0;
    if (found.answers != 0) kinds |= AnswersOf(found);
    for (; longer != hits.end() && longer->first_token == token; ++longer, ++filled) {
      *at++ = *longer;
      kinds |= KindBit(longer->sense.kind);
      ++out.count[static_cast<std::size_t>(longer->sense.kind)];
    }
    // Field by field: a copy that is then moved waits for itself to be written.
    for (const Hit& hit : memory.HitsOf(found)) {
      at->first_token = hit.first_token + token;
      at->end_token = hit.end_token + token;
      at->span = {hit.span.begin + begin, hit.span.end + begin};
      at->sense = hit.sense;
      at->ending_bytes = hit.ending_bytes;
      at->compound_head = hit.compound_head;
      ++at;
      kinds |= KindBit(hit.sense.kind);
      ++out.count[static_cast<std::size_t>(hit.sense.kind)];
    }
    filled += found.hits;
    out.kinds[token] = kinds;
  }
  out.first[tokens] = filled;
  return out;
}

KindSet Lexicon::Walk::AnswersOf(const WordMemory::Found& found) const {
  KindSet kinds = 0;
  for (std::size_t i = 0; i < lexicon.questions_.size(); ++i) {
    if ((found.answers >> i & 1U) != 0) kinds |= KindBit(lexicon.questions_[i].first);
  }
  return kinds;
}

// All from a word that is too long to be remembered.
void Lexicon::Walk::FromLong(std::uint32_t first) {
  const std::size_t begin = hits.size();
  const Word word = Alone(first);
  remembered[first].answers = word.found.answers;
  if (const std::uint32_t next = first + 1; next < tokenized.tokens.size()) {
    const Trie::Branch& branch = tokenized.tokens[next].space_before ? word.spaced : word.touching;
    if (lexicon.forward_->GoesOn(lexicon.forward_->NextFrom(branch, FirstByte(next)))) Along(first, next, branch.node);
  }
  LongestFirst(std::span(hits).subspan(begin));
}

// Names that go on behind the word `first`, which led to `node`. Most words begin some name, and the next letter is
// most often another's.
void Lexicon::Walk::Longer(std::uint32_t first, Trie::Node node) {
  const std::size_t begin = hits.size();
  Along(first, first + 1, node);
  LongestFirst(std::span(hits).subspan(begin));
}

// A word that was met for the first time.
const Lexicon::Walk::Word* Lexicon::Walk::Met(std::uint32_t token, const WordMemory::Key& key) {
  const std::size_t begin = hits.size();
  const Word word = Alone(token);
  const std::span<Hit> alone = std::span(hits).subspan(begin);
  LongestFirst(alone);
  const std::uint32_t offset = tokenized.tokens[token].span.begin;
  for (Hit& hit : alone) {
    hit.first_token -= token;
    hit.end_token -= token;
    hit.span = {hit.span.begin - offset, hit.span.end - offset};
  }
  const Word* const known = memory.Add(key, word, alone);
  hits.resize(begin);
  return known;
}

// The token without what stands around it.
Lexicon::Walk::Word Lexicon::Walk::Alone(std::uint32_t token) {
  Word word;
  const std::size_t begin = hits.size();
  const bool letters = tokenized.tokens[token].kind == TokenKind::kWord;
  Trie::Node node = Trie::kRoot;
  if (letters ? Inside(token, token, node) : lexicon.forward_->Step(Folded(token), node)) {
    AddWhole(token, token, node);
    word.touching = lexicon.forward_->BranchAt(node);
    if (lexicon.forward_->Step(" ", node)) word.spaced = lexicon.forward_->BranchAt(node);
  }
  if (letters) {
    Heads(token);
    Fronts(token, begin);
  }
  for (std::size_t i = 0; i < lexicon.questions_.size(); ++i) {
    if (lexicon.questions_[i].second(Spelling(token), Folded(token), languages))
      word.found.answers |= static_cast<std::uint16_t>(1U << i);
  }
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
  const std::string_view folded = Folded(at);
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
  const std::string_view folded = Folded(token);
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
