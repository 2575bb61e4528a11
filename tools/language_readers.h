// A reader for each language, loaded when it is first asked for.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <utility>

#include "model/reading.h"
#include "model/status.h"

namespace newsgraph::tools {

// For commands that read few texts: the packs of one language load in a third of
// the time that all take. Any thread may call.
class LanguageReaders {
 public:
  // `packs_dir` as of extract::LoadExtractor().
  explicit LanguageReaders(std::string packs_dir) : packs_dir_(std::move(packs_dir)) {}

  // The reader for texts of `language` ("und" where it is not known), which lives
  // until the program ends. INVALID_ARGUMENT if the packs are wrong.
  StatusOr<const Reader*> For(const std::string& language) const;

 private:
  std::string packs_dir_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, const Reader*> readers_;  // by language
};

}  // namespace newsgraph::tools
