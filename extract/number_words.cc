#include "extract/number_words.h"

#include <unicode/rbnf.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "extract/tokenizer.h"

namespace newsgraph::extract {
namespace {

using Kind = NumberAtom::Kind;

// Powers of ten that some language has a word for.
constexpr std::array<int, 10> kPowers = {2, 3, 4, 5, 6, 7, 8, 9, 12, 15};

std::int64_t PowerOfTen(int power) {
  std::int64_t value = 1;
  for (; power > 0; --power) value *= 10;
  return value;
}

// CLDR's spelling rules of one locale.
class Speller {
 public:
  explicit Speller(const std::string& locale)
      : rules_(icu::URBNF_SPELLOUT, icu::Locale::forLanguageTag(locale, status_), status_) {
    if (U_FAILURE(status_) || status_ == U_USING_DEFAULT_WARNING) {
      UErrorCode status = U_ZERO_ERROR;
      const std::string found = U_FAILURE(status_) ? "" : rules_.getLocale(ULOC_VALID_LOCALE, status).getLanguage();
      if (found != icu::Locale(locale.c_str()).getLanguage()) return;
    }
    for (std::int32_t i = 0; i < rules_.getNumberOfRuleSetNames(); ++i) {
      const icu::UnicodeString name = rules_.getRuleSetName(i);
      const bool counts = name.indexOf("cardinal") >= 0 || name.indexOf("numbering") >= 0;
      const bool other = name.indexOf("year") >= 0 || name.indexOf("days") >= 0 || name.indexOf("financial") >= 0;
      if (!counts || other) continue;
      if (name == "%spellout-numbering") plain_ = sets_.size();
      sets_.push_back(name);
    }
  }

  // All forms of `number`, folded.
  std::set<std::string> Forms(std::int64_t number) const {
    std::set<std::string> forms;
    for (const icu::UnicodeString& set : sets_) forms.insert(Form(number, set));
    forms.erase("");
    return forms;
  }

  // The form in which one counts, without case or gender.
  std::string PlainForm(std::int64_t number) const { return sets_.empty() ? "" : Form(number, sets_[plain_]); }

 private:
  std::string Form(std::int64_t number, const icu::UnicodeString& set) const {
    UErrorCode status = U_ZERO_ERROR;
    icu::FieldPosition position;
    icu::UnicodeString spelled;
    rules_.format(number, set, spelled, position, status);
    std::string text;
    return U_SUCCESS(status) ? FoldPhrase(spelled.toUTF8String(text)) : text;
  }

  UErrorCode status_ = U_ZERO_ERROR;
  icu::RuleBasedNumberFormat rules_;
  std::vector<icu::UnicodeString> sets_;
  std::size_t plain_ = 0;
};

bool IsOneWord(std::string_view text) { return text.find_first_of(" -0123456789") == std::string_view::npos; }

bool IsIdeographic(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  return lead >= 0xE3 && lead <= 0xE9;
}

bool IsHangul(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  return lead >= 0xEA && lead <= 0xED;
}

NumberAtom Multiplier(std::string_view word, int power, bool bare) {
  return {.kind = Kind::kMultiplier,
          .bare = bare,
          .joins_digits = IsIdeographic(word) || IsHangul(word),
          .value = PowerOfTen(power)};
}

// What is left of a form of the whole number behind a form of the factor.
std::string WordBehind(const std::set<std::string>& factor, const std::string& whole) {
  std::string_view best;
  for (const std::string& form : factor) {
    if (whole.starts_with(form) && form.size() > best.size()) best = form;
  }
  if (best.empty()) return {};
  std::string rest = whole.substr(best.size());
  rest.erase(0, std::min(rest.find_first_not_of(" -"), rest.size()));
  return IsOneWord(rest) ? rest : std::string();
}

// 백만 is 백 times 만: taken as one word it would multiply the 3천 in 3천 5백만 too.
bool IsProduct(const std::string& word, int power, const std::map<std::string, int>& powers) {
  return std::any_of(powers.begin(), powers.end(), [&](const auto& first) {
    if (first.first.size() >= word.size() || !word.starts_with(first.first)) return false;
    const auto second = powers.find(word.substr(first.first.size()));
    return second != powers.end() && first.second + second->second == power;
  });
}

}  // namespace

NumberWords::Builder::Builder(const std::string& locale) {
  if (!locale.empty()) AddFromCldr(locale);
}

void NumberWords::Builder::AddFromCldr(const std::string& locale) {
  const Speller speller(locale);
  const auto add_all = [&](std::int64_t value) {
    for (const std::string& form : speller.Forms(value)) {
      if (form.empty() || form.find_first_of("0123456789") != std::string::npos) continue;
      Add(form, {.kind = Kind::kAddend, .value = value});
    }
  };
  for (std::int64_t value = 0; value < 100; ++value) add_all(value);
  for (std::int64_t value = 100; value <= 1000; value += 100) add_all(value);
  std::map<std::string, int> powers;
  for (const int power : kPowers) {
    // "mil", "tausend" of "eintausend", but not the plural "тысячи".
    const std::string one = speller.PlainForm(PowerOfTen(power));
    const std::string bare = WordBehind(speller.Forms(1), one);
    for (const int factor : {1, 2, 3, 5}) {
      const std::set<std::string> factors = speller.Forms(factor);
      for (const std::string& whole : speller.Forms(factor * PowerOfTen(power))) {
        const std::string word = WordBehind(factors, whole);
        if (word.empty() || IsProduct(word, power, powers)) continue;
        powers.emplace(word, power);
        Add(word, Multiplier(word, power, power <= 3 && (word == bare || word == one)));
      }
    }
  }
  const std::set<std::string> long_number = speller.Forms(325);
  joined_ = !long_number.empty() && !IsIdeographic(*long_number.begin()) &&
            std::all_of(long_number.begin(), long_number.end(), IsOneWord);
}

void NumberWords::Builder::Add(std::string_view word, const NumberAtom& atom) {
  std::string folded = FoldPhrase(word);
  if (folded.empty()) return;
  if (folded.find('-') != std::string::npos) {
    std::string spaced = folded;
    std::replace(spaced.begin(), spaced.end(), '-', ' ');
    words_.emplace_back(std::move(spaced), atom);
  }
  words_.emplace_back(std::move(folded), atom);
}

void NumberWords::Builder::Restrict(std::string_view word, NumberAtom::When when) {
  const std::string folded = FoldPhrase(word);
  for (auto& [known, atom] : words_) {
    if (known == folded) atom.when = when;
  }
}

void NumberWords::Builder::Respell(std::string_view from, std::string_view to) {
  const std::vector<std::pair<std::string, NumberAtom>> words = words_;
  for (const auto& [word, atom] : words) {
    const std::size_t at = word.find(from);
    if (at != std::string::npos) words_.emplace_back(std::string(word).replace(at, from.size(), to), atom);
  }
}

std::unique_ptr<const NumberWords> NumberWords::Builder::Build() {
  std::map<std::string, NumberAtom> last;
  for (auto& [word, atom] : words_) {
    // A pack that lists a scale word again takes nothing from what CLDR says of it.
    const auto known = last.find(word);
    const bool again = known != last.end() && known->second.kind == atom.kind && known->second.value == atom.value;
    atom.bare = atom.bare || (again && known->second.bare);
    last[std::move(word)] = atom;
  }
  words_.clear();
  std::vector<std::string> keys;
  std::vector<NumberAtom> atoms;
  for (const auto& [word, atom] : last) {
    keys.push_back(word);
    atoms.push_back(atom);
  }
  return std::unique_ptr<const NumberWords>(new NumberWords(keys, std::move(atoms), joined_, tenths_));
}

const NumberAtom* NumberWords::Match(const Document& document, WordPlace& place) const {
  const std::span<const Token> tokens = document.tokens();
  Trie::Node node = Trie::kRoot;
  int best = Trie::kNoKey;
  WordPlace end = place;
  WordPlace at = place;
  while (at.token < tokens.size() && !tokens[at.token].masked) {
    const std::string_view folded = document.Folded(at.token);
    const bool stepwise = joined_ && tokens[at.token].kind == TokenKind::kWord;
    bool walked = true;
    while (at.byte < folded.size() && walked) {
      const std::string_view step = folded.substr(at.byte, stepwise ? 1 : std::string_view::npos);
      walked = trie_.Step(step, node);
      at.byte += static_cast<std::uint32_t>(step.size());
      const int key = walked && (stepwise || at.byte == folded.size()) ? trie_.KeyAt(node) : Trie::kNoKey;
      if (key == Trie::kNoKey) continue;
      best = key;
      end = at;
    }
    if (!walked) break;
    at = {at.token + 1, 0};
    if (at.token < tokens.size() && tokens[at.token].space_before && !trie_.Step(" ", node)) break;
  }
  if (best == Trie::kNoKey) return nullptr;
  place = end;
  return &atoms_[static_cast<std::size_t>(best)];
}

}  // namespace newsgraph::extract
