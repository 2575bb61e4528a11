#include "extract/spelled_numbers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::extract {
namespace {

// How `word` reads among `numbers`: its value with "*" for a factor, "(" for one that
// counts in longer numbers alone; empty if it is not there.
std::string Reading(const std::vector<SpelledNumber>& numbers, std::string_view word) {
  const auto found = std::find_if(numbers.rbegin(), numbers.rend(), [&](const auto& n) { return n.word == word; });
  if (found == numbers.rend()) return "";
  return (found->inside ? "(" : "") + std::string(found->factor ? "*" : "") + std::to_string(found->value);
}

std::string Cardinal(const std::string& locale, std::string_view word) {
  return Reading(SpelledNumbers(locale).Cardinals(), word);
}

std::string Ordinal(const std::string& locale, std::string_view word) {
  return Reading(SpelledNumbers(locale).Ordinals(), word);
}

TEST(SpelledNumbers, AreTheWordsThatNumbersAreMadeOf) {
  EXPECT_EQ(Cardinal("en", "twenty-five"), "25");
  EXPECT_EQ(Cardinal("en", "million"), "*1000000");
  EXPECT_EQ(Cardinal("es", "doscientas"), "200");
  EXPECT_EQ(Cardinal("ru", "тысячи"), "*1000");
  EXPECT_EQ(Cardinal("pl", "milionów"), "*1000000");
}

TEST(SpelledNumbers, KnowFormsOfLongerNumbersAlone) {
  EXPECT_EQ(Cardinal("es", "ciento"), "(100");
  EXPECT_EQ(Cardinal("pt", "cento"), "(100");
  EXPECT_EQ(Cardinal("zh", "伍"), "(5");
  EXPECT_EQ(Cardinal("ar", "وستة"), "(6");
  EXPECT_EQ(Cardinal("en", "one"), "1");
}

TEST(SpelledNumbers, LeaveOneOutOfOrdinalsOfPowers) {
  EXPECT_EQ(Ordinal("en", "fifth"), "5");
  EXPECT_EQ(Ordinal("en", "trillionth"), "1000000000000");
  EXPECT_EQ(Ordinal("sv", "hundrade"), "100");
  EXPECT_EQ(Ordinal("es", "octavos"), "8");
  EXPECT_EQ(Ordinal("it", "ottavo"), "8");
  EXPECT_EQ(Ordinal("en", "second"), "2");
}

TEST(SpelledNumbers, SayWhetherNumbersAreOneWord) {
  EXPECT_TRUE(SpelledNumbers("de").joined());
  EXPECT_TRUE(SpelledNumbers("it").joined());
  EXPECT_FALSE(SpelledNumbers("en").joined());
  EXPECT_FALSE(SpelledNumbers("zh").joined());
}

TEST(SpelledNumbers, HaveNoWordsOfUnknownLocales) {
  EXPECT_TRUE(SpelledNumbers("").Cardinals().empty());
  EXPECT_TRUE(SpelledNumbers("xx").Ordinals().empty());
}

}  // namespace
}  // namespace newsgraph::extract
