// Conflicts that somebody wants to hear no more of, and how they come back.
#include "graph/suppressions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "graph/graph.h"
#include "tests/graph/sample.h"

namespace newsgraph::graph {
namespace {

using std::chrono::hours;
using std::chrono::sys_seconds;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr sys_seconds kNoon{std::chrono::sys_days(std::chrono::year(2026) / std::chrono::March / 1) + hours(12)};

class SuppressionsTest : public testing::Test {
 protected:
  void Contradict(const std::string& subject, const std::string& metric) {
    Commit(*graph_, MakeSample(subject + metric + "1", 1, {{subject, metric, 500}}));
    Commit(*graph_, MakeSample(subject + metric + "2", 2, {{subject, metric, 900}}));
  }

  std::vector<std::string> SubjectsOf(ConflictState state) const {
    std::vector<std::string> subjects;
    for (const Conflict& conflict : AllConflicts(*graph_, {.state = state})) subjects.push_back(conflict.subject);
    std::sort(subjects.begin(), subjects.end());
    return subjects;
  }
  std::vector<std::string> Open() const { return SubjectsOf(ConflictState::kOpen); }
  std::vector<std::string> Suppressed() const { return SubjectsOf(ConflictState::kSuppressed); }

  Suppression Suppress(const std::string& subject, const std::string& metric,
                       std::optional<sys_seconds> expires = std::nullopt) {
    Suppression suppression;
    suppression.subject = subject;
    suppression.metric = metric;
    suppression.reason = "known";
    suppression.reviewer = "desk";
    suppression.time = kNoon;
    suppression.expires = expires;
    return Must(graph_->Suppress(suppression));
  }

  // What became of conflicts since a revision.
  std::vector<EventKind> Since(std::uint64_t revision) const {
    std::vector<EventKind> kinds;
    for (const Event& event : Must(graph_->ReadEvents(revision, 100))) {
      if (event.conflict) kinds.push_back(event.kind);
    }
    return kinds;
  }
  std::uint64_t Now() const { return graph_->statistics().revision; }

  const Catalogue catalogue_ = SampleCatalogue();
  const TemporaryFolder folder_;
  std::unique_ptr<Graph> graph_ = Must(Graph::Open(folder_.graph(), catalogue_));
};

TEST_F(SuppressionsTest, TakeInWhatIsOpenAndTellIt) {
  Contradict("acme", "headcount");
  Contradict("acme", "revenue");
  Contradict("globex", "headcount");
  const std::uint64_t before = Now();
  const Suppression made = Suppress("acme", "headcount");
  EXPECT_EQ(made.revision, before + 1);
  EXPECT_THAT(Suppressed(), ElementsAre("acme"));
  EXPECT_THAT(Open(), ElementsAre("acme", "globex"));
  EXPECT_THAT(Since(before), ElementsAre(EventKind::kConflictSuppressed));
  EXPECT_EQ(graph_->statistics().conflict_count, 2U);
}

TEST_F(SuppressionsTest, RefuseWhatNobodyKnows) {
  Suppression suppression;
  suppression.subject = "acmee";
  EXPECT_EQ(graph_->Suppress(suppression).status(),
            Error(StatusCode::kInvalidArgument, "subject: there is no entity \"acmee\""));
  suppression.subject = "acme";
  suppression.metric = "headcont";
  EXPECT_EQ(graph_->Suppress(suppression).status(),
            Error(StatusCode::kInvalidArgument, "metric: there is no metric \"headcont\""));
  EXPECT_EQ(Now(), 0U);
}

TEST_F(SuppressionsTest, TakeInWhatIsToCome) {
  Suppress("acme", "");
  const std::uint64_t before = Now();
  Contradict("acme", "headcount");
  Contradict("globex", "headcount");
  EXPECT_THAT(Suppressed(), ElementsAre("acme"));
  EXPECT_THAT(Since(before), ElementsAre(EventKind::kConflictSuppressed, EventKind::kConflictOpened));
  Commit(*graph_, MakeSample("third", 3, {{"acme", "headcount", 7'000}}));
  EXPECT_THAT(Suppressed(), ElementsAre("acme")) << "another value does not end it";
}

TEST_F(SuppressionsTest, GoByKindToo) {
  Suppression times;
  times.kind = ConflictKind::kTime;
  Must(graph_->Suppress(times));
  Contradict("acme", "headcount");
  EXPECT_THAT(Open(), ElementsAre("acme"));
  Suppression values;
  values.kind = ConflictKind::kValue;
  Must(graph_->Suppress(values));
  EXPECT_THAT(Open(), IsEmpty());
}

TEST_F(SuppressionsTest, AreEndedBySomebody) {
  Contradict("acme", "headcount");
  const Suppression made = Suppress("acme", "headcount");
  const std::uint64_t before = Now();
  const Suppression ended =
      Must(graph_->EndSuppression(made.revision, {.reason = "new quarter", .reviewer = "desk", .time = kNoon}));
  ASSERT_TRUE(ended.end);
  EXPECT_EQ(ended.end->revision, before + 1);
  EXPECT_FALSE(ended.end->expired);
  EXPECT_EQ(ended.end->reason, "new quarter");
  EXPECT_THAT(Open(), ElementsAre("acme"));
  EXPECT_THAT(Since(before), ElementsAre(EventKind::kConflictOpened));
  EXPECT_EQ(graph_->EndSuppression(made.revision, {}).status().code(), StatusCode::kFailedPrecondition);
  EXPECT_EQ(graph_->EndSuppression(before - 1, {}).status().code(), StatusCode::kNotFound);
}

TEST_F(SuppressionsTest, ExpireAtTheirTime) {
  Contradict("acme", "headcount");
  Contradict("globex", "headcount");
  Suppress("acme", "", kNoon + hours(1));
  Suppress("globex", "", kNoon + hours(2));
  EXPECT_EQ(graph_->NextExpiry(), kNoon + hours(1));
  const std::uint64_t before = Now();
  ASSERT_TRUE(graph_->EndExpired(kNoon).ok());
  EXPECT_EQ(Now(), before) << "nothing is written where nothing has ended";
  ASSERT_TRUE(graph_->EndExpired(kNoon + hours(1)).ok());
  EXPECT_THAT(Open(), ElementsAre("acme"));
  EXPECT_EQ(graph_->NextExpiry(), kNoon + hours(2));
  const Page<Suppression> all = Must(graph_->ListSuppressions(false, 10, ""));
  ASSERT_THAT(all.items, SizeIs(2));
  EXPECT_FALSE(all.items[0].end);
  ASSERT_TRUE(all.items[1].end);
  EXPECT_TRUE(all.items[1].end->expired);
  EXPECT_THAT(Must(graph_->ListSuppressions(true, 10, "")).items, SizeIs(1));
  ASSERT_TRUE(graph_->EndExpired(kNoon + hours(2)).ok());
  EXPECT_EQ(graph_->NextExpiry(), std::nullopt);
}

TEST_F(SuppressionsTest, OverlapWithoutHarm) {
  Contradict("acme", "headcount");
  const Suppression one = Suppress("acme", "");
  const Suppression other = Suppress("", "headcount");
  Must(graph_->EndSuppression(one.revision, {}));
  EXPECT_THAT(Suppressed(), ElementsAre("acme")) << "the other one still takes it in";
  Must(graph_->EndSuppression(other.revision, {}));
  EXPECT_THAT(Open(), ElementsAre("acme"));
}

TEST_F(SuppressionsTest, LeaveDecisionsAlone) {
  Contradict("acme", "headcount");
  const std::string id = AllConflicts(*graph_).front().id;
  Must(graph_->Decide(id, {.state = ConflictState::kConfirmed}));
  const Suppression made = Suppress("acme", "");
  EXPECT_EQ(Must(graph_->GetConflict(id)).state, ConflictState::kConfirmed);
  EXPECT_EQ(Must(graph_->Decide(id, {.state = ConflictState::kOpen})).state, ConflictState::kSuppressed)
      << "a decision that is taken back leaves what would be without it";
  EXPECT_EQ(Must(graph_->Decide(id, {.state = ConflictState::kAcknowledged})).state, ConflictState::kAcknowledged);
  Must(graph_->EndSuppression(made.revision, {}));
  EXPECT_EQ(Must(graph_->GetConflict(id)).state, ConflictState::kAcknowledged);
  EXPECT_EQ(graph_->Decide(id, {.state = ConflictState::kSuppressed}).status().code(), StatusCode::kInvalidArgument);
}

TEST_F(SuppressionsTest, AreResolvedLikeOthers) {
  Contradict("acme", "headcount");
  Suppress("acme", "");
  const std::uint64_t before = Now();
  Commit(*graph_, MakeSample("acmeheadcount2", 2, {{"acme", "headcount", 500}}));
  EXPECT_THAT(Since(before), ElementsAre(EventKind::kConflictResolved));
  EXPECT_THAT(Suppressed(), IsEmpty());
}

TEST_F(SuppressionsTest, FollowMergesAndTheirUndoing) {
  Suppress("globex", "headcount");
  Contradict("acme", "headcount");
  EXPECT_THAT(Open(), ElementsAre("acme"));
  EntityChange merge;
  merge.kind = EntityChangeKind::kMerged;
  merge.entity = "acme";
  merge.others = {"globex"};
  merge = Must(graph_->Change(merge));
  Commit(*graph_, MakeSample("third", 3, {{"acme", "headcount", 7'000}}));
  EXPECT_THAT(Suppressed(), ElementsAre("acme"));
  EntityChange undo;
  undo.kind = EntityChangeKind::kUndone;
  undo.undoes = merge.revision;
  Must(graph_->Change(undo));
  Commit(*graph_, MakeSample("fourth", 3, {{"acme", "headcount", 60'000}}));
  EXPECT_THAT(Open(), ElementsAre("acme"));
}

TEST_F(SuppressionsTest, SurviveARestart) {
  const Suppression made = Suppress("acme", "", kNoon + hours(1));
  graph_.reset();
  graph_ = Must(Graph::Open(folder_.graph(), catalogue_));
  EXPECT_EQ(graph_->NextExpiry(), kNoon + hours(1));
  EXPECT_THAT(Must(graph_->ListSuppressions(true, 1, "")).items, ElementsAre(made));
  Contradict("acme", "headcount");
  EXPECT_THAT(Suppressed(), ElementsAre("acme"));
}

TEST_F(SuppressionsTest, AreOfSomething) {
  EXPECT_EQ(graph_->Suppress({}).status().code(), StatusCode::kInvalidArgument);
}

TEST_F(SuppressionsTest, ShowInDrafts) {
  Contradict("acme", "headcount");
  Suppress("acme", "headcount");
  const Sample draft = MakeSample("draft", 3, {{"acme", "headcount", 7'000}});
  const std::vector<Conflict> found = Must(graph_->CheckDraft(draft.article, draft.extraction));
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].state, ConflictState::kSuppressed);
}

}  // namespace
}  // namespace newsgraph::graph
