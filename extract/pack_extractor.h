// The extractor: packs in, extractions out.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/pack.h"
#include "model/reading.h"
#include "model/status.h"

namespace newsgraph::extract {

// Loads the packs that are compiled in, each replaced by the file of the same
// name in `packs_dir` ("language/de.yaml") where there is one; files of new
// names are added. Empty `packs_dir`: the compiled-in packs alone.
// INVALID_ARGUMENT names file, line, rule and what is wrong with it.
StatusOr<std::unique_ptr<Reader>> LoadExtractor(const std::string& packs_dir);

// The same for texts of `language` alone, in a third of the time or less: packs of
// other languages are left out, unless none is of that language.
StatusOr<std::unique_ptr<Reader>> LoadExtractorFor(std::string_view language, const std::string& packs_dir);

// The same from packs in memory.
StatusOr<std::unique_ptr<Reader>> ExtractorOf(const std::vector<PackFile>& files);

}  // namespace newsgraph::extract
