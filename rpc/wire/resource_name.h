// Ids ↔ resource names: what both ends of the wire call the same thing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace newsgraph::rpc {

// "articles/{article}", "entities/{entity}", "conflicts/{conflict}",
// "sources/{source}": the id is one segment whatever it contains, since every byte but ASCII letters, digits
// and "-._~" is percent-encoded.
std::string ArticleName(std::string_view id);
std::string EntityName(std::string_view id);
std::string ConflictName(std::string_view id);
std::string SourceName(std::string_view location);
// "entityChanges/{change}", where the change is the graph revision that made it.
std::string EntityChangeName(std::uint64_t revision);
// "suppressions/{suppression}", likewise.
std::string SuppressionName(std::uint64_t revision);

// "articles/{article}/claims/{claim}" for the claim at `ordinal` of an article's
// revision.
std::string ClaimName(std::string_view article_id, std::uint32_t article_revision, std::uint32_t ordinal);

// The id in a name; nothing if the text is not exactly what the function above
// makes of some id that is not empty.
std::optional<std::string> ParseArticleName(std::string_view name);
std::optional<std::string> ParseEntityName(std::string_view name);
std::optional<std::string> ParseConflictName(std::string_view name);
std::optional<std::string> ParseSourceName(std::string_view name);
std::optional<std::uint64_t> ParseEntityChangeName(std::string_view name);
std::optional<std::uint64_t> ParseSuppressionName(std::string_view name);

}  // namespace newsgraph::rpc
