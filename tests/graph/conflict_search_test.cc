#include "graph/conflict_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "compare/compare.h"
#include "compare/conflict_side.h"
#include "graph/compared_row.h"
#include "tests/graph/sample.h"

namespace newsgraph::graph {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

// What is filed under one key, changed by one article after the other.
class ConflictSearchTest : public testing::Test {
 protected:
  static Evidence Says(int article, std::int64_t value) {
    const Sample sample =
        MakeSample("article " + std::to_string(article), article % 20, {{"acme", "headcount", value}});
    Evidence evidence;
    evidence.ref = {sample.article.id, 1, 0};
    evidence.claim = sample.extraction.claims.front();
    evidence.value = sample.extraction.figures.front();
    evidence.source = sample.article.id;
    evidence.published = sample.article.published;
    evidence.sentence = evidence.claim.sentence.In(sample.article.text);
    return evidence;
  }

  // Stores what is found, as a graph does.
  ConflictsUnderKey Change(int article, std::vector<std::int64_t> values) {
    std::vector<Evidence> claims;
    for (const std::int64_t value : values) {
      claims.push_back(Says(article, value));
      claims.back().ref.ordinal = static_cast<std::uint32_t>(claims.size() - 1);
    }
    const auto number = static_cast<std::uint64_t>(article);
    std::vector<FreshRow> fresh;
    const std::string row = claims.empty() ? "" : MakeRow(claims);
    if (!claims.empty()) fresh.push_back({number, row});
    ConflictsUnderKey under = ChangeClaims(key_, {number}, fresh, comparison_, catalogue_);
    for (const FoundConflict& found : under.found) {
      storage::v1::Conflict version;
      version.set_id(found.id);
      version.set_kind(static_cast<std::uint32_t>(found.kind));
      version.set_severity(static_cast<std::uint32_t>(found.severity));
      const auto refer = [](const FiledClaim& claim, storage::v1::ClaimRef& ref) {
        ref.set_article(claim.article_number());
        ref.set_ordinal(claim.ordinal);
      };
      refer(*found.worst_a, *version.mutable_worst_a());
      refer(*found.worst_b, *version.mutable_worst_b());
      for (const FoundSide& side : found.sides) version.add_sides()->set_camp(side.camp);
      comparison_.Add(++number_, std::move(version));
    }
    return under;
  }

  const Catalogue catalogue_ = SampleCatalogue();
  const std::string key_ = compare::ComparisonKeys(Says(1, 500), catalogue_).front();
  Comparison comparison_{catalogue_};
  std::uint64_t number_ = 0;
};

TEST_F(ConflictSearchTest, JudgesNoClaimsThatAgree) {
  for (int article = 1; article <= 1'000; ++article) Change(article, {500});
  const ConflictsUnderKey under = Change(1'001, {500});
  EXPECT_THAT(under.found, IsEmpty());
  // The one form that all have.
  EXPECT_EQ(under.judged_count, 1U);
}

TEST_F(ConflictSearchTest, JudgesAJoiningClaimWithItsOpponentsOnly) {
  for (int article = 1; article <= 1'000; ++article) Change(article, {article % 100 == 0 ? 900 : 500});
  const ConflictsUnderKey under = Change(1'001, {500});
  ASSERT_THAT(under.found, SizeIs(1));
  EXPECT_LE(under.judged_count, 10U + 5U);
  EXPECT_THAT(under.camps, SizeIs(1)) << "what others stand for stays as it is stored";
  EXPECT_EQ(under.found.front().joined, std::set<std::uint64_t>{1'001});
  EXPECT_THAT(under.found.front().left, IsEmpty());
}

TEST_F(ConflictSearchTest, JudgesOpponentsThatSayTheSameOnceForADay) {
  for (int article = 1; article <= 1'000; ++article) Change(article, {article % 2 == 0 ? 900 : 500});
  const ConflictsUnderKey under = Change(1'001, {500});
  ASSERT_THAT(under.found, SizeIs(1));
  // Five hundred opponents on ten days: each day's form in the same sentence and in another, and the form that agrees.
  EXPECT_LE(under.judged_count, 50U);
  EXPECT_THAT(under.camps, SizeIs(1));
  EXPECT_EQ(under.found.front().joined, std::set<std::uint64_t>{1'001});
}

TEST_F(ConflictSearchTest, ShowsTheFirstOfManyAndCountsAll) {
  ConflictsUnderKey under;
  for (int article = 1; article <= 100; ++article) under = Change(article, {article == 1 ? 900 : 500});
  ASSERT_THAT(under.found, SizeIs(1));
  ASSERT_THAT(under.found.front().sides, SizeIs(2));
  // Day 0 is that of article 20, among others that say 500.
  const FoundSide& many = under.found.front().sides.front();
  EXPECT_THAT(many.shown, SizeIs(compare::kShownClaims));
  EXPECT_EQ(many.claim_count, 99U);
  EXPECT_EQ(many.origin_count, 99U);
  EXPECT_EQ(under.found.front().sides.back().claim_count, 1U);
}

TEST_F(ConflictSearchTest, LeavesASideInPlaceWhenAClaimOpposesAllOfIt) {
  for (int article = 1; article <= 100; ++article) Change(article, {article % 2 == 0 ? 900 : 500});
  const ConflictsUnderKey under = Change(101, {7'000});
  ASSERT_THAT(under.found, SizeIs(1));
  EXPECT_THAT(under.found.front().sides, SizeIs(3));
  EXPECT_THAT(under.camps, SizeIs(1));
}

TEST_F(ConflictSearchTest, GivesAConflictNoIdThatAnotherHas) {
  Change(1, {500});
  Change(2, {900});
  ASSERT_THAT(comparison_.conflicts, SizeIs(1));
  // As if that id had been kept by a conflict between others.
  KnownConflict other = comparison_.conflicts.begin()->second;
  const std::string id = other.version.id();
  Change(2, {});
  other.sides.clear();
  comparison_.conflicts.emplace(77, std::move(other));
  const ConflictsUnderKey under = Change(2, {900});
  ASSERT_THAT(under.found, SizeIs(1));
  EXPECT_NE(under.found.front().id, id);
}

}  // namespace
}  // namespace newsgraph::graph
