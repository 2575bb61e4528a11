// Conflicts in which our own articles take part.
#include "graph/own_outlets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/graph.h"
#include "tests/graph/sample.h"

namespace newsgraph::graph {
namespace {

using testing::ElementsAre;

Sample Of(const std::string& source, const std::string& id, int day, const std::vector<Says>& claims) {
  Sample sample = MakeSample(id, day, claims);
  sample.article.source = source;
  return sample;
}

class OwnOutletsTest : public testing::Test {
 protected:
  void Open(const std::vector<std::string>& own) {
    graph_.reset();
    graph_ = Must(Graph::Open(folder_.graph(), catalogue_, {.own_outlets = own}));
  }
  // Of a subject, in the articles of two outlets.
  void Contradict(const std::string& subject, const std::string& one, const std::string& other) {
    Commit(*graph_, Of(one, subject + "1", 1, {{subject, "headcount", 500}}));
    Commit(*graph_, Of(other, subject + "2", 2, {{subject, "headcount", 900}}));
  }
  // A star behind those with an own outlet.
  std::vector<std::string> Listed(const ConflictFilter& filter = {}, std::size_t page_size = 1) const {
    std::vector<std::string> subjects;
    for (const Conflict& conflict : AllConflicts(*graph_, filter, page_size)) {
      subjects.push_back(conflict.subject + (conflict.own_outlet ? "*" : ""));
    }
    return subjects;
  }

  const Catalogue catalogue_ = SampleCatalogue();
  const TemporaryFolder folder_;
  std::unique_ptr<Graph> graph_;
};

TEST_F(OwnOutletsTest, ComeFirstOnEveryPage) {
  Open({"The Sample"});
  Contradict("acme", "Other", "THE SAMPLE");
  Contradict("globex", "Other", "Another");
  Contradict("initech", "The Sample", "Other");
  for (const std::size_t page_size : {1, 2, 3, 10}) {
    EXPECT_THAT(Listed({}, page_size), ElementsAre("initech*", "acme*", "globex")) << page_size;
  }
  EXPECT_THAT(Listed({.metric = "headcount"}), ElementsAre("initech*", "acme*", "globex"));
  EXPECT_THAT(Listed({.article = "acme1"}), ElementsAre("acme*"));
}

TEST_F(OwnOutletsTest, TakePartAsLongAsTheyContradict) {
  Open({"Ours"});
  Contradict("acme", "Other", "Another");
  EXPECT_THAT(Listed(), ElementsAre("acme"));
  Commit(*graph_, Of("Ours", "ours", 3, {{"acme", "headcount", 900}}));
  EXPECT_THAT(Listed(), ElementsAre("acme*"));
  Commit(*graph_, Of("Ours", "ours", 3, {{"acme", "headcount", 500}}));
  EXPECT_THAT(Listed(), ElementsAre("acme*")) << "on the other side now";
  Commit(*graph_, Of("Ours", "ours", 3, {{"acme", "revenue", 500}}));
  EXPECT_THAT(Listed(), ElementsAre("acme"));
  for (int i = 0; i < 30; ++i) {
    Commit(*graph_, Of("Other", "copy" + std::to_string(i), 2, {{"acme", "headcount", 900}}));
  }
  Commit(*graph_, Of("Ours", "ours", 9, {{"acme", "headcount", 900}}));
  EXPECT_THAT(Listed(), ElementsAre("acme*")) << "also where the side does not show it";
  Commit(*graph_, Of("Ours", "ours", 9, {{"acme", "revenue", 500}}));
  EXPECT_THAT(Listed(), ElementsAre("acme"));
}

TEST_F(OwnOutletsTest, StayMarkedThroughDecisionsAndResolution) {
  Open({"Ours"});
  Contradict("acme", "Ours", "Another");
  const std::string id = AllConflicts(*graph_).front().id;
  EXPECT_TRUE(Must(graph_->Decide(id, {.state = ConflictState::kAcknowledged})).own_outlet);
  Commit(*graph_, Of("Another", "acme2", 2, {{"acme", "headcount", 500}}));
  EXPECT_TRUE(Must(graph_->GetConflict(id)).own_outlet) << "a resolved conflict shows what it was about";
  Commit(*graph_, Of("Another", "acme2", 2, {{"acme", "headcount", 900}}));
  EXPECT_THAT(Listed(), ElementsAre("acme*"));
}

TEST_F(OwnOutletsTest, CanBecomeOthers) {
  Open({});
  Contradict("acme", "Ours", "Another");
  Contradict("globex", "Other", "Another");
  EXPECT_THAT(Listed(), ElementsAre("globex", "acme"));
  const std::uint64_t revision = graph_->statistics().revision;
  Open({"ours"});
  EXPECT_THAT(Listed(), ElementsAre("acme*", "globex"));
  EXPECT_EQ(graph_->statistics().revision, revision) << "nothing has happened in the news";
  Open({"Other"});
  EXPECT_THAT(Listed(), ElementsAre("globex*", "acme"));
  Open({"Another", "Other"});
  EXPECT_THAT(Listed(), ElementsAre("globex*", "acme*"));
  Commit(*graph_, Of("Another", "acme2", 2, {{"acme", "revenue", 900}}));
  Open({});
  EXPECT_THAT(Listed({.state = ConflictState::kOpen}), ElementsAre("globex"));
}

TEST_F(OwnOutletsTest, AreNoneForEmptyNames) {
  Open({""});
  Contradict("acme", "", "Another");
  EXPECT_THAT(Listed(), ElementsAre("acme"));
}

}  // namespace
}  // namespace newsgraph::graph
