#include "graph/name_search.h"

#include <algorithm>

#include "graph/keys.h"

namespace newsgraph::graph {
namespace {

constexpr char kEnd = '\0';
constexpr char kFirstWord = 'a';
constexpr char kLaterWord = 'b';
constexpr unsigned kContinuation = 0x80;
constexpr unsigned kPayloadBits = 6;
constexpr unsigned kPayload = 0x3F;

// How many bytes the letter takes that begins with `lead`.
std::size_t Width(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte < 0xC0) return 1;
  if (byte < 0xE0) return 2;
  return byte < 0xF0 ? 3 : 4;
}

// The letter at `at`; its bytes as they are where they are no UTF-8.
char32_t LetterAt(std::string_view text, std::size_t at, std::size_t width) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (width == 1) return lead;
  char32_t letter = lead & (0xFFU >> (width + 1));
  for (std::size_t i = 1; i < width && at + i < text.size(); ++i)
    letter = letter << kPayloadBits | (static_cast<unsigned char>(text[at + i]) & kPayload);
  return letter;
}

void Append(std::string& out, char32_t letter) {
  const auto continuation = [&](unsigned shift) {
    out += static_cast<char>(kContinuation | ((letter >> shift) & kPayload));
  };
  if (letter < 0x80) {
    out += static_cast<char>(letter);
  } else if (letter < 0x800) {
    out += static_cast<char>(0xC0 | (letter >> 6));
    continuation(0);
  } else if (letter < 0x10000) {
    out += static_cast<char>(0xE0 | (letter >> 12));
    continuation(6);
    continuation(0);
  } else {
    out += static_cast<char>(0xF0 | (letter >> 18));
    continuation(12);
    continuation(6);
    continuation(0);
  }
}

std::u32string Letters(std::string_view text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t width = Width(text[at]);
    letters += LetterAt(text, at, width);
    at += width;
  }
  return letters;
}

}  // namespace

std::string NameRow::Key() const {
  std::string key(folded);
  key += kEnd;
  key += later_word ? kLaterWord : kFirstWord;
  key += entity;
  return key;
}

std::optional<NameRow> NameRow::Parse(std::string_view key) {
  const std::size_t end = key.find(kEnd);
  if (end == std::string_view::npos || end + 2 >= key.size()) return std::nullopt;
  return NameRow{key.substr(0, end), key[end + 1] == kLaterWord, key.substr(end + 2)};
}

OneEdit::OneEdit(std::string_view typed) : typed_(Letters(typed)) {}

OneEdit::State OneEdit::After(const State& state, char32_t letter) const {
  State next;
  const auto add = [&](std::size_t place) {
    if (std::find(next.edited.begin(), next.edited.end(), place) == next.edited.end()) next.edited.push_back(place);
  };
  const auto is = [&](std::size_t place) { return place < typed_.size() && typed_[place] == letter; };
  if (state.clean) {
    const std::size_t at = *state.clean;
    if (is(at)) next.clean = at + 1;
    add(at);                              // a letter more
    if (at < typed_.size()) add(at + 1);  // another letter
    if (is(at + 1)) add(at + 2);          // a letter less
    if (is(at + 1)) next.swapping = at;
  }
  for (const std::size_t at : state.edited) {
    if (is(at)) add(at + 1);
  }
  if (state.swapping && is(*state.swapping)) add(*state.swapping + 2);
  return next;
}

std::vector<char32_t> OneEdit::Expected(const State& state) const {
  std::vector<char32_t> letters;
  for (const std::size_t at : state.edited) {
    if (at < typed_.size()) letters.push_back(typed_[at]);
  }
  if (state.swapping) letters.push_back(typed_[*state.swapping]);
  return letters;
}

bool OneEdit::AtEnd(const State& state) const {
  const auto ended = [&](std::size_t at) { return at == typed_.size(); };
  return std::any_of(state.edited.begin(), state.edited.end(), ended) ||
         (state.clean && *state.clean + 1 >= typed_.size());
}

OneEdit::Verdict OneEdit::Judge(std::string_view folded) const {
  const bool beginnings = typed_.size() >= kLeastLettersOfBeginning;
  State state{.clean = 0, .edited = {}, .swapping = std::nullopt};
  for (std::size_t at = 0; at < folded.size();) {
    if (beginnings && AtEnd(state)) return {Nearness::kOneEditOfBeginning, {}};
    const std::size_t width = Width(folded[at]);
    const char32_t letter = LetterAt(folded, at, width);
    State next = After(state, letter);
    if (!next.clean && next.edited.empty() && !next.swapping) {
      // Names that go on with a letter that is looked for, or otherwise than up to here.
      char32_t best = 0;
      for (const char32_t expected : Expected(state)) {
        if (expected > letter && (best == 0 || expected < best)) best = expected;
      }
      std::string beginning(folded.substr(0, at));
      if (best == 0) return {std::nullopt, PrefixEnd(beginning)};
      Append(beginning, best);
      return {std::nullopt, std::move(beginning)};
    }
    state = std::move(next);
    at += width;
  }
  if (AtEnd(state)) return {Nearness::kOneEdit, {}};
  // Longer names may match.
  return {std::nullopt, std::string(folded) + '\x01'};
}

}  // namespace newsgraph::graph
