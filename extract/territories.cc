#include "extract/territories.h"

#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace newsgraph::extract {
namespace {

struct Closer {
  void operator()(ULocaleDisplayNames* names) const { uldn_close(names); }
};
using DisplayNames = std::unique_ptr<ULocaleDisplayNames, Closer>;

DisplayNames Open(const std::string& locale) {
  UErrorCode status = U_ZERO_ERROR;
  std::array contexts = {UDISPCTX_NO_SUBSTITUTE};
  DisplayNames names(uldn_openForContext(locale.c_str(), contexts.data(), static_cast<int>(contexts.size()), &status));
  return U_SUCCESS(status) ? std::move(names) : nullptr;
}

// Empty where CLDR has none.
std::string NameOf(const DisplayNames& names, const std::string& code) {
  std::array<UChar, 200> buffer;
  UErrorCode status = U_ZERO_ERROR;
  const int length = uldn_regionDisplayName(names.get(), code.c_str(), buffer.data(), buffer.size(), &status);
  if (U_FAILURE(status) || length <= 0 || length > static_cast<int>(buffer.size())) return {};
  std::string name;
  icu::UnicodeString(buffer.data(), length).toUTF8String(name);
  return name;
}

// "Hongkong (China)" is Hongkong, and what stands in parentheses another place or
// an older name.
std::string Plain(std::string name) {
  name.resize(std::min(name.size(), name.find('(')));
  while (name.ends_with(' ')) name.pop_back();
  return name;
}

}  // namespace

std::vector<Territory> Territories(const std::string& locale) {
  std::vector<Territory> territories;
  const DisplayNames names = Open(locale);
  if (!names) return territories;
  std::vector<std::string> codes = {"EU"};
  for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) codes.emplace_back(*code);
  for (const std::string& code : codes) {
    std::string name = Plain(NameOf(names, code));
    if (!name.empty()) territories.push_back({code, std::move(name)});
  }
  return territories;
}

std::vector<TerritoryName> TerritoryNames(const std::vector<Territory>& territories, const std::string& locale) {
  std::vector<TerritoryName> out;
  const DisplayNames names = Open(locale);
  if (!names) return out;
  for (std::size_t i = 0; i < territories.size(); ++i) {
    std::string name = Plain(NameOf(names, territories[i].code));
    if (!name.empty()) out.push_back({i, std::move(name)});
  }
  return out;
}

}  // namespace newsgraph::extract
