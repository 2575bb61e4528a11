#include "extract/lexicon.h"

#include <algorithm>
#include <utility>

#include "model/status.h"

namespace newsgraph::extract {
namespace {

// A compound's head must leave at least this many bytes before it.
constexpr std::size_t kLeastCompoundBytes = 2;

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
  for (const auto& [ending, languages] : endings_) {
    lexicon->longest_ending_ = std::max(lexicon->longest_ending_, ending.size());
  }
  lexicon->endings_ = std::move(endings_);
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

  // The languages in which a word may end in `ending`.
  LanguageSet EndingIn(std::string_view ending) const {
    const auto known = lexicon.endings_.find(ending);
    return known == lexicon.endings_.end() ? 0 : known->second & languages;
  }
};

std::vector<Hit> Lexicon::Search(std::string_view text, const TokenizedText& tokenized, LanguageSet languages) const {
  Walk walk{*this, text, tokenized, languages};
  for (std::uint32_t first = 0; first < tokenized.tokens.size(); ++first) {
    if (tokenized.tokens[first].masked) continue;
    const auto begin = static_cast<std::ptrdiff_t>(walk.hits.size());
    walk.From(first);
    if (tokenized.tokens[first].kind == TokenKind::kWord) walk.Heads(first);
    std::stable_sort(walk.hits.begin() + begin, walk.hits.end(),
                     [](const Hit& a, const Hit& b) { return a.span.size() > b.span.size(); });
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

// Walks along the word `at`, adding what ends inside it before an ending.
bool Lexicon::Walk::WalkWord(std::uint32_t first, std::uint32_t at, Trie::Node& node) {
  const Trie& trie = *lexicon.forward_;
  const std::string_view folded = tokenized.Folded(tokenized.tokens[at]);
  std::size_t done = folded.size() > lexicon.longest_ending_ ? folded.size() - lexicon.longest_ending_ : 1;
  if (!trie.Step(folded.substr(0, done), node)) return false;
  for (; done < folded.size(); ++done) {
    const int entry = trie.KeyAt(node);
    if (entry != Trie::kNoKey) {
      const LanguageSet allowed = EndingIn(folded.substr(done));
      const TextSpan span{tokenized.tokens[first].span.begin, tokenized.tokens[at].span.end};
      const auto ending = static_cast<std::uint32_t>(folded.size() - done);
      if (allowed != 0) Add(static_cast<std::size_t>(entry), {first, at + 1, span, ending, false, {}}, allowed);
    }
    if (!trie.Step(folded.substr(done, 1), node)) return false;
  }
  return true;
}

void Lexicon::Walk::Heads(std::uint32_t token) {
  const Token& word = tokenized.tokens[token];
  const std::string_view folded = tokenized.Folded(word);
  // Where folding changed the byte length, the head's place would be unknown.
  if (lexicon.backward_->empty() || folded.size() != word.span.size()) return;
  HeadsBefore(token, 0, languages);
  for (std::size_t ending = 1; ending <= lexicon.longest_ending_ && ending < folded.size(); ++ending) {
    const LanguageSet allowed = EndingIn(folded.substr(folded.size() - ending));
    if (allowed != 0) HeadsBefore(token, ending, allowed);
  }
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
