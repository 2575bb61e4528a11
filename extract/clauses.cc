#include "extract/clauses.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>
#include <string_view>

namespace newsgraph::extract {
namespace {

// In tenths of a word, read off annotated articles: a comma parts about as
// three words do, a clause mark as eight.
constexpr int kWord = 10;
constexpr int kIdeograph = 5;
constexpr int kComma = 25;
constexpr int kWideComma = 60;  // where lists have a comma of their own
constexpr int kBracket = 15;
constexpr int kWeakMark = 15;
constexpr int kStrongMark = 60;
constexpr int kSemicolon = 80;
constexpr int kFullStop = 400;
// Brackets within brackets deeper than this are read as one.
constexpr std::size_t kDeepest = 4;

int SignCost(std::string_view sign, bool space_before) {
  if (sign == "，") return kWideComma;
  if (sign == "," || sign == "、" || sign == "،") return kComma;
  if (sign == ";" || sign == "；" || sign == ":" || sign == "：" || sign == "—" || sign == "؛") return kSemicolon;
  if (sign == "–" || sign == "-") return space_before ? kSemicolon : 0;
  return 0;
}

int CostOf(ClauseMark mark) {
  if (mark == ClauseMark::kStrong || mark == ClauseMark::kCondition) return kStrongMark;
  return mark == ClauseMark::kWeak ? kWeakMark : 0;
}

bool Opens(std::string_view sign) { return sign == "(" || sign == "（" || sign == "[" || sign == "【"; }
bool Closes(std::string_view sign) { return sign == ")" || sign == "）" || sign == "]" || sign == "】"; }

constexpr std::array<std::string_view, 4> kOpeningQuotes = {"„", "«", "「", "『"};
constexpr std::array<std::string_view, 5> kClosingQuotes = {"”", "’’", "»", "」", "』"};

// Whether the text is quoted behind `sign`, where it was `quoted` before.
bool QuotedBehind(std::string_view sign, bool quoted) {
  if (sign == "\"" || sign == "“") return !quoted;  // “ opens in English and closes in German
  if (std::find(kOpeningQuotes.begin(), kOpeningQuotes.end(), sign) != kOpeningQuotes.end()) return true;
  if (std::find(kClosingQuotes.begin(), kClosingQuotes.end(), sign) != kClosingQuotes.end()) return false;
  return quoted;
}

}  // namespace

Clauses::Clauses(const Document& document, const std::vector<ClauseMark>& marks) {
  const std::span<const Token> tokens = document.tokens();
  position_.reserve(tokens.size());
  quoted_.reserve(tokens.size());
  std::vector<int> open;  // where the brackets around a token began
  open.reserve(kDeepest);
  int at = 0;
  bool quoted = false;
  std::size_t next_sentence = 0;
  for (std::uint32_t token = 0; token < tokens.size(); ++token) {
    if (next_sentence < document.sentences().size() && token >= document.sentences()[next_sentence].first_token) {
      const bool new_paragraph = next_sentence == 0 || document.sentences()[next_sentence].paragraph !=
                                                           document.sentences()[next_sentence - 1].paragraph;
      if (new_paragraph) quoted = false;
      ++next_sentence;
      open.clear();
      at += kFullStop;
    }
    if (tokens[token].kind == TokenKind::kSign) {
      const std::string_view sign = document.Written(token);
      if (Opens(sign) && open.size() < kDeepest) open.push_back(at);
      at += Opens(sign) ? kBracket : SignCost(sign, tokens[token].space_before);
      if (Closes(sign) && !open.empty()) {
        at = open.back() + kWord / 2;
        open.pop_back();
      }
      quoted = QuotedBehind(sign, quoted);
    } else if (const Hit* mark = document.Longest(token, SenseKind::kClauseMark)) {
      at += CostOf(marks[mark->sense.entry]);
    } else {
      at += tokens[token].kind == TokenKind::kIdeograph ? kIdeograph : kWord;
    }
    position_.push_back(at);
    quoted_.push_back(quoted);
  }
}

int Clauses::Distance(std::uint32_t a, std::uint32_t b) const { return std::abs(position_[a] - position_[b]); }

int Clauses::Distance(TokenRange a, TokenRange b) const {
  if (a.end <= b.begin) return Distance(a.end - 1, b.begin);
  if (b.end <= a.begin) return Distance(b.end - 1, a.begin);
  return 0;
}

}  // namespace newsgraph::extract
