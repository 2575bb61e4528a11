#include "extract/tokenizer.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <memory>
#include <utility>

namespace newsgraph::extract {
namespace {

// What a code point does to the token it stands in.
enum class Class : std::uint8_t {
  kSign,
  kSpace,
  kNewline,
  kFormat,
  kDigit,
  kLetter,
  kHangul,
  kKatakana,
  kIdeograph,
  kMark
};

Class ClassOf(UChar32 c) {
  if (c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029) return Class::kNewline;
  if (u_isUWhiteSpace(c)) return Class::kSpace;
  switch (u_charType(c)) {
    case U_FORMAT_CHAR:
      return Class::kFormat;
    case U_DECIMAL_DIGIT_NUMBER:
      return Class::kDigit;
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return Class::kMark;
    default:
      break;
  }
  if (c == 0x3005 || c == 0x3006 || c == 0x3007) return Class::kIdeograph;  // 々 〆 〇
  if (c == 0x30FC) return Class::kKatakana;                                 // the long-vowel mark
  if (!u_isalpha(c)) return Class::kSign;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
      return Class::kIdeograph;
    case USCRIPT_KATAKANA:
      return Class::kKatakana;
    case USCRIPT_HANGUL:
      return Class::kHangul;
    default:
      return Class::kLetter;
  }
}

// Simple case folding of one code point, full-width forms made narrow.
UChar32 FoldOf(UChar32 c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
  if (c == 0x2019 || c == 0x02BC) return '\'';
  if (c == 0x2010 || c == 0x2011) return '-';
  // The dotted capital folds to two code points in full, to none in the simple way.
  if (c == 0x0130) return 'i';
  return u_foldCase(c, U_FOLD_CASE_DEFAULT);
}

// Traditional Chinese characters and their simplified forms.
constexpr std::pair<std::uint16_t, std::uint16_t> kSimplified[] = {
#include "simplified_characters.inc"
};

// ICU asked once for each code point of the basic plane, not once per text.
struct CharacterTable {
  CharacterTable() {
    for (UChar32 c = 0; c < 0x10000; ++c) {
      classes[static_cast<std::size_t>(c)] = ClassOf(c);
      folds[static_cast<std::size_t>(c)] = static_cast<std::uint16_t>(FoldOf(c));
      upper[static_cast<std::size_t>(c)] = u_isupper(c);
    }
    for (const auto& [traditional, simplified] : kSimplified) folds[traditional] = simplified;
  }
  Class class_of(UChar32 c) const { return c < 0x10000 ? classes[static_cast<std::size_t>(c)] : ClassOf(c); }
  UChar32 fold_of(UChar32 c) const { return c < 0x10000 ? folds[static_cast<std::size_t>(c)] : FoldOf(c); }
  bool is_upper(UChar32 c) const { return c < 0x10000 ? upper[static_cast<std::size_t>(c)] : u_isupper(c); }

  std::array<Class, 0x10000> classes;
  std::array<std::uint16_t, 0x10000> folds;
  std::array<bool, 0x10000> upper;
};

const CharacterTable& Characters() {
  static const auto table = std::make_unique<const CharacterTable>();
  return *table;
}

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
      const Class found = c < 0 ? Class::kSign : table_.class_of(c);
      if (in_token_ && begin == static_cast<std::int32_t>(out_.tokens.back().span.end) && Continues(run_, found)) {
        Extend(c, found, at);
      } else if (found == Class::kSpace || found == Class::kFormat) {
        space_ = space_ || found == Class::kSpace;
      } else if (found == Class::kNewline) {
        space_ = line_start_ = true;
      } else {
        Begin(c, found, begin, at);
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
    token.capitalised = token.all_capitals = c >= 0 && table_.is_upper(c);
    if (c >= 0) {
      AppendUtf8(table_.fold_of(c), out_.folded);
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
    if (found == Class::kLetter && !table_.is_upper(c)) token.all_capitals = false;
    AppendUtf8(table_.fold_of(c), out_.folded);
    token.folded_end = static_cast<std::uint32_t>(out_.folded.size());
  }

  std::string_view text_;
  const CharacterTable& table_ = Characters();
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
