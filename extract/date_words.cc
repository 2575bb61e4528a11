#include "extract/date_words.h"

#include <algorithm>
#include <array>

#include "model/names.h"

namespace newsgraph::extract {
namespace {

constexpr std::array<std::string_view, 26> kNames = {
    "",        "month",   "weekday",       "era",        "numeral",   "count",         "nth",
    "to",      "and",     "between",       "cue",        "article",   "future",        "past",
    "counted", "no_date", "first of rule", "mod before", "mod after", "between_after", "alone",
    "listed",  "or",      "no_tense",      "passive",    "first"};

// Words of date expressions have no more tokens than this.
constexpr std::uint32_t kMostTokens = 5;

void ReadMods(const Pack& pack, const PackNode& mods, bool inflects, DateWords& words, Lexicon::Builder& lexicon) {
  for (const auto& [name, sides] : mods.Entries()) {
    const std::optional<DateMod> mod = FromName<DateMod>(name);
    if (!mod) {
      sides.Error(Concat("\"", name, "\" is no bound of a date"));
      continue;
    }
    sides.AllowKeys({"before", "after"});
    DateWord word;
    word.mod = *mod;
    word.of = DateClasses::kModBefore;
    for (const std::string& form : sides["before"].Words()) words.Add(form, word, pack.languages, inflects, lexicon);
    word.of = DateClasses::kModAfter;
    for (const std::string& form : sides["after"].Words()) words.Add(form, word, pack.languages, inflects, lexicon);
  }
}

// Whether a "-" or "/" and a number touch the word at `token`.
bool TiedToNumber(const Document& document, std::uint32_t token) {
  const std::span<const Token> tokens = document.tokens();
  const auto ties = [&](std::uint32_t sign, std::uint32_t number) {
    return sign < tokens.size() && number < tokens.size() && tokens[number].kind == TokenKind::kNumber &&
           (document.Written(sign) == "-" || document.Written(sign) == "/") &&
           !tokens[std::max(sign, number)].space_before && !tokens[std::max(sign, token)].space_before;
  };
  return (token >= 2 && ties(token - 1, token - 2)) || ties(token + 1, token + 2);
}

}  // namespace

DateWords::DateWords() {
  for (const std::string_view name : kNames) Class(name);
}

DateClass DateWords::Class(std::string_view name) {
  const auto [known, is_new] = classes_.emplace(name, static_cast<DateClass>(classes_.size()));
  if (is_new) class_names_.emplace_back(name);
  return known->second;
}

DateClass DateWords::Find(std::string_view name) const {
  const auto found = classes_.find(name);
  return found == classes_.end() ? DateClasses::kNone : found->second;
}

void DateWords::MarkAmbiguous(std::string_view surface, LanguageSet languages) {
  ambiguous_[FoldPhrase(surface)] |= languages;
}

void DateWords::MarkExactCase(std::string_view surface, LanguageSet languages) {
  exact_case_[std::string(surface)] |= languages;
}

void DateWords::Add(std::string_view surface, const DateWord& word, LanguageSet languages, bool inflects,
                    Lexicon::Builder& lexicon) {
  Sense sense;
  const bool of_context = OfContext(word.of) || !slots_.contains(class_names_[word.of]);
  sense.kind = word.mod != DateMod::kExact        ? SenseKind::kDateMod
               : word.of == DateClasses::kLiteral ? SenseKind::kDateLiteral
               : of_context                       ? SenseKind::kDateContext
                                                  : SenseKind::kDateWord;
  sense.inflects = inflects;
  sense.entry = static_cast<std::uint32_t>(words_.size());
  sense.languages = languages;
  const auto exact = exact_case_.find(surface);
  sense.exact_case = exact != exact_case_.end() && (exact->second & languages) != 0;
  words_.push_back(word);
  word_classes_.push_back(word.of);
  const auto ambiguous = ambiguous_.find(FoldPhrase(surface));
  if (ambiguous != ambiguous_.end() && (ambiguous->second & languages) != 0) {
    words_.back().ambiguous = true;
    words_.back().homonym = true;
  }
  if (word.of == DateClasses::kModAfter) ending_mods_.emplace(FoldPhrase(surface), std::pair(languages, word.mod));
  if (word.of == DateClasses::kTo) range_endings_[FoldPhrase(surface)] |= languages;
  lexicon.Add(surface, sense);
}

const DateWord* DateWords::WordOf(const Hit& hit, const Document& document) const {
  if (ClassOf(hit) == DateClasses::kNone || hit.compound_head) return nullptr;
  const DateWord& word = words_[hit.sense.entry];
  const bool other_word = word.capitalised && word.homonym && !document.tokens()[hit.first_token].capitalised;
  return other_word && !TiedToNumber(document, hit.first_token) ? nullptr : &word;
}

std::optional<DateMod> DateWords::ModOfEnding(std::string_view ending, LanguageSet languages) const {
  const auto found = ending_mods_.find(ending);
  if (found == ending_mods_.end() || (found->second.first & languages) == 0) return std::nullopt;
  return found->second.second;
}

bool DateWords::OpensRange(std::string_view ending, LanguageSet languages) const {
  const auto found = ending.empty() ? range_endings_.end() : range_endings_.find(ending);
  return found != range_endings_.end() && (found->second & languages) != 0;
}

void DateWords::AddTenseEnding(std::string_view ending, Tense tense, LanguageSet languages) {
  tense_endings_.push_back({std::string(ending), tense, languages});
}

std::vector<const DateWords::TenseEnding*> DateWords::TenseEndingsOf(LanguageSet languages) const {
  std::vector<const TenseEnding*> out;
  for (const TenseEnding& known : tense_endings_) {
    if ((known.languages & languages) != 0) out.push_back(&known);
  }
  return out;
}

Tense DateWords::TenseOfEnding(std::string_view word, std::span<const TenseEnding* const> endings) {
  constexpr std::size_t kShortestStem = 2;
  for (const TenseEnding* known : endings) {
    if (word.size() >= known->ending.size() + kShortestStem && word.ends_with(known->ending)) return known->tense;
  }
  return Tense::kUnknown;
}

const Hit* DateWords::Before(const Document& document, std::uint32_t token, DateClass of) const {
  constexpr std::uint64_t kAround = Document::KindBit(SenseKind::kDateContext) | Document::KindBit(SenseKind::kDateMod);
  const std::uint64_t kinds = OfContext(of) ? kAround : kAround | Document::KindBit(SenseKind::kDateWord);
  for (std::uint32_t first = token > kMostTokens ? token - kMostTokens : 0; first < token; ++first) {
    if (!document.HasHitOf(first, kinds)) continue;
    for (const Hit& hit : document.HitsAt(first)) {
      if (hit.end_token == token && ClassOf(hit) == of && WordOf(hit, document) != nullptr) return &hit;
    }
  }
  return nullptr;
}

const Hit* DateWords::At(const Document& document, std::uint32_t token, DateClass of) const {
  if (!AnyAt(document, token)) return nullptr;
  for (const Hit& hit : document.HitsAt(token)) {
    if (ClassOf(hit) == of && WordOf(hit, document) != nullptr) return &hit;
  }
  return nullptr;
}

void ReadDateWords(const Pack& pack, const PackNode& section, DateWords& words, Lexicon::Builder& lexicon) {
  const bool inflects = section["inflects"].Flag();
  for (const std::string& form : section["ambiguous"].Words()) words.MarkAmbiguous(form, pack.languages);
  for (const std::string& form : section["exact_case"].Words()) words.MarkExactCase(form, pack.languages);
  for (const auto& [name, meanings] : section["words"].Entries()) {
    DateWord word;
    word.of = words.Class(name);
    if (!meanings.IsMap()) {  // words of this class contribute nothing
      for (const std::string& form : meanings.Words()) words.Add(form, word, pack.languages, inflects, lexicon);
      continue;
    }
    for (const auto& [meaning, forms] : meanings.Entries()) {
      const std::optional<std::vector<DatePart>> parts = ParseDateParts(meaning);
      if (!parts) forms.Error(Concat("\"", meaning, "\" is no meaning of a date word"));
      word.parts = parts.value_or(std::vector<DatePart>());
      for (const std::string& form : forms.Words()) words.Add(form, word, pack.languages, inflects, lexicon);
    }
  }
  ReadMods(pack, section["mods"], inflects, words, lexicon);
  const PackNode endings = section["tense_endings"];
  endings.AllowKeys({"past", "future"});
  for (const std::string& form : endings["past"].Words()) words.AddTenseEnding(form, Tense::kPast, pack.languages);
  for (const std::string& form : endings["future"].Words()) words.AddTenseEnding(form, Tense::kFuture, pack.languages);
}

}  // namespace newsgraph::extract
