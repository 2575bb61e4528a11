#include "extract/clauses.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string_view>
#include <utility>

namespace newsgraph::extract {
namespace {

// In tenths of a word, read off annotated articles: a comma parts about as
// three words do, a clause mark as eight.
constexpr int kWord = 10;
constexpr int kIdeograph = 5;
constexpr int kCommaCost = 25;
constexpr int kWideCommaCost = 60;  // where lists have a comma of their own
constexpr int kBracketCost = 15;
constexpr int kWeakMark = 15;
constexpr int kStrongMark = 60;
constexpr int kSemicolonCost = 80;
constexpr int kAside = 100;  // out of a relative clause that commas set off
constexpr int kFullStop = 400;
// Brackets within brackets deeper than this are read as one.
constexpr std::size_t kDeepest = 4;

// What a sign does to the distance between what stands before and behind it.
enum class Sign : std::uint8_t {
  kOther,
  kWideComma,
  kComma,
  kSemicolon,
  kDash,
  kOpens,
  kCloses,
  kTurnsQuote,
  kQuotes,
  kEndsQuote
};

constexpr std::array<std::pair<std::string_view, Sign>, 21> kSigns = {{
    {"，", Sign::kWideComma}, {"、", Sign::kComma},    {"،", Sign::kComma},     {"；", Sign::kSemicolon},
    {"：", Sign::kSemicolon}, {"—", Sign::kSemicolon}, {"؛", Sign::kSemicolon}, {"–", Sign::kDash},
    {"（", Sign::kOpens},     {"【", Sign::kOpens},    {"）", Sign::kCloses},   {"】", Sign::kCloses},
    {"“", Sign::kTurnsQuote}, {"„", Sign::kQuotes},    {"«", Sign::kQuotes},    {"「", Sign::kQuotes},
    {"『", Sign::kQuotes},    {"”", Sign::kEndsQuote}, {"»", Sign::kEndsQuote}, {"」", Sign::kEndsQuote},
    {"』", Sign::kEndsQuote},
}};

Sign SignOf(std::string_view sign) {
  if (sign.size() > 1) {
    const auto* const found = std::find_if(kSigns.begin(), kSigns.end(), [sign](const auto& each) {
      // They differ in their last byte, if at all.
      return each.first.back() == sign.back() && each.first == sign;
    });
    return found == kSigns.end() ? Sign::kOther : found->second;
  }
  switch (sign.front()) {
    case ',':
      return Sign::kComma;
    case ';':
    case ':':
      return Sign::kSemicolon;
    case '-':
      return Sign::kDash;
    case '(':
    case '[':
      return Sign::kOpens;
    case ')':
    case ']':
      return Sign::kCloses;
    case '"':
      return Sign::kTurnsQuote;
    default:
      return Sign::kOther;
  }
}

int CostOf(Sign sign, bool space_before) {
  switch (sign) {
    case Sign::kWideComma:
      return kWideCommaCost;
    case Sign::kComma:
      return kCommaCost;
    case Sign::kSemicolon:
      return kSemicolonCost;
    case Sign::kDash:
      return space_before ? kSemicolonCost : 0;
    case Sign::kOpens:
      return kBracketCost;
    default:
      return 0;
  }
}

int CostOf(ClauseMark mark) {
  if (mark == ClauseMark::kStrong || mark == ClauseMark::kCondition) return kStrongMark;
  return mark == ClauseMark::kWeak ? kWeakMark : 0;
}

// Walks through the tokens and keeps count of how far it has come.
class Walk {
 public:
  Walk(const Document& document, const std::vector<ClauseMark>& marks) : document_(document), marks_(marks) {
    open_.reserve(kDeepest);
  }

  int at() const { return at_; }
  bool quoted() const { return quoted_; }
  bool aside() const { return aside_ != kNowhere; }

  void Enter(bool new_paragraph) {
    if (new_paragraph) quoted_ = false;
    open_.clear();
    aside_ = kNowhere;
    at_ += kFullStop;
  }

  void Pass(std::uint32_t token) {
    const Token& passed = document_.tokens()[token];
    if (passed.kind == TokenKind::kSign) {
      // ", which has 96,000 employees": no end of the clause.
      if (!(aside() && IsInNumber(token))) PassSign(SignOf(document_.Written(token)), passed.space_before);
    } else if (const Hit* mark = document_.Longest(token, SenseKind::kClauseMark)) {
      // ", who …,": what two commas set off is passed over like brackets.
      const bool relative = marks_[mark->sense.entry] == ClauseMark::kRelative;
      if (relative && token > 0 && document_.tokens()[token - 1].kind == TokenKind::kSign &&
          SignOf(document_.Written(token - 1)) == Sign::kComma)
        aside_ = at_;
      at_ += CostOf(marks_[mark->sense.entry]);
    } else {
      at_ += passed.kind == TokenKind::kIdeograph ? kIdeograph : kWord;
    }
  }

 private:
  static constexpr int kNowhere = -1;

  bool IsInNumber(std::uint32_t sign) const {
    const std::span<const Token> tokens = document_.tokens();
    return sign > 0 && sign + 1 < tokens.size() && tokens[sign - 1].kind == TokenKind::kNumber &&
           tokens[sign + 1].kind == TokenKind::kNumber && !tokens[sign + 1].space_before;
  }

  void PassSign(Sign sign, bool space_before) {
    if (aside_ != kNowhere && sign == Sign::kComma) {
      at_ = std::exchange(aside_, kNowhere) + kWord / 2;
      return;
    }
    if (sign == Sign::kOpens && open_.size() < kDeepest) open_.push_back(at_);
    at_ += CostOf(sign, space_before);
    if (sign == Sign::kCloses && !open_.empty()) {
      at_ = open_.back() + kWord / 2;
      open_.pop_back();
    }
    if (sign == Sign::kTurnsQuote) quoted_ = !quoted_;  // “ opens in English and closes in German
    if (sign == Sign::kQuotes) quoted_ = true;
    if (sign == Sign::kEndsQuote) quoted_ = false;
  }

  const Document& document_;
  const std::vector<ClauseMark>& marks_;
  std::vector<int> open_;  // where the brackets around a token began
  int aside_ = kNowhere;   // where a relative clause behind a comma began
  int at_ = 0;
  bool quoted_ = false;
};

}  // namespace

Clauses::Clauses(const Document& document, const std::vector<ClauseMark>& marks,
                 std::span<const std::uint32_t> paragraphs) {
  places_.resize(document.tokens().size());
  Walk walk(document, marks);
  auto paragraph = paragraphs.begin();
  bool entered = false;
  for (const Sentence& sentence : document.sentences()) {
    for (; paragraph != paragraphs.end() && *paragraph < sentence.paragraph; ++paragraph) entered = false;
    if (paragraph == paragraphs.end()) break;
    if (*paragraph != sentence.paragraph) continue;
    walk.Enter(!std::exchange(entered, true));
    for (std::uint32_t token = sentence.first_token; token < sentence.end_token; ++token) {
      walk.Pass(token);
      places_[token] = {walk.at(), walk.quoted(), walk.aside()};
    }
  }
}

int Clauses::Distance(std::uint32_t a, std::uint32_t b) const { return std::abs(places_[a].at - places_[b].at); }

int Clauses::Distance(TokenRange a, TokenRange b) const {
  const Place& first = places_[std::min(a.begin, b.begin)];
  const Place& second = places_[std::max(a.begin, b.begin)];
  const int apart = first.aside && !second.aside ? kAside : 0;
  if (a.end <= b.begin) return Distance(a.end - 1, b.begin) + apart;
  if (b.end <= a.begin) return Distance(b.end - 1, a.begin) + apart;
  return 0;
}

}  // namespace newsgraph::extract
