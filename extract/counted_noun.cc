#include "extract/counted_noun.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace newsgraph::extract {
namespace {

// A noun stands within so many words of its number.
constexpr int kMostWords = 6;
constexpr int kMostIdeographs = 18;
constexpr std::uint32_t kMostTokensBack = 120;  // from a counting word to what it counts

// What a word of the table `noun_phrase` does to the phrase.
enum Mark : std::uint32_t {
  kStop,         // ends it
  kCounterStop,  // ends it right behind a counting word: 5000颗的
  kAdjective,    // stands before the noun: "deux grandes zones"
  kPluralWord,   // a noun in the plural, without its ending: "people"
  kJoin,         // "ruling and opposition parties"
};

bool EndsIn(std::string_view word, const std::vector<std::string>& endings) {
  return std::any_of(endings.begin(), endings.end(), [word](const std::string& ending) {
    return word.size() > ending.size() + 2 && word.ends_with(ending);
  });
}

bool IsWord(const Token& token) { return token.kind == TokenKind::kWord && !token.masked && !token.line_start; }

}  // namespace

struct CountedNounFinder::Phrase {
  const Document& document;
  std::span<const Token> tokens;
  std::span<const TakenSpan> taken;
  const Style& style;
  std::uint32_t first_token;
  std::uint32_t at;
  std::uint32_t end;  // of the sentence
  int words_left = kMostWords;
  int ideographs_left = kMostIdeographs;
  std::optional<CountedNoun> found = std::nullopt;
  std::optional<CountedNoun> guess = std::nullopt;
  // Known, but not in the plural: "passenger" in "ten passenger flights".
  std::optional<CountedNoun> single = std::nullopt;
  const Noun* counter = nullptr;
  std::uint32_t counter_end = 0;
  TextSpan counter_span = {};
  std::string_view name_concept = {};
  TextSpan name_span = {};
  bool first = true;    // nothing but adjectives and counting words was passed over
  bool joined = false;  // "and" was passed over
  bool open = false;    // what was found may be a part of the next: "police stations"

  const Hit* MarkAt(std::uint32_t token, std::uint32_t mark) const;
  bool IsPlural(std::uint32_t token) const;
  bool TouchesNext(std::uint32_t token) const { return token + 1 < end && !tokens[token + 1].space_before; }
  bool GoesOnWithHyphen(std::uint32_t token) const;
  std::uint32_t BehindModifier(std::uint32_t end_token) const;
  bool IsAdjective() const;
};

const Hit* CountedNounFinder::Phrase::MarkAt(std::uint32_t token, std::uint32_t mark) const {
  if (!document.HasHit(token, SenseKind::kNounStop)) return nullptr;
  for (const Hit& hit : document.HitsAt(token)) {
    if (hit.sense.kind == SenseKind::kNounStop && hit.sense.entry == mark) return &hit;
  }
  return nullptr;
}

bool CountedNounFinder::Phrase::IsPlural(std::uint32_t token) const {
  const std::string_view word = document.Folded(token);
  const auto other = [word](const std::string& ending) { return word.ends_with(ending); };
  if (MarkAt(token, kPluralWord) != nullptr) return true;
  return EndsIn(word, style.plurals) && std::none_of(style.no_plurals.begin(), style.no_plurals.end(), other);
}

// "expert-recommended", "QSE-5-Zellen": a hyphen without spaces, and a word or number.
bool CountedNounFinder::Phrase::GoesOnWithHyphen(std::uint32_t token) const {
  return TouchesNext(token - 1) && document.Folded(token) == "-" && TouchesNext(token) &&
         (IsWord(tokens[token + 1]) || tokens[token + 1].kind == TokenKind::kNumber);
}

// The token behind what makes the noun that ends before `end_token` a part of the
// next: "women's", "Wohn- und"; `end_token` itself if nothing does.
std::uint32_t CountedNounFinder::Phrase::BehindModifier(std::uint32_t end_token) const {
  if (!TouchesNext(end_token - 1)) return end_token;
  const std::string_view sign = document.Folded(end_token);
  if ((sign == "'" || sign == "’") && TouchesNext(end_token) && document.Folded(end_token + 1) == "s")
    return end_token + 2;
  const bool cut = sign == "-" && end_token + 2 < end && tokens[end_token + 1].space_before &&
                   MarkAt(end_token + 1, kStop) != nullptr && IsWord(tokens[end_token + 2]);
  return cut ? end_token + 2 : end_token;
}

// Before a noun, not a noun itself: by the pack's list, or by its ending where
// another word follows that may be the noun.
bool CountedNounFinder::Phrase::IsAdjective() const {
  if (MarkAt(at, kAdjective) != nullptr) return true;
  if (!EndsIn(document.Folded(at), style.adjective_endings) || at + 1 >= end || !IsWord(tokens[at + 1])) return false;
  return MarkAt(at + 1, kStop) == nullptr && tokens[at + 1].space_before &&
         (!style.capitalised || tokens[at + 1].capitalised);
}

CountedNounFinder::CountedNounFinder(const PackSet& packs, const Nouns& nouns, Lexicon::Builder& lexicon)
    : nouns_(nouns) {
  for (const Pack& pack : packs.packs()) {
    const PackNode node = pack.root["noun_phrase"];
    if (!node || pack.language.empty()) continue;
    const auto bit = static_cast<std::size_t>(std::countr_zero(pack.languages));
    if (styles_.size() <= bit) styles_.resize(bit + 1);
    styles_[bit] = ReadStyle(node);
    Sense sense;
    sense.kind = SenseKind::kNounStop;
    sense.inflects = false;
    sense.languages = pack.languages;
    const auto add = [&](std::string_view key, Mark mark) {
      sense.entry = mark;
      for (const std::string& word : node[key].Words()) lexicon.Add(word, sense);
    };
    add("stops", kStop);
    add("counter_stops", kCounterStop);
    add("adjectives", kAdjective);
    add("plural_words", kPluralWord);
    add("joins", kJoin);
  }
}

CountedNounFinder::Style CountedNounFinder::ReadStyle(const PackNode& node) {
  node.AllowKeys({"head", "capitalised", "before", "adjacent", "no_compounds", "plurals", "no_plurals", "plural_words",
                  "adjectives", "adjective_endings", "list_endings", "singulars", "stops", "counter_stops", "joins",
                  "counter_endings"});
  Style style;
  style.head_last = node["head"].Text() == "last";
  style.capitalised = node["capitalised"].Flag();
  style.noun_before = node["before"].Flag();
  style.adjacent = node["adjacent"].Flag();
  style.no_compounds = node["no_compounds"].Flag();
  style.plurals = node["plurals"].Words();
  style.no_plurals = node["no_plurals"].Words();
  style.adjective_endings = node["adjective_endings"].Words();
  style.list_endings = node["list_endings"].Words();
  style.counter_endings = node["counter_endings"].Words();
  for (const auto& [ending, singular] : node["singulars"].Entries())
    style.singulars.emplace_back(ending, singular.Text());
  return style;
}

const CountedNounFinder::Style& CountedNounFinder::StyleOf(LanguageSet languages) const {
  static const Style kPlain;
  const auto bit = static_cast<std::size_t>(std::countr_zero(languages));
  return bit < styles_.size() ? styles_[bit] : kPlain;
}

const Hit* CountedNounFinder::NounAt(const Document& document, std::uint32_t token) const {
  if (!IsKnown(document, token)) return nullptr;
  const Style& style = StyleOf(document.languages());
  for (const Hit& hit : document.HitsAt(token)) {
    if (hit.sense.kind != SenseKind::kNoun && hit.sense.kind != SenseKind::kCountedNoun) continue;
    // "durchgefallen" ends in no noun where nouns are capitalised.
    const bool no_head = style.no_compounds || (style.capitalised && !document.tokens()[token].capitalised);
    if (!hit.compound_head || !no_head) return &hit;
  }
  return nullptr;
}

bool CountedNounFinder::IsKnown(const Document& document, std::uint32_t token) {
  return document.HasHit(token, SenseKind::kNoun) || document.HasHit(token, SenseKind::kCountedNoun);
}

bool CountedNounFinder::EndsPhrase(const Document& document, std::uint32_t token) const {
  const std::span<const Token> tokens = document.tokens();
  if (token >= tokens.size() || tokens[token].line_start || tokens[token].kind != TokenKind::kWord) return true;
  if (StyleOf(document.languages()).capitalised && !tokens[token].capitalised) return true;
  return document.HasHit(token, SenseKind::kNounStop) || document.IsElided(token);
}

std::optional<CountedNoun> CountedNounFinder::Find(const Document& document, std::uint32_t first_token,
                                                   std::uint32_t end_token, std::span<const TakenSpan> taken) const {
  const Sentence* sentence = document.SentenceOf(first_token);
  const auto token_count = static_cast<std::uint32_t>(document.tokens().size());
  Phrase phrase{document,
                document.tokens(),
                taken,
                StyleOf(document.languages()),
                first_token,
                end_token,
                sentence == nullptr ? token_count : sentence->end_token};
  if (std::optional<CountedNoun> joined = JoinedNoun(phrase)) return joined;
  while (phrase.at < phrase.end && phrase.words_left > 0 && phrase.ideographs_left > 0 && ReadToken(phrase)) continue;
  if (phrase.found) return std::move(phrase.found);
  if (!phrase.name_concept.empty()) return CountedNoun{std::string(phrase.name_concept), phrase.name_span, phrase.at};
  // "19 weitere Geiseln" are hostages.
  if (phrase.guess) return std::move(phrase.guess);
  if (phrase.single) return std::move(phrase.single);
  if (phrase.counter != nullptr) {
    return CountedNoun{NamedBefore(phrase, phrase.counter), phrase.counter_span, phrase.counter_end,
                       phrase.counter->counts.empty()};
  }
  return std::nullopt;
}

// "70-page report", "Zehn-Tore-Vorsprung": the word behind the hyphen is counted,
// not what the compound describes. "18,000-strong" counts nothing.
std::optional<CountedNoun> CountedNounFinder::JoinedNoun(Phrase& phrase) const {
  const std::uint32_t word = phrase.at + 1;
  if (word >= phrase.end || !phrase.GoesOnWithHyphen(phrase.at) || !IsWord(phrase.tokens[word])) return std::nullopt;
  if (const Hit* hit = NounAt(phrase.document, word); hit != nullptr && !nouns_.Of(*hit).generic)
    return CountedNoun{nouns_.Of(*hit).concept_id, hit->span, hit->end_token};
  const bool lower = phrase.style.capitalised && !phrase.tokens[word].capitalised;
  const Hit* mark = phrase.document.Longest(word, SenseKind::kNounStop);
  if (lower || (mark != nullptr && mark->sense.entry != kPluralWord)) {
    phrase.at = phrase.end;
    return std::nullopt;
  }
  const TextSpan span = phrase.tokens[word].span;
  return CountedNoun{std::string(span.In(phrase.document.text())), span, word + 1, false, false};
}

// Reads on from `phrase.at`; false where the phrase ends.
bool CountedNounFinder::ReadToken(Phrase& phrase) const {
  const Token& token = phrase.tokens[phrase.at];
  if (token.masked || (token.line_start && phrase.at != phrase.first_token)) return false;
  const auto name = std::lower_bound(phrase.taken.begin(), phrase.taken.end(), token.span.begin,
                                     [](const TakenSpan& t, std::uint32_t begin) { return t.span.end <= begin; });
  if (name != phrase.taken.end() && name->span.begin <= token.span.begin) return ReadName(*name, phrase);
  if (token.kind == TokenKind::kNumber) return false;
  if (token.kind == TokenKind::kSign) return ReadSign(phrase);
  const Hit* stop = phrase.document.Longest(phrase.at, SenseKind::kNounStop);
  const Hit* noun = NounAt(phrase.document, phrase.at);
  const bool stops = stop != nullptr && (stop->sense.entry == kStop || stop->sense.entry == kJoin ||
                                         (stop->sense.entry == kCounterStop && phrase.at == phrase.counter_end));
  if (stops && (noun == nullptr || noun->span.size() <= stop->span.size())) return ReadBehindStop(*stop, phrase);
  // "deux jeunes policiers" are officers, "deux jeunes" are people.
  const bool adjective = noun != nullptr && phrase.MarkAt(phrase.at, kAdjective) != nullptr;
  const std::uint32_t next = phrase.at + 1;
  if (adjective && next < phrase.end && IsWord(phrase.tokens[next]) && NounAt(phrase.document, next) != nullptr)
    noun = nullptr;
  return noun != nullptr ? ReadNoun(*noun, phrase) : ReadUnknown(phrase);
}

bool CountedNounFinder::ReadName(const TakenSpan& name, Phrase& phrase) const {
  if (name.is_date || (phrase.guess && phrase.style.marks_plural())) return false;
  if (phrase.name_concept.empty()) {
    phrase.name_concept = name.concept_id;
    phrase.name_span = name.span;
  }
  --phrase.words_left;
  phrase.first = false;
  while (phrase.at < phrase.end && phrase.tokens[phrase.at].span.begin < name.span.end) ++phrase.at;
  return true;
}

bool CountedNounFinder::ReadSign(Phrase& phrase) const {
  const std::string_view sign = phrase.document.Folded(phrase.at);
  // "42.000 unschuldige, unbewaffnete Demonstranten"
  const bool listed = sign == "," && !phrase.found && !phrase.guess && !phrase.first &&
                      EndsIn(phrase.document.Folded(phrase.at - 1), phrase.style.list_endings);
  const bool hyphen = sign == "-" && !phrase.tokens[phrase.at].space_before;
  if (!hyphen && !listed && !IsQuotationMark(sign)) return false;
  ++phrase.at;
  return true;
}

// 5台のロボット: what the counting word may count, behind a particle. Else the end of
// the phrase.
bool CountedNounFinder::ReadBehindStop(const Hit& stop, Phrase& phrase) const {
  const bool counted = phrase.counter != nullptr && phrase.at == phrase.counter_end && stop.end_token < phrase.end;
  const Hit* noun = counted && stop.sense.entry == kCounterStop ? NounAt(phrase.document, stop.end_token) : nullptr;
  if (stop.sense.entry == kJoin && !phrase.first && !phrase.found && !phrase.guess) {
    phrase.joined = true;
    phrase.at = stop.end_token;
    return true;
  }
  if (noun == nullptr || phrase.tokens[noun->first_token].masked) return false;
  const Noun& what = nouns_.Of(*noun);
  if (!what.generic && phrase.counter->MayCount(what.concept_id))
    phrase.found = CountedNoun{what.concept_id, noun->span, noun->end_token};
  return false;
}

bool CountedNounFinder::ReadNoun(const Hit& hit, Phrase& phrase) const {
  const Noun& noun = nouns_.Of(hit);
  const std::uint32_t behind = phrase.BehindModifier(hit.end_token);
  if (noun.generic) {
    if (phrase.found || phrase.guess) return false;
    if (phrase.counter == nullptr) {
      phrase.counter = &noun;
      phrase.counter_end = hit.end_token;
      phrase.counter_span = hit.span;
    }
    const TextSpan ending{hit.span.end - hit.ending_bytes, hit.span.end};
    if (!phrase.style.GoesOnBehind(ending.In(phrase.document.text()))) return false;
  } else if (behind == hit.end_token && (hit.end_token >= phrase.end || !phrase.GoesOnWithHyphen(hit.end_token))) {
    CountedNoun counted{noun.concept_id, hit.span, hit.end_token};
    counted.single = phrase.style.marks_plural() && !phrase.IsPlural(hit.end_token - 1);
    if (counted.single) {
      // "350 people dead": what stands behind a noun in the plural is not counted.
      if (phrase.found || phrase.guess) return false;
      if (phrase.first) phrase.single = std::move(counted);
    } else {
      phrase.found = std::move(counted);
      phrase.open = phrase.MarkAt(hit.end_token - 1, kPluralWord) != nullptr;
      if (!phrase.style.head_last) return false;
    }
  }
  if (!noun.generic) phrase.first = false;
  phrase.at = behind;
  return true;
}

bool CountedNounFinder::ReadUnknown(Phrase& phrase) const {
  const Token& token = phrase.tokens[phrase.at];
  // "300.000 unidades anuales": how often is no noun, nor is an article that lost its vowel: "80.000 all'estero".
  const bool next = phrase.style.adjacent || phrase.counter != nullptr;
  if ((next && phrase.document.HasHit(phrase.at, SenseKind::kPer)) || phrase.document.IsElided(phrase.at)) return false;
  // Only nouns go on with a chain of nouns.
  if (phrase.found && !phrase.open) return false;
  if (phrase.found || phrase.guess) {
    if (!phrase.style.marks_plural() || !phrase.IsPlural(phrase.at)) return false;
    phrase.found.reset();
  }
  if (const std::uint32_t behind = phrase.BehindModifier(phrase.at + 1); behind != phrase.at + 1) {
    phrase.at = behind;
    phrase.first = false;
    return true;
  }
  const bool noun = phrase.style.capitalised ? token.capitalised
                    : phrase.style.adjacent
                        ? phrase.first && (phrase.style.plurals.empty() || phrase.IsPlural(phrase.at))
                        : phrase.IsPlural(phrase.at);
  if (phrase.IsAdjective()) {
    ++phrase.at;
    return --phrase.words_left > 0;
  }
  if (noun && token.kind == TokenKind::kWord && !phrase.joined) return ReadGuess(phrase);
  token.kind == TokenKind::kIdeograph ? --phrase.ideographs_left : --phrase.words_left;
  phrase.first = false;
  ++phrase.at;
  return true;
}

// Takes the unknown word at `phrase.at`, with all that hyphens join to it.
bool CountedNounFinder::ReadGuess(Phrase& phrase) const {
  std::uint32_t end = phrase.at + 1;
  while (end + 1 < phrase.end && phrase.GoesOnWithHyphen(end)) {
    end += 2;
    if (NounAt(phrase.document, end - 1) != nullptr) {
      phrase.at = end - 1;
      return true;
    }
  }
  const TextSpan span{phrase.tokens[phrase.at].span.begin, phrase.tokens[end - 1].span.end};
  phrase.guess = CountedNoun{Singular(span.In(phrase.document.text()), phrase.style), span, end, false, false};
  phrase.at = end;
  return phrase.style.marks_plural();
}

std::string CountedNounFinder::Singular(std::string_view word, const Style& style) const {
  for (const auto& [plural, singular] : style.singulars) {
    if (word.size() > plural.size() + 1 && word.ends_with(plural))
      return std::string(word.substr(0, word.size() - plural.size())) + singular;
  }
  return std::string(word);
}

// The concept last named before the number that `counter` may count.
std::string CountedNounFinder::NamedBefore(const Phrase& phrase, const Noun* counter) const {
  std::uint32_t least = phrase.first_token > kMostTokensBack ? phrase.first_token - kMostTokensBack : 0;
  // "others" may be anything where their sentence does not say it.
  const Sentence* sentence = phrase.document.SentenceOf(phrase.first_token);
  if (counter->concept_id.empty() && sentence != nullptr) least = std::max(least, sentence->first_token);
  for (std::uint32_t token = phrase.first_token; token > least; --token) {
    const Hit* hit = NounAt(phrase.document, token - 1);
    if (hit == nullptr || hit->end_token > phrase.first_token) continue;
    if (const Hit* longest = phrase.document.LongestBefore(hit->end_token, SenseKind::kNoun)) hit = longest;
    const Noun& noun = nouns_.Of(*hit);
    if (noun.generic || !counter->MayCount(noun.concept_id)) continue;
    // "the company delivered 820 units", "an order for robots: 820 units"
    if (counter->goods && (!nouns_.IsGoods(noun.concept_id) || nouns_.IsVague(noun.concept_id))) continue;
    const auto lies_over = [hit](const TakenSpan& name) { return name.span.Overlaps(hit->span); };  // "Airbus"
    if (hit->compound_head && std::any_of(phrase.taken.begin(), phrase.taken.end(), lies_over)) continue;
    if (sentence != nullptr && token > sentence->first_token) return noun.concept_id;
    // "The robot changes its battery. 3,000 units are to be made": of what the text is about.
    if (counter->goods || counter->counts.size() > 1) {
      if (const Noun* const topic = nouns_.TopicOf(phrase.document, phrase.first_token, *counter))
        return topic->concept_id;
    }
    return nouns_.InTopic(phrase.document, phrase.first_token, noun.concept_id);
  }
  // 台 with nothing named before could be many things.
  if (counter->counts.size() > 1) return {};
  return counter->counts.empty() ? counter->concept_id : counter->counts.front();
}

}  // namespace newsgraph::extract
