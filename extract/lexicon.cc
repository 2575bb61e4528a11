#include "extract/lexicon.h"

#include <algorithm>
#include <span>
#include <utility>

#include "model/status.h"

namespace newsgraph::extract {
namespace {

// A compound's head must leave at least this many bytes before it.
constexpr std::size_t kLeastCompoundBytes = 2;
// A noun before a head has as many bytes at least, and no more than these between them
// ("Rechenzentrum-s-projekt").
constexpr std::size_t kLeastFrontBytes = 3;
constexpr std::size_t kMostLinkBytes = 2;
// Longer endings are words of their own.
constexpr std::size_t kLongestEnding = 32;

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

// The first bytes, which compare as the text does.
std::uint64_t FirstBytes(std::string_view text) {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < sizeof(bytes); ++i) {
    bytes = bytes << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  }
  return bytes;
}

std::string Reversed(std::string_view text) { return std::string(text.rbegin(), text.rend()); }

}  // namespace

Lexicon::Builder::Builder() = default;
Lexicon::Builder::~Builder() = default;
Lexicon::Lexicon() = default;
Lexicon::~Lexicon() = default;

void Lexicon::Builder::Add(std::string_view surface, const TokenizedText& tokens, const Sense& sense) {
  std::string key = FoldPhrase(tokens);
  if (!key.empty()) words_.push_back({std::move(key), std::string(sense.exact_case ? surface : ""), sense});
}

void Lexicon::Builder::AddEnding(std::string_view ending, LanguageSet languages) {
  endings_[FoldPhrase(ending)] |= languages;
}

// The words by key, those of one key as they were added.
std::vector<std::uint32_t> Lexicon::Builder::ByKey() const {
  struct Place {
    std::uint64_t begin;  // of the key, so that most need no look at the strings
    std::uint32_t word;
  };
  std::vector<Place> places;
  places.reserve(words_.size());
  for (const Word& word : words_) places.push_back({FirstBytes(word.key), static_cast<std::uint32_t>(places.size())});
  std::sort(places.begin(), places.end(), [this](const Place& a, const Place& b) {
    if (a.begin != b.begin) return a.begin < b.begin;
    const int order = words_[a.word].key.compare(words_[b.word].key);
    return order != 0 ? order < 0 : a.word < b.word;
  });
  std::vector<std::uint32_t> sorted;
  sorted.reserve(places.size());
  for (const Place& place : places) sorted.push_back(place.word);
  return sorted;
}

std::unique_ptr<const Lexicon> Lexicon::Builder::Build() {
  std::unique_ptr<Lexicon> lexicon(new Lexicon);
  std::vector<Entry>& entries = lexicon->entries_;
  std::vector<std::string> keys;
  for (const std::uint32_t index : ByKey()) {
    Word& word = words_[index];
    if (keys.empty() || keys.back() != word.key) {
      keys.push_back(std::move(word.key));
      lexicon->first_entries_.push_back(static_cast<std::uint32_t>(entries.size()));
    }
    const bool known =
        std::any_of(entries.begin() + lexicon->first_entries_.back(), entries.end(),
                    [&](const Entry& e) { return e.sense == word.sense && lexicon->SurfaceOf(e) == word.surface; });
    if (known) continue;
    const auto begin = static_cast<std::uint32_t>(lexicon->surfaces_.size());
    lexicon->surfaces_ += word.surface;
    entries.push_back({word.sense, begin, static_cast<std::uint32_t>(lexicon->surfaces_.size())});
  }
  lexicon->first_entries_.push_back(static_cast<std::uint32_t>(entries.size()));
  lexicon->key_languages_.resize(keys.size());
  for (std::size_t key = 0; key < keys.size(); ++key) {
    for (const Entry& entry : lexicon->EntriesOf(key)) lexicon->key_languages_[key] |= entry.sense.languages;
  }
  lexicon->forward_ = std::make_unique<const Trie>(keys);
  lexicon->AddHeads(keys);
  lexicon->AddEndings(endings_);
  words_.clear();
  endings_.clear();
  return lexicon;
}

void Lexicon::AddHeads(const std::vector<std::string>& keys) {
  std::vector<std::pair<std::string, std::size_t>> heads;
  for (std::size_t key = 0; key < keys.size(); ++key) {
    const std::span<const Entry> entries = EntriesOf(key);
    if (std::any_of(entries.begin(), entries.end(), [](const Entry& e) { return e.sense.compound_head; }))
      heads.emplace_back(Reversed(keys[key]), key);
  }
  std::sort(heads.begin(), heads.end());
  std::vector<std::string> reversed;
  for (auto& [head, key] : heads) {
    reversed.push_back(std::move(head));
    head_keys_.push_back(key);
  }
  backward_ = std::make_unique<const Trie>(reversed);
}

void Lexicon::AddEndings(const std::map<std::string, LanguageSet, std::less<>>& endings) {
  std::map<std::string, LanguageSet> reversed;
  for (const auto& [ending, languages] : endings) {
    if (!ending.empty() && ending.size() <= kLongestEnding) reversed[Reversed(ending)] |= languages;
  }
  std::vector<std::string> keys;
  for (const auto& [ending, languages] : reversed) {
    keys.push_back(ending);
    ending_languages_.push_back(languages);
  }
  endings_ = std::make_unique<const Trie>(keys);
}

// The state of one search; its methods append to `hits`.
struct Lexicon::Walk {
  const Lexicon& lexicon;
  std::string_view text;
  const TokenizedText& tokenized;
  LanguageSet languages;
  std::vector<Hit> hits = {};

  void From(std::uint32_t first);
  bool WalkWord(std::uint32_t first, std::uint32_t at, Trie::Node& node);
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

std::vector<Hit> Lexicon::Search(std::string_view text, const TokenizedText& tokenized, LanguageSet languages) const {
  Walk walk{*this, text, tokenized, languages};
  walk.hits.reserve(2 * tokenized.tokens.size());
  for (std::uint32_t first = 0; first < tokenized.tokens.size(); ++first) {
    if (tokenized.tokens[first].masked) continue;
    const std::size_t begin = walk.hits.size();
    walk.From(first);
    if (tokenized.tokens[first].kind == TokenKind::kWord) {
      walk.Heads(first);
      walk.Fronts(first, begin);
    }
    LongestFirst(std::span(walk.hits).subspan(begin));
  }
  return std::move(walk.hits);
}

void Lexicon::Walk::Add(std::size_t key, Hit hit, LanguageSet allowed) {
  if ((lexicon.key_languages_[key] & allowed) == 0) return;
  for (const Entry& e : lexicon.EntriesOf(key)) {
    if ((e.sense.languages & allowed) == 0) continue;
    if (hit.compound_head && !e.sense.compound_head) continue;
    if (hit.ending_bytes != 0 && !e.sense.inflects) continue;
    const TextSpan form{hit.span.begin, hit.span.end - hit.ending_bytes};
    if (e.sense.exact_case && form.In(text) != lexicon.SurfaceOf(e)) continue;
    hit.sense = e.sense;
    hits.push_back(hit);
  }
}

void Lexicon::Walk::From(std::uint32_t first) {
  const std::vector<Token>& tokens = tokenized.tokens;
  Trie::Node node = Trie::kRoot;
  for (std::uint32_t at = first; at < tokens.size() && !tokens[at].masked; ++at) {
    if (at != first && tokens[at].space_before && !lexicon.forward_->Step(" ", node)) return;
    if (tokens[at].kind == TokenKind::kWord) {
      if (!WalkWord(first, at, node)) return;
    } else if (!lexicon.forward_->Step(tokenized.Folded(tokens[at]), node)) {
      return;
    }
    const int entry = lexicon.forward_->KeyAt(node);
    if (entry == Trie::kNoKey) continue;
    Add(static_cast<std::size_t>(entry), {first, at + 1, {tokens[first].span.begin, tokens[at].span.end}, 0, false, {}},
        languages);
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
bool Lexicon::Walk::WalkWord(std::uint32_t first, std::uint32_t at, Trie::Node& node) {
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
      Add(static_cast<std::size_t>(entry), {first, at + 1, span, bytes, false, {}}, ending.languages);
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
        {token, token + 1, span, static_cast<std::uint32_t>(ending), true, {}}, allowed);
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
    Hit hit{token, token + 1, {begin, begin + static_cast<std::uint32_t>(bytes)}, 0, false, e.sense};
    hit.sense.kind = SenseKind::kFront;
    hits.push_back(hit);
  }
}

}  // namespace newsgraph::extract
