#include "extract/name_forms.h"

#include <algorithm>
#include <cstddef>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "extract/article_table.h"
#include "extract/text_hash.h"

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

// A name that no pack knows, and which of the groups it is in.
struct Form {
  NameWords words;
  std::size_t group = 0;
};

// What forms of one name have in common, which are compared with each other.
struct Likeness {
  EntityType type;
  std::string_view beginning;

  friend bool operator==(const Likeness&, const Likeness&) = default;
};
struct LikenessHash {
  std::size_t operator()(const Likeness& like) const {
    return TextHash()(like.beginning) + static_cast<std::size_t>(like.type);
  }
};

// The letters that all forms begin with.
std::string_view Beginning(std::string_view word) {
  std::ptrdiff_t letters = 0;
  std::size_t end = 0;
  for (; end < word.size(); ++end) {
    if (BeginsLetter(word[end]) && ++letters > kLeastLetters) break;
  }
  return word.substr(0, end);
}

class Comparison {
 public:
  explicit Comparison(const ArticleNames& article)
      : names_(article.names()), languages_(article.document().languages()) {}

  bool Same(const NameWords& a, const NameWords& b) const {
    if (a.tokens.size() != b.tokens.size()) return false;
    for (std::size_t i = 0; i < a.tokens.size(); ++i) {
      if (!SameWord(a.Folded(i), b.Folded(i))) return false;
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

NameForms::NameForms(const ArticleNames& article, std::span<const Mention* const> mentions)
    : form_of_(article.subjects().size(), article.memory()) {
  if (article.names().HasEndings(article.document().languages())) JoinCases(article, mentions);
  JoinShort(article, mentions);
}

// "Rio" in a text about Rio Tinto: a firm of which no more is known, called by the first word of another's name.
void NameForms::JoinShort(const ArticleNames& article, std::span<const Mention* const> mentions) {
  const Document& document = article.document();
  const std::span<const Token> tokens = document.tokens();
  ArticleTextTable<const Entity*> longer(article.memory());  // by the first word, folded
  for (const Mention* mention : mentions) {
    const std::uint32_t second = mention->first_token + 1;
    if (mention->entity->type == EntityType::kCompany && second < mention->end_token && tokens[second].space_before)
      longer.try_emplace(document.Folded(mention->first_token), &Of(*mention));
  }
  if (longer.empty()) return;
  for (const Mention* mention : mentions) {
    const Entity& entity = Of(*mention);
    if (entity.type != EntityType::kCompany || article.names().Has(entity)) continue;
    if (mention->end_token != mention->first_token + 1) continue;
    const auto whole = longer.find(document.Folded(mention->first_token));
    if (whole != longer.end() && whole->second != &entity) form_of_[mention->subject] = whole->second;
  }
}

void NameForms::JoinCases(const ArticleNames& article, std::span<const Mention* const> mentions) {
  const Comparison comparison(article);
  ArticleTable<Likeness, std::pmr::vector<Form>, LikenessHash> forms(article.memory());
  forms.reserve(article.subjects().size());
  std::pmr::vector<const Entity*> shortest(article.memory());  // by group
  std::pmr::vector<std::size_t> group_of(article.subjects().size(), article.memory());
  for (const Mention* mention : mentions) {
    const Entity& entity = *mention->entity;
    if (form_of_[mention->subject] != nullptr || article.names().Has(entity)) continue;
    form_of_[mention->subject] = &entity;
    Form form{article.WordsOf(entity), shortest.size()};
    if (form.words.tokens.empty()) continue;
    std::pmr::vector<Form>& like = forms[{entity.type, Beginning(form.words.Folded(0))}];
    const auto known = std::find_if(like.begin(), like.end(),
                                    [&](const Form& other) { return comparison.Same(form.words, other.words); });
    if (known == like.end()) {
      shortest.push_back(&entity);
    } else {
      form.group = known->group;
      if (entity.name.size() < shortest[form.group]->name.size()) shortest[form.group] = &entity;
    }
    group_of[mention->subject] = form.group + 1;
    if (like.size() < kMostLike) like.push_back(form);
  }
  for (std::size_t subject = 0; subject < group_of.size(); ++subject) {
    if (group_of[subject] != 0) form_of_[subject] = shortest[group_of[subject] - 1];
  }
}

}  // namespace newsgraph::extract
