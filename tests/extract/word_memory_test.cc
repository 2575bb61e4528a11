#include "extract/word_memory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "model/text_span.h"

namespace newsgraph::extract {
namespace {

WordMemory::Key KeyOf(std::string_view word) {
  return WordMemory::KeyOf(word, {0, static_cast<std::uint32_t>(word.size())});
}

const WordMemory::Word* Find(const WordMemory& memory, std::string_view word) { return memory.Find(KeyOf(word)); }

// A word that came to one hit, with `entry` as what it means.
void Add(WordMemory& memory, std::string_view word, std::uint32_t entry) {
  const Hit hit{0, 1, {0, static_cast<std::uint32_t>(word.size())}, {SenseKind::kNoun, entry}};
  memory.Add(KeyOf(word), {}, {&hit, 1});
}

TEST(WordMemory, FindsNothingThatWasNotAdded) {
  WordMemory memory;
  EXPECT_EQ(Find(memory, "a"), nullptr);
  Add(memory, "windmill", 1);
  EXPECT_EQ(Find(memory, "windmil"), nullptr);
  EXPECT_EQ(Find(memory, "windmills"), nullptr);
  EXPECT_EQ(Find(memory, "Windmill"), nullptr);
}

TEST(WordMemory, TellsLongWordsApartByTheirEnds) {
  WordMemory memory;
  Add(memory, "Straßenbahnhaltestelle", 1);
  EXPECT_EQ(Find(memory, "Straßenbahnhaltestellen"), nullptr);
  EXPECT_EQ(Find(memory, "Straßenbahnhaltestella"), nullptr);
  ASSERT_NE(Find(memory, "Straßenbahnhaltestelle"), nullptr);
}

TEST(WordMemory, KeyDependsOnTheWordAlone) {
  const std::string_view text = "at the end of it the end";
  const WordMemory::Key first = WordMemory::KeyOf(text, {7, 10});
  const WordMemory::Key last = WordMemory::KeyOf(text, {21, 24});
  EXPECT_EQ(first.first, last.first);
  EXPECT_EQ(first.second, last.second);
  EXPECT_EQ(first.hash, last.hash);
}

TEST(WordMemory, KeepsEveryWordWithItsHitsAsItGrows) {
  WordMemory memory;
  constexpr std::uint32_t kWords = 20'000;
  for (std::uint32_t i = 0; i < kWords; ++i) Add(memory, "word" + std::string(i % 30, 'x') + std::to_string(i), i);
  for (std::uint32_t i = 0; i < kWords; ++i) {
    const WordMemory::Word* const word = Find(memory, "word" + std::string(i % 30, 'x') + std::to_string(i));
    ASSERT_NE(word, nullptr) << i;
    ASSERT_EQ(memory.HitsOf(word->found).size(), 1U);
    EXPECT_EQ(memory.HitsOf(word->found)[0].sense.entry, i);
  }
}

}  // namespace
}  // namespace newsgraph::extract
