#include "extract/dates.h"

namespace newsgraph::extract {

DateFinder::DateFinder(const PackSet&, Lexicon::Builder&, PackErrors&) {}

std::vector<Date> DateFinder::Find(const Document&, std::optional<Day>, std::span<const TextSpan>) const { return {}; }

}  // namespace newsgraph::extract
