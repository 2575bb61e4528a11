#include "extract/repeated_names.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "extract/tokenizer.h"

namespace newsgraph::extract {
namespace {

// A name of fewer letters is mostly a part of something else.
constexpr std::size_t kLeastLetters = 2;

struct Repeated {
  TokenizedText name;
  const Entity* entity = nullptr;
};

// By the first word as the text writes it.
using Names = std::unordered_multimap<std::string_view, Repeated>;

bool IsWord(const ArticleNames& article, std::uint32_t token, std::string_view word, bool last) {
  const std::string_view written = article.document().Written(token);
  if (written == word) return true;
  return last && written.size() == word.size() + 1 && written.ends_with('s') && written.starts_with(word);
}

// One past the tokens from `first` on that are `name`; `first` if they are not.
std::uint32_t EndOf(const ArticleNames& article, const Repeated& name, std::uint32_t first) {
  const std::span<const Token> words = name.name.tokens;
  if (first + words.size() > article.document().tokens().size()) return first;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto token = first + static_cast<std::uint32_t>(i);
    if (!IsWord(article, token, words[i].span.In(name.entity->name), i + 1 == words.size())) return first;
    if (i > 0 && words[i].space_before != article.document().tokens()[token].space_before) return first;
  }
  return first + static_cast<std::uint32_t>(words.size());
}

// What the article calls, beside cues, as no pack does.
Names Provisional(const ArticleNames& article) {
  Names names;
  std::unordered_set<const Entity*> seen;
  for (const Mention& mention : article.mentions()) {
    const Entity& entity = *mention.entity;
    if (entity.name.size() < kLeastLetters || article.names().Has(entity) || !seen.insert(&entity).second) {
      continue;
    }
    Repeated name{Tokenize(entity.name), &entity};
    if (name.name.tokens.empty()) continue;
    const std::string_view first = name.name.tokens.front().span.In(entity.name);
    names.emplace(first, std::move(name));
  }
  return names;
}

// Whether the one word at `token` may be another one, or a part of a longer name: "Mike" in "Mike Sample".
bool MayBeOther(const ArticleNames& article, std::uint32_t token, std::uint32_t end, EntityType type) {
  if (end != token + 1) return false;
  const std::span<const Token> tokens = article.document().tokens();
  const bool goes_on =
      end < article.SentenceEnd(token) && tokens[end].kind == TokenKind::kWord && tokens[end].capitalised;
  const bool joined = article.IsSign(end, "-") && !tokens[end].space_before;
  return (type == EntityType::kPerson && (goes_on || joined)) || article.CueAt(token, CueKind::kNoName) != nullptr ||
         article.HeadAt(token, CueKind::kTitle) != nullptr;
}

}  // namespace

std::vector<Mention> FindRepeated(ArticleNames& article) {
  std::vector<Mention> found;
  const Names names = Provisional(article);
  if (names.empty()) return found;
  for (const std::uint32_t token : article.capitalised()) {
    if (article.MentionOf(token) != nullptr) continue;
    std::string_view word = article.document().Written(token);
    for (const bool genitive : {false, true}) {
      if (genitive && !word.ends_with('s')) break;
      if (genitive) word.remove_suffix(1);
      const auto [begin, end] = names.equal_range(word);
      for (auto name = begin; name != end; ++name) {
        const std::uint32_t stop = EndOf(article, name->second, token);
        if (stop == token || MayBeOther(article, token, stop, name->second.entity->type)) continue;
        found.push_back(article.Over(token, stop, *name->second.entity));
      }
    }
  }
  return found;
}

}  // namespace newsgraph::extract
