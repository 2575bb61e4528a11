#include "extract/repeated_names.h"

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "extract/word_table.h"

namespace newsgraph::extract {
namespace {

// A name of fewer letters is mostly a part of something else.
constexpr std::size_t kLeastLetters = 2;

struct Repeated {
  const Entity* entity = nullptr;
  NameWords words;
  const Repeated* next = nullptr;  // with the same first word, accepted before
};

// What the article calls, beside cues, as no pack does: by the first word, folded.
class Names {
 public:
  explicit Names(const ArticleNames& article) : names_(article.memory()), by_first_(article.memory()) {
    names_.reserve(article.subjects().size());
    for (const Entity* entity : article.subjects()) {
      if (article.names().Has(*entity) || entity->name.size() < kLeastLetters) continue;
      const NameWords words = article.WordsOf(*entity);
      if (words.tokens.empty()) continue;
      const Repeated*& first = by_first_.At(words.Folded(0), words.Folded(0));
      first = &names_.emplace_back(Repeated{entity, words, first});
    }
  }

  bool empty() const { return names_.empty(); }
  bool MayHave(WordMark mark) const { return by_first_.MayHave(mark); }
  // Those that begin with `word`, folded; null if there is none.
  const Repeated* From(std::string_view word) const {
    const Repeated* const* const first = by_first_.Find(word);
    return first == nullptr ? nullptr : *first;
  }

 private:
  std::pmr::vector<Repeated> names_;
  WordTable<const Repeated*> by_first_;
};

bool IsWord(const ArticleNames& article, std::uint32_t token, std::string_view word, bool last) {
  const std::string_view written = article.document().Written(token);
  if (written == word) return true;
  return last && written.size() == word.size() + 1 && written.ends_with('s') && written.starts_with(word);
}

// One past the tokens from `first` on that are `name`; `first` if they are not.
std::uint32_t EndOf(const ArticleNames& article, const NameWords& name, std::uint32_t first) {
  const std::span<const Token> words = name.tokens;
  if (first + words.size() > article.document().tokens().size()) return first;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto token = first + static_cast<std::uint32_t>(i);
    if (!IsWord(article, token, name.Written(i), i + 1 == words.size())) return first;
    if (i > 0 && words[i].space_before != article.document().tokens()[token].space_before) return first;
  }
  return first + static_cast<std::uint32_t>(words.size());
}

// Whether a first name may stand before the word at `token`, or a hyphen: "Mike" in "Ann Mike".
bool Follows(const ArticleNames& article, std::uint32_t token) {
  const std::span<const Token> tokens = article.document().tokens();
  if (token == 0 || !article.SameSentence(token - 1, token)) return false;
  if (!tokens[token].space_before) return article.IsSign(token - 1, '-');
  const bool name = tokens[token - 1].kind == TokenKind::kWord && tokens[token - 1].capitalised;
  return name && article.Free(token - 1) && !article.MayBeNoun(token - 1) &&
         !article.HasHead(token - 1, CueKind::kTitle, CueKind::kRole) && !article.HasCue(token - 1, CueKind::kNoName);
}

// Whether the one word at `token` may be another one, or a part of a longer name: "Mike" in "Mike Sample".
bool MayBeOther(const ArticleNames& article, std::uint32_t token, std::uint32_t end, EntityType type) {
  if (end != token + 1) return false;
  const std::span<const Token> tokens = article.document().tokens();
  const bool goes_on =
      end < article.SentenceEnd(token) && tokens[end].kind == TokenKind::kWord && tokens[end].capitalised;
  const bool joined = article.IsSign(end, '-') && !tokens[end].space_before;
  return (type == EntityType::kPerson && (goes_on || joined || Follows(article, token))) ||
         article.HasCue(token, CueKind::kNoName) || article.HasHead(token, CueKind::kTitle);
}

}  // namespace

Mentions FindRepeated(ArticleNames& article) {
  Mentions found(article.memory());
  const Names names(article);
  if (names.empty()) return found;
  const std::span<const std::uint32_t> capitals = article.document().capitalised();
  const std::span<const WordMark> marks = article.marks();
  for (std::size_t i = 0; i < capitals.size(); ++i) {
    const std::uint32_t token = capitals[i];
    if (!names.MayHave(marks[i]) || !article.Free(token)) continue;
    std::string_view word = article.document().Folded(token);
    for (const bool genitive : {false, true}) {
      if (genitive && !word.ends_with('s')) break;
      if (genitive) word.remove_suffix(1);
      for (const Repeated* name = names.From(word); name != nullptr; name = name->next) {
        const std::uint32_t stop = EndOf(article, name->words, token);
        if (stop == token || MayBeOther(article, token, stop, name->entity->type)) continue;
        found.push_back(article.Over(token, stop, *name->entity));
      }
    }
  }
  return found;
}

}  // namespace newsgraph::extract
