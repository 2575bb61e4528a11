#include "extract/word_table.h"

#include <gtest/gtest.h>

#include <string>

namespace newsgraph::extract {
namespace {

TEST(WordTable, KeepsWhatIsUnderAWord) {
  WordTable<int> table(std::pmr::get_default_resource());
  EXPECT_TRUE(table.empty());
  table.At("sample", "sample") = 3;
  EXPECT_FALSE(table.empty());
  EXPECT_EQ(*table.Find("sample"), 3);
  EXPECT_EQ(table.Find("samples"), nullptr);
  EXPECT_FALSE(table.MayHave(MarkOf("muster")));
}

// However short: the genitive is asked for by the whole word.
TEST(WordTable, MayHaveEachWordAndItsGenitive) {
  for (const std::string word : {"A", "Bo", "Ann", "Anne", "Sample", "\u91d1"}) {
    WordTable<int> table(std::pmr::get_default_resource());
    table.At(word, word) = 1;
    EXPECT_TRUE(table.MayHave(MarkOf(word))) << word;
    EXPECT_TRUE(table.MayHave(MarkOf(word + "s"))) << word;
  }
}

// A text is gone through word by word.
TEST(WordTable, MayHaveTheFirstOfSeveralWords) {
  WordTable<int> table(std::pmr::get_default_resource());
  table.At("li-muster", "li") = 5;
  EXPECT_TRUE(table.MayHave(MarkOf("li")));
  EXPECT_EQ(*table.Find("li-muster"), 5);
  EXPECT_EQ(table.Find("li"), nullptr);
}

}  // namespace
}  // namespace newsgraph::extract
