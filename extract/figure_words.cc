#include "extract/figure_words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cctype>
#include <map>
#include <utility>

#include "extract/figure_rules.h"
#include "extract/fractions.h"

namespace newsgraph::extract {

namespace {

// No phrase of the packs has more tokens.
constexpr std::uint32_t kMostTokensBack = 12;

// Of some role each.
constexpr std::array kFigureKinds = {
    SenseKind::kPercent,  SenseKind::kCurrency, SenseKind::kUnit, SenseKind::kMod,       SenseKind::kRange,
    SenseKind::kMultiple, SenseKind::kFraction, SenseKind::kPer,  SenseKind::kNotFigure, SenseKind::kFigureLink};

}  // namespace

SenseKind SenseKindOf(FigureRole role) {
  static constexpr std::array kKinds = {
      SenseKind::kPercent,    SenseKind::kCurrency,   SenseKind::kUnit,       SenseKind::kMod,
      SenseKind::kRange,      SenseKind::kRange,      SenseKind::kRange,      SenseKind::kRange,
      SenseKind::kMultiple,   SenseKind::kMultiple,   SenseKind::kFraction,   SenseKind::kPer,
      SenseKind::kPer,        SenseKind::kNotFigure,  SenseKind::kFigureLink, SenseKind::kFigureLink,
      SenseKind::kFigureLink, SenseKind::kFigureLink, SenseKind::kFigureLink, SenseKind::kFigureLink,
      SenseKind::kFigureLink, SenseKind::kFigureLink, SenseKind::kFigureLink, SenseKind::kFraction,
      SenseKind::kRange,      SenseKind::kFigureLink, SenseKind::kFigureLink};
  static_assert(kKinds.size() == kFigureRoles);
  return kKinds[static_cast<std::size_t>(role)];
}

bool IsFigureKind(SenseKind kind) {
  static constexpr std::uint64_t kKinds = [] {
    std::uint64_t kinds = 0;
    for (const SenseKind each : kFigureKinds) kinds |= Document::KindBit(each);
    return kinds;
  }();
  return (kKinds & Document::KindBit(kind)) != 0;
}

FigureWords::FigureWords(const PackSet& packs, Lexicon::Builder& lexicon) {
  FigureRules rules(packs);
  words_ = std::move(rules.words);
  sides_.reserve(words_.size());
  for (const FigureWord& word : words_) sides_.push_back({word.role, word.before, word.after});
  for (const FigureRules::Surface& surface : rules.surfaces) lexicon.Add(surface.text, surface.sense);
  unit_parts_ = std::move(rules.unit_parts);
  languages_ = std::move(rules.languages);
  // By bit; they stay where they are when this is moved.
  std::vector<const NumberWords*> numbers;
  numbers.reserve(languages_.size());
  for (const LanguageWords& language : languages_) numbers.push_back(language.numbers.get());
  const auto may_open = [numbers](std::string_view written, std::string_view folded, LanguageSet languages) {
    const auto bit = static_cast<std::size_t>(std::countr_zero(languages));
    const bool spelled = bit < numbers.size() && numbers[bit] != nullptr && numbers[bit]->MayBegin(folded);
    return spelled || FractionSign(written).has_value();
  };
  lexicon.Ask(SenseKind::kMayOpenFigure, may_open);
}

std::int64_t FigureWords::PartsOf(std::string_view whole, std::string_view part) const {
  for (const UnitPart& pair : unit_parts_) {
    if (pair.whole == whole && pair.part == part) return pair.count;
  }
  return 0;
}

const LanguageWords* FigureWords::NumbersOf(LanguageSet languages) const {
  const auto bit = static_cast<std::size_t>(std::countr_zero(languages));
  return bit < languages_.size() && languages_[bit].numbers ? &languages_[bit] : nullptr;
}

FigureHits::FigureHits(const Document& document, const FigureWords& words)
    : document_(document), words_(words), marks_(document.tokens().size() + 1) {
  for (const SenseKind kind : kFigureKinds) {
    for (const Hit* hit : document.HitsOf(kind)) {
      if (hit->compound_head) continue;
      const FigureWords::Side word = words.SideOf(*hit);
      const std::uint32_t bit = BitOf(word.role);
      if (word.after) marks_[hit->first_token].begins |= bit;
      if (!word.before) continue;
      marks_[hit->first_token].opens |= bit;
      marks_[hit->end_token].ends |= bit;
    }
  }
}

const Hit* FigureHits::Behind(std::uint32_t token, FigureRole role) const {
  for (const Hit& hit : document_.HitsAt(token)) {
    if (Is(hit, role) && words_.SideOf(hit).after) return &hit;
  }
  return nullptr;
}

const Hit* FigureHits::Opening(std::uint32_t token, FigureRole role) const {
  for (const Hit& hit : document_.HitsAt(token)) {
    if (Is(hit, role) && words_.SideOf(hit).before) return &hit;
  }
  return nullptr;
}

const Hit* FigureHits::Ending(std::uint32_t end_token, FigureRole role) const {
  const std::uint32_t from = end_token > kMostTokensBack ? end_token - kMostTokensBack : 0;
  for (std::uint32_t token = from; token < end_token; ++token) {
    if ((marks_[token].opens & BitOf(role)) == 0) continue;
    for (const Hit& hit : document_.HitsAt(token)) {
      if (hit.end_token == end_token && Is(hit, role) && words_.SideOf(hit).before) return &hit;
    }
  }
  return nullptr;
}

bool FigureHits::Is(const Hit& hit, FigureRole role) const {
  return hit.sense.kind == SenseKindOf(role) && !hit.compound_head && words_.SideOf(hit).role == role;
}

}  // namespace newsgraph::extract
