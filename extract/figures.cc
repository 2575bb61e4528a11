#include "extract/figures.h"

namespace newsgraph::extract {

FigureFinder::FigureFinder(const PackSet&, Lexicon::Builder&, Catalogue&, PackErrors&) {}

std::vector<Figure> FigureFinder::Find(const Document&, std::span<const TextSpan>) const { return {}; }

}  // namespace newsgraph::extract
