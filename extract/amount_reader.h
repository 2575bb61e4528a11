// Text → one amount: a number with its unit, currency or multiple.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/document.h"
#include "extract/figure_words.h"
#include "extract/number_reader.h"
#include "extract/number_signs.h"
#include "extract/unit_finder.h"
#include "model/figure.h"

namespace newsgraph::extract {

struct Amount {
  FigureKind kind = FigureKind::kCount;
  Decimal value;
  // The number alone; its `first_token` may lie behind the amount's.
  ReadNumber number;
  // "USD", "%", "nm"; empty for counts and multiples. Lives as long as the words.
  std::string_view unit;
  // All tokens and bytes of the amount, unit included.
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
  TextSpan span;
  // A unit stands in the amount itself, before or behind.
  bool has_unit = false;
  bool unit_before = false;
  // The rule that read the unit, else the built-in reading.
  std::string_view rule;
};

// Reads amounts of one document; all it is given must outlive it.
class AmountReader {
 public:
  AmountReader(const Document& document, const FigureHits& words, const LanguageWords* language,
               const NumberSigns& signs);

  // The amount whose number, multiple or fraction begins at `token`; what stands
  // before token `from` belongs to others. Nothing if none begins there.
  std::optional<Amount> Read(std::uint32_t token, std::uint32_t from) const;

  // Whether a word that numbers are made of begins at `token`.
  bool IsNumberWord(std::uint32_t token) const;

  // Whether a unit, currency or multiplying word begins at `token`.
  bool IsUnit(std::uint32_t token) const;

  // The unit in "301 Wh/kg" behind the slash at `token`; null if there is none.
  const Hit* UnitBelow(std::uint32_t token) const;

  // Behind a word that links a number and what it is of: "de" in "un million de
  // dollars"; `token` itself if none stands there.
  std::uint32_t BehindLink(std::uint32_t token) const { return units_.BehindLink(token); }

  // Whether the document's language reads a number in words only with a unit.
  bool words_need_unit() const { return language_ != nullptr && language_->words_need_unit; }
  // The same of one word alone.
  bool one_word_needs_unit() const { return language_ != nullptr && language_->one_word_needs_unit; }

 private:
  // The rule of a number that no unit or multiple of a pack has given one.
  static constexpr std::string_view kPlainRule = "number";

  std::optional<ReadNumber> NumberAt(std::uint32_t token, const NumberSigns& signs, NumberPlace place) const;
  void ReadAsAtHome(std::string_view grouping, ReadNumber& number) const;
  bool Stands(const ReadNumber& number) const;
  bool PhraseEndsAt(std::uint32_t token) const;
  std::optional<Amount> ReadMultiple(std::uint32_t token) const;
  std::optional<Amount> ReadPart(std::uint32_t token) const;
  bool TakeWhole(std::int64_t parts, Amount& amount) const;
  bool TakeUnit(Amount& amount, bool currency_before) const;
  bool BeginsSentence(const Amount& amount, const Hit& unit) const;
  void TakeScale(Amount& amount) const;
  bool IsAdded(std::uint32_t token) const;
  bool TakeUnitHit(const Hit& hit, Amount& amount) const;
  void TakeUnitBefore(const Hit& hit, Amount& amount) const;
  void TakeHalf(const Decimal& worth, Amount& amount) const;
  void TakeTimesBefore(std::uint32_t from, Amount& amount) const;
  void TakeSign(std::uint32_t from, Amount& amount) const;
  void TakeBelowZero(Amount& amount) const;
  const NumberWords* numbers() const { return language_ == nullptr ? nullptr : language_->numbers.get(); }

  const Document& document_;
  std::span<const Token> tokens_;
  const FigureHits& words_;
  UnitFinder units_;
  const NumberSigns& signs_;
  const LanguageWords* language_;
};

}  // namespace newsgraph::extract
