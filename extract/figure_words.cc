#include "extract/figure_words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cctype>
#include <map>
#include <utility>

#include "extract/figure_rules.h"

namespace newsgraph::extract {

SenseKind SenseKindOf(FigureRole role) {
  static constexpr std::array<SenseKind, 20> kKinds = {
      SenseKind::kPercent,  SenseKind::kCurrency, SenseKind::kUnit,     SenseKind::kMod,
      SenseKind::kRange,    SenseKind::kRange,    SenseKind::kRange,    SenseKind::kRange,
      SenseKind::kMultiple, SenseKind::kMultiple, SenseKind::kFraction, SenseKind::kFraction, SenseKind::kFraction,
      SenseKind::kPer,      SenseKind::kNotFigure, SenseKind::kFigureLink, SenseKind::kFigureLink,
      SenseKind::kFigureLink, SenseKind::kFigureLink, SenseKind::kFigureLink};
  return kKinds[static_cast<std::size_t>(role)];
}

FigureWords::FigureWords(const PackSet& packs, Lexicon::Builder& lexicon) {
  FigureRules rules(packs);
  words_ = std::move(rules.words);
  for (const FigureRules::Surface& surface : rules.surfaces) lexicon.Add(surface.text, surface.sense);
  languages_ = std::move(rules.languages);
}

const Hit* FigureWords::At(const Document& document, std::uint32_t token, FigureRole role) const {
  for (const Hit& hit : document.HitsAt(token)) {
    if (Is(hit, role) && Of(hit).after) return &hit;
  }
  return nullptr;
}

const Hit* FigureWords::OpeningAt(const Document& document, std::uint32_t token, FigureRole role) const {
  for (const Hit& hit : document.HitsAt(token)) {
    if (Is(hit, role) && Of(hit).before) return &hit;
  }
  return nullptr;
}

const Hit* FigureWords::Before(const Document& document, std::uint32_t end_token, FigureRole role) const {
  static constexpr std::uint32_t kMostTokensBack = 8;
  const std::uint32_t from = end_token > kMostTokensBack ? end_token - kMostTokensBack : 0;
  for (std::uint32_t token = from; token < end_token; ++token) {
    for (const Hit& hit : document.HitsAt(token)) {
      if (hit.end_token == end_token && Is(hit, role) && Of(hit).before) return &hit;
    }
  }
  return nullptr;
}

bool FigureWords::Is(const Hit& hit, FigureRole role) const {
  return hit.sense.kind == SenseKindOf(role) && !hit.compound_head && Of(hit).role == role;
}

const LanguageWords* FigureWords::NumbersOf(LanguageSet languages) const {
  const auto bit = static_cast<std::size_t>(std::countr_zero(languages));
  return bit < languages_.size() && languages_[bit].numbers ? &languages_[bit] : nullptr;
}

}  // namespace newsgraph::extract
