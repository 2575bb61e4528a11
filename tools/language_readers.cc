#include "tools/language_readers.h"

#include <utility>

#include "extract/pack_extractor.h"

namespace newsgraph::tools {

StatusOr<const Reader*> LanguageReaders::For(const std::string& language) const {
  const std::lock_guard lock(mutex_);
  std::unique_ptr<Reader>& reader = readers_[language];
  if (reader == nullptr) {
    ASSIGN_OR_RETURN(reader, extract::LoadExtractorFor(language, packs_dir_));
  }
  return reader.get();
}

}  // namespace newsgraph::tools
