#include "extract/date_rules.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <utility>

#include "extract/cldr_dates.h"
#include "model/names.h"

namespace newsgraph::extract {
namespace {

bool BeginsWithCapital(std::string_view text) {
  UChar32 c = 0;
  std::size_t at = 0;
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), at, text.size(), c);
  return c > 0 && u_isupper(c);
}

void AddNames(const std::vector<CldrName>& names, DateClass of, LanguageSet languages, bool inflects, DateWords& words,
              Lexicon::Builder& lexicon) {
  for (const CldrName& name : names) {
    DateWord word;
    word.of = of;
    word.parts = {name.part};
    word.capitalised = BeginsWithCapital(name.name);
    const bool cased = word.capitalised || static_cast<unsigned char>(name.name.front()) < 0xE0;
    word.dotted = name.abbreviated && cased;
    word.ambiguous = word.dotted && name.name.size() < 5;
    words.Add(name.name, word, languages, inflects, lexicon);
  }
}

void AddCldr(const CldrDates& cldr, LanguageSet languages, bool inflects, DateWords& words, Lexicon::Builder& lexicon) {
  AddNames(cldr.months, DateClasses::kMonth, languages, inflects, words, lexicon);
  AddNames(cldr.weekdays, DateClasses::kWeekday, languages, inflects, words, lexicon);
  for (const CldrName& era : cldr.eras) words.Add(era.name, {DateClasses::kEra, {era.part}}, languages, false, lexicon);
  for (const CldrName& n : cldr.counts) words.Add(n.name, {DateClasses::kCount, {n.part}}, languages, false, lexicon);
  for (const CldrName& n : cldr.ordinals) words.Add(n.name, {DateClasses::kNth, {n.part}}, languages, false, lexicon);
}

void AddNumerals(DateWords& words, Lexicon::Builder& lexicon) {
  for (const CldrName& numeral : ReadNumerals()) {
    DateWord word;
    word.of = DateClasses::kNumeral;
    word.numeral = static_cast<std::uint32_t>(numeral.part.value);
    words.Add(numeral.name, word, kAnyLanguage, false, lexicon);
  }
}

void AddPhrases(const PackNode& phrases, DatePhrases& out) {
  for (const auto& [name, patterns] : phrases.Entries()) {
    const std::vector<std::string> more = patterns.Words();
    out[name].insert(out[name].end(), more.begin(), more.end());
  }
}

std::vector<DateClass> ClassesOf(const PackNode& names, const DateWords& words) {
  std::vector<DateClass> out;
  for (const std::string& name : names.Words()) {
    const DateClass found = words.Find(name);
    if (found == DateClasses::kNone) names.Error(Concat("\"", name, "\" is no class of date words"));
    out.push_back(found);
  }
  return out;
}

DateRule ReadRule(const PackRule& rule, const DateWords& words) {
  const PackNode& node = rule.node;
  node.AllowKeys({"rule", "match", "means", "mod", "after", "not_after", "before", "not_before", "unless_counted",
                  "only", "language", "yes", "no"});
  DateRule out;
  out.id = rule.id;
  const std::optional<std::vector<DatePart>> means = ParseDateParts(node["means"].Text());
  if (!means) node["means"].Error("no meaning of a date");
  out.means = means.value_or(std::vector<DatePart>());
  if (const std::string mod = node["mod"].Text(); !mod.empty()) {
    out.mod = FromName<DateMod>(mod);
    if (!out.mod) node["mod"].Error(Concat("\"", mod, "\" is no bound of a date"));
  }
  out.after = ClassesOf(node["after"], words);
  out.not_after = ClassesOf(node["not_after"], words);
  out.before = ClassesOf(node["before"], words);
  out.not_before = ClassesOf(node["not_before"], words);
  if (const std::string counted = node["unless_counted"].Text(); !counted.empty()) {
    if (counted != "known" && counted != "likely" && counted != "followed") {
      node["unless_counted"].Error("known, likely or followed");
    }
    out.counted = counted == "known"    ? DateRule::Counted::kUnlessKnown
                  : counted == "likely" ? DateRule::Counted::kUnlessLikely
                                        : DateRule::Counted::kUnlessFollowed;
  }
  for (const std::string& only : node["only"].Words()) {
    out.range_begin_only |= only == "range_begin";
    out.range_end_only |= only == "range_end";
    out.unlike_fraction |= only == "no_fraction";
    out.no_date |= only == "no_date";
    out.unlike_years |= only == "not_successive";
    if (only != "range_begin" && only != "range_end" && only != "no_fraction" && only != "no_date" &&
        only != "not_successive") {
      node["only"].Error("range_begin, range_end, no_fraction, not_successive or no_date");
    }
  }
  return out;
}

void AddRules(const Pack& pack, const DatePhrases& phrases, const DateWords& words, DateLiterals& literals,
              DateMatcher& matcher) {
  for (const PackRule& rule : pack.Rules("dates")) {
    const std::uint32_t index = matcher.Add(ReadRule(rule, words));
    for (const std::string& pattern : rule.node.Required("match").Words()) {
      DateExpansion expansion = ExpandDatePattern(pattern, phrases, words, literals);
      if (!expansion.error.empty()) rule.node["match"].Error(Concat("pattern \"", pattern, "\" ", expansion.error));
      for (const DateSequence& sequence : expansion.sequences) {
        if (!sequence.empty() && sequence[0].kind == DateElement::Kind::kWord && words.OfContext(sequence[0].word))
          rule.node["match"].Error(
              Concat("pattern \"", pattern, "\" begins with a word that only stands around dates"));
      }
      matcher.Add(index, expansion.sequences);
    }
  }
}

void AddFormats(const std::vector<std::string>& formats, const DatePhrases& phrases, const DateWords& words,
                DateLiterals& literals, DateMatcher& matcher) {
  for (const std::string& format : formats) {
    DateRule rule;
    rule.id = Concat("cldr ", format);
    matcher.Add(matcher.Add(std::move(rule)), ExpandDatePattern(format, phrases, words, literals).sequences);
  }
}

// Tells `words` the classes that `pattern` has slots for: "{when.year} {month2}".
void MarkSlots(std::string_view pattern, DateWords& words) {
  for (std::size_t open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{', open + 1)) {
    std::string_view name = pattern.substr(open + 1, pattern.find_first_of(".}", open) - open - 1);
    if (name.ends_with('2')) name.remove_suffix(1);
    words.MarkSlot(name);
  }
}

void MarkSlots(const PackSet& packs, DateWords& words) {
  for (const std::string_view of_cldr : {"month", "weekday", "era", "numeral", "count", "nth"}) words.MarkSlot(of_cldr);
  for (const Pack& pack : packs.packs()) {
    for (const auto& [name, patterns] : pack.root["date_words"]["phrases"].Entries()) {
      for (const std::string& pattern : patterns.Words()) MarkSlots(pattern, words);
    }
    for (const PackRule& rule : pack.Rules("dates")) {
      for (const std::string& pattern : rule.node["match"].Words()) MarkSlots(pattern, words);
    }
  }
}

// The words of all packs and of CLDR; phrases that all languages share; the formats of
// each language.
void ReadWords(const PackSet& packs, DateWords& words, Lexicon::Builder& lexicon, DatePhrases& shared,
               std::map<LanguageSet, CldrDates>& cldr) {
  for (const Pack& pack : packs.packs()) {
    const PackNode section = pack.root["date_words"];
    section.AllowKeys({"inflects", "ambiguous", "exact_case", "words", "mods", "phrases", "tense_endings"});
    ReadDateWords(pack, section, words, lexicon);
    if (pack.language.empty()) {
      AddPhrases(section["phrases"], shared);
    } else {
      cldr[pack.languages] = ReadCldrDates(pack.language);
      AddCldr(cldr[pack.languages], pack.languages, section["inflects"].Flag(), words, lexicon);
    }
  }
}

}  // namespace

DateRules::DateRules(const PackSet& packs, Lexicon::Builder& lexicon, PackErrors&) {
  DatePhrases shared;
  std::map<LanguageSet, CldrDates> cldr;
  MarkSlots(packs, words_);
  AddNumerals(words_, lexicon);
  ReadWords(packs, words_, lexicon, shared, cldr);
  std::uint32_t literal_count = 0;  // all matchers' together
  const auto fill = [&](const DatePhrases& phrases, const Pack* language, DateMatcher& matcher) {
    if (language != nullptr) {
      AddRules(*language, phrases, words_, literals_, matcher);
      AddFormats(cldr[language->languages].formats, phrases, words_, literals_, matcher);
    }
    for (const Pack& pack : packs.packs()) {
      if (pack.language.empty()) AddRules(pack, phrases, words_, literals_, matcher);
    }
    matcher.Close();
    for (const std::string& first : matcher.NumberLiterals(literal_count)) {
      DateWord word;
      word.of = DateClasses::kLiteral;
      word.numeral = literal_count++;
      words_.Add(first, word, language == nullptr ? kAnyLanguage : language->languages, false, lexicon);
    }
  };
  matchers_[0] = std::make_unique<DateMatcher>(words_, false, false);
  fill(shared, nullptr, *matchers_[0]);
  for (const Pack& pack : packs.packs()) {
    if (pack.language.empty()) continue;
    DatePhrases phrases = shared;
    const CldrDates& known = cldr[pack.languages];
    if (!known.day_and_month.empty()) {
      phrases["md"] = known.day_and_month;
      phrases["numeric"] = known.numeric;
    }
    const PackNode section = pack.root["date_words"];
    AddPhrases(section["phrases"], phrases);
    auto& matcher = matchers_[pack.languages];
    matcher =
        std::make_unique<DateMatcher>(words_, pack.root["nouns_capitalised"].Flag(), pack.root["verb_last"].Flag());
    fill(phrases, &pack, *matcher);
  }
}

const DateMatcher& DateRules::MatcherFor(LanguageSet languages) const {
  const auto found = matchers_.find(languages);
  return *(found == matchers_.end() ? matchers_.at(0) : found->second);
}

}  // namespace newsgraph::extract
