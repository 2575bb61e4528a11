#include "extract/slug.h"

#include <gtest/gtest.h>

#include <span>

#include "extract/tokenizer.h"

namespace newsgraph::extract {
namespace {

TEST(Slug, IsOneSegmentOfFoldedWords) {
  EXPECT_EQ(Slug("U.S. Steel"), "u-s-steel");
  EXPECT_EQ(Slug("Ascend 910C"), "ascend-910c");
  EXPECT_EQ(Slug("Dye & Durham"), "dye-durham");
  EXPECT_EQ(Slug("李潮"), "李潮");
  EXPECT_EQ(Slug("Ørsted"), "ørsted");
  EXPECT_EQ(Slug("…"), "");
}

TEST(Slug, IsMadeOfSomeTokensOfAText) {
  const TokenizedText text = Tokenize("the U.S. Steel mill");
  EXPECT_EQ(Slug(std::span(text.tokens).subspan(1, 5), text.folded), "u-s-steel");
}

}  // namespace
}  // namespace newsgraph::extract
