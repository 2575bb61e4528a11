#include "extract/figure_rules.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cctype>
#include <optional>
#include <set>
#include <utility>

#include "extract/cldr_words.h"
#include "extract/number_rules.h"
#include "extract/spellings.h"
#include "model/names.h"
#include "model/status.h"

namespace newsgraph::extract {
namespace {

// A word of ideographs or of no letters at all joins with digits freely; of the
// others, those without a lower-case letter are symbols, and are case sensitive.
bool IsSymbol(std::string_view word) {
  const auto lower = [](char c) { return std::islower(static_cast<unsigned char>(c)) != 0; };
  const auto ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  return std::all_of(word.begin(), word.end(), ascii) && std::none_of(word.begin(), word.end(), lower);
}

// A symbol, "kWh" or "nm", not a word like "Stunden": case matters.
bool IsShort(std::string_view word) {
  const auto upper = [](char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; };
  const bool one_word = word.find(' ') == std::string_view::npos;
  return word.size() <= 2 || (one_word && std::any_of(word.begin() + 1, word.end(), upper));
}

// Words that carry no ending where they are short: "aber" is no form of "ab".
constexpr std::size_t kLongestParticle = 3;
bool IsParticle(FigureRole role) {
  return role == FigureRole::kMod || role == FigureRole::kSkip || role == FigureRole::kNot ||
         role == FigureRole::kOfTime;
}

// Has a sign for a currency in it: "€", "US$".
bool IsCurrencySign(std::string_view word) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(word.data());
  for (std::int32_t at = 0; at < static_cast<std::int32_t>(word.size());) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, static_cast<std::int32_t>(word.size()), c);
    if (c >= 0 && u_charType(c) == U_CURRENCY_SYMBOL) return true;
  }
  return false;
}

// The keys of a rule beside those of its numbers.
constexpr auto kKeys = std::to_array<std::string_view>({"rule",
                                                        "yes",
                                                        "no",
                                                        "language",
                                                        "words_need_unit",
                                                        "endings_outside",
                                                        "cldr",
                                                        "mod",
                                                        "before",
                                                        "after",
                                                        "percent",
                                                        "worth",
                                                        "to",
                                                        "between",
                                                        "and",
                                                        "from",
                                                        "ranging",
                                                        "units_touching",
                                                        "changed_by",
                                                        "subunits_touching",
                                                        "changed_from",
                                                        "percents",
                                                        "unit_parts",
                                                        "times",
                                                        "times_before",
                                                        "adds",
                                                        "links",
                                                        "skip",
                                                        "not_figure",
                                                        "currency",
                                                        "currency_before",
                                                        "currency_codes",
                                                        "unless_behind",
                                                        "minus",
                                                        "subunits",
                                                        "count_of",
                                                        "units_before",
                                                        "units",
                                                        "multiples",
                                                        "parts",
                                                        "per",
                                                        "per_before",
                                                        "per_of",
                                                        "below_zero",
                                                        "with",
                                                        "compound",
                                                        "units_near",
                                                        "near",
                                                        "half_behind",
                                                        "age",
                                                        "of_time"});

Sense PlainSense(SenseKind kind, LanguageSet spoken) {
  Sense sense;
  sense.kind = kind;
  sense.inflects = false;
  sense.languages = spoken;
  return sense;
}

}  // namespace

struct FigureRules::Reading {
  const Pack& pack;
  NumberWords::Builder numbers;
  bool words_need_unit = false;
  bool endings_outside = false;
  std::vector<std::string> locales;
};

FigureRules::FigureRules(const PackSet& packs) {
  std::map<std::string, std::string> cldr_units;
  for (const Pack& pack : packs.packs()) {
    for (const auto& [symbol, unit] : pack.root["cldr_units"].Entries()) cldr_units[unit.Text()] = symbol;
  }
  for (const Pack& pack : packs.packs()) ReadPack(pack, cldr_units);
}

void FigureRules::ReadPack(const Pack& pack, const std::map<std::string, std::string>& cldr_units) {
  Reading reading{pack, NumberWords::Builder(pack.language), false, false, {}};
  if (!pack.language.empty()) reading.locales.push_back(pack.language);
  for (const PackRule& rule : pack.Rules("figures")) ReadRule(rule, reading);
  ReadCldr(reading.locales, cldr_units, pack);
  if (pack.language.empty()) return;
  const auto bit = static_cast<std::size_t>(std::countr_zero(pack.languages));
  if (languages.size() <= bit) languages.resize(bit + 1);
  languages[bit] = {.language = pack.language,
                    .numbers = reading.numbers.Build(),
                    .words_need_unit = reading.words_need_unit,
                    .one_word_needs_unit = !pack.root["figures"],
                    .nouns_capitalised = pack.root["nouns_capitalised"].Flag(),
                    .endings_outside = reading.endings_outside};
}

void FigureRules::ReadRule(const PackRule& rule, Reading& reading) {
  rule.node.AllowKeys(kNumberKeys, kKeys);
  const bool of_numbers = ReadNumberRule(rule.node, reading.numbers);
  const bool of_language = ReadLanguageRule(rule.node, reading);
  const bool of_words = ReadWordRule(rule, reading);
  const bool of_joints = ReadJointRule(rule, reading);
  const bool of_tables = ReadTableRule(rule, reading);
  if (!of_numbers && !of_language && !of_words && !of_joints && !of_tables)
    rule.node.Error(Concat("rule \"", rule.id, "\" says nothing about figures"));
}

// What a rule says of its language as a whole.
bool FigureRules::ReadLanguageRule(const PackNode& node, Reading& reading) {
  const Sense sense = PlainSense(SenseKind::kScale, reading.pack.languages);
  for (std::string& word : ScaleWords(node)) surfaces.push_back({std::move(word), sense});
  const std::vector<std::string> locales = node["cldr"].Words();
  reading.locales.insert(reading.locales.end(), locales.begin(), locales.end());
  if (node["words_need_unit"]) reading.words_need_unit = node["words_need_unit"].Flag();
  if (node["endings_outside"]) reading.endings_outside = node["endings_outside"].Flag();
  return !locales.empty() || reading.words_need_unit;
}

bool FigureRules::ReadWordRule(const PackRule& rule, Reading& reading) {
  const std::size_t count = surfaces.size();
  const PackNode& node = rule.node;
  const auto all = [&](std::string_view key, const FigureWord& word) { AddAll(rule, key, word, reading.pack); };
  const auto both_sides = [&](FigureWord word) {
    word.before = true;
    word.after = false;
    all("before", word);
    std::swap(word.before, word.after);
    all("after", word);
  };
  if (node["mod"]) {
    const std::optional<Mod> mod = FromName<Mod>(node["mod"].Text());
    if (!mod) node["mod"].Error("this is not a `mod`");
    both_sides({.role = FigureRole::kMod, .mod = mod.value_or(Mod::kExact), .of_time = bool{node["of_time"]}});
    all("of_time", {.role = FigureRole::kOfTime, .before = true});
    all("unless_behind", {.role = FigureRole::kUnless, .before = true});
  } else if (node["not_figure"]) {
    both_sides({.role = FigureRole::kNot, .code = node["not_figure"].Text()});
  }
  if (node["percent"]) {
    const Decimal worth = NumberOf(node["worth"].Text("1"), node).value_or(Decimal(1));
    all("percent", {.role = FigureRole::kPercent, .code = "%", .worth = worth});
    all("before", {.role = FigureRole::kPercent, .code = "%", .worth = worth, .before = true, .after = false});
  }
  return surfaces.size() != count;
}

// Words that join the parts of a figure.
bool FigureRules::ReadJointRule(const PackRule& rule, Reading& reading) {
  const std::size_t count = surfaces.size();
  const auto all = [&](std::string_view key, const FigureWord& word) { AddAll(rule, key, word, reading.pack); };
  all("to", {.role = FigureRole::kTo});
  all("between", {.role = FigureRole::kBetween, .before = true});
  all("and", {.role = FigureRole::kAnd});
  all("from", {.role = FigureRole::kFrom, .before = true});
  all("changed_from", {.role = FigureRole::kFrom, .before = true, .changes = true});
  all("changed_by", {.role = FigureRole::kRanging, .before = true, .changes = true});
  all("ranging", {.role = FigureRole::kRanging, .before = true});
  all("times", {.role = FigureRole::kTimes});
  all("times_before", {.role = FigureRole::kTimes, .before = true, .after = false});
  all("adds", {.role = FigureRole::kTimes, .before = true, .after = false, .adds = true});
  all("links", {.role = FigureRole::kLink, .before = true});
  all("skip", {.role = FigureRole::kSkip, .before = true});
  all("with", {.role = FigureRole::kWith});
  all("near", {.role = FigureRole::kNear});
  all("half_behind", {.role = FigureRole::kHalf});
  all("minus", {.role = FigureRole::kMinus, .before = true, .after = false});
  all("below_zero", {.role = FigureRole::kMinus});
  all("count_of", {.role = FigureRole::kCountOf});
  return surfaces.size() != count;
}

void FigureRules::AddAll(const PackRule& rule, std::string_view key, FigureWord word, const Pack& pack) {
  word.rule = rule.id;
  for (const std::string& surface : rule.node[key].Words()) Add(surface, word, pack);
}

// A currency's sign or code may stand on either side; a sign knows how its home groups digits.
void FigureRules::AddOfTable(const std::string& surface, FigureWord word, const Pack& pack) {
  const bool currency = word.role == FigureRole::kCurrency;
  const bool unit = word.role == FigureRole::kUnit || word.role == FigureRole::kUnitNear;
  const bool sign = currency && IsCurrencySign(surface);
  const bool iso_like = currency && IsSymbol(surface);
  word.before = word.before || sign || iso_like;
  if (sign) word.grouping = GroupingAtHome(word.code);
  Add(surface, std::move(word), pack, (iso_like && !sign) || (unit && IsShort(surface)));
}

bool FigureRules::ReadTableRule(const PackRule& rule, Reading& reading) {
  const std::size_t count = surfaces.size();
  const PackNode& node = rule.node;
  const auto table = [&](std::string_view key, FigureWord word, bool number) {
    word.rule = rule.id;
    for (const auto& [code, list] : node[key].Entries()) {
      if (number) {
        word.worth = NumberOf(code, list).value_or(Decimal(1));
      } else {
        word.code = code;
      }
      for (const std::string& surface : list.Words()) AddOfTable(surface, word, reading.pack);
    }
  };
  const Decimal worth = NumberOf(node["worth"].Text("1"), node).value_or(Decimal(1));
  table("currency", {.role = FigureRole::kCurrency, .worth = worth}, false);
  table("subunits", {.role = FigureRole::kCurrency, .worth = Decimal(1, -2)}, false);
  table("subunits_touching", {.role = FigureRole::kCurrency, .worth = Decimal(1, -2), .touches = true}, false);
  table("currency_before", {.role = FigureRole::kCurrency, .before = true, .after = false}, false);
  table("units", {.role = FigureRole::kUnit, .worth = worth}, false);
  table("units_touching", {.role = FigureRole::kUnit, .touches = true}, false);
  table("units_near", {.role = FigureRole::kUnitNear}, false);
  table("units_before", {.role = FigureRole::kUnit, .before = true, .after = false}, false);
  table("multiples", {.role = FigureRole::kMultiple}, true);
  table("percents", {.role = FigureRole::kMultiple, .code = "%"}, true);
  if (node["alone"].Flag()) table("fractions", {.role = FigureRole::kFraction}, true);
  table("parts", {.role = FigureRole::kFraction, .needs_whole = true}, true);
  table("per", {.role = FigureRole::kPer}, false);
  table("per_of", {.role = FigureRole::kPerOf}, false);
  table("age", {.role = FigureRole::kAge, .before = true, .after = false}, false);
  table("per_before", {.role = FigureRole::kPer, .before = true, .after = false}, false);
  ReadParts(rule, reading.pack);
  ReadUnitParts(node["unit_parts"]);
  if (node["currency_codes"]) ReadCodes(rule, reading.pack);
  return surfaces.size() != count || node["unit_parts"];
}

// How many of a smaller unit make one of a bigger.
void FigureRules::ReadParts(const PackRule& rule, const Pack& pack) {
  for (const auto& [code, parts] : rule.node["compound"].Entries()) {
    for (const auto& [count, list] : parts.Entries()) {
      const FigureWord part{
          .role = FigureRole::kPart, .code = code, .worth = Decimal(WholeNumberOf(count, list)), .rule = rule.id};
      for (const std::string& surface : list.Words()) Add(surface, part, pack);
    }
  }
}

void FigureRules::ReadUnitParts(const PackNode& node) {
  for (const auto& [whole, parts] : node.Entries()) {
    for (const auto& [part, count] : parts.Entries())
      unit_parts.push_back({whole, part, WholeNumberOf(count.Text(), count)});
  }
}

// Every ISO code but those that are words.
void FigureRules::ReadCodes(const PackRule& rule, const Pack& pack) {
  const std::vector<std::string> except = rule.node["currency_codes"]["except"].Words();
  for (const std::string& code : CurrencyCodes()) {
    if (std::find(except.begin(), except.end(), code) != except.end()) continue;
    FigureWord word{.role = FigureRole::kCurrency, .code = code, .before = true, .rule = rule.id};
    Add(code, word, pack, true);
    for (const auto& [power, prefixes] : rule.node["currency_codes"]["prefixes"].Entries()) {
      word.worth = Decimal(PowerOfTen(WholeNumberOf(power, prefixes)));
      for (const std::string& prefix : prefixes.Words()) Add(prefix + code, word, pack, true);
    }
  }
}

void FigureRules::ReadCldr(const std::vector<std::string>& locales,
                           const std::map<std::string, std::string>& cldr_units, const Pack& pack) {
  const std::vector<std::string> in_use = CurrencyCodes();
  for (const std::string& locale : locales) {
    for (const CldrWord& word : CurrencyWords(locale)) {
      // Gold and other things that are no country's money: 금 is a syllable of many words.
      if (word.code.starts_with('X') && std::find(in_use.begin(), in_use.end(), word.code) == in_use.end()) continue;
      if (word.symbol && !IsCurrencySign(word.word) && word.word.size() < 2) continue;  // too short to be safe
      const FigureWord currency{
          .role = FigureRole::kCurrency, .code = word.code, .before = word.symbol, .rule = "cldr.currency"};
      Add(word.word, currency, pack, word.symbol);
      for (const std::string& form : JoinedForms(word.word)) Add(form, currency, pack);
    }
    if (!pack.root["figures"]) ReadCldrAlone(locale, pack);
    for (const CldrWord& word : UnitWords(locale, cldr_units)) {
      const auto unit = cldr_units.find(word.code);
      // Short abbreviations are words as well ("in", "t"); the core pack has the safe ones.
      if (unit == cldr_units.end() || (word.symbol && word.word.size() < 3)) continue;
      const FigureRole role = unit->second == "%" ? FigureRole::kPercent : FigureRole::kUnit;
      Add(word.word, {.role = role, .code = unit->second, .rule = "cldr.unit"}, pack, IsShort(word.word));
    }
  }
}

// What packs say better: a bare "dollars", and "de" in "20 de milioane de dolari".
void FigureRules::ReadCldrAlone(const std::string& locale, const Pack& pack) {
  for (const CldrWord& word : BareCurrencyWords(locale, CurrencyWords(locale)))
    Add(word.word, {.role = FigureRole::kCurrency, .code = word.code, .rule = "cldr.currency"}, pack);
  std::set<std::string> scales;
  for (CldrScale& scale : CompactScales(locale)) scales.insert(std::move(scale.word));
  for (const std::string& scale : scales) {
    const std::size_t space = scale.find(' ');
    if (space == std::string::npos || !scales.contains(scale.substr(space + 1))) continue;
    const std::string link = scale.substr(0, space);
    if (!scales.contains(link)) Add(link, {.role = FigureRole::kLink, .before = true, .rule = "cldr.link"}, pack);
  }
}

void FigureRules::Add(std::string_view surface, FigureWord word, const Pack& pack, bool exact_case) {
  Sense sense;
  sense.kind = SenseKindOf(word.role);
  sense.exact_case = exact_case;
  sense.compound_head = word.after && !exact_case &&
                        (word.role == FigureRole::kPercent || word.role == FigureRole::kCurrency ||
                         word.role == FigureRole::kUnit || word.role == FigureRole::kTimes);
  sense.inflects = !exact_case && !(IsParticle(word.role) && surface.size() <= kLongestParticle);
  sense.languages = pack.languages;
  sense.entry = static_cast<std::uint32_t>(words.size());
  const bool named = sense.kind == SenseKind::kUnit || sense.kind == SenseKind::kCurrency;
  words.push_back(std::move(word));
  surfaces.push_back({std::string(surface), sense});
  if (!named || exact_case) return;
  if (std::string bare = WithoutAccents(surface); bare != surface) surfaces.push_back({std::move(bare), sense});
}

}  // namespace newsgraph::extract
