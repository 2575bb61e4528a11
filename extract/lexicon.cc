#include "extract/lexicon.h"

#include <algorithm>
#include <span>
#include <utility>

#include "model/status.h"

namespace newsgraph::extract {
namespace {

// A compound's head must leave at least this many bytes before it.
constexpr std::size_t kLeastCompoundBytes = 2;
// Longer endings are words of their own.
constexpr std::size_t kLongestEnding = 32;

// Insertion sort, stable: there are few hits at a token, most often none.
void LongestFirst(std::span<Hit> hits) {
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
    const auto place = std::upper_bound(hits.begin(), hit, *hit,
                                        [](const Hit& a, const Hit& b) { return a.span.size() > b.span.size(); });
    std::rotate(place, hit, hit + 1);
  }
}

std::string Reversed(std::string_view text) { return std::string(text.rbegin(), text.rend()); }

}  // namespace

Lexicon::Builder::Builder() = default;
Lexicon::Builder::~Builder() = default;
Lexicon::Lexicon() = default;
Lexicon::~Lexicon() = default;

void Lexicon::Builder::Add(std::string_view surface, const Sense& sense) {
  std::string key = FoldPhrase(surface);
  if (key.empty()) return;
  std::vector<Entry>& entries = entries_[std::move(key)];
  Entry entry{std::string(surface), sense};
  const auto same = [&entry](const Entry& e) {
    return e.sense == entry.sense && (!e.sense.exact_case || e.surface == entry.surface);
  };
  if (std::none_of(entries.begin(), entries.end(), same)) entries.push_back(std::move(entry));
}

void Lexicon::Builder::AddEnding(std::string_view ending, LanguageSet languages) {
  endings_[FoldPhrase(ending)] |= languages;
}

std::unique_ptr<const Lexicon> Lexicon::Builder::Build() {
  std::unique_ptr<Lexicon> lexicon(new Lexicon);
  std::vector<std::string> keys;
  std::vector<std::pair<std::string, std::size_t>> heads;
  for (auto& [key, entries] : entries_) {
    if (std::any_of(entries.begin(), entries.end(), [](const Entry& e) { return e.sense.compound_head; })) {
      heads.emplace_back(Reversed(key), lexicon->entries_.size());
    }
    keys.push_back(key);
    lexicon->entries_.push_back(std::move(entries));
  }
  lexicon->forward_ = std::make_unique<const Trie>(keys);
  std::sort(heads.begin(), heads.end());
  std::vector<std::string> head_keys;
  for (auto& [key, index] : heads) {
    head_keys.push_back(std::move(key));
    lexicon->head_entries_.push_back(index);
  }
  lexicon->backward_ = std::make_unique<const Trie>(head_keys);
  std::map<std::string, LanguageSet> reversed;
  for (const auto& [ending, languages] : endings_) {
    if (!ending.empty() && ending.size() <= kLongestEnding) reversed[Reversed(ending)] |= languages;
  }
  std::vector<std::string> ending_keys;
  for (const auto& [ending, languages] : reversed) {
    ending_keys.push_back(ending);
    lexicon->ending_languages_.push_back(languages);
  }
  lexicon->endings_ = std::make_unique<const Trie>(ending_keys);
  entries_.clear();
  endings_.clear();
  return lexicon;
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
  void Add(std::size_t entry, Hit hit, LanguageSet allowed);

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
  for (std::uint32_t first = 0; first < tokenized.tokens.size(); ++first) {
    if (tokenized.tokens[first].masked) continue;
    const std::size_t begin = walk.hits.size();
    walk.From(first);
    if (tokenized.tokens[first].kind == TokenKind::kWord) walk.Heads(first);
    LongestFirst(std::span(walk.hits).subspan(begin));
  }
  return std::move(walk.hits);
}

void Lexicon::Walk::Add(std::size_t entry, Hit hit, LanguageSet allowed) {
  for (const Builder::Entry& e : lexicon.entries_[entry]) {
    if ((e.sense.languages & allowed) == 0) continue;
    if (hit.compound_head && !e.sense.compound_head) continue;
    if (hit.ending_bytes != 0 && !e.sense.inflects) continue;
    const TextSpan form{hit.span.begin, hit.span.end - hit.ending_bytes};
    if (e.sense.exact_case && form.In(text) != e.surface) continue;
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
  const Trie& trie = *lexicon.forward_;
  const std::string_view folded = tokenized.Folded(tokenized.tokens[at]);
  if (!trie.Step(folded.substr(0, 1), node)) return false;
  std::size_t done = 1;
  if (!lexicon.endings_->empty()) ReadEndings(folded);
  for (const Ending& ending : endings) {
    const std::size_t stem = folded.size() - ending.bytes;
    if (!trie.Step(folded.substr(done, stem - done), node)) return false;
    done = stem;
    const int entry = trie.KeyAt(node);
    if (entry == Trie::kNoKey) continue;
    const TextSpan span{tokenized.tokens[first].span.begin, tokenized.tokens[at].span.end};
    Add(static_cast<std::size_t>(entry), {first, at + 1, span, ending.bytes, false, {}}, ending.languages);
  }
  return trie.Step(folded.substr(done), node);
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
    Add(lexicon.head_entries_[static_cast<std::size_t>(entry)],
        {token, token + 1, span, static_cast<std::uint32_t>(ending), true, {}}, allowed);
  }
}

}  // namespace newsgraph::extract
