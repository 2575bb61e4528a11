#include "extract/entities.h"

namespace newsgraph::extract {

EntityFinder::EntityFinder(const PackSet&, Lexicon::Builder&, Catalogue&, PackErrors&) {}

std::vector<MentionedEntity> EntityFinder::Find(const Document&) const { return {}; }

}  // namespace newsgraph::extract
