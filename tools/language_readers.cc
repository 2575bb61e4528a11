#include "tools/language_readers.h"

#include <memory>
#include <utility>

#include "extract/pack_extractor.h"
#include "tools/kept_reader.h"

namespace newsgraph::tools {

StatusOr<const Reader*> LanguageReaders::For(const std::string& language) const {
  const std::lock_guard lock(mutex_);
  const Reader*& reader = readers_[language];
  if (reader == nullptr) {
    ASSIGN_OR_RETURN(std::unique_ptr<Reader> loaded, extract::LoadExtractorFor(language, packs_dir_));
    reader = &KeepReader(std::move(loaded));
  }
  return reader;
}

}  // namespace newsgraph::tools
