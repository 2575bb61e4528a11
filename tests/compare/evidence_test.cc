#include "compare/evidence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace newsgraph::compare {
namespace {

TEST(EvidenceOf, HoldsEachClaimWithItsValueAndSentence) {
  Article article;
  article.id = "a";
  article.source = "Outlet";
  article.text = "Good news. Acme sold 39 robots.";
  Extraction extraction;
  Figure figure;
  figure.span = {21, 23};
  figure.value = Decimal(39);
  extraction.figures.push_back(figure);
  Claim claim;
  claim.sentence = {11, 31};
  extraction.claims = {claim, claim};
  const std::vector<Evidence> evidence = EvidenceOf(article, extraction);
  ASSERT_THAT(evidence, testing::SizeIs(2));
  EXPECT_EQ(evidence[1].ref, (ClaimRef{"a", 0, 1}));
  EXPECT_EQ(std::get<Figure>(evidence[1].value), figure);
  EXPECT_EQ(evidence[1].quote, "39");
  EXPECT_EQ(evidence[1].sentence, "Acme sold 39 robots.");
  EXPECT_EQ(evidence[1].source, "Outlet");
}

TEST(EvidenceOf, IsEmptyForAnArticleWithoutClaims) {
  EXPECT_THAT(EvidenceOf(Article(), Extraction()), testing::IsEmpty());
}

}  // namespace
}  // namespace newsgraph::compare
