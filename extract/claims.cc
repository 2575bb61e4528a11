#include "extract/claims.h"

namespace newsgraph::extract {

ClaimFinder::ClaimFinder(const PackSet&, Lexicon::Builder&, const Catalogue&, PackErrors&) {}

std::vector<Claim> ClaimFinder::Find(const Document&, std::optional<Day>, const Extraction&) const { return {}; }

}  // namespace newsgraph::extract
