#include "graph/graph.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/graph/sample.h"

namespace newsgraph::graph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class GraphTest : public testing::Test {
 protected:
  const Catalogue catalogue_ = SampleCatalogue();
  const std::unique_ptr<Graph> graph_ = Must(Graph::OpenInMemory(catalogue_));
};

std::vector<std::string> Articles(const std::vector<Evidence>& claims) {
  std::vector<std::string> ids;
  for (const Evidence& evidence : claims) ids.push_back(evidence.ref.article);
  return ids;
}

TEST_F(GraphTest, GivesBackWhatWasCommitted) {
  const Sample sample = MakeSample("a", 1, {{"acme", "headcount", 500}, {"acme", "revenue", 7'000}});
  const Receipt receipt = Commit(*graph_, sample);
  EXPECT_EQ(receipt.revision, 1);
  EXPECT_EQ(receipt.article_revision, 1);
  EXPECT_FALSE(receipt.unchanged);
  const StoredArticle stored = Must(graph_->GetArticle("a"));
  EXPECT_EQ(stored.article, sample.article);
  EXPECT_EQ(stored.extraction, sample.extraction);
  EXPECT_EQ(stored.revision, 1);
}

TEST_F(GraphTest, SaysThatAnUnknownArticleIsNotThere) {
  const Status status = graph_->GetArticle("nowhere").status();
  EXPECT_EQ(status.code(), StatusCode::kNotFound);
  EXPECT_THAT(std::string(status.message()), HasSubstr("\"nowhere\""));
}

TEST_F(GraphTest, WritesNothingForAnArticleThatIsTheSame) {
  const Sample sample = MakeSample("a", 1, {{"acme", "headcount", 500}});
  Commit(*graph_, sample);
  Commit(*graph_, MakeSample("b", 1, {{"acme", "headcount", 900}}));
  const Statistics before = graph_->statistics();
  const Receipt again = Commit(*graph_, sample);
  EXPECT_TRUE(again.unchanged);
  EXPECT_EQ(again.revision, 1);
  EXPECT_EQ(again.article_revision, 1);
  EXPECT_EQ(graph_->statistics(), before);
  EXPECT_THAT(AllClaims(*graph_, {}), SizeIs(2));
}

TEST_F(GraphTest, ReplacesTheClaimsOfAChangedArticle) {
  Commit(*graph_, MakeSample("a", 1, {{"acme", "headcount", 500}, {"acme", "revenue", 3}}));
  const Receipt changed = Commit(*graph_, MakeSample("a", 1, {{"acme", "headcount", 600}}));
  EXPECT_EQ(changed.article_revision, 2);
  EXPECT_EQ(changed.revision, 2);
  const std::vector<Evidence> claims = AllClaims(*graph_, {.subject = "acme"});
  ASSERT_THAT(claims, SizeIs(1));
  EXPECT_EQ(claims[0].quote, "600");
  EXPECT_EQ(claims[0].ref, (ClaimRef{"a", 2, 0}));
  EXPECT_THAT(AllClaims(*graph_, {.metric = "revenue"}), IsEmpty());
  EXPECT_EQ(graph_->statistics().claim_count, 1);
  EXPECT_EQ(graph_->statistics().article_count, 1);
}

TEST_F(GraphTest, ListsClaimsNewestFirstAndUndatedLast) {
  Commit(*graph_, MakeSample("undated", std::nullopt, {{"acme", "headcount", 1}}));
  Commit(*graph_, MakeSample("old", -40'000, {{"acme", "headcount", 1}}));
  Commit(*graph_, MakeSample("new", 9, {{"acme", "headcount", 1}, {"acme", "revenue", 2}}));
  Commit(*graph_, MakeSample("middle", 5, {{"acme", "headcount", 1}}));
  for (const std::size_t page_size : {1, 2, 3, 50}) {
    EXPECT_THAT(Articles(AllClaims(*graph_, {.subject = "acme"}, page_size)),
                ElementsAre("new", "new", "middle", "old", "undated"));
  }
}

TEST_F(GraphTest, FiltersClaimsByEveryFieldAtOnce) {
  Commit(*graph_, MakeSample("a", 1,
                             {{"acme", "headcount", 1, 2025},
                              {"acme", "produced", 2, 2026, {"globex"}, "robot", "china"},
                              {"initech", "produced", 3, 2026, {}, "acme"},
                              {"acme", "produced", 4, std::nullopt}}));
  Commit(*graph_, MakeSample("b", 2, {{"globex", "produced", 5, 2026}}));
  const auto quotes = [&](const ClaimFilter& filter) {
    std::vector<std::string> out;
    for (const Evidence& evidence : AllClaims(*graph_, filter)) out.push_back(evidence.quote);
    return out;
  };
  EXPECT_THAT(quotes({}), ElementsAre("5", "1", "2", "3", "4"));
  EXPECT_THAT(quotes({.subject = "acme"}), ElementsAre("1", "2", "4"));
  EXPECT_THAT(quotes({.subject = "globex"}), ElementsAre("5", "2"));
  EXPECT_THAT(quotes({.entity = "acme"}), ElementsAre("1", "2", "3", "4"));
  EXPECT_THAT(quotes({.entity = "robot"}), ElementsAre("2"));
  EXPECT_THAT(quotes({.entity = "china"}), ElementsAre("2"));
  EXPECT_THAT(quotes({.metric = "produced"}), ElementsAre("5", "2", "3", "4"));
  EXPECT_THAT(quotes({.metric = "produced", .time = YearOf(2026)}), ElementsAre("5", "2", "3"));
  EXPECT_THAT(quotes({.time = YearOf(2025)}), ElementsAre("1"));
  EXPECT_THAT(quotes({.time = DateInterval{YearOf(1900).first, YearOf(2100).last}}), ElementsAre("5", "1", "2", "3"));
  EXPECT_THAT(quotes({.subject = "acme", .entity = "china", .metric = "produced"}), ElementsAre("2"));
  EXPECT_THAT(quotes({.article = "a", .metric = "produced"}), ElementsAre("2", "3", "4"));
  EXPECT_THAT(quotes({.article = "none"}), IsEmpty());
  EXPECT_THAT(quotes({.subject = "acm"}), IsEmpty());
}

TEST_F(GraphTest, FindsLongTimesInEveryYearOfTheirs) {
  Sample sample = MakeSample("a", 1, {{"acme", "produced", 1}});
  sample.extraction.claims[0].time = DateInterval{YearOf(1950).first, YearOf(2049).last};
  Commit(*graph_, sample);
  EXPECT_THAT(AllClaims(*graph_, {.time = YearOf(1999)}), SizeIs(1));
  EXPECT_THAT(AllClaims(*graph_, {.time = YearOf(1949)}), IsEmpty());
}

TEST_F(GraphTest, GoesOnWithAListingAsItWasWhenItBegan) {
  for (int day = 1; day <= 4; ++day) {
    Commit(*graph_, MakeSample("a" + std::to_string(day), day, {{"acme", "headcount", day}}));
  }
  const Page<Evidence> first = Must(graph_->ListClaims({.subject = "acme"}, 2, ""));
  EXPECT_EQ(first.revision, 4);
  Commit(*graph_, MakeSample("a2", 2, {{"globex", "headcount", 99}}));
  Commit(*graph_, MakeSample("a0", 0, {{"acme", "headcount", 99}}));
  const Page<Evidence> second = Must(graph_->ListClaims({.subject = "acme"}, 9, first.next));
  EXPECT_EQ(second.revision, 4);
  EXPECT_THAT(Articles(second.items), ElementsAre("a2", "a1"));
  EXPECT_EQ(second.items[0].quote, "2");
  EXPECT_EQ(second.next, "");
  EXPECT_THAT(Articles(AllClaims(*graph_, {.subject = "acme"})), ElementsAre("a4", "a3", "a1", "a0"));
}

TEST_F(GraphTest, RefusesATokenOfAnotherListing) {
  for (int day = 1; day <= 4; ++day) {
    Commit(*graph_, MakeSample("a" + std::to_string(day), day, {{"acme", "headcount", 100 * day}}));
  }
  const PageToken token = Must(graph_->ListClaims({.subject = "acme"}, 2, "")).next;
  ASSERT_NE(token, "");
  EXPECT_EQ(graph_->ListClaims({.subject = "globex"}, 2, token).status().code(), StatusCode::kInvalidArgument);
  EXPECT_EQ(graph_->ListConflicts({}, 2, token).status().code(), StatusCode::kInvalidArgument);
  EXPECT_EQ(graph_->ListClaims({.subject = "acme"}, 2, token + "A").status().code(), StatusCode::kInvalidArgument);
  const std::unique_ptr<Graph> other = Must(Graph::OpenInMemory(catalogue_));
  EXPECT_EQ(other->ListClaims({.subject = "acme"}, 2, token).status().code(), StatusCode::kInvalidArgument);
}

TEST_F(GraphTest, OpensAConflictWhenTwoArticlesDisagree) {
  Commit(*graph_, MakeSample("a", 1, {{"acme", "headcount", 500}}));
  EXPECT_THAT(AllConflicts(*graph_), IsEmpty());
  Commit(*graph_, MakeSample("b", 2, {{"acme", "headcount", 900}}));
  const std::vector<Conflict> conflicts = AllConflicts(*graph_);
  ASSERT_THAT(conflicts, SizeIs(1));
  const Conflict& conflict = conflicts[0];
  EXPECT_EQ(conflict.state, ConflictState::kOpen);
  EXPECT_EQ(conflict.opened_revision, 2);
  EXPECT_EQ(conflict.changed_revision, 2);
  ASSERT_THAT(conflict.sides, SizeIs(2));
  EXPECT_EQ(conflict.sides[0].evidence, AllClaims(*graph_, {.article = "a"}));
  EXPECT_EQ(conflict.sides[1].evidence, AllClaims(*graph_, {.article = "b"}));
  EXPECT_EQ(Must(graph_->GetConflict(conflict.id)), conflict);
  EXPECT_EQ(graph_->GetConflict("none").status().code(), StatusCode::kNotFound);
  EXPECT_EQ(graph_->statistics().conflict_count, 1);
}

TEST_F(GraphTest, ChangesAConflictThatAnotherArticleJoins) {
  Commit(*graph_, MakeSample("a", 1, {{"acme", "headcount", 500}}));
  Commit(*graph_, MakeSample("b", 2, {{"acme", "headcount", 900}}));
  const Conflict before = AllConflicts(*graph_).at(0);
  Commit(*graph_, MakeSample("c", 3, {{"acme", "headcount", 900}}));
  const std::vector<Conflict> conflicts = AllConflicts(*graph_);
  ASSERT_THAT(conflicts, SizeIs(1));
  EXPECT_EQ(conflicts[0].id, before.id);
  EXPECT_EQ(conflicts[0].opened_revision, 2);
  EXPECT_EQ(conflicts[0].changed_revision, 3);
  EXPECT_THAT(conflicts[0].sides[1].evidence, SizeIs(2));
  EXPECT_THAT(AllConflicts(*graph_, {.article = "c"}), SizeIs(1));
}

TEST_F(GraphTest, KeepsAConflictThatIsGoneAsResolvedAndReopensIt) {
  Commit(*graph_, MakeSample("a", 1, {{"acme", "headcount", 500}}));
  Commit(*graph_, MakeSample("b", 2, {{"acme", "headcount", 900}}));
  const Conflict before = AllConflicts(*graph_).at(0);
  Commit(*graph_, MakeSample("b", 2, {{"acme", "headcount", 500}}));
  Conflict resolved = before;
  resolved.state = ConflictState::kResolved;
  resolved.changed_revision = 3;
  EXPECT_THAT(AllConflicts(*graph_), ElementsAre(resolved));
  EXPECT_THAT(AllConflicts(*graph_, {.state = ConflictState::kOpen}), IsEmpty());
  EXPECT_THAT(AllConflicts(*graph_, {.state = ConflictState::kResolved}), SizeIs(1));
  EXPECT_THAT(AllConflicts(*graph_, {.article = "a"}), SizeIs(1));
  EXPECT_THAT(AllConflicts(*graph_, {.article = "b"}), IsEmpty());
  EXPECT_EQ(graph_->statistics().conflict_count, 0);

  Commit(*graph_, MakeSample("b", 2, {{"acme", "headcount", 900}}));
  const std::vector<Conflict> again = AllConflicts(*graph_);
  ASSERT_THAT(again, SizeIs(1));
  EXPECT_EQ(again[0].id, before.id);
  EXPECT_EQ(again[0].state, ConflictState::kOpen);
  EXPECT_EQ(again[0].opened_revision, 4);
  EXPECT_EQ(graph_->statistics().conflict_count, 1);
}

TEST_F(GraphTest, FiltersConflicts) {
  Commit(*graph_, MakeSample("a", 1, {{"acme", "headcount", 500}, {"globex", "headcount", 10}}));
  Commit(*graph_, MakeSample("b", 2, {{"acme", "headcount", 900}}));
  Commit(*graph_, MakeSample("c", 3, {{"globex", "headcount", 20}, {"acme", "revenue", 7}}));
  EXPECT_THAT(AllConflicts(*graph_), SizeIs(2));
  EXPECT_EQ(AllConflicts(*graph_)[0].subject, "globex");
  EXPECT_THAT(AllConflicts(*graph_, {.subject = "acme"}), SizeIs(1));
  EXPECT_THAT(AllConflicts(*graph_, {.subject = "acme", .metric = "revenue"}), IsEmpty());
  EXPECT_THAT(AllConflicts(*graph_, {.metric = "headcount"}), SizeIs(2));
  EXPECT_THAT(AllConflicts(*graph_, {.article = "a"}), SizeIs(2));
  EXPECT_THAT(AllConflicts(*graph_, {.article = "b"}), SizeIs(1));
  EXPECT_THAT(AllConflicts(*graph_, {.kind = ConflictKind::kTime}), IsEmpty());
  EXPECT_THAT(AllConflicts(*graph_, {.kind = ConflictKind::kValue}), SizeIs(2));
}

TEST_F(GraphTest, GoesOnWithConflictsAsTheyWereWhenTheListingBegan) {
  Commit(*graph_, MakeSample("a", 1, {{"acme", "headcount", 500}, {"globex", "headcount", 10}}));
  Commit(*graph_, MakeSample("b", 2, {{"acme", "headcount", 900}}));
  Commit(*graph_, MakeSample("c", 3, {{"globex", "headcount", 20}}));
  const std::vector<Conflict> before = AllConflicts(*graph_);
  const Page<Conflict> first = Must(graph_->ListConflicts({.article = "a"}, 1, ""));
  const Page<Conflict> listed = Must(graph_->ListConflicts({}, 1, ""));
  Commit(*graph_, MakeSample("a", 1, {{"initech", "headcount", 500}}));
  EXPECT_THAT(Must(graph_->ListConflicts({}, 9, listed.next)).items, ElementsAre(before[1]));
  EXPECT_THAT(Must(graph_->ListConflicts({.article = "a"}, 9, first.next)).items, ElementsAre(before[1]));
}

TEST_F(GraphTest, TellsWhatEachRevisionDid) {
  Commit(*graph_, MakeSample("a", 1, {{"acme", "headcount", 500}}));
  Commit(*graph_, MakeSample("b", 2, {{"acme", "headcount", 900}}));
  const Conflict opened = AllConflicts(*graph_).at(0);
  Commit(*graph_, MakeSample("b", 2, {{"acme", "headcount", 500}}));
  const Conflict resolved = AllConflicts(*graph_).at(0);
  const std::vector<Event> events = Must(graph_->ReadEvents(0, 100));
  EXPECT_THAT(events, ElementsAre(Event{1, 0, EventKind::kArticleAdded, "a", 1, std::nullopt},
                                  Event{2, 0, EventKind::kArticleAdded, "b", 1, std::nullopt},
                                  Event{2, 1, EventKind::kConflictOpened, "", 0, opened},
                                  Event{3, 0, EventKind::kArticleChanged, "b", 2, std::nullopt},
                                  Event{3, 1, EventKind::kConflictResolved, "", 0, resolved}));
  EXPECT_EQ(Must(graph_->ReadEvents(1, 1)), std::vector<Event>(events.begin() + 1, events.begin() + 3));
  EXPECT_THAT(Must(graph_->ReadEvents(3, 100)), IsEmpty());
  EXPECT_THAT(Must(graph_->ReadEvents(900, 100)), IsEmpty());
}

TEST_F(GraphTest, CallsListenersUntilTheyGoAway) {
  std::vector<std::uint64_t> heard;
  {
    const Graph::Subscription subscription =
        graph_->Subscribe([&](std::uint64_t revision) { heard.push_back(revision); });
    Commit(*graph_, MakeSample("a", 1, {}));
    Commit(*graph_, MakeSample("a", 1, {}));
    Commit(*graph_, MakeSample("b", 1, {}));
  }
  Commit(*graph_, MakeSample("c", 1, {}));
  EXPECT_THAT(heard, ElementsAre(1, 2));
}

TEST_F(GraphTest, NamesTheFieldThatItCannotStore) {
  const auto refusal = [&](const auto& spoil) {
    Sample sample = MakeSample("a", 1, {{"acme", "headcount", 500}});
    spoil(sample);
    const Status status = graph_->Commit(sample.article, sample.extraction).status();
    EXPECT_EQ(status.code(), StatusCode::kInvalidArgument);
    return std::string(status.message());
  };
  EXPECT_THAT(refusal([](Sample& s) { s.article.id = ""; }), HasSubstr("article.id"));
  EXPECT_THAT(refusal([](Sample& s) { s.article.id = std::string(5'000, 'x'); }), HasSubstr("article.id"));
  EXPECT_THAT(refusal([](Sample& s) { s.extraction.figures[0].span.end = 1'000; }), HasSubstr("figures[0].span"));
  EXPECT_THAT(refusal([](Sample& s) { s.extraction.figures[0].parallel_to = 7; }), HasSubstr("parallel_to"));
  EXPECT_THAT(refusal([](Sample& s) { s.extraction.claims[0].value.index = 3; }), HasSubstr("claims[0].value"));
  EXPECT_THAT(refusal([](Sample& s) { s.extraction.claims[0].sentence = {9, 4}; }), HasSubstr("claims[0].sentence"));
  EXPECT_THAT(
      refusal([](Sample& s) { std::swap(s.extraction.claims[0].time->first, s.extraction.claims[0].time->last); }),
      HasSubstr("claims[0]"));
  EXPECT_EQ(graph_->statistics().article_count, 0);
}

}  // namespace
}  // namespace newsgraph::graph
