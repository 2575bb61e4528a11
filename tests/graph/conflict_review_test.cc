// What people decide on conflicts, and what becomes of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/graph.h"
#include "tests/graph/sample.h"

namespace newsgraph::graph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

class ConflictReview : public testing::Test {
 protected:
  void SetUp() override {
    Commit(*graph_, MakeSample("a", 1, {{"acme", "headcount", 500}}));
    Commit(*graph_, MakeSample("b", 2, {{"acme", "headcount", 900}}));
    const std::vector<Conflict> all = AllConflicts(*graph_);
    ASSERT_THAT(all, SizeIs(1));
    id_ = all.front().id;
  }

  Conflict Now() const { return Must(graph_->GetConflict(id_)); }
  std::vector<ConflictState> States() const {
    std::vector<ConflictState> states;
    PageToken token;
    do {
      const Page<Conflict> page = Must(graph_->ListConflictVersions(id_, 2, token));
      for (const Conflict& version : page.items) states.push_back(version.state);
      token = page.next;
    } while (!token.empty());
    return states;
  }
  static Review Dismissed(DismissalReason reason) {
    return {ConflictState::kDismissed, reason, "as agreed", "desk", {}};
  }

  const Catalogue catalogue_ = SampleCatalogue();
  const std::unique_ptr<Graph> graph_ = Must(Graph::OpenInMemory(catalogue_));
  std::string id_;
};

TEST_F(ConflictReview, IsKeptAndShown) {
  const Review review = Dismissed(DismissalReason::kDefinition);
  const Conflict decided = Must(graph_->Decide(id_, review));
  EXPECT_EQ(decided.state, ConflictState::kDismissed);
  EXPECT_EQ(decided.review, review);
  EXPECT_EQ(decided.changed_revision, 3U);
  EXPECT_EQ(Now(), decided);
  EXPECT_EQ(graph_->statistics().conflict_count, 0U) << "it is not open any more";
  ConflictFilter filter;
  filter.state = ConflictState::kDismissed;
  EXPECT_THAT(AllConflicts(*graph_, filter), SizeIs(1));
  filter.state = ConflictState::kOpen;
  EXPECT_THAT(AllConflicts(*graph_, filter), SizeIs(0));
}

TEST_F(ConflictReview, IsAnEvent) {
  Must(graph_->Decide(id_, {.state = ConflictState::kAcknowledged}));
  const std::vector<Event> events = Must(graph_->ReadEvents(2, 10));
  ASSERT_THAT(events, SizeIs(1));
  EXPECT_EQ(events[0].kind, EventKind::kConflictChanged);
  EXPECT_EQ(events[0].conflict->state, ConflictState::kAcknowledged);
}

TEST_F(ConflictReview, StaysWhileArticlesRepeatWhatIsKnown) {
  Must(graph_->Decide(id_, Dismissed(DismissalReason::kDefinition)));
  Commit(*graph_, MakeSample("c", 3, {{"acme", "headcount", 900}}));
  EXPECT_EQ(Now().state, ConflictState::kDismissed);
  EXPECT_TRUE(Now().review);
  EXPECT_THAT(Now().sides[1].evidence, SizeIs(2));
}

TEST_F(ConflictReview, StaysWhenAnEarlierArticleComesLater) {
  Must(graph_->Decide(id_, Dismissed(DismissalReason::kDefinition)));
  Commit(*graph_, MakeSample("first to print", 0, {{"acme", "headcount", 900}}));
  EXPECT_EQ(Now().state, ConflictState::kDismissed);
  EXPECT_THAT(Now().sides[0].evidence, SizeIs(2));
  EXPECT_EQ(Now().sides[0].evidence[0].ref.article, "first to print");
  EXPECT_THAT(AllConflicts(*graph_), SizeIs(1)) << "it is the same conflict, by the same id";
}

TEST_F(ConflictReview, OpensAgainForAnotherValue) {
  Must(graph_->Decide(id_, Dismissed(DismissalReason::kDefinition)));
  Commit(*graph_, MakeSample("c", 3, {{"acme", "headcount", 7'000}}));
  EXPECT_EQ(Now().state, ConflictState::kOpen);
  EXPECT_FALSE(Now().review);
  EXPECT_THAT(States(), ElementsAre(ConflictState::kOpen, ConflictState::kDismissed, ConflictState::kOpen));
  EXPECT_EQ(graph_->statistics().conflict_count, 1U);
}

TEST_F(ConflictReview, CanBeTakenBack) {
  Must(graph_->Decide(id_, {.state = ConflictState::kConfirmed}));
  Must(graph_->Decide(id_, {.state = ConflictState::kOpen, .reason = {}, .comment = "too early"}));
  EXPECT_EQ(Now().state, ConflictState::kOpen);
  EXPECT_EQ(Now().review->comment, "too early");
  EXPECT_EQ(graph_->statistics().conflict_count, 1U);
}

TEST_F(ConflictReview, EndsWithACorrection) {
  Must(graph_->Decide(id_, {.state = ConflictState::kConfirmed}));
  Commit(*graph_, MakeSample("b", 2, {{"acme", "headcount", 500}}));
  EXPECT_EQ(Now().state, ConflictState::kResolved);
  EXPECT_EQ(graph_->Decide(id_, {.state = ConflictState::kOpen}).status().code(), StatusCode::kFailedPrecondition);
  Commit(*graph_, MakeSample("b", 2, {{"acme", "headcount", 900}}));
  EXPECT_EQ(Now().state, ConflictState::kOpen) << "what comes again was never decided on";
}

TEST_F(ConflictReview, RefusesWhatNobodyCanDecide) {
  const auto refused = [this](const Review& review) { return graph_->Decide(id_, review).status(); };
  EXPECT_EQ(refused({.state = ConflictState::kResolved}).code(), StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(refused({.state = ConflictState::kDismissed}).message()), HasSubstr("reason"));
  EXPECT_EQ(refused({.state = ConflictState::kConfirmed, .reason = DismissalReason::kRounding}).code(),
            StatusCode::kInvalidArgument);
  EXPECT_EQ(graph_->Decide("none", {.state = ConflictState::kConfirmed}).status().code(), StatusCode::kNotFound);
  EXPECT_EQ(graph_->ListConflictVersions("none", 1, "").status().code(), StatusCode::kNotFound);
  EXPECT_EQ(Now().state, ConflictState::kOpen);
}

TEST_F(ConflictReview, SurvivesARestart) {
  const TemporaryFolder folder;
  const Review review = Dismissed(DismissalReason::kTranslation);
  {
    const auto graph = Must(Graph::Open(folder.path(), catalogue_));
    Commit(*graph, MakeSample("a", 1, {{"acme", "headcount", 500}}));
    Commit(*graph, MakeSample("b", 2, {{"acme", "headcount", 900}}));
    Must(graph->Decide(id_, review));
  }
  const auto graph = Must(Graph::Open(folder.path(), catalogue_));
  EXPECT_EQ(Must(graph->GetConflict(id_)).review, review);
}

}  // namespace
}  // namespace newsgraph::graph
