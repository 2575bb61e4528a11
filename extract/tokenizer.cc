#include "extract/tokenizer.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <limits>
#include <utility>

#include "extract/characters.h"

namespace newsgraph::extract {
namespace {

using Class = CharacterClass;

// Of each code point of the basic plane, its fold, whether it is upper case, and its class, made by
// cmake/character_table.cc.
constexpr std::uint32_t kCharacters[] = {
#include "character_table.inc"
};
constexpr UChar32 kEndOfTable = 0x10000;
static_assert(std::size(kCharacters) == kEndOfTable);

Class ClassOf(UChar32 c) { return c < kEndOfTable ? static_cast<Class>(kCharacters[c] >> 24U) : ClassOfCharacter(c); }
UChar32 FoldOf(UChar32 c) {
  return c < kEndOfTable ? static_cast<UChar32>(kCharacters[c] & 0xFFFFU) : FoldOfCharacter(c);
}
bool IsUpper(UChar32 c) { return c < kEndOfTable ? (kCharacters[c] >> 16U & 1U) != 0 : IsUpperCharacter(c); }

TokenKind KindOf(Class c) {
  switch (c) {
    case Class::kDigit:
      return TokenKind::kNumber;
    case Class::kLetter:
    case Class::kHangul:
    case Class::kKatakana:
      return TokenKind::kWord;
    case Class::kIdeograph:
      return TokenKind::kIdeograph;
    default:
      return TokenKind::kSign;
  }
}

bool Continues(Class run, Class next) {
  if (next == Class::kMark || next == Class::kFormat) return run == Class::kLetter || run == Class::kHangul;
  return run == next &&
         (run == Class::kDigit || run == Class::kLetter || run == Class::kHangul || run == Class::kKatakana);
}

// What a letter of ASCII has in lower case.
constexpr char kLowerBit = 'a' - 'A';

// The letters, digits and spaces of ASCII by byte; all else is a sign here.
constexpr std::array<Class, 256> kPlain = [] {
  std::array<Class, 256> plain{};
  plain.fill(Class::kSign);
  for (unsigned c = 'a'; c <= 'z'; ++c) plain[c] = plain[c - 'a' + 'A'] = Class::kLetter;
  for (unsigned c = '0'; c <= '9'; ++c) plain[c] = Class::kDigit;
  plain[' '] = Class::kSpace;
  return plain;
}();

// From Hebrew to Tibetan; from the radicals of Chinese on.
constexpr UChar32 kFirstCaseless = 0x5C0;
constexpr UChar32 kLastCaseless = 0xFFF;
constexpr UChar32 kFirstEastAsian = 0x2E80;

constexpr std::uint32_t kEight = 8;

// Eight bytes of text that are asked for letters of ASCII all at once.
class EightBytes {
 public:
  explicit EightBytes(const char* at) { std::memcpy(&bytes_, at, kEight); }

  // How many letters they begin with.
  std::uint32_t Letters() const {
    // A byte's highest bit tells whether it is as much as 'a', more than 'z', in lower case; those of 0x80 and above
    // are none.
    const std::uint64_t low = (bytes_ | Each(kLowerBit)) & ~Each(kHighBit);
    const std::uint64_t from_a = low + Each(kHighBit - 'a');
    const std::uint64_t behind_z = low + Each(kHighBit - 'z' - 1);
    const std::uint64_t others = ~(from_a & ~behind_z & ~bytes_) & Each(kHighBit);
    return static_cast<std::uint32_t>(std::countr_zero(others)) / 8;
  }

  // Whether one of the first `count`, which are letters, is in lower case.
  bool AnySmall(std::uint32_t count) const {
    return count != 0 && ((bytes_ & Each(kLowerBit)) << (8 * (kEight - count))) != 0;
  }

  // Writes them, the letters among them in lower case; returns what comes behind `count` of them.
  char* WriteSmall(char* out, std::uint32_t count) const {
    const std::uint64_t small = bytes_ | Each(kLowerBit);
    std::memcpy(out, &small, kEight);
    return out + count;
  }

 private:
  static_assert(std::endian::native == std::endian::little);
  static constexpr std::uint64_t kHighBit = 0x80;
  static constexpr std::uint64_t Each(std::uint64_t byte) { return 0x0101010101010101U * byte; }

  std::uint64_t bytes_ = 0;
};

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {
    out_.tokens.resize(text.size() / 5 + 4);
    out_.folded.resize(text.size() + text.size() / 2 + kRoom);
  }

  TokenizedText Run() && {
    const auto size = static_cast<std::uint32_t>(text_.size());
    for (std::uint32_t at = 0; at < size;) {
      const Class plain = kPlain[static_cast<unsigned char>(text_[at])];
      if (plain == Class::kSpace) {
        space_ = true;
        ++at;
      } else if (plain == Class::kSign) {
        at = ReadCharacter(at);
      } else {
        at = ReadPlain(plain, at);
      }
    }
    out_.tokens.resize(count_);
    out_.folded.resize(folded_);
    List();
    return std::move(out_);
  }

 private:
  // No character of two bytes folds to more than three, none of others to more than it has; and letters are written
  // eight at a time.
  static constexpr std::size_t kRoom = kEight;

  bool ContinuesAt(std::uint32_t at, Class found) const { return at == token_end_ && Continues(run_, found); }
  Token& Last() { return out_.tokens[count_ - 1]; }

  // Any character; returns where it ends.
  std::uint32_t ReadCharacter(std::uint32_t begin) {
    auto at = static_cast<std::int32_t>(begin);
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text_.data()), at, static_cast<std::int32_t>(text_.size()), c);
    const auto end = static_cast<std::uint32_t>(at);
    const Class found = c < 0 ? Class::kSign : ClassOf(c);
    if (ContinuesAt(begin, found)) {
      Extend(c, found, end);
    } else if (found == Class::kSpace || found == Class::kFormat) {
      space_ = space_ || found == Class::kSpace;
    } else if (found == Class::kNewline) {
      space_ = line_start_ = true;
    } else {
      Token& token = Begin(found, begin);
      token.span.end = token_end_ = end;
      token.capitalised = token.all_capitals = c >= 0 && IsUpper(c);
      Fold(c >= 0 ? FoldOf(c) : c, text_[begin]);
      token.folded_end = folded_;
      out_.may_have_caseless = out_.may_have_caseless || (c >= kFirstCaseless && c <= kLastCaseless);
      out_.may_have_east_asian = out_.may_have_east_asian || c >= kFirstEastAsian;
    }
    return end;
  }

  Token& Begin(Class found, std::uint32_t begin) {
    if (count_ == out_.tokens.size()) out_.tokens.resize(2 * std::size_t{count_});
    Token& token = out_.tokens[count_++];
    token.span.begin = begin;
    token.folded_begin = folded_;
    token.kind = KindOf(found);
    token.space_before = space_;
    token.line_start = line_start_;
    run_ = found;
    space_ = line_start_ = false;
    return token;
  }

  void Extend(UChar32 c, Class found, std::uint32_t end) {
    Token& token = Last();
    token.span.end = token_end_ = end;
    if (found == Class::kFormat) return;  // soft hyphens and joiners are not part of the spelling
    if (found == Class::kLetter && !IsUpper(c)) token.all_capitals = false;
    Fold(FoldOf(c), 0);
    token.folded_end = folded_;
  }

  // Plain letters or digits, which most of most texts are, all at once; returns where they end.
  std::uint32_t ReadPlain(Class found, std::uint32_t begin) {
    const bool letters = found == Class::kLetter;
    const bool goes_on = ContinuesAt(begin, found);
    const char* const end = text_.data() + text_.size();
    const char* at = text_.data() + begin;
    const bool capital = letters && (*at & kLowerBit) == 0;
    const std::uint32_t folded_begin = folded_;
    char* out = out_.folded.data() + folded_begin;
    bool small = false;
    // Eight letters at a time: no processor foresees how long a word is.
    for (std::uint32_t count = kEight; letters && count == kEight && end - at >= kEight;) {
      const EightBytes eight(at);
      count = eight.Letters();
      small |= eight.AnySmall(count);
      out = eight.WriteSmall(out, count);
      at += count;
    }
    for (; at != end && kPlain[static_cast<unsigned char>(*at)] == found; ++at) {
      small |= (*at & kLowerBit) != 0;
      *out++ = static_cast<char>(letters ? *at | kLowerBit : *at);
    }
    Token& token = goes_on ? Last() : Begin(found, begin);
    if (!goes_on) token.capitalised = capital;
    token.all_capitals = letters && !small && (!goes_on || token.all_capitals);
    token.span.end = token_end_ = static_cast<std::uint32_t>(at - text_.data());
    token.folded_end = folded_ = static_cast<std::uint32_t>(out - out_.folded.data());
    return token_end_;
  }

  // Appends `c`, or `byte` where it is none.
  void Fold(UChar32 c, char byte) {
    char* const out = out_.folded.data() + folded_;
    if (c < 0x80) {
      out[0] = c < 0 ? byte : static_cast<char>(c);
      ++folded_;
      return;
    }
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(reinterpret_cast<std::uint8_t*>(out), length, c);
    folded_ += static_cast<std::uint32_t>(length);
  }

  void List() {
    for (std::uint32_t token = 0; token < count_; ++token) {
      if (out_.tokens[token].capitalised) out_.capitalised.push_back(token);
      if (out_.tokens[token].kind == TokenKind::kNumber) out_.numbers.push_back(token);
    }
  }

  std::string_view text_;
  TokenizedText out_;  // of its tokens and its folded text, so much as the counts say
  std::uint32_t count_ = 0;
  std::uint32_t folded_ = 0;
  Class run_ = Class::kSign;  // what the last token goes on with
  std::uint32_t token_end_ = std::numeric_limits<std::uint32_t>::max();
  bool space_ = true;
  bool line_start_ = true;
};

}  // namespace

TokenizedText Tokenize(std::string_view text) { return Tokenizer(text).Run(); }

std::string FoldPhrase(std::string_view phrase) { return FoldPhrase(Tokenize(phrase)); }

std::string FoldPhrase(const TokenizedText& phrase) {
  if (phrase.tokens.size() == 1) return phrase.folded;
  std::string out;
  out.reserve(phrase.folded.size() + phrase.tokens.size());
  for (const Token& token : phrase.tokens) {
    if (token.space_before && !out.empty()) out += ' ';
    out += phrase.Folded(token);
  }
  return out;
}

}  // namespace newsgraph::extract
