#include "extract/tokenizer.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
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

bool IsPlainLower(char c) { return c >= 'a' && c <= 'z'; }
// What a letter of ASCII has in lower case.
constexpr char kLowerBit = 'a' - 'A';

// The letters and digits of ASCII by byte; all else is a sign here.
constexpr std::array<Class, 256> kPlain = [] {
  std::array<Class, 256> plain{};
  for (unsigned c = 'a'; c <= 'z'; ++c) plain[c] = plain[c - 'a' + 'A'] = Class::kLetter;
  for (unsigned c = '0'; c <= '9'; ++c) plain[c] = Class::kDigit;
  return plain;
}();

void AppendUtf8(UChar32 c, std::string& out) {
  if (c < 0x80) {
    out += static_cast<char>(c);
    return;
  }
  std::array<std::uint8_t, U8_MAX_LENGTH> bytes;
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, c);
  out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {
    out_.tokens.reserve(text.size() / 5 + 4);
    out_.folded.reserve(text.size());
  }

  TokenizedText Run() && {
    const auto size = static_cast<std::int32_t>(text_.size());
    std::int32_t at = 0;
    while (at < size) {
      const std::int32_t begin = at;
      UChar32 c = 0;
      U8_NEXT(reinterpret_cast<const std::uint8_t*>(text_.data()), at, size, c);
      const Class found = c < 0 ? Class::kSign : ClassOf(c);
      if (in_token_ && begin == static_cast<std::int32_t>(out_.tokens.back().span.end) && Continues(run_, found)) {
        Extend(c, found, at);
        at = ExtendPlain(at);
      } else if (found == Class::kSpace || found == Class::kFormat) {
        space_ = space_ || found == Class::kSpace;
      } else if (found == Class::kNewline) {
        space_ = line_start_ = true;
      } else {
        Begin(c, found, begin, at);
        at = ExtendPlain(at);
      }
    }
    return std::move(out_);
  }

 private:
  void Begin(UChar32 c, Class found, std::int32_t begin, std::int32_t end) {
    Token token;
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    token.folded_begin = static_cast<std::uint32_t>(out_.folded.size());
    token.kind = KindOf(found);
    token.space_before = space_;
    token.line_start = line_start_;
    token.capitalised = token.all_capitals = c >= 0 && IsUpper(c);
    if (c >= 0) {
      AppendUtf8(FoldOf(c), out_.folded);
    } else {
      out_.folded += text_[static_cast<std::size_t>(begin)];
    }
    token.folded_end = static_cast<std::uint32_t>(out_.folded.size());
    out_.tokens.push_back(token);
    run_ = found;
    in_token_ = true;
    space_ = line_start_ = false;
  }

  void Extend(UChar32 c, Class found, std::int32_t end) {
    Token& token = out_.tokens.back();
    token.span.end = static_cast<std::uint32_t>(end);
    if (found == Class::kFormat) return;  // soft hyphens and joiners are not part of the spelling
    if (found == Class::kLetter && !IsUpper(c)) token.all_capitals = false;
    AppendUtf8(FoldOf(c), out_.folded);
    token.folded_end = static_cast<std::uint32_t>(out_.folded.size());
  }

  // Lets the last token go on with the plain letters or digits from `at`, which most of most texts are,
  // all at once; returns where they end.
  std::int32_t ExtendPlain(std::int32_t at) {
    if (run_ != Class::kLetter && run_ != Class::kDigit) return at;
    const auto begin = static_cast<std::size_t>(at);
    std::size_t end = begin;
    while (end < text_.size() && kPlain[static_cast<unsigned char>(text_[end])] == run_) ++end;
    if (end == begin) return at;
    Token& token = out_.tokens.back();
    const std::string_view more = text_.substr(begin, end - begin);
    out_.folded += more;
    if (run_ == Class::kLetter) {
      if (token.all_capitals) token.all_capitals = std::none_of(more.begin(), more.end(), IsPlainLower);
      char* const folded = out_.folded.data();
      for (std::size_t i = token.folded_end; i < out_.folded.size(); ++i) folded[i] |= kLowerBit;
    }
    token.span.end = static_cast<std::uint32_t>(end);
    token.folded_end = static_cast<std::uint32_t>(out_.folded.size());
    return static_cast<std::int32_t>(end);
  }

  std::string_view text_;
  TokenizedText out_;
  Class run_ = Class::kSign;
  bool in_token_ = false;
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
