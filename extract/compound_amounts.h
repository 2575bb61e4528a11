// Amounts in two units: "5 ft 2 in", "15 dollars and 15 cents", 50元6角3分.
#pragma once

#include <optional>

#include "extract/amount_reader.h"
#include "extract/document.h"
#include "extract/figure_words.h"
#include "extract/number_signs.h"

namespace newsgraph::extract {

// Reads the smaller parts behind amounts of one document; all it is given must
// outlive it.
class CompoundReader {
 public:
  CompoundReader(const Document& document, const FigureHits& words, const LanguageWords* language,
                 const NumberSigns& signs);

  // The amount with the smaller part that follows it, in the bigger unit: exact
  // for money, to twelve digits for the rest. Nothing if none follows.
  std::optional<Amount> WithNextPart(const Amount& amount) const;

 private:
  std::int64_t PartsAt(std::uint32_t token, const Amount& amount, std::uint32_t& end) const;
  bool AreBareCents(const Amount& amount, const ReadNumber& cents) const;

  const Document& document_;
  std::span<const Token> tokens_;
  const FigureHits& words_;
  const LanguageWords* language_;
  const NumberSigns& signs_;
};

}  // namespace newsgraph::extract
