#include "extract/lexicon.h"

#include <algorithm>
#include <span>
#include <utility>

#include "model/status.h"

namespace newsgraph::extract {
namespace {

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

void TextHits::DropMasked(std::span<const Token> tokens) {
  auto kept = all.begin();
  for (std::uint32_t token = 0; token < kinds.size(); ++token) {
    const auto begin = all.begin() + first[token];
    const auto end = all.begin() + first[token + 1];
    first[token] = static_cast<std::uint32_t>(kept - all.begin());
    if (tokens[token].masked) {
      kinds[token] = 0;
      for (auto hit = begin; hit != end; ++hit) --count[static_cast<std::size_t>(hit->sense.kind)];
    } else {
      kept = kept == begin ? end : std::copy(begin, end, kept);
    }
  }
  all.erase(kept, all.end());
  first.back() = static_cast<std::uint32_t>(all.size());
}

Lexicon::Builder::Builder() = default;
Lexicon::Builder::~Builder() = default;

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
  Check(questions_.size() <= WordMemory::kMostQuestions, "a word has room for the answers");
  lexicon->questions_ = std::exchange(questions_, {});
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

}  // namespace newsgraph::extract
