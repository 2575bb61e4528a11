// One article revision with its extraction ↔ its stored record.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "graph/storage/record.pb.h"
#include "model/article.h"
#include "model/conflict.h"
#include "model/extraction.h"

namespace newsgraph::graph {

// All but the text, the numbers that the graph gives, and the comparison keys.
// The article and extraction must be valid.
storage::v1::Record MakeRecord(const Article& article, const Extraction& extraction);

// Nothing for bytes that are no record.
std::optional<storage::v1::Record> ParseRecord(std::string_view bytes);
std::optional<storage::v1::RecordOutline> ParseOutline(std::string_view bytes);

// Nothing where the record is damaged or does not fit the text.
std::optional<StoredArticle> ReadArticle(const storage::v1::Record& record, std::string text);

// The claim at `ordinal` with what it takes to compare and show it; nothing
// where there is none or the record is damaged.
std::optional<Evidence> EvidenceAt(const storage::v1::RecordOutline& record, std::uint32_t ordinal);

}  // namespace newsgraph::graph
