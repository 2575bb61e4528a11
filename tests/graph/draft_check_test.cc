// A text that is not stored, compared with what is.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/graph.h"
#include "tests/graph/sample.h"

namespace newsgraph::graph {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class CheckDraft : public testing::Test {
 protected:
  void SetUp() override {
    Commit(*graph_, MakeSample("a", 1, {{"acme", "headcount", 500}}));
    Commit(*graph_, MakeSample("b", 2, {{"acme", "headcount", 900}}));
    Commit(*graph_, MakeSample("c", 2, {{"acme", "revenue", 70}}));
  }

  std::vector<Conflict> Check(const Sample& sample) const {
    const Statistics before = graph_->statistics();
    std::vector<Conflict> conflicts = Must(graph_->CheckDraft(sample.article, sample.extraction));
    EXPECT_EQ(graph_->statistics(), before) << "nothing is stored";
    return conflicts;
  }

  const Catalogue catalogue_ = SampleCatalogue();
  const std::unique_ptr<Graph> graph_ = Must(Graph::OpenInMemory(catalogue_));
};

TEST_F(CheckDraft, JoinsTheConflictThatIsThere) {
  const std::vector<Conflict> found = Check(MakeSample("draft", 3, {{"acme", "headcount", 900}}));
  ASSERT_THAT(found, SizeIs(1));
  const Conflict stored = AllConflicts(*graph_).front();
  EXPECT_EQ(found[0].id, stored.id);
  ASSERT_THAT(found[0].sides, SizeIs(2));
  EXPECT_EQ(found[0].sides[0], stored.sides[0]) << "with its sentence";
  ASSERT_THAT(found[0].sides[1].evidence, SizeIs(2));
  EXPECT_EQ(found[0].sides[1].evidence[1].ref, (ClaimRef{"draft", 0, 0}));
  EXPECT_FALSE(found[0].sides[1].evidence[1].sentence.empty());
}

TEST_F(CheckDraft, BringsUpItsOwn) {
  const std::vector<Conflict> found =
      Check(MakeSample("draft", 3, {{"acme", "revenue", 80}, {"globex", "revenue", 5}}));
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].metric, "revenue");
  EXPECT_EQ(found[0].state, ConflictState::kOpen);
  EXPECT_THAT(Check(MakeSample("draft", 3, {{"acme", "revenue", 70}})), IsEmpty());
}

TEST_F(CheckDraft, StandsForTheStoredArticleOfItsId) {
  EXPECT_THAT(Check(MakeSample("b", 2, {{"acme", "headcount", 500}})), IsEmpty());
  EXPECT_THAT(Check(MakeSample("b", 2, {{"acme", "headcount", 800}})), SizeIs(1));
}

TEST_F(CheckDraft, KnowsWhatWasDecided) {
  Must(graph_->Decide(AllConflicts(*graph_).front().id,
                      {ConflictState::kDismissed, DismissalReason::kDefinition, "", "", {}}));
  EXPECT_EQ(Check(MakeSample("draft", 3, {{"acme", "headcount", 900}}))[0].state, ConflictState::kDismissed);
  EXPECT_EQ(Check(MakeSample("draft", 3, {{"acme", "headcount", 7'000}}))[0].state, ConflictState::kOpen);
}

TEST_F(CheckDraft, ShowsItsOwnAmongManyThatSayTheSame) {
  for (int i = 0; i < 30; ++i) {
    Commit(*graph_, MakeSample("same " + std::to_string(i), 1, {{"acme", "headcount", 500}}));
  }
  const std::vector<Conflict> found = Check(MakeSample("draft", 2, {{"acme", "headcount", 500}}));
  ASSERT_THAT(found, SizeIs(1));
  const ConflictSide& own = found[0].sides[0];
  EXPECT_EQ(own.claim_count, 32U);
  EXPECT_EQ(own.evidence.back().ref.article, "draft");
}

}  // namespace
}  // namespace newsgraph::graph
