#include "extract/sentences.h"

#include <algorithm>
#include <array>

namespace newsgraph::extract {
namespace {

// A sentence that runs on for so many tokens is a table or list without an end, or
// malice; it is cut, so that no stage ever looks at more.
constexpr std::uint32_t kMostTokens = 500;
// As far from there a sign is looked for at which to cut.
constexpr std::uint32_t kMostTokensToSign = 100;
// No more signs belong to the stop before them.
constexpr std::uint32_t kMostClosing = 32;

// A number of this many digits before a full stop is a year or a quantity.
constexpr std::size_t kLongestOrdinal = 2;

template <std::size_t N>
bool IsOneOf(std::string_view sign, const std::array<std::string_view, N>& signs) {
  return std::any_of(signs.begin(), signs.end(),
                     [sign](std::string_view each) { return each.front() == sign.front() && each == sign; });
}

// Signs that end a sentence whatever follows, and those that may.
constexpr std::array<std::string_view, 5> kHardStops = {"。", "！", "？", "｡", "।"};
constexpr std::array<std::string_view, 3> kSoftStops = {"…", "؟", "۔"};
bool IsHardStop(std::string_view sign) { return sign.size() > 1 && IsOneOf(sign, kHardStops); }
bool IsSoftStop(std::string_view sign) {
  if (sign.size() > 1) return IsOneOf(sign, kSoftStops);
  return sign == "." || sign == "!" || sign == "?";
}
// What may stand between a stop and the next sentence, and belongs to the stop.
constexpr std::array<std::string_view, 14> kClosing = {"\"", "'", "”",  "’",  "“",  "»",  "«",
                                                       ")",  "]", "」", "』", "）", "】", "》"};

// What parts clauses, and what parts the items of a list.
constexpr std::array<std::array<std::string_view, 4>, 2> kParting = {{{";", "；", "|", "•"}, {",", "，", "、", "،"}}};

std::size_t CharactersIn(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

// The state of one split.
struct SentenceSplitter::Run {
  const SentenceSplitter& splitter;
  std::string_view text;
  const TokenizedText& tokenized;
  LanguageSet languages;
  std::span<const Token> tokens = tokenized.tokens;

  std::string_view Written(std::uint32_t token) const { return tokens[token].span.In(text); }
  WordSet WordsAt(std::uint32_t token) const { return splitter.WordsOf(tokenized.Folded(tokens[token]), languages); }

  bool IsStop(std::uint32_t token) const {
    if (tokens[token].kind != TokenKind::kSign) return false;
    const std::string_view sign = Written(token);
    return IsSoftStop(sign) || IsHardStop(sign);
  }
  std::uint32_t AfterClosing(std::uint32_t token, std::uint32_t end) const;
  bool Ends(std::uint32_t stop, std::uint32_t next, std::uint32_t first) const;
  bool EndsAtFullStop(std::uint32_t stop, std::uint32_t next, std::uint32_t first) const;
  std::uint32_t CutBefore(std::uint32_t end) const;
};

// Where to cut a sentence that may not go on at token `end`: behind the last
// semicolon or comma before it that white space or an ideograph follows.
std::uint32_t SentenceSplitter::Run::CutBefore(std::uint32_t end) const {
  for (const auto& signs : kParting) {
    for (std::uint32_t next = end; next > end - kMostTokensToSign; --next) {
      const bool parts = tokens[next].space_before || tokens[next].kind == TokenKind::kIdeograph;
      if (parts && tokens[next - 1].kind == TokenKind::kSign && IsOneOf(Written(next - 1), signs)) return next;
    }
  }
  return end;
}

// One past the stops, quotes and brackets that follow the stop before `token`
// without white space.
std::uint32_t SentenceSplitter::Run::AfterClosing(std::uint32_t token, std::uint32_t end) const {
  const std::uint32_t most = std::min(end, token + kMostClosing);
  while (token < most && tokens[token].kind == TokenKind::kSign && !tokens[token].space_before &&
         (IsOneOf(Written(token), kClosing) || IsStop(token))) {
    ++token;
  }
  // A footnote's mark: "pro Stunde.1"
  if (token + 1 < end && tokens[token].kind == TokenKind::kNumber && !tokens[token].space_before &&
      tokens[token].span.size() <= 2 && tokens[token + 1].space_before && token >= 2 &&
      tokens[token - 2].kind == TokenKind::kWord && tokens[token + 1].capitalised) {
    ++token;
  }
  return token;
}

// Whether the sentence that began with token `first` ends with the stop `stop`
// where `next` follows it.
bool SentenceSplitter::Run::Ends(std::uint32_t stop, std::uint32_t next, std::uint32_t first) const {
  if (tokens[stop].kind != TokenKind::kSign) return false;
  const std::string_view sign = Written(stop);
  if (IsHardStop(sign)) return true;
  if (!IsSoftStop(sign)) return false;
  const Token& after = tokens[next];
  if (!after.space_before && after.kind != TokenKind::kIdeograph) return false;
  if (after.kind == TokenKind::kWord && !after.capitalised && after.span.size() > 1 &&
      static_cast<unsigned char>(Written(next).front()) < 0xD9) {
    return false;  // goes on in lower case, in a script that has it
  }
  return sign != "." || EndsAtFullStop(stop, next, first);
}

bool SentenceSplitter::Run::EndsAtFullStop(std::uint32_t stop, std::uint32_t next, std::uint32_t first) const {
  if (stop == first) return true;
  const Token& before = tokens[stop - 1];
  if (tokens[stop].space_before) return true;
  // "de nov. a marzo": in lower case it starts nothing.
  const bool lower_case = tokens[next].kind == TokenKind::kWord && !tokens[next].capitalised &&
                          static_cast<unsigned char>(Written(next).front()) < 0xD9;
  const bool starter = !lower_case && (WordsAt(next) & Bit(Word::kStarter)) != 0;
  if (before.kind == TokenKind::kNumber) {
    // "1. Januar", "15. Fünfjahresplan"; "1. What" at the start of a list item.
    if (stop - 1 == first) return false;
    const bool of_date =
        tokens[next].kind == TokenKind::kNumber && next + 1 < tokens.size() && Written(next + 1) == ".";
    const bool ordinal = (splitter.ordinal_stops_ & languages) != 0 &&
                         (of_date || (before.span.size() <= kLongestOrdinal &&
                                      (before.space_before || stop < 2 || Written(stop - 2) != ",")));
    return !ordinal || starter;
  }
  if (before.kind != TokenKind::kWord) return true;
  const WordSet words = WordsAt(stop - 1);
  if ((words & Bit(Word::kTitle)) != 0) return false;
  if ((words & Bit(Word::kBeforeNumber)) != 0 && tokens[next].kind == TokenKind::kNumber) return false;
  // "U.S.", "z. B.", "J. Smith"; but a syllable is a word: "15%다."
  constexpr unsigned char kFirstOfHangul = 0xEA;
  const bool syllable = static_cast<unsigned char>(Written(stop - 1).front()) >= kFirstOfHangul;
  const bool initial = !syllable && CharactersIn(Written(stop - 1)) == 1;
  return (!initial && (words & Bit(Word::kAbbreviation)) == 0) || starter;
}

SentenceSplitter::SentenceSplitter(const PackSet& packs, PackErrors&) {
  for (const Pack& pack : packs.packs()) {
    const PackNode table = pack.root["sentences"];
    if (!table) continue;
    table.AllowKeys({"abbreviations", "titles", "before_numbers", "starters", "ordinal_stops"});
    Add(table["abbreviations"], Word::kAbbreviation, pack.languages);
    Add(table["titles"], Word::kTitle, pack.languages);
    Add(table["before_numbers"], Word::kBeforeNumber, pack.languages);
    Add(table["starters"], Word::kStarter, pack.languages);
    if (table["ordinal_stops"].Flag()) ordinal_stops_ |= pack.languages;
  }
}

void SentenceSplitter::Add(const PackNode& list, Word word, LanguageSet languages) {
  for (const std::string& text : list.Words()) {
    std::string folded = FoldPhrase(text);
    if (folded.ends_with('.')) folded.pop_back();
    words_[std::move(folded)].push_back({word, languages});
  }
}

SentenceSplitter::WordSet SentenceSplitter::WordsOf(std::string_view folded, LanguageSet languages) const {
  const auto found = words_.find(folded);
  if (found == words_.end()) return 0;
  WordSet words = 0;
  for (const Entry& entry : found->second) {
    if ((entry.languages & languages) != 0) words |= Bit(entry.word);
  }
  return words;
}

std::vector<Sentence> SentenceSplitter::Split(std::string_view text, const TokenizedText& tokenized,
                                              std::span<const Line> lines, LanguageSet languages) const {
  const Run run{*this, text, tokenized, languages};
  const std::span<const Token> tokens = tokenized.tokens;
  std::vector<Sentence> sentences;
  std::uint32_t paragraph = 0;
  const auto add = [&](std::uint32_t first, std::uint32_t end) {
    if (first < end) sentences.push_back({{tokens[first].span.begin, tokens[end - 1].span.end}, first, end, paragraph});
  };
  for (std::size_t begin = 0, end = 0; begin < lines.size(); begin = end, ++paragraph) {
    for (end = begin + 1; end < lines.size() && lines[end].continues; ++end) continue;
    const std::uint32_t stop = lines[end - 1].end_token;
    std::uint32_t first = lines[begin].first_token;
    for (std::uint32_t token = first; token < stop;) {
      // Most end nothing.
      const std::uint32_t most = std::min(stop, first + kMostTokens - 1);
      while (token < most && tokens[token].kind != TokenKind::kSign && !tokens[token].masked) ++token;
      if (token == stop) break;
      if (tokens[token].masked) {
        add(first, token);
        first = ++token;
        continue;
      }
      const std::uint32_t next = run.IsStop(token) ? run.AfterClosing(token + 1, stop) : token + 1;
      if (next < stop && run.Ends(token, next, first)) {
        add(first, next);
        first = next;
      } else if (next < stop && next - first >= kMostTokens) {
        const std::uint32_t cut = run.CutBefore(next);
        add(first, cut);
        first = cut;
      }
      token = next;
    }
    add(first, stop);
  }
  return sentences;
}

}  // namespace newsgraph::extract
