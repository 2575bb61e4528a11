#include "extract/territories.h"

#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>

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

// "Myanmar (Burma)" is two names.
void Split(std::size_t territory, const std::string& name, std::vector<TerritoryName>& out) {
  const std::size_t open = name.find(" (");
  if (open == std::string::npos || name.back() != ')') {
    out.push_back({territory, name});
    return;
  }
  out.push_back({territory, name.substr(0, open)});
  out.push_back({territory, name.substr(open + 2, name.size() - open - 3)});
}

}  // namespace

std::vector<Territory> Territories(const std::string& locale) {
  std::vector<Territory> territories;
  const DisplayNames names = Open(locale);
  if (!names) return territories;
  std::vector<std::string> codes = {"EU"};
  for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) codes.emplace_back(*code);
  for (const std::string& code : codes) {
    std::string name = NameOf(names, code);
    if (!name.empty()) territories.push_back({code, name.substr(0, name.find(" ("))});
  }
  return territories;
}

std::vector<TerritoryName> TerritoryNames(const std::vector<Territory>& territories, const std::string& locale) {
  std::vector<TerritoryName> out;
  const DisplayNames names = Open(locale);
  if (!names) return out;
  for (std::size_t i = 0; i < territories.size(); ++i) {
    const std::string name = NameOf(names, territories[i].code);
    if (!name.empty()) Split(i, name, out);
  }
  return out;
}

}  // namespace newsgraph::extract
