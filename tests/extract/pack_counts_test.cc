// How much the packs know at least: nothing may fall out of them unseen.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "extract/pack.h"

namespace newsgraph::extract {
namespace {

const PackSet& Packs() {
  static PackErrors errors;
  static const PackSet packs(EmbeddedPacks(), errors);
  return packs;
}

// Entities by type.
std::map<std::string, int> Entities() {
  std::map<std::string, int> count;
  for (const Pack& pack : Packs().packs()) {
    if (!pack.language.empty()) continue;  // names of what another pack has
    for (const auto& [type, names] : pack.root["names"].Entries()) {
      count[type] += static_cast<int>(names.Entries().size());
    }
  }
  return count;
}

// Those of `type` of which `key` is told.
int Told(const std::string& type, const std::string& key) {
  int count = 0;
  for (const Pack& pack : Packs().packs()) {
    for (const auto& [id, node] : pack.root["names"][type].Entries()) count += node.IsMap() && node[key] ? 1 : 0;
  }
  return count;
}

TEST(Packs, KnowMoreThanAFewOfEveryType) {
  std::map<std::string, int> count = Entities();
  EXPECT_GE(count["company"], 2000);
  EXPECT_GE(count["chip"], 300);
  EXPECT_GE(count["product"], 400);
  EXPECT_GE(count["model"], 150);
  EXPECT_GE(count["organization"], 800);
  EXPECT_GE(count["media"], 250);
  EXPECT_GE(count["person"], 500);
  EXPECT_GE(count["place"], 3000);
}

TEST(Packs, KnowWhoMakesChipsAndOfWhichFamilyTheyAre) {
  EXPECT_GE(Told("chip", "maker"), 270);
  EXPECT_GE(Told("chip", "part_of"), 120);
}

TEST(Packs, HaveNounsForWhatIsCountedInTwelveLanguages) {
  std::map<std::string, std::set<std::string>> languages;
  for (const Pack& pack : Packs().packs()) {
    for (const char* const table : {"nouns", "counted_nouns"}) {
      for (const auto& [concept_name, words] : pack.root[table].Entries())
        languages[concept_name].insert(pack.language);
    }
  }
  int in_twelve = 0;
  for (const auto& [concept_name, spoken] : languages) in_twelve += spoken.size() >= 12 ? 1 : 0;
  EXPECT_GE(in_twelve, 300);
}

}  // namespace
}  // namespace newsgraph::extract
