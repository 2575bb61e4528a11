#include "compare/same_sentence.h"

#include <gtest/gtest.h>

#include "tests/compare/claims.h"

namespace newsgraph::compare {
namespace {

bool AreOne(std::string a, std::string b) {
  const Evidence x = InSentence(std::move(a), Sold("a", "39"));
  const Evidence y = InSentence(std::move(b), Sold("b", "41"));
  const Catalogue world = SmallWorld();
  const Statement one = Prepare(x, world);
  const Statement other = Prepare(y, world);
  EXPECT_EQ(AreOneSentence(one, other), AreOneSentence(other, one));
  return AreOneSentence(one, other);
}

TEST(AreOneSentence, IsSoForOneThatWasTakenOver) {
  EXPECT_TRUE(AreOne("Acme sold 39 robots in 2025.", "Acme sold 39 robots in 2025."));
}

TEST(AreOneSentence, MayDifferInOnePlace) {
  EXPECT_TRUE(AreOne("Acme sold 39 robots in 2025.", "Acme sold 39,000 robots in 2025."));
  EXPECT_TRUE(AreOne("Acme sold more than 39 robots in 2025.", "Acme sold less than 39 robots in 2025."));
  EXPECT_TRUE(AreOne("公司2025年销售460万辆汽车。", "公司2025年销售460亿辆汽车。"));
  EXPECT_FALSE(AreOne("Acme sold 39 robots in 2025.", "Globex sold 39 robots in 2024."));
}

TEST(AreOneSentence, IsNotSoWhereAClauseDiffers) {
  EXPECT_FALSE(
      AreOne("Acme sold 39 robots.", "Acme sold 39 robots, nearly all of them to its own factories in China."));
}

TEST(AreOneSentence, NeedsWordsToTellBy) {
  EXPECT_FALSE(AreOne("", ""));
  EXPECT_FALSE(AreOne("It sold 39.", "It sold 41."));
}

TEST(AreOneSentence, SaysNothingWithinAnArticle) {
  const Evidence a = InSentence("Acme sold 39 robots in 2025.", Sold("a", "39"));
  const Statement statement = Prepare(a, SmallWorld());
  EXPECT_FALSE(AreOneSentence(statement, statement));
}

}  // namespace
}  // namespace newsgraph::compare
