#include "compare/origins.h"

#include <gtest/gtest.h>

#include <string>

namespace newsgraph::compare {
namespace {

Evidence From(const std::string& article, const std::string& source) {
  Evidence out;
  out.ref.article = article;
  out.source = source;
  out.claim.subject = "acme";
  return out;
}

Evidence CopyOf(const std::string& original, Evidence evidence) {
  evidence.copy_of = original;
  return evidence;
}

Evidence Quoting(const std::string& who, Evidence evidence) {
  evidence.claim.attribution = who;
  return evidence;
}

TEST(OriginCount, CountsPublishers) {
  EXPECT_EQ(OriginCount({}), 0U);
  EXPECT_EQ(OriginCount({From("1", "A"), From("2", "A"), From("3", "B")}), 2U);
  EXPECT_EQ(OriginCount({From("1", ""), From("2", "")}), 2U) << "nobody knows that they are one";
}

TEST(OriginCount, CountsCopiesWithTheirOriginal) {
  EXPECT_EQ(OriginCount({From("1", "dpa"), CopyOf("1", From("2", "A")), CopyOf("1", From("3", "B"))}), 1U);
  EXPECT_EQ(OriginCount({CopyOf("1", From("2", "A")), CopyOf("1", From("3", "B"))}), 1U) << "also without it";
  EXPECT_EQ(OriginCount({CopyOf("1", From("2", "A")), CopyOf("9", From("3", "B"))}), 2U);
  EXPECT_EQ(OriginCount({From("4", "A"), CopyOf("1", From("2", "A")), From("1", "dpa")}), 1U)
      << "through one publisher";
}

TEST(OriginCount, CountsWhoIsQuotedAndNotWhoQuotes) {
  EXPECT_EQ(OriginCount({Quoting("Bloomberg", From("1", "A")), Quoting("Bloomberg", From("2", "B")),
                         From("3", "Bloomberg"), From("4", "C")}),
            2U);
  Evidence second_hand = Quoting("people familiar with the matter", From("5", "D"));
  second_hand.claim.original_source = "Bloomberg";
  EXPECT_EQ(OriginCount({second_hand, From("3", "Bloomberg")}), 1U);
}

TEST(OriginCount, CountsAPlanAsThePlanners) {
  Evidence a = From("1", "A");
  Evidence b = From("2", "B");
  a.claim.status = b.claim.status = ClaimStatus::kPlanned;
  EXPECT_EQ(OriginCount({a, b}), 1U);
}

}  // namespace
}  // namespace newsgraph::compare
