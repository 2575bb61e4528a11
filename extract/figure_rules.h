// The `figures` sections of the packs and CLDR → words with their meaning.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extract/figure_words.h"
#include "extract/pack.h"
#include "extract/sense.h"

namespace newsgraph::extract {

// What FigureWords is made of; read once and moved from.
struct FigureRules {
  struct Surface {
    std::string text;
    Sense sense;
  };

  // Reports unknown keys and values in the errors of `packs`.
  explicit FigureRules(const PackSet& packs);

  std::vector<FigureWord> words;
  std::vector<Surface> surfaces;
  std::vector<UnitPart> unit_parts;
  std::vector<LanguageWords> languages;  // by bit of their LanguageSet

 private:
  struct Reading;  // one pack while it is read

  void ReadPack(const Pack& pack, const std::map<std::string, std::string>& cldr_units);
  void ReadRule(const PackRule& rule, Reading& reading);
  bool ReadLanguageRule(const PackNode& node, Reading& reading);
  bool ReadWordRule(const PackRule& rule, Reading& reading);
  bool ReadJointRule(const PackRule& rule, Reading& reading);
  bool ReadTableRule(const PackRule& rule, Reading& reading);
  void ReadCldr(const std::vector<std::string>& locales, const std::map<std::string, std::string>& cldr_units,
                const Pack& pack);
  void ReadCldrAlone(const std::string& locale, const Pack& pack);
  void ReadUnitParts(const PackNode& node);
  void ReadParts(const PackRule& rule, const Pack& pack);
  void ReadCodes(const PackRule& rule, const Pack& pack);
  // Adds the words under `key`.
  void AddAll(const PackRule& rule, std::string_view key, FigureWord word, const Pack& pack);
  void AddOfTable(const std::string& surface, FigureWord word, const Pack& pack);
  void Add(std::string_view surface, FigureWord word, const Pack& pack, bool exact_case = false);
};

}  // namespace newsgraph::extract
