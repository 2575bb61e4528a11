#include "extract/cldr_languages.h"

#include <unicode/locid.h>

#include <algorithm>
#include <span>

namespace newsgraph::extract {
std::string CldrLanguages::Known(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(icu::StringPiece(tag.data(), static_cast<int>(tag.size())), status);
  locale.canonicalize(status);  // "iw" is "he"
  if (U_FAILURE(status) || *locale.getLanguage() == '\0') return {};
  std::int32_t count = 0;
  const icu::Locale* const known = icu::Locale::getAvailableLocales(count);
  const auto is_known = [&](const std::string& name) {
    return std::any_of(known, known + count, [&](const icu::Locale& each) { return name == each.getName(); });
  };
  const std::string plain = locale.getLanguage();
  if (*locale.getScript() != '\0' && is_known(plain + "_" + locale.getScript()))
    return plain + "-" + locale.getScript();
  return is_known(plain) ? plain : std::string();
}

const Reader* CldrLanguages::Of(const std::string& known) const {
  Slot* slot = nullptr;
  {
    const std::lock_guard lock(mutex_);
    slot = &slots_[known];
  }
  std::call_once(slot->once, [&] {
    std::vector<PackFile> files = files_;
    files.push_back({"language/" + known + ".yaml", "language: " + known + "\n"});
    if (StatusOr<std::unique_ptr<Reader>> made = make_(files); made.ok()) slot->reader = *std::move(made);
  });
  return slot->reader.get();
}

}  // namespace newsgraph::extract
