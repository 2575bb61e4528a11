#include "rpc/convert_claim.h"

#include <gtest/gtest.h>

namespace newsgraph::rpc {
namespace {

class ConvertClaim : public testing::Test {
 protected:
  ConvertClaim() {
    catalogue_.Add(Entity{.id = "acme", .type = EntityType::kCompany, .name = "Acme", .part_of = {}, .maker = {}});
    catalogue_.Add(Concept{.id = "humanoid robot", .broader = {}});
    evidence_.ref = {"a 1", 2, 5};
    evidence_.claim.subject = "acme";
    evidence_.claim.metric = "sold";
    Figure figure;
    figure.span = {4, 9};
    figure.value = *Decimal::Parse("531e8");
    figure.mod = Mod::kMoreThan;
    evidence_.value = figure;
    evidence_.quote = "53,1 ";
  }

  v1::Claim Converted() const { return ToProto(evidence_, EntityNames(catalogue_)); }

  Catalogue catalogue_;
  Evidence evidence_;
};

TEST_F(ConvertClaim, WritesDecimalsInFull) {
  EXPECT_EQ(Converted().value(), "53100000000");
  EXPECT_EQ(Converted().figure().value(), "53100000000");
  EXPECT_EQ(Converted().figure().value_hi(), "");
}

TEST_F(ConvertClaim, GivesTheValueTheSignOfTheClaim) {
  evidence_.claim.signed_value = *Decimal::Parse("-531e8");
  EXPECT_EQ(Converted().value(), "-53100000000");
  EXPECT_EQ(Converted().figure().value(), "53100000000");
}

TEST_F(ConvertClaim, WritesBothEndsOfARange) {
  std::get<Figure>(evidence_.value).high = Decimal(600, 8);
  EXPECT_EQ(Converted().figure().value_hi(), "60000000000");
}

TEST_F(ConvertClaim, RefersToEntitiesByNameAndShowsTheirCanonicalOne) {
  evidence_.claim.co_subjects = {"un/known"};
  evidence_.claim.place = "china";
  const v1::Claim claim = Converted();
  EXPECT_EQ(claim.subject(), "entities/acme");
  EXPECT_EQ(claim.subject_name(), "Acme");
  EXPECT_EQ(claim.co_subjects(0), "entities/un%2Fknown");
  EXPECT_EQ(claim.place(), "entities/china");
  EXPECT_EQ(claim.article(), "articles/a%201");
  EXPECT_EQ(claim.article_id(), "a 1");
}

TEST_F(ConvertClaim, TellsConceptsFromEntitiesInTheObject) {
  EXPECT_EQ(Converted().object(), "");
  evidence_.claim.object = "humanoid robot";
  EXPECT_EQ(Converted().object(), "humanoid robot");
  EXPECT_EQ(Converted().object_name(), "humanoid robot");
  evidence_.claim.object = "acme";
  EXPECT_EQ(Converted().object(), "entities/acme");
  EXPECT_EQ(Converted().object_name(), "Acme");
}

TEST_F(ConvertClaim, WritesDatesAsDaysAndLeavesUnresolvedOnesEmpty) {
  evidence_.claim.time = DateInterval{*ParseDay("2026-01-01"), *ParseDay("2026-12-31")};
  Date date;
  evidence_.value = date;
  const v1::Claim claim = Converted();
  EXPECT_EQ(claim.time_from(), "2026-01-01");
  EXPECT_EQ(claim.time_to(), "2026-12-31");
  ASSERT_TRUE(claim.has_date());
  EXPECT_EQ(claim.date().from(), "");
  EXPECT_EQ(claim.value(), "");
}

TEST_F(ConvertClaim, SaysNothingWhereNothingIsKnown) {
  const v1::Claim claim = Converted();
  EXPECT_FALSE(claim.has_publish_time());
  EXPECT_FALSE(claim.figure().has_noun());
  EXPECT_FALSE(claim.figure().has_parallel_to());
  EXPECT_EQ(claim.time_from(), "");
}

}  // namespace
}  // namespace newsgraph::rpc
