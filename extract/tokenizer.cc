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
    out_.tokens.reserve(text.size() / 5 + 4);
    out_.capitalised.reserve(text.size() / 32);
    out_.folded.resize(text.size() + kRoom);
  }

  TokenizedText Run() && {
    const auto size = static_cast<std::uint32_t>(text_.size());
    for (std::uint32_t at = 0; at < size;) {
      const Class plain = PlainAt(at);
      if (plain == Class::kSpace) {
        space_ = true;
        ++at;
      } else if (plain == Class::kLetter || plain == Class::kDigit) {
        at = ContinuesAt(at, plain) ? ExtendPlain(at) : BeginPlain(plain, at);
      } else {
        at = ReadCharacter(at);
      }
    }
    out_.folded.resize(folded_);
    return std::move(out_);
  }

 private:
  // No character folds to more bytes, and letters are written eight at a time.
  static constexpr std::size_t kRoom = kEight;
  static_assert(kRoom >= U8_MAX_LENGTH);

  Class PlainAt(std::uint32_t at) const { return kPlain[static_cast<unsigned char>(text_[at])]; }
  bool ContinuesAt(std::uint32_t at, Class found) const { return at == token_end_ && Continues(run_, found); }

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
      const std::uint32_t folded_begin = folded_;
      Fold(c >= 0 ? FoldOf(c) : c, text_[begin]);
      const bool upper = c >= 0 && IsUpper(c);
      Add(found, {begin, end}, folded_begin, upper, upper);
      out_.may_have_caseless = out_.may_have_caseless || (c >= kFirstCaseless && c <= kLastCaseless);
      out_.may_have_east_asian = out_.may_have_east_asian || c >= kFirstEastAsian;
    }
    return end;
  }

  // A token of what has been folded from `folded_begin` on.
  void Add(Class found, TextSpan span, std::uint32_t folded_begin, bool capitalised, bool all_capitals) {
    const TokenKind kind = KindOf(found);
    const auto token = static_cast<std::uint32_t>(out_.tokens.size());
    out_.tokens.push_back(
        {span, folded_begin, folded_, kind, space_, line_start_, capitalised, all_capitals, /*masked=*/false});
    if (capitalised) out_.capitalised.push_back(token);
    if (kind == TokenKind::kNumber) out_.numbers.push_back(token);
    token_end_ = span.end;
    run_ = found;
    space_ = line_start_ = false;
  }

  void Extend(UChar32 c, Class found, std::uint32_t end) {
    Token& token = out_.tokens.back();
    token.span.end = token_end_ = end;
    if (found == Class::kFormat) return;  // soft hyphens and joiners are not part of the spelling
    if (found == Class::kLetter && !IsUpper(c)) token.all_capitals = false;
    Fold(FoldOf(c), 0);
    token.folded_end = folded_;
  }

  // A token that begins with plain letters or digits; returns where they end.
  std::uint32_t BeginPlain(Class found, std::uint32_t begin) {
    const std::uint32_t folded_begin = folded_;
    const PlainRun run = FoldPlain(found, begin);
    const bool letters = found == Class::kLetter;
    Add(found, {begin, run.end}, folded_begin, letters && (text_[begin] & kLowerBit) == 0, letters && !run.small);
    return run.end;
  }

  // Lets the last token go on with them.
  std::uint32_t ExtendPlain(std::uint32_t begin) {
    const PlainRun run = FoldPlain(run_, begin);
    Token& token = out_.tokens.back();
    if (run.small) token.all_capitals = false;
    token.span.end = token_end_ = run.end;
    token.folded_end = folded_;
    return run.end;
  }

  struct PlainRun {
    std::uint32_t end;
    bool small;  // some letter is in lower case
  };

  // Folds the plain letters or digits from `begin`, which most of most texts are, all at once.
  PlainRun FoldPlain(Class found, std::uint32_t begin) {
    const bool letters = found == Class::kLetter;
    const char lower = letters ? kLowerBit : 0;
    const char* const end = text_.data() + text_.size();
    const char* at = text_.data() + begin;
    bool small = false;
    char* out = Room(text_.size() - begin);
    // Eight letters at a time: no processor foresees how long a word is.
    for (std::uint32_t count = kEight; letters && count == kEight && end - at >= kEight;) {
      const EightBytes eight(at);
      count = eight.Letters();
      small = small || eight.AnySmall(count);
      out = eight.WriteSmall(out, count);
      at += count;
    }
    for (; at != end && kPlain[static_cast<unsigned char>(*at)] == found; ++at) {
      small = small || (*at & lower) != 0;
      *out++ = static_cast<char>(*at | lower);
    }
    const auto stop = static_cast<std::uint32_t>(at - text_.data());
    folded_ += stop - begin;
    return {stop, small};
  }

  // Where `bytes` more of folded text may be written.
  char* Room(std::size_t bytes) {
    if (folded_ + bytes + kRoom > out_.folded.size()) out_.folded.resize(2 * folded_ + bytes + kRoom);
    return out_.folded.data() + folded_;
  }

  // Appends `c`, or `byte` where it is none.
  void Fold(UChar32 c, char byte) {
    char* const out = Room(0);
    if (c < 0x80) {
      out[0] = c < 0 ? byte : static_cast<char>(c);
      ++folded_;
      return;
    }
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(reinterpret_cast<std::uint8_t*>(out), length, c);
    folded_ += static_cast<std::uint32_t>(length);
  }

  std::string_view text_;
  TokenizedText out_;         // its folded text is longer than what is written of it
  std::uint32_t folded_ = 0;  // how much is
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
