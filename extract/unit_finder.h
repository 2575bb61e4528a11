// Where the unit of a number stands, before or behind it.
#pragma once

#include <cstdint>
#include <span>

#include "extract/document.h"
#include "extract/figure_words.h"

namespace newsgraph::extract {

// Finds the units of one document, which with its words must outlive this. Every
// call returns null, or the token it was given, where no unit stands.
class UnitFinder {
 public:
  UnitFinder(const Document& document, const FigureHits& words);

  // The longest percent, currency, unit or "times" that begins at `token`. Of a
  // word that is a currency and a weight, what the words near it say.
  const Hit* At(std::uint32_t token) const;

  // What the last part of the compound word `token`, which begins at byte `begin`,
  // counts: a unit or a noun.
  const Hit* HeadAt(std::uint32_t token, std::uint32_t begin) const;

  // The unit in brackets that open at `token`: "20 (kg)".
  const Hit* InBrackets(std::uint32_t token) const;

  // The currency or unit that ends before `token` and begins not before `from`.
  const Hit* Before(std::uint32_t token, std::uint32_t from) const;

  // Behind a word that links a number and what it is of: "de" in "un million de
  // dollars".
  std::uint32_t BehindLink(std::uint32_t token) const;

  // Behind a hyphen that joins two words.
  std::uint32_t BehindHyphen(std::uint32_t token) const;

  // Whether the currency behind an amount belongs to a number behind it: "$5 $6",
  // "3 USD50". `before`: the amount has one before it.
  bool BelongsToNext(const Hit& currency, bool before) const;

 private:
  bool IsNear(std::uint32_t token, std::string_view rule) const;
  bool IsMarkBehindDigits(const Hit& mark) const;
  bool IsElided(const Hit& letter) const;
  bool IsOfModel(const Hit& unit) const;

  const Document& document_;
  std::span<const Token> tokens_;
  const FigureHits& words_;
};

}  // namespace newsgraph::extract
