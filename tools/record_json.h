// Extractions, conflicts and rejections → records, one JSON object a line.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "ingest/article_source.h"
#include "model/article.h"
#include "model/catalogue.h"
#include "model/conflict.h"
#include "model/extraction.h"

namespace newsgraph::tools {

// The records of docs/formats.md. Offsets count code points of the article's
// text; no record ends in "\n". Names of entities that the article does not
// mention come from `catalogue`, or else are their ids.
std::string ExtractionRecord(const Article& article, const Extraction& extraction, const Catalogue& catalogue);

// What a record of a conflict needs beside it.
struct ConflictContext {
  // The text of the revision of an article that a claim is of; asked once for each.
  std::function<std::string(const ClaimRef& claim)> text_of;
  // What an entity or concept is called, by its id.
  std::function<std::string(std::string_view id)> name_of;
};

std::string ConflictRecord(const Conflict& conflict, const ConflictContext& context);

// What was wrong, with the input, so that it can be mended and read again.
std::string RejectionRecord(const ingest::Rejection& rejection);

}  // namespace newsgraph::tools
