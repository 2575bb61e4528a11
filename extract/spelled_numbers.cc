#include "extract/spelled_numbers.h"

#include <unicode/rbnf.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "extract/tokenizer.h"

namespace newsgraph::extract {
namespace {

// Powers of ten that some language has a word for.
constexpr std::array<int, 10> kPowers = {2, 3, 4, 5, 6, 7, 8, 9, 12, 15};
// Rule sets that spell these alike spell all numbers alike.
constexpr std::array<std::int64_t, 9> kProbes = {1, 2, 6, 21, 32, 116, 500, 2000, 3'000'000};

// Numbers between whose words something may stand.
constexpr std::array<std::int64_t, 4> kJointProbes = {105, 121, 250, 1005};

// The longest " and " between hundreds and units that is no number itself: " e".
constexpr std::size_t kLongestAnd = 2;

std::int64_t PowerOfTen(int power) {
  std::int64_t value = 1;
  for (; power > 0; --power) value *= 10;
  return value;
}

bool IsOneWord(std::string_view text) { return text.find_first_of(" -0123456789") == std::string_view::npos; }

bool HasDigits(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

bool IsIdeographic(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  return lead >= 0xE3 && lead <= 0xE9;
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

// What is left before a form of what is added: "ciento" of "ciento seis", "cento" of
// "cento e seis".
std::string WordBefore(const std::set<std::string>& added, std::string whole) {
  for (const std::string& form : added) {
    if (!whole.ends_with(" " + form)) continue;
    whole.resize(whole.size() - form.size() - 1);
    const std::size_t end = std::min(whole.find(' '), whole.size());
    if (whole.size() - end <= kLongestAnd) return whole.substr(0, end);
  }
  return {};
}

// An "and" that is written as one with the word behind it: و of "مائة وستة".
std::string PrefixedAnd(const std::set<std::string>& hundred, const std::set<std::string>& unit,
                        const std::set<std::string>& whole) {
  for (const std::string& form : whole) {
    const std::size_t space = form.find(' ');
    if (space == std::string::npos || !hundred.contains(form.substr(0, space))) continue;
    std::string rest = form.substr(space + 1);
    for (const std::string& added : unit) {
      if (rest.size() <= added.size() || !rest.ends_with(added)) continue;
      rest.resize(rest.size() - added.size());
      return IsOneWord(rest) ? rest : std::string();
    }
  }
  return {};
}

// 백만 is 백 times 만: taken as one word it would multiply the 3천 in 3천 5백만 too.
bool IsProduct(const std::string& word, int power, const std::map<std::string, int>& powers) {
  return std::any_of(powers.begin(), powers.end(), [&](const auto& first) {
    if (first.first.size() >= word.size() || !word.starts_with(first.first)) return false;
    const auto second = powers.find(word.substr(first.first.size()));
    return second != powers.end() && first.second + second->second == power;
  });
}

class Speller {
 public:
  explicit Speller(const std::string& locale)
      : rules_(icu::URBNF_SPELLOUT, icu::Locale::forLanguageTag(locale, status_), status_) {
    if (U_FAILURE(status_) || status_ == U_USING_DEFAULT_WARNING) {
      UErrorCode status = U_ZERO_ERROR;
      const std::string found = U_FAILURE(status_) ? "" : rules_.getLocale(ULOC_VALID_LOCALE, status).getLanguage();
      if (found != icu::Locale(locale.c_str()).getLanguage()) return;
    }
    for (std::int32_t i = 0; i < rules_.getNumberOfRuleSetNames(); ++i) AddSet(rules_.getRuleSetName(i));
  }

  bool empty() const { return cardinals_.empty(); }

  // All forms of `number`, folded.
  std::set<std::string> Forms(std::int64_t number) const { return FormsOf(number, cardinals_); }
  // Those of the sums on cheques: 壹佰.
  std::set<std::string> FinancialForms(std::int64_t number) const { return FormsOf(number, financial_); }
  std::set<std::string> OrdinalForms(std::int64_t number) const { return FormsOf(number, ordinals_); }
  // The form in which one counts, without case or gender.
  std::string PlainForm(std::int64_t number) const { return empty() ? "" : Form(number, cardinals_[plain_]); }

 private:
  using Sets = std::vector<icu::UnicodeString>;

  void AddSet(const icu::UnicodeString& name) {
    const bool other = name.indexOf("year") >= 0 || name.indexOf("days") >= 0;
    Sets* sets = nullptr;
    if (name.indexOf("ordinal") >= 0) {
      sets = &ordinals_;
    } else if (name.indexOf("financial") >= 0) {
      sets = &financial_;
    } else if (name.indexOf("cardinal") >= 0 || name.indexOf("numbering") >= 0) {
      sets = &cardinals_;
    }
    if (sets == nullptr || other) return;
    std::string forms;
    for (const std::int64_t probe : kProbes) forms += Form(probe, name) + '\n';
    if (!known_.insert(std::move(forms)).second) return;
    if (name == "%spellout-numbering") plain_ = sets->size();
    sets->push_back(name);
  }

  std::set<std::string> FormsOf(std::int64_t number, const Sets& sets) const {
    std::set<std::string> forms;
    for (const icu::UnicodeString& set : sets) {
      std::string form = Form(number, set);
      if (!form.empty() && !HasDigits(form)) forms.insert(std::move(form));
    }
    return forms;
  }

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
  Sets cardinals_;
  Sets financial_;
  Sets ordinals_;
  std::set<std::string> known_;  // what the sets make of the probes
  std::size_t plain_ = 0;
};

std::vector<SpelledNumber> CardinalsOf(const Speller& speller) {
  std::vector<SpelledNumber> out;
  if (speller.empty()) return out;
  const std::set<std::string> one = speller.Forms(1);
  for (const std::string& form : speller.Forms(101)) {
    const std::string word = WordBefore(one, form);
    if (!word.empty()) out.push_back({.word = word, .value = 100, .inside = true});
  }
  const std::string prefix = PrefixedAnd(speller.Forms(100), speller.Forms(6), speller.Forms(106));
  const auto add_all = [&](std::int64_t value) {
    for (const std::string& form : speller.FinancialForms(value)) {
      if (value < 10) out.push_back({.word = form, .value = value, .inside = true});
    }
    for (const std::string& form : speller.Forms(value)) {
      out.push_back({.word = form, .value = value});
      if (!prefix.empty()) out.push_back({.word = prefix + form, .value = value, .inside = true});
    }
  };
  for (std::int64_t value = 0; value < 100; ++value) add_all(value);
  for (std::int64_t value = 100; value <= 1000; value += 100) add_all(value);
  std::map<std::string, int> powers;
  for (const int power : kPowers) {
    // "mil", "tausend" of "eintausend", but not the plural "тысячи".
    const std::string plain = speller.PlainForm(PowerOfTen(power));
    const std::string bare = WordBehind(one, plain);
    for (const int factor : {1, 2, 3, 5}) {
      const std::set<std::string> factors = speller.Forms(factor);
      for (const std::string& whole : speller.Forms(factor * PowerOfTen(power))) {
        const std::string word = WordBehind(factors, whole);
        if (word.empty() || IsProduct(word, power, powers)) continue;
        powers.emplace(word, power);
        const bool stands = word == plain || (power <= 3 && word == bare);
        out.push_back({.word = word, .value = PowerOfTen(power), .factor = true, .bare = stands});
      }
    }
  }
  return out;
}

std::vector<SpelledNumber> OrdinalsOf(const Speller& speller) {
  std::vector<SpelledNumber> out;
  for (std::int64_t value = 2; value < 100; ++value) {
    for (const std::string& form : speller.OrdinalForms(value)) out.push_back({.word = form, .value = value});
  }
  const std::set<std::string> one = speller.Forms(1);
  for (const int power : kPowers) {
    for (const std::string& form : speller.OrdinalForms(PowerOfTen(power))) {
      const std::string word = WordBehind(one, form);
      if (word.empty() && !IsOneWord(form)) continue;
      out.push_back({.word = word.empty() ? form : word, .value = PowerOfTen(power)});
    }
  }
  return out;
}

std::vector<std::string> JointsOf(const Speller& speller, const std::vector<SpelledNumber>& cardinals) {
  std::set<std::string_view> numbers;
  for (const SpelledNumber& number : cardinals) numbers.insert(number.word);
  std::set<std::string> joints;
  for (const std::int64_t probe : kJointProbes) {
    for (const std::string& form : speller.Forms(probe)) {
      // What stands first or last is no joint.
      for (std::size_t begin = form.find(' '); begin != std::string::npos;) {
        const std::size_t end = form.find(' ', ++begin);
        const std::string_view word = std::string_view(form).substr(begin, end - begin);
        if (end != std::string::npos && !numbers.contains(word)) joints.emplace(word);
        begin = end;
      }
    }
  }
  return {joints.begin(), joints.end()};
}

bool IsJoined(const Speller& speller) {
  const std::set<std::string> long_number = speller.Forms(325);
  return !long_number.empty() && !IsIdeographic(*long_number.begin()) &&
         std::all_of(long_number.begin(), long_number.end(), IsOneWord);
}

}  // namespace

SpelledNumbers::SpelledNumbers(const std::string& locale) {
  if (locale.empty()) return;  // ICU would read the rules of no language, for every pack of none
  const Speller speller(locale);
  cardinals_ = CardinalsOf(speller);
  ordinals_ = OrdinalsOf(speller);
  joints_ = JointsOf(speller, cardinals_);
  joined_ = IsJoined(speller);
}

}  // namespace newsgraph::extract
