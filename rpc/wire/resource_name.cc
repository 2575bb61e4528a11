#include "rpc/wire/resource_name.h"

#include <charconv>

#include "model/status.h"

namespace newsgraph::rpc {
namespace {

constexpr std::string_view kArticles = "articles/";
constexpr std::string_view kEntities = "entities/";
constexpr std::string_view kConflicts = "conflicts/";
constexpr std::string_view kSources = "sources/";
constexpr std::string_view kEntityChanges = "entityChanges/";
constexpr std::string_view kSuppressions = "suppressions/";
constexpr std::string_view kHexDigits = "0123456789ABCDEF";

bool IsUnreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

std::string MakeName(std::string_view collection, std::string_view id) {
  std::string name(collection);
  name.reserve(collection.size() + id.size());
  for (const char c : id) {
    if (IsUnreserved(c)) {
      name += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      name += '%';
      name += kHexDigits[byte >> 4];
      name += kHexDigits[byte & 15];
    }
  }
  return name;
}

// Only the spelling that MakeName gives is a name, so that one thing has one.
std::optional<std::string> ParseName(std::string_view collection, std::string_view name) {
  if (!name.starts_with(collection) || name.size() == collection.size()) return std::nullopt;
  name.remove_prefix(collection.size());
  std::string id;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (IsUnreserved(name[i])) {
      id += name[i];
      continue;
    }
    if (name[i] != '%' || i + 2 >= name.size()) return std::nullopt;
    const std::size_t high = kHexDigits.find(name[i + 1]);
    const std::size_t low = kHexDigits.find(name[i + 2]);
    if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
    const char byte = static_cast<char>(high << 4 | low);
    if (IsUnreserved(byte)) return std::nullopt;
    id += byte;
    i += 2;
  }
  return id;
}

// Likewise of a number: without zeros in front.
std::optional<std::uint64_t> ParseNumber(std::string_view collection, std::string_view name) {
  if (!name.starts_with(collection)) return std::nullopt;
  const std::string_view digits = name.substr(collection.size());
  std::uint64_t number = 0;
  const char* const begin = digits.data();
  const char* const end = begin + digits.size();
  const auto [rest, error] = std::from_chars(begin, end, number);
  if (error != std::errc() || rest != end || Concat(number) != digits) return std::nullopt;
  return number;
}

}  // namespace

std::string ArticleName(std::string_view id) { return MakeName(kArticles, id); }
std::string EntityName(std::string_view id) { return MakeName(kEntities, id); }
std::string ConflictName(std::string_view id) { return MakeName(kConflicts, id); }
std::string SourceName(std::string_view location) { return MakeName(kSources, location); }

std::string EntityChangeName(std::uint64_t revision) { return Concat(kEntityChanges, revision); }
std::string SuppressionName(std::uint64_t revision) { return Concat(kSuppressions, revision); }

std::string ClaimName(std::string_view article_id, std::uint32_t article_revision, std::uint32_t ordinal) {
  std::string name = ArticleName(article_id);
  name += "/claims/";
  name += std::to_string(article_revision);
  name += '-';
  name += std::to_string(ordinal);
  return name;
}

std::optional<std::string> ParseArticleName(std::string_view name) { return ParseName(kArticles, name); }
std::optional<std::string> ParseEntityName(std::string_view name) { return ParseName(kEntities, name); }
std::optional<std::string> ParseConflictName(std::string_view name) { return ParseName(kConflicts, name); }
std::optional<std::string> ParseSourceName(std::string_view name) { return ParseName(kSources, name); }

std::optional<std::uint64_t> ParseEntityChangeName(std::string_view name) { return ParseNumber(kEntityChanges, name); }
std::optional<std::uint64_t> ParseSuppressionName(std::string_view name) { return ParseNumber(kSuppressions, name); }

}  // namespace newsgraph::rpc
