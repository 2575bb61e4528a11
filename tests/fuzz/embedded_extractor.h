// The extractor with the packs of the build, for targets that read articles.
#pragma once

#include <memory>
#include <utility>

#include "extract/pack_extractor.h"
#include "model/reading.h"
#include "model/status.h"

namespace newsgraph {

// Loaded once; kept until the program ends.
inline const Reader& EmbeddedExtractor() {
  static const std::unique_ptr<Reader> extractor = [] {
    auto loaded = extract::LoadExtractor("");
    Check(loaded.ok(), "the compiled-in packs load");
    return *std::move(loaded);
  }();
  return *extractor;
}

}  // namespace newsgraph
