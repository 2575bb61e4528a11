#include "ingest/feed/xml_references.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "ingest/ascii.h"
#include "ingest/html/character_references.h"
#include "ingest/utf8.h"

namespace newsgraph::ingest {
namespace {

constexpr std::size_t kLongestName = 32;
// The bytes of UTF-8 that references stand for one by one, as some writers have
// them, from the front of `raw`, which lies behind an ampersand; the size of all, 0
// if they are no such thing.
std::size_t TakeByteReferences(std::string_view raw, std::string& bytes) {
  std::size_t size = 0;
  while (bytes.size() < 4) {
    const std::string_view rest = raw.substr(size);
    const std::size_t end = rest.substr(0, 6).find(';');
    if (!rest.starts_with('#') || end == std::string_view::npos) break;
    const std::string_view digits = rest.substr(1, end - 1);
    const bool three = digits.size() == 3 && std::all_of(digits.begin(), digits.end(), IsAsciiDigit);
    const int value = three ? (digits[0] - '0') * 100 + (digits[1] - '0') * 10 + digits[2] - '0' : 0;
    if (value < 0x80 || value > 0xFF) break;
    bytes += static_cast<char>(value);
    size += end + 1;
    if (IsValidUtf8(bytes)) return size;
    if (!raw.substr(size).starts_with('&')) break;
    ++size;
  }
  return 0;
}

}  // namespace

void AppendDecoded(std::string& out, std::string_view raw, std::span<const XmlEntity> declared) {
  while (true) {
    const std::size_t ampersand = std::min(raw.find('&'), raw.size());
    out.append(raw, 0, ampersand);
    if (ampersand == raw.size()) return;
    raw.remove_prefix(ampersand + 1);
    std::string bytes;
    if (const std::size_t taken = TakeByteReferences(raw, bytes); taken > 0) {
      out += bytes;
      raw.remove_prefix(taken);
      continue;
    }
    const std::size_t end = raw.substr(0, kLongestName).find(';');
    const std::string_view reference = raw.substr(0, end == std::string_view::npos ? 0 : end);
    const auto own = std::find_if(declared.begin(), declared.end(),
                                  [&](const XmlEntity& entity) { return entity.name == reference; });
    const std::uint32_t code_point = reference.empty() || own != declared.end() ? 0 : CodePointOf(reference);
    if (own != declared.end()) {
      out += own->value;
    } else if (code_point != 0) {
      AppendUtf8(out, code_point);
    } else {
      out += '&';
      continue;
    }
    raw.remove_prefix(end + 1);
  }
}

std::string DecodeReferences(std::string_view raw) {
  std::string out;
  AppendDecoded(out, raw);
  return out;
}

void AppendEscaped(std::string& out, std::string_view text) {
  while (true) {
    const std::size_t special = std::min(text.find_first_of("&<>\""), text.size());
    out.append(text, 0, special);
    if (special == text.size()) return;
    const char c = text[special];
    out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&quot;";
    text.remove_prefix(special + 1);
  }
}

}  // namespace newsgraph::ingest
