#include "compare/conflict_id.h"

#include <algorithm>
#include <cstdint>

#include "model/names.h"
#include "model/status.h"

namespace newsgraph::compare {
namespace {

constexpr char kSeparator = '\x1e';

// FNV-1a as published: offset basis and prime of the 64-bit variant.
std::uint64_t Fnv1a(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : bytes) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3;
  }
  return hash;
}

std::string Hex(std::uint64_t number) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out(16, '0');
  for (auto at = out.rbegin(); at != out.rend(); ++at, number >>= 4) *at = kDigits[number & 0xf];
  return out;
}

}  // namespace

TextSpan ValueSpan(const Evidence& evidence) {
  return std::visit([](const auto& value) { return value.span; }, evidence.value);
}

std::string ConflictId(ConflictKind kind, std::string_view key, const ValuePlace& first, const ValuePlace& second) {
  const std::string_view separator(&kSeparator, 1);
  std::string named = Concat(Name(kind), separator, key);
  for (const ValuePlace& place : {first, second}) {
    named += Concat(separator, place.article, separator, place.value.begin, separator, place.value.end);
  }
  return Hex(Fnv1a(named));
}

std::string ConflictId(ConflictKind kind, std::string_view article, std::vector<TextSpan> places) {
  const std::string_view separator(&kSeparator, 1);
  std::sort(places.begin(), places.end());
  std::string named = Concat(Name(kind), separator, article);
  for (const TextSpan place : places) named += Concat(separator, place.begin, separator, place.end);
  return Hex(Fnv1a(named));
}

}  // namespace newsgraph::compare
