#include "ingest/charset.h"

#include <uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

#include "ingest/utf8.h"

namespace newsgraph::ingest {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

// Names, folded, and what browsers mean by them where ICU takes them at their word.
constexpr std::pair<std::string_view, const char*> kMeant[] = {
    {"iso88591", "windows-1252"},
    {"latin1", "windows-1252"},
    {"usascii", "windows-1252"},
    {"ascii", "windows-1252"},
    {"ansix341968", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"iso88599", "windows-1254"},
    {"latin5", "windows-1254"},
    {"iso885911", "windows-874"},
    {"tis620", "windows-874"},
    {"gb2312", "gb18030"},
    {"gbk", "gb18030"},
    {"xgbk", "gb18030"},
    {"euccn", "gb18030"},
    {"gb231280", "gb18030"},
    {"euckr", "windows-949"},
    {"ksc56011987", "windows-949"},
    {"kscg56011987", "windows-949"},
    {"ksc5601", "windows-949"},
    {"shiftjis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"xsjis", "windows-31j"},
    {"big5", "Big5-HKSCS"},
    {"unicode", "UTF-16LE"},
    {"utf16", "UTF-16LE"},
    {"ucs2", "UTF-16LE"},
};

// Where windows-1252 differs from ISO-8859-1, from 0x80; the five holes stay controls.
constexpr std::array<char16_t, 32> kWindows1252 = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

std::string Folded(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if ('A' <= c && c <= 'Z') out += static_cast<char>(c - 'A' + 'a');
    if (('a' <= c && c <= 'z') || ('0' <= c && c <= '9')) out += c;
  }
  return out;
}

bool IsUtf8Name(std::string_view folded) {
  return folded == "utf8" || folded == "unicode11utf8" || folded == "utf8mb4";
}

// Null for a name that nobody knows.
Converter OpenConverter(std::string_view name) {
  const std::string folded = Folded(name);
  if (folded.empty()) return nullptr;  // ICU would take its default
  const auto* const meant =
      std::find_if(std::begin(kMeant), std::end(kMeant), [&](const auto& known) { return known.first == folded; });
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(meant != std::end(kMeant) ? meant->second : std::string(name).c_str(), &error));
  return U_SUCCESS(error) ? std::move(converter) : nullptr;
}

std::string Convert(std::string_view bytes, UConverter* converter) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter, error);
  std::string out;
  out.reserve(bytes.size());
  return text.toUTF8String(out);
}

struct Mark {
  std::string_view bytes;
  const char* encoding;  // null for UTF-8
};

// UTF-32 comes first: its mark begins with that of UTF-16.
constexpr Mark kMarks[] = {{{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                           {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                           {"\xFF\xFE", "UTF-16LE"},
                           {"\xFE\xFF", "UTF-16BE"},
                           {"\xEF\xBB\xBF", nullptr}};

// The wide encoding in whose first characters, being ASCII, the zero bytes lie as
// here; null if there is none.
const char* WideEncoding(std::string_view bytes) {
  if (bytes.size() < 4) return nullptr;
  const bool zero[4] = {bytes[0] == 0, bytes[1] == 0, bytes[2] == 0, bytes[3] == 0};
  if (zero[0] && zero[1] && zero[2] && !zero[3]) return "UTF-32BE";
  if (!zero[0] && zero[1] && zero[2] && zero[3]) return "UTF-32LE";
  if (zero[0] && !zero[1] && zero[2] && !zero[3]) return "UTF-16BE";
  if (!zero[0] && zero[1] && !zero[2] && zero[3]) return "UTF-16LE";
  return nullptr;
}

// An encoding that escapes with bytes of ASCII, so that its bytes are valid UTF-8.
bool IsSevenBit(std::string_view folded) {
  return folded.starts_with("iso2022") || folded.starts_with("hz") || folded == "utf7";
}

// How much of UTF-8 there is in bytes that are not all of it.
struct Utf8Census {
  std::size_t characters = 0;  // of two bytes and more
  std::size_t strays = 0;      // bytes that belong to none
};

// The bytes that lie from `at`, taken as UTF-8: the size of the character, 0 if it is none.
std::size_t CharacterSize(std::string_view bytes, std::size_t at) {
  const auto lead = static_cast<unsigned char>(bytes[at]);
  const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return at + size <= bytes.size() && IsValidUtf8(bytes.substr(at, size)) ? size : 0;
}

Utf8Census CountUtf8(std::string_view bytes) {
  Utf8Census census;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t size = CharacterSize(bytes, at);
    census.characters += size > 1 ? 1 : 0;
    census.strays += size == 0 ? 1 : 0;
    at += std::max<std::size_t>(size, 1);
  }
  return census;
}

// UTF-8 in which single bytes come from windows-1252.
std::string RepairMixed(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + 64);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t size = CharacterSize(bytes, at);
    if (size > 0) {
      out.append(bytes, at, size);
      at += size;
      continue;
    }
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    icu::UnicodeString(static_cast<char16_t>(byte < 0xA0 ? kWindows1252[byte - 0x80U] : byte)).toUTF8String(out);
  }
  return out;
}

// `bytes` less what the end leaves of a character. One byte alone is no sign of
// UTF-8 where there is none before it.
std::string_view WithoutCutCharacter(std::string_view bytes) {
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, bytes.size()); ++back) {
    const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
    if (byte < 0x80) break;
    if (byte < 0xC0) continue;
    const std::size_t wanted = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    const std::string_view rest = bytes.substr(0, bytes.size() - back);
    const bool sure =
        back > 1 || std::any_of(rest.begin(), rest.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    return wanted > back && sure ? rest : bytes;
  }
  return bytes;
}

// The encoding that the bytes look like.
Converter GuessConverter(std::string_view bytes) {
  constexpr std::size_t kEnough = std::size_t{64} << 10;
  const std::string_view begin = bytes.substr(0, kEnough);
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), uchardet_delete);
  uchardet_handle_data(detector.get(), begin.data(), begin.size());
  uchardet_data_end(detector.get());
  Converter converter = OpenConverter(uchardet_get_charset(detector.get()));
  return converter ? std::move(converter) : OpenConverter("windows-1252");
}

std::optional<std::string> FromDeclared(std::string_view bytes, std::string_view name) {
  const std::string folded = Folded(name);
  if (IsUtf8Name(folded)) {
    const Utf8Census census = CountUtf8(bytes);
    if (census.strays > census.characters) return std::nullopt;
    return RepairMixed(bytes);
  }
  // Without the zero bytes that were looked for it is none of the wide ones.
  if (folded.starts_with("utf16") || folded.starts_with("utf32") || folded.starts_with("ucs") || folded == "unicode")
    return std::nullopt;
  const Converter converter = OpenConverter(name);
  if (!converter) return std::nullopt;
  return Convert(bytes, converter.get());
}

}  // namespace

std::string_view CharsetOfContentType(std::string_view content_type) {
  constexpr std::string_view kKey = "charset";
  const auto is_key = [](char a, char b) { return (a | 0x20) == b; };
  const auto* const found = std::search(content_type.begin(), content_type.end(), kKey.begin(), kKey.end(), is_key);
  std::string_view rest = content_type.substr(static_cast<std::size_t>(found - content_type.begin()));
  rest.remove_prefix(std::min(kKey.size(), rest.size()));
  constexpr std::string_view kAround = " \t\"'";
  const auto trim = [&] { rest.remove_prefix(std::min(rest.find_first_not_of(kAround), rest.size())); };
  trim();
  if (!rest.starts_with('=')) return {};
  rest.remove_prefix(1);
  trim();
  return rest.substr(0, rest.find_first_of(" \t\"';,"));
}

std::string ToUtf8(std::string bytes, std::initializer_list<std::string_view> declared) {
  for (const Mark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    if (mark.encoding == nullptr) return ToUtf8(bytes.substr(mark.bytes.size()), {"utf-8"});
    return Convert(std::string_view(bytes).substr(mark.bytes.size()), OpenConverter(mark.encoding).get());
  }
  if (const char* wide = WideEncoding(bytes)) return Convert(bytes, OpenConverter(wide).get());
  const std::string_view whole = WithoutCutCharacter(bytes);
  if (IsValidUtf8(whole)) {
    for (const std::string_view name : declared) {
      if (!IsSevenBit(Folded(name))) continue;
      if (const Converter converter = OpenConverter(name)) return Convert(bytes, converter.get());
    }
    bytes.resize(whole.size());
    return bytes;
  }
  for (const std::string_view name : declared) {
    if (std::optional<std::string> text = FromDeclared(IsUtf8Name(Folded(name)) ? whole : bytes, name)) return *text;
  }
  const Utf8Census census = CountUtf8(whole);
  if (census.characters > census.strays) return RepairMixed(whole);
  return Convert(bytes, GuessConverter(bytes).get());
}

}  // namespace newsgraph::ingest
