#include "extract/counted_noun.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace newsgraph::extract {
namespace {

// A noun stands within so many words of its number.
constexpr int kMostWords = 6;
constexpr int kMostIdeographs = 18;
// How many tokens back a counting word looks for what it counts.
constexpr std::uint32_t kMostTokensBack = 120;

}  // namespace

bool IsQuotationMark(std::string_view sign) {
  return sign == "\"" || sign == "„" || sign == "“" || sign == "”" || sign == "'" || sign == "‘" || sign == "«" ||
         sign == "»" || sign == "「" || sign == "」";
}

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
  const Noun* counter = nullptr;
  std::uint32_t counter_end = 0;
  TextSpan counter_span = {};
  std::string_view name_concept = {};
  TextSpan name_span = {};
};

CountedNounFinder::CountedNounFinder(const PackSet& packs, const Nouns& nouns, Lexicon::Builder& lexicon)
    : nouns_(nouns) {
  for (const Pack& pack : packs.packs()) {
    const PackNode node = pack.root["noun_phrase"];
    if (!node || pack.language.empty()) continue;
    node.AllowKeys({"head", "capitalised", "before", "adjacent", "plurals", "no_plurals", "stops", "counter_stops"});
    Style style{node["head"].Text() == "last", node["capitalised"].Flag(), node["before"].Flag(),
                node["adjacent"].Flag(),       node["plurals"].Words(),    node["no_plurals"].Words()};
    const auto bit = static_cast<std::size_t>(std::countr_zero(pack.languages));
    if (styles_.size() <= bit) styles_.resize(bit + 1);
    styles_[bit] = std::move(style);
    Sense stop;
    stop.kind = SenseKind::kNounStop;
    stop.inflects = false;
    stop.languages = pack.languages;
    for (const std::string& word : node["stops"].Words()) lexicon.Add(word, stop);
    stop.entry = 1;  // only right behind a counting word: 5000颗的
    for (const std::string& word : node["counter_stops"].Words()) lexicon.Add(word, stop);
  }
}

const CountedNounFinder::Style& CountedNounFinder::StyleOf(LanguageSet languages) const {
  static const Style kPlain;
  const auto bit = static_cast<std::size_t>(std::countr_zero(languages));
  return bit < styles_.size() ? styles_[bit] : kPlain;
}

// The longest noun that is, or ends, the word at `token`.
const Hit* CountedNounFinder::NounAt(const Document& document, std::uint32_t token) const {
  if (!document.HasHit(token, SenseKind::kNoun)) return nullptr;
  for (const Hit& hit : document.HitsAt(token)) {
    if (hit.sense.kind == SenseKind::kNoun) return &hit;
  }
  return nullptr;
}

bool CountedNounFinder::IsCounter(const Document& document, std::uint32_t token) const {
  const Hit* noun = token < document.tokens().size() ? NounAt(document, token) : nullptr;
  return noun != nullptr && nouns_.Of(*noun).generic;
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
  if (phrase.counter != nullptr) {
    return CountedNoun{NamedBefore(phrase, phrase.counter), phrase.counter_span, phrase.counter_end,
                       phrase.counter->counts.empty()};
  }
  return std::nullopt;
}

// "70-page report", "Zehn-Tore-Vorsprung": the word behind the hyphen is counted,
// not what the compound describes.
std::optional<CountedNoun> CountedNounFinder::JoinedNoun(const Phrase& phrase) const {
  const std::uint32_t word = phrase.at + 1;
  if (word >= phrase.end || phrase.document.Folded(phrase.at) != "-" || phrase.tokens[phrase.at].space_before ||
      phrase.tokens[word].space_before || phrase.tokens[word].kind != TokenKind::kWord) {
    return std::nullopt;
  }
  const Hit* hit = NounAt(phrase.document, word);
  if (hit != nullptr && !nouns_.Of(*hit).generic)
    return CountedNoun{nouns_.Of(*hit).concept_id, hit->span, hit->end_token};
  const TextSpan span = phrase.tokens[word].span;
  return CountedNoun{std::string(span.In(phrase.document.text())), span, word + 1, false, false};
}

// Reads on from `phrase.at`; false where the phrase ends.
bool CountedNounFinder::ReadToken(Phrase& phrase) const {
  const Token& token = phrase.tokens[phrase.at];
  if (token.masked || (token.line_start && phrase.at != phrase.first_token)) return false;
  const auto name = std::lower_bound(phrase.taken.begin(), phrase.taken.end(), token.span.begin,
                                     [](const TakenSpan& t, std::uint32_t begin) { return t.span.end <= begin; });
  if (name != phrase.taken.end() && name->span.begin <= token.span.begin) {
    if (name->is_date) return false;
    if (phrase.name_concept.empty()) {
      phrase.name_concept = name->concept_id;
      phrase.name_span = name->span;
    }
    --phrase.words_left;
    while (phrase.at < phrase.end && phrase.tokens[phrase.at].span.begin < name->span.end) ++phrase.at;
    return true;
  }
  if (token.kind == TokenKind::kNumber) return false;
  if (token.kind == TokenKind::kSign) {
    const std::string_view sign = phrase.document.Folded(phrase.at);
    const bool hyphen = sign == "-" && !token.space_before;
    if (!hyphen && !IsQuotationMark(sign)) return false;
    ++phrase.at;
    return true;
  }
  const Hit* stop = phrase.document.Longest(phrase.at, SenseKind::kNounStop);
  const Hit* noun = NounAt(phrase.document, phrase.at);
  // "durchgefallen" ends in no noun where nouns are capitalised.
  if (noun != nullptr && noun->compound_head && phrase.style.capitalised && !token.capitalised) noun = nullptr;
  const bool stops = stop != nullptr && (stop->sense.entry == 0 || phrase.at == phrase.counter_end);
  if (stops && (noun == nullptr || noun->span.size() <= stop->span.size())) return ReadBehindStop(*stop, phrase);
  return noun != nullptr ? ReadNoun(*noun, phrase) : ReadUnknown(phrase);
}

// 5台のロボット: what the counting word may count, behind a particle. Always the end
// of the phrase.
bool CountedNounFinder::ReadBehindStop(const Hit& stop, Phrase& phrase) const {
  const bool counted = phrase.counter != nullptr && phrase.at == phrase.counter_end && stop.end_token < phrase.end;
  const Hit* noun = counted && stop.sense.entry == 1 ? NounAt(phrase.document, stop.end_token) : nullptr;
  if (noun == nullptr || phrase.tokens[noun->first_token].masked) return false;
  const Noun& what = nouns_.Of(*noun);
  const std::vector<std::string>& counts = phrase.counter->counts;
  if (!what.generic && std::find(counts.begin(), counts.end(), what.concept_id) != counts.end())
    phrase.found = CountedNoun{what.concept_id, noun->span, noun->end_token};
  return false;
}

bool CountedNounFinder::ReadNoun(const Hit& hit, Phrase& phrase) const {
  const Noun& noun = nouns_.Of(hit);
  if (noun.generic) {
    if (phrase.found) return false;
    if (phrase.counter == nullptr) {
      phrase.counter = &noun;
      phrase.counter_end = hit.end_token;
      phrase.counter_span = hit.span;
    }
  } else {
    phrase.found = CountedNoun{noun.concept_id, hit.span, hit.end_token};
    if (!phrase.style.head_last) return false;
  }
  phrase.at = hit.end_token;
  return true;
}

bool CountedNounFinder::ReadUnknown(Phrase& phrase) const {
  const Token& token = phrase.tokens[phrase.at];
  if (phrase.found) return false;  // only nouns go on with a chain of nouns
  const std::string_view word = phrase.document.Folded(phrase.at);
  const auto ends_so = [word](const std::string& ending) {
    return word.size() > ending.size() + 2 && word.ends_with(ending);
  };
  const bool plural = std::any_of(phrase.style.plurals.begin(), phrase.style.plurals.end(), ends_so) &&
                      std::none_of(phrase.style.no_plurals.begin(), phrase.style.no_plurals.end(), ends_so);
  const bool noun = phrase.style.capitalised ? token.capitalised
                                             : plural || (phrase.style.adjacent && phrase.words_left == kMostWords);
  if (noun && token.kind == TokenKind::kWord) {
    std::uint32_t end = phrase.at + 1;
    while (end + 1 < phrase.end && !phrase.tokens[end].space_before && !phrase.tokens[end + 1].space_before &&
           phrase.document.Folded(end) == "-") {
      end += 2;
      if (NounAt(phrase.document, end - 1) != nullptr) {
        phrase.at = end - 1;
        return true;
      }
    }
    const TextSpan span{token.span.begin, phrase.tokens[end - 1].span.end};
    if (!phrase.guess)
      phrase.guess = CountedNoun{std::string(span.In(phrase.document.text())), span, end, false, false};
    if (phrase.style.capitalised) return false;
  }
  token.kind == TokenKind::kIdeograph ? --phrase.ideographs_left : --phrase.words_left;
  ++phrase.at;
  return true;
}

// The concept last named before the number that `counter` may count.
std::string CountedNounFinder::NamedBefore(const Phrase& phrase, const Noun* counter) const {
  const auto fits = [counter](std::string_view id) {
    return counter->counts.empty() ||
           std::find(counter->counts.begin(), counter->counts.end(), id) != counter->counts.end();
  };
  const std::uint32_t least = phrase.first_token > kMostTokensBack ? phrase.first_token - kMostTokensBack : 0;
  for (std::uint32_t token = phrase.first_token; token > least; --token) {
    const Hit* hit = NounAt(phrase.document, token - 1);
    if (hit == nullptr || hit->end_token > phrase.first_token) continue;
    const Noun& noun = nouns_.Of(*hit);
    if (!noun.generic && fits(noun.concept_id)) return noun.concept_id;
  }
  // 台 with nothing named before could be many things.
  if (counter->counts.size() > 1) return {};
  return counter->counts.empty() ? counter->concept_id : counter->counts.front();
}

}  // namespace newsgraph::extract
