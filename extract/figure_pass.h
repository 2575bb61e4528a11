// One walk over a document that reads its figures one by one.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "extract/amount_reader.h"
#include "extract/compound_amounts.h"
#include "extract/counted_noun.h"
#include "extract/document.h"
#include "extract/figure_words.h"
#include "extract/number_signs.h"
#include "model/figure.h"

namespace newsgraph::extract {

// A figure with what the links between figures need to know of it.
struct FoundFigure {
  Figure figure;
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
  // The factor of its scale words; 1 without any.
  std::int64_t scale = 1;
  bool has_unit = false;
  // Its noun is a mere counting word, whose unit was looked for in the text.
  bool generic = false;
  // The noun is a concept of the packs.
  bool noun_known = false;
  // It should be in the plural, and is not: "Bench 1775 Winery".
  bool noun_single = false;
};

class FigurePass {
 public:
  // All must outlive the pass. `taken` is sorted.
  FigurePass(const Document& document, std::span<const TakenSpan> taken, const FigureHits& words,
             const LanguageWords* language, const NumberSigns& signs, const CountedNounFinder& nouns);

  std::vector<FoundFigure> Run();

 private:
  std::uint32_t NextCandidate() const;
  bool MayBegin(std::uint32_t token) const;
  // Reads at token `at_`, and moves it on.
  void ReadHere();
  bool SkipTaken();
  bool SkipCode();
  bool SkipScore();
  bool SkipPer();
  const TakenSpan* TakenBefore(std::uint32_t token) const;
  bool IsTaken(std::uint32_t token) const;

  bool TakeRange(Amount& amount, std::optional<Decimal>& high) const;
  std::uint32_t BehindConnector(const Amount& amount) const;
  bool IsChange(const Hit* word) const;
  bool IsRanging(const Hit* word) const;
  bool IsRange(const Hit& from) const;
  std::optional<Amount> ReadSecond(std::uint32_t token) const;
  bool Merge(Amount& low, const Amount& second, std::optional<Decimal>& high) const;

  static std::optional<Decimal> HighOf(const Amount& amount);
  void TakeParts(Amount& amount) const;

  bool IsPartOfName(const Amount& amount, const FoundFigure& found) const;
  bool IsNumbered(std::uint32_t first) const;
  bool IsNameWithNumber(const Amount& amount, const Figure& figure, bool counts) const;
  bool IsAge(const Amount& amount, bool range) const;
  bool IsAgeBehindName(const Amount& amount) const;
  bool IsQuantity(const Amount& amount, bool range) const;
  bool StandsAlone(const Amount& amount, std::uint32_t end) const;
  FoundFigure Build(const Amount& amount, const std::optional<Decimal>& high) const;
  std::uint32_t TakeNoun(const Amount& amount, std::uint32_t end, FoundFigure& out) const;
  std::uint32_t TakeModBefore(const Amount& amount, Figure& figure) const;
  bool IsBlocked(const Hit& mod) const;
  std::uint32_t NameBefore(std::uint32_t token) const;
  std::uint32_t TakeModAfter(std::uint32_t at, Figure& figure) const;
  void TakeModBehindNoun(std::uint32_t at, Figure& figure) const;
  bool IsBlockedBeforeTime(const Hit& mod, const Amount& amount, const Figure& figure) const;
  bool IsYear(std::uint32_t token) const;
  const Hit* PerOf(std::uint32_t first) const;
  void TakePer(std::uint32_t first, std::uint32_t end, std::uint32_t noun_end, Figure& figure) const;

  const Document& document_;
  std::span<const Token> tokens_;
  std::span<const TakenSpan> taken_;
  const FigureHits& words_;
  const NumberSigns& signs_;
  const NumberWords* numbers_;  // null where no pack speaks the language
  const CountedNounFinder& nouns_;
  AmountReader reader_;
  CompoundReader compound_;
  std::vector<FoundFigure> found_;
  std::uint32_t at_ = 0;
  std::uint32_t from_ = 0;  // what stands before belongs to earlier figures
  bool changed_ = false;    // the last figure says by how much: behind it, "hasta" says to what
  std::size_t next_taken_ = 0;
};

}  // namespace newsgraph::extract
