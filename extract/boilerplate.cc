#include "extract/boilerplate.h"

namespace newsgraph::extract {

Boilerplate::Boilerplate(const PackSet&, Lexicon::Builder&, PackErrors&) {}

std::vector<MaskedText> Boilerplate::Find(std::string_view, const TokenizedText&, std::span<const Hit>) const {
  return {};
}

}  // namespace newsgraph::extract
