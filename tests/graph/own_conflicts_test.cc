// What one article says against itself, and what its next revision changed, as conflicts of the graph.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "graph/graph.h"
#include "tests/graph/sample.h"
#include "tests/support/canned_extractor.h"

namespace newsgraph::graph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class OwnConflictsTest : public testing::Test {
 protected:
  void Say(const std::string& text, int day = 1) {
    Article article;
    article.id = "a";
    article.source = "Example";
    article.text = text;
    article.language = "en";
    article.published = std::chrono::sys_days(std::chrono::January / day / 2026);
    Must(graph_->Commit(article, reader_.Read(article)));
  }

  std::vector<Conflict> Of(ConflictKind kind) const {
    return AllConflicts(*graph_, {.kind = kind, .least_severity = Severity::kNote});
  }
  std::vector<ConflictState> StatesOf(ConflictKind kind) const {
    std::vector<ConflictState> states;
    for (const Conflict& conflict : Of(kind)) states.push_back(conflict.state);
    return states;
  }

  const CannedExtractor reader_;
  const std::unique_ptr<Graph> graph_ = Must(Graph::OpenInMemory(reader_.catalogue()));
};

constexpr ConflictState kOpen = ConflictState::kOpen;
constexpr ConflictState kResolved = ConflictState::kResolved;

TEST_F(OwnConflictsTest, AreStoredWithTheirArticle) {
  Say("acme revenue 5000000000000000 2025\n");
  const std::vector<Conflict> all = AllConflicts(*graph_, {.article = "a"});
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all.front().kind, ConflictKind::kImplausible);
  EXPECT_EQ(all.front().subject, "acme");
  ASSERT_THAT(all.front().sides, SizeIs(1));
  EXPECT_EQ(all.front().sides.front().evidence.front().quote, "5000000000000000");
  EXPECT_EQ(graph_->statistics().conflict_count, 1U);
  const std::vector<Event> events = Must(graph_->ReadEvents(0, 10));
  ASSERT_THAT(events, SizeIs(2));
  EXPECT_EQ(events.back().kind, EventKind::kConflictOpened);
  EXPECT_EQ(events.back().conflict, all.front());
}

TEST_F(OwnConflictsTest, EndWithTheRevisionThatLacksThem) {
  Say("acme revenue 5000000000000000 2025\nglobex revenue 7000 2025\n");
  Say("acme revenue 5000000000000000 2025\nglobex revenue 7000 2024\n");
  EXPECT_THAT(StatesOf(ConflictKind::kImplausible), ElementsAre(kOpen));
  Say("acme revenue 5000 2025\nglobex revenue 7000 2024\n");
  EXPECT_THAT(StatesOf(ConflictKind::kImplausible), ElementsAre(kResolved));
  Say("acme revenue 5000000000000000 2025\nglobex revenue 7000 2024\n");
  EXPECT_THAT(StatesOf(ConflictKind::kImplausible), ElementsAre(kOpen)) << "the same again";
}

TEST_F(OwnConflictsTest, KeepWhatWasDecided) {
  Say("acme revenue 5000000000000000 2025\n");
  const std::string id = Of(ConflictKind::kImplausible).front().id;
  Must(graph_->Decide(id, {.state = ConflictState::kConfirmed, .reason = {}, .comment = "so"}));
  Say("acme revenue 5000000000000000 2025\nglobex revenue 7000 2025\n");
  EXPECT_EQ(Must(graph_->GetConflict(id)).state, ConflictState::kConfirmed);
}

TEST_F(OwnConflictsTest, TellWhatARevisionChanged) {
  Say("acme revenue 5000 2025\n");
  EXPECT_THAT(Of(ConflictKind::kRevision), IsEmpty());
  Say("acme revenue 50000 2025\n");
  const std::vector<Conflict> all = Of(ConflictKind::kRevision);
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all.front().severity, Severity::kHard);
  ASSERT_THAT(all.front().sides, SizeIs(2));
  EXPECT_EQ(all.front().sides.front().evidence.front().ref.revision, 1U);
  EXPECT_EQ(all.front().sides.back().evidence.front().ref.revision, 2U);
  EXPECT_THAT(AllConflicts(*graph_, {.article = "a"}), SizeIs(1));
}

TEST_F(OwnConflictsTest, LeaveARevisionUntilTheValueChangesAgain) {
  Say("acme revenue 5000 2025\n");
  Say("acme revenue 50000 2025\n");
  Say("acme revenue 50000 2025\nglobex revenue 7000 2025\n");
  EXPECT_THAT(StatesOf(ConflictKind::kRevision), ElementsAre(kOpen));
  Say("acme revenue 6000 2025\nglobex revenue 7000 2025\n");
  EXPECT_THAT(StatesOf(ConflictKind::kRevision), testing::UnorderedElementsAre(kOpen, kResolved));
}

}  // namespace
}  // namespace newsgraph::graph
