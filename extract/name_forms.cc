#include "extract/name_forms.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/tokenizer.h"

namespace newsgraph::extract {
namespace {

// What is left of a word without its ending has as many letters at least.
constexpr std::ptrdiff_t kLeastLetters = 3;
// So many names with the same first letters are compared with each other, and no more.
constexpr std::size_t kMostLike = 32;

bool BeginsLetter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

// How many bytes the letters take with which both begin.
std::size_t CommonBytes(std::string_view a, std::string_view b) {
  std::size_t common =
      static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  while (common > 0 &&
         ((common < a.size() && !BeginsLetter(a[common])) || (common < b.size() && !BeginsLetter(b[common])))) {
    --common;
  }
  return common;
}

// A name folded, with the words apart.
struct Form {
  std::vector<std::string> words;
  std::size_t group = 0;
};

std::vector<std::string> WordsOf(const Entity& entity) {
  std::vector<std::string> words;
  const TokenizedText tokenized = Tokenize(entity.name);
  words.reserve(tokenized.tokens.size());
  for (const Token& token : tokenized.tokens) words.emplace_back(tokenized.Folded(token));
  return words;
}

// The letters that all forms begin with.
std::string Beginning(std::string_view word) {
  std::ptrdiff_t letters = 0;
  std::size_t end = 0;
  for (; end < word.size(); ++end) {
    if (BeginsLetter(word[end]) && ++letters > kLeastLetters) break;
  }
  return std::string(word.substr(0, end));
}

class Comparison {
 public:
  explicit Comparison(const ArticleNames& article)
      : names_(article.names()), languages_(article.document().languages()) {}

  bool Same(const Form& a, const Form& b) const {
    if (a.words.size() != b.words.size()) return false;
    for (std::size_t i = 0; i < a.words.size(); ++i) {
      if (!SameWord(a.words[i], b.words[i])) return false;
    }
    return true;
  }

 private:
  bool SameWord(std::string_view a, std::string_view b) const {
    if (a == b) return true;
    const std::size_t common = CommonBytes(a, b);
    const auto letters = std::count_if(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(common), BeginsLetter);
    return letters >= kLeastLetters && MayEnd(a.substr(common)) && MayEnd(b.substr(common));
  }
  bool MayEnd(std::string_view ending) const { return ending.empty() || names_.IsEnding(ending, languages_); }

  const EntityNames& names_;
  LanguageSet languages_;
};

}  // namespace

NameForms::NameForms(const ArticleNames& article, std::span<const Mention* const> mentions) {
  if (!article.names().HasEndings(article.document().languages())) return;
  const Comparison comparison(article);
  std::map<std::pair<EntityType, std::string>, std::vector<Form>> forms;
  for (const Mention* mention : mentions) {
    const Entity& entity = *mention->entity;
    if (group_of_.contains(&entity) || article.names().Has(entity)) continue;
    Form form{WordsOf(entity), groups_.size()};
    if (form.words.empty()) continue;
    std::vector<Form>& like = forms[{entity.type, Beginning(form.words.front())}];
    const auto known =
        std::find_if(like.begin(), like.end(), [&](const Form& other) { return comparison.Same(form, other); });
    if (known != like.end()) {
      form.group = known->group;
      if (entity.name.size() < groups_[form.group]->name.size()) groups_[form.group] = &entity;
    } else {
      groups_.push_back(&entity);
    }
    group_of_.emplace(&entity, form.group);
    if (like.size() < kMostLike) like.push_back(std::move(form));
  }
}

}  // namespace newsgraph::extract
