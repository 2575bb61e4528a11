#include "extract/number_rules.h"

#include "model/names.h"
#include "model/status.h"

namespace newsgraph::extract {
namespace {

using Kind = NumberAtom::Kind;
using When = NumberAtom::When;

When WhenOf(const PackNode& node) {
  const std::string when = node.Text("always");
  if (when == "attached") return When::kAttached;
  if (when == "letter") return When::kLetter;
  if (when != "always") node.Error(Concat("`when` is always, attached or letter, not \"", when, "\""));
  return When::kAlways;
}

// Adds each word of a list as one atom, and knows whether there was one.
class Adder {
 public:
  explicit Adder(NumberWords::Builder& numbers) : numbers_(numbers) {}

  void operator()(const PackNode& list, const NumberAtom& atom) {
    for (const std::string& word : list.Words()) {
      numbers_.Add(word, atom);
      any_ = true;
    }
  }

  bool any() const { return any_; }

 private:
  NumberWords::Builder& numbers_;
  bool any_ = false;
};

bool ReadValues(const PackNode& rule, NumberWords::Builder& numbers) {
  Adder add(numbers);
  for (const auto& [value, list] : rule["numbers"].Entries()) {
    const Decimal number = NumberOf(value, list).value_or(Decimal(1));
    if (number.exponent() > 0) list.Error("write the number out");
    add(list, {.decimals = -number.exponent(), .value = number.mantissa()});
  }
  for (const auto& [value, list] : rule["factors"].Entries())
    add(list, {.kind = Kind::kBundle, .value = WholeNumberOf(value, list)});
  return add.any();
}

bool ReadScales(const PackNode& rule, NumberWords::Builder& numbers) {
  const When when = WhenOf(rule["when"]);
  bool any = false;
  for (const auto& [power, list] : rule["scales"].Entries()) {
    const std::int64_t factor = PowerOfTen(WholeNumberOf(power, list));
    const bool small = when == When::kAlways && factor <= 1000;
    for (const std::string& word : list.Words()) {
      const bool east_asian = static_cast<unsigned char>(word.front()) >= 0xE3;
      numbers.Add(word, {.kind = Kind::kMultiplier,
                         .when = when,
                         .bare = small && east_asian,
                         .joins_digits = east_asian,
                         .value = factor});
      any = true;
    }
  }
  return any;
}

bool ReadJoints(const PackNode& rule, NumberWords::Builder& numbers) {
  Adder add(numbers);
  add(rule["glue"], {.kind = Kind::kGlue});
  add(rule["half"], {.kind = Kind::kHalf});
  add(rule["point"], {.kind = Kind::kPoint});
  add(rule["weak_point"], {.kind = Kind::kPoint, .weak = true});
  add(rule["vague"], {.kind = Kind::kVague});
  add(rule["over"], {.kind = Kind::kOver});
  add(rule["under"], {.kind = Kind::kUnder, .any_ratio = true});
  add(rule["out_of"], {.kind = Kind::kUnder, .usual_ratio = true});
  add(rule["out_of_apart"], {.kind = Kind::kUnder, .usual_ratio = true, .apart = true});
  add(rule["among"], {.kind = Kind::kAmong});
  if (rule["every"]) numbers.AddOrdinals();
  add(rule["every"], {.kind = Kind::kEvery});
  add(rule["before_part"], {.kind = Kind::kWith});
  add(rule["article"], {.kind = Kind::kArticle, .value = 1});
  return add.any();
}

// Words that make a number a fraction.
bool ReadParts(const PackNode& rule, NumberWords::Builder& numbers) {
  Adder add(numbers);
  const PackNode parts = rule["ordinal_parts"];
  parts.AllowKeys({"from", "one", "more"});
  const std::int64_t from = parts["from"] ? WholeNumberOf(parts["from"].Text(), parts["from"]) : 3;
  for (const std::string& ending : parts["one"].Words())
    numbers.AddOrdinalParts(ending, from, {.kind = Kind::kPart, .of_more = false});
  for (const std::string& ending : parts["more"].Words())
    numbers.AddOrdinalParts(ending, from, {.kind = Kind::kPart, .of_one = false});
  const std::vector<std::string> endings = rule["cardinal_parts"].Words();
  for (const std::string& ending : endings) numbers.AddCardinalParts(ending, {.kind = Kind::kPart});
  for (const auto& [value, list] : rule["article_parts"].Entries())
    add(list, {.kind = Kind::kPart,
               .of_one = false,
               .of_more = false,
               .of_article = true,
               .value = WholeNumberOf(value, list)});
  const bool alone = static_cast<bool>(rule["alone"]);
  for (const auto& [value, list] : rule["fractions"].Entries())
    if (!alone) add(list, {.kind = Kind::kPart, .with_digits = true, .value = WholeNumberOf(value, list)});
  // "drei halbe", where "eine halbe" is half of what follows.
  for (const auto& [value, list] : rule["parts"].Entries()) {
    const std::int64_t bottom = WholeNumberOf(value, list);
    if (bottom == 2) add(list, {.kind = Kind::kPart, .of_one = false, .value = bottom});
  }
  return add.any() || parts || !endings.empty();
}

// What changes words that are known already.
bool ReadLimits(const PackNode& rule, NumberWords::Builder& numbers) {
  const std::vector<std::string> spelled = rule["only_spelled"].Words();
  for (const std::string& word : spelled) numbers.OnlySpelled(word);
  const std::vector<std::string> joined = rule["only_joined"].Words();
  for (const std::string& word : joined) numbers.OnlyJoined(word);
  const std::vector<std::string> endings = rule["number_endings"].Words();
  for (const std::string& ending : endings) numbers.AddEnding(ending);
  if (const PackNode last = rule["last_digit"]) {
    if (last.Text() != "tenths") last.Error("`last_digit` can only be tenths");
    numbers.LastDigitIsTenths();
  }
  if (rule["paired_digits"].Flag()) numbers.PairDigits();
  for (const auto& [from, to] : rule["respell"].Entries()) numbers.Respell(from, to.Text());
  return !spelled.empty() || !joined.empty() || !endings.empty() || rule["last_digit"] || rule["respell"] ||
         rule["paired_digits"];
}

}  // namespace

bool ReadNumberRule(const PackNode& rule, NumberWords::Builder& numbers) {
  const bool values = ReadValues(rule, numbers);
  const bool scales = ReadScales(rule, numbers);
  const bool joints = ReadJoints(rule, numbers);
  const bool parts = ReadParts(rule, numbers);
  const bool limits = ReadLimits(rule, numbers);
  return values || scales || joints || parts || limits;
}

std::vector<std::string> ScaleWords(const PackNode& rule) {
  std::vector<std::string> words;
  if (WhenOf(rule["when"]) != When::kAlways) return words;
  for (const auto& [power, list] : rule["scales"].Entries()) {
    const std::vector<std::string> more = list.Words();
    words.insert(words.end(), more.begin(), more.end());
  }
  return words;
}

std::optional<Decimal> NumberOf(std::string_view key, const PackNode& node) {
  const std::optional<Decimal> number = Decimal::Parse(key);
  if (!number) node.Error(Concat("\"", key, "\" is not a number"));
  return number;
}

std::int64_t WholeNumberOf(std::string_view key, const PackNode& node) {
  const std::optional<Decimal> number = NumberOf(key, node);
  if (!number) return 0;
  if (number->exponent() == 0) return number->mantissa();
  node.Error(Concat("\"", key, "\" is not a whole number"));
  return 0;
}

std::int64_t PowerOfTen(std::int64_t power) {
  std::int64_t value = 1;
  for (; power > 0 && value < 1'000'000'000'000'000'000; --power) value *= 10;
  return value;
}

}  // namespace newsgraph::extract
