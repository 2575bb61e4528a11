#include "extract/figures.h"

#include <algorithm>
#include <string_view>

#include "extract/figure_links.h"
#include "extract/figure_pass.h"
#include "model/names.h"

namespace newsgraph::extract {
namespace {

// The kinds of name that are counted like nouns: "two million H200".
std::string_view CountedConcept(EntityType type) {
  return type == EntityType::kChip || type == EntityType::kModel ? Name(type) : std::string_view();
}

std::vector<TakenSpan> TakenSpans(std::span<const MentionedEntity> names, std::span<const Date> dates) {
  std::vector<TakenSpan> taken;
  for (const MentionedEntity& name : names) {
    const std::string_view concept_id = CountedConcept(name.entity.type);
    for (const TextSpan& mention : name.mentions)
      taken.push_back({mention, concept_id, false, name.entity.type == EntityType::kPerson});
  }
  for (const Date& date : dates) taken.push_back({date.span, {}, true});
  std::sort(taken.begin(), taken.end());
  return taken;
}

}  // namespace

FigureFinder::FigureFinder(const PackSet& packs, Lexicon::Builder& lexicon, Catalogue& catalogue)
    : words_(packs, lexicon), nouns_(packs, lexicon, catalogue), counted_(packs, nouns_, lexicon) {}

std::vector<Figure> FigureFinder::Find(const Document& document, std::span<const MentionedEntity> names,
                                       std::span<const Date> dates) const {
  const std::vector<TakenSpan> taken = TakenSpans(names, dates);
  const FigureHits words(document, words_);
  FigurePass pass(document, taken, words, words_.NumbersOf(document.languages()), signs_.Of(document.language()),
                  counted_);
  std::vector<FoundFigure> found = pass.Run();
  LinkFigures(document, words, counted_, found);
  std::vector<Figure> figures;
  figures.reserve(found.size());
  for (FoundFigure& each : found) figures.push_back(std::move(each.figure));
  return figures;
}

}  // namespace newsgraph::extract
