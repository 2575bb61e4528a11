// What a page states of itself, in several places → one answer for each field.
#pragma once

#include "ingest/page/linked_data.h"
#include "ingest/page/page.h"
#include "ingest/page/page_fields.h"

namespace newsgraph::ingest {

// Fills all fields of `page` but its text; `url` is where the page was found.
void FillMetadata(const PageFields& fields, const ArticleData& data, std::string_view url, const PageWords& words,
                  Page& page);

}  // namespace newsgraph::ingest
