// Who is who: finding entities, merging and splitting them, and taking that back.
#include "graph/entity_changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "tests/graph/sample.h"

namespace newsgraph::graph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

// An article whose entities are those of its claims.
Sample Named(const std::string& id, int day, const std::vector<Says>& claims) {
  Sample sample = MakeSample(id, day, claims);
  for (const Says& says : claims) {
    const auto at = static_cast<std::uint32_t>(sample.article.text.find(says.subject));
    MentionedEntity mentioned;
    mentioned.entity = {says.subject, EntityType::kCompany, says.subject, "", ""};
    mentioned.mentions = {{at, at + static_cast<std::uint32_t>(says.subject.size())}};
    sample.extraction.entities.push_back(std::move(mentioned));
  }
  return sample;
}

EntityChange Merge(std::string entity, std::vector<std::string> others) {
  EntityChange change;
  change.kind = EntityChangeKind::kMerged;
  change.entity = std::move(entity);
  change.others = std::move(others);
  change.reason = "one firm";
  return change;
}

EntityChange Split(std::string entity, std::vector<std::string> articles, std::string name) {
  EntityChange change;
  change.kind = EntityChangeKind::kSplit;
  change.entity = std::move(entity);
  change.articles = std::move(articles);
  change.name = std::move(name);
  return change;
}

EntityChange Undo(std::uint64_t revision) {
  EntityChange change;
  change.kind = EntityChangeKind::kUndone;
  change.undoes = revision;
  return change;
}

class EntityChangesTest : public testing::Test {
 protected:
  EntityChangesTest() {
    catalogue_.Add(SpokenName{"globex", "Глобекс", ""});
    catalogue_.Add(SpokenName{"globex", "環球", "zh"});
    graph_ = Must(Graph::OpenInMemory(catalogue_));
  }

  std::vector<std::string> Search(const std::string& text) const {
    std::vector<std::string> ids;
    for (const KnownEntity& known : Must(graph_->SearchEntities({.text = text, .type = {}, .limit = 10})))
      ids.push_back(known.entity.id);
    return ids;
  }
  std::vector<std::string> ArticlesOf(const std::string& subject) const {
    std::vector<std::string> articles;
    for (const Evidence& evidence :
         AllClaims(*graph_, {.article = "", .subject = subject, .entity = "", .metric = "", .time = {}})) {
      EXPECT_EQ(evidence.claim.subject, subject);
      articles.push_back(evidence.ref.article);
    }
    return articles;
  }
  std::vector<Conflict> OpenConflicts(const std::string& subject = "") const {
    ConflictFilter filter;
    filter.state = ConflictState::kOpen;
    filter.subject = subject;
    return AllConflicts(*graph_, filter);
  }
  StatusCode CodeOf(const EntityChange& change) const { return graph_->Change(change).status().code(); }

  Catalogue catalogue_ = SampleCatalogue();
  std::unique_ptr<Graph> graph_;
};

TEST_F(EntityChangesTest, FindsNamesOfPacksInAnyLanguageAndThoseThatArticlesBrought) {
  Commit(*graph_, Named("a", 1, {{"glowworm labs", "headcount", 5}}));
  EXPECT_THAT(Search("Glo"), ElementsAre("globex", "glowworm labs"));
  EXPECT_THAT(Search("ГЛОБ"), ElementsAre("globex"));
  EXPECT_THAT(Search("环球"), ElementsAre("globex"));
  EXPECT_THAT(Search("labs"), ElementsAre("glowworm labs"));
  EXPECT_THAT(Search("golbex"), ElementsAre("globex"));
  EXPECT_THAT(Search("glowwrom"), ElementsAre("glowworm labs"));
  EXPECT_THAT(Search("zzz"), IsEmpty());
  EXPECT_TRUE(Must(graph_->GetEntity("glowworm labs")).provisional);
  EXPECT_FALSE(Must(graph_->GetEntity("globex")).provisional);
  EXPECT_EQ(graph_->SearchEntities({.text = " ", .type = {}, .limit = 1}).status().code(),
            StatusCode::kInvalidArgument);
}

TEST_F(EntityChangesTest, CallsAnEntityTheSameInWhateverOrderArticlesCome) {
  const auto calls = [](const std::string& article, std::optional<int> day, const std::string& name) {
    Sample sample = Named(article, 1, {{"glowworm", "headcount", 5}});
    sample.article.published = MakeSample(article, day, {}).article.published;
    sample.extraction.entities[0].entity.name = name;
    return sample;
  };
  std::vector<Sample> samples = {calls("a", 3, "GlowWorm"), calls("b", 2, "GLOWWORM"), calls("c", 2, "Glowworm"),
                                 calls("d", std::nullopt, "GlOwworm"), calls("e", 1, "glowworm")};
  std::mt19937 random(7);
  for (int i = 0; i < 20; ++i) {
    std::shuffle(samples.begin(), samples.end(), random);
    const std::unique_ptr<Graph> graph = Must(Graph::OpenInMemory(catalogue_));
    for (const Sample& sample : samples) Commit(*graph, sample);
    EXPECT_EQ(Must(graph->NameOf("glowworm")), "Glowworm")
        << "the first that is not in capitals or small letters alone";
    EXPECT_EQ(Must(graph->GetEntity("glowworm")).entity.name, "Glowworm");
  }
  EXPECT_EQ(Must(graph_->NameOf("acme")), "acme");
  EXPECT_EQ(Must(graph_->NameOf("nobody")), "nobody");
}

TEST_F(EntityChangesTest, MergesClaimsAndConflictsAndUndoesIt) {
  Commit(*graph_, Named("a", 1, {{"acme", "headcount", 500}}));
  Commit(*graph_, Named("b", 2, {{"acme group", "headcount", 900}}));
  EXPECT_THAT(OpenConflicts(), IsEmpty());

  const EntityChange merged = Must(graph_->Change(Merge("acme", {"acme group"})));
  EXPECT_THAT(ArticlesOf("acme"), ElementsAre("b", "a"));
  const std::vector<Conflict> found = OpenConflicts("acme");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].sides[1].evidence[0].claim.subject, "acme");
  const KnownEntity known = Must(graph_->GetEntity("acme group"));
  EXPECT_EQ(known.entity.id, "acme");
  EXPECT_THAT(known.merged, ElementsAre("acme group"));
  EXPECT_THAT(Search("acme gr"), ElementsAre("acme"));
  EXPECT_EQ(Must(graph_->GetArticle("b")).extraction.claims[0].subject, "acme");

  // Articles to come are read alike.
  Commit(*graph_, Named("c", 3, {{"acme group", "headcount", 901}}));
  EXPECT_THAT(ArticlesOf("acme"), ElementsAre("c", "b", "a"));

  Must(graph_->Change(Undo(merged.revision)));
  EXPECT_THAT(ArticlesOf("acme"), ElementsAre("a"));
  EXPECT_THAT(ArticlesOf("acme group"), ElementsAre("c", "b"));
  EXPECT_THAT(OpenConflicts("acme"), IsEmpty());
  EXPECT_EQ(Must(graph_->GetEntity("acme group")).entity.id, "acme group");
}

TEST_F(EntityChangesTest, BringsConflictsBackUnderTheirIds) {
  Commit(*graph_, Named("a", 1, {{"acme group", "headcount", 500}}));
  Commit(*graph_, Named("b", 2, {{"acme group", "headcount", 900}}));
  const std::vector<Conflict> before = OpenConflicts();
  ASSERT_THAT(before, SizeIs(1));
  const EntityChange merged = Must(graph_->Change(Merge("acme", {"acme group"})));
  ASSERT_THAT(OpenConflicts(), SizeIs(1));
  EXPECT_EQ(OpenConflicts()[0].subject, "acme");
  Must(graph_->Change(Undo(merged.revision)));
  const std::vector<Conflict> after = OpenConflicts();
  ASSERT_THAT(after, SizeIs(1));
  EXPECT_EQ(after[0].id, before[0].id);
  EXPECT_EQ(after[0].sides, before[0].sides);
}

TEST_F(EntityChangesTest, SplitsArticlesOffAndUndoesIt) {
  Commit(*graph_, Named("a", 1, {{"acme", "headcount", 500}}));
  Commit(*graph_, Named("b", 2, {{"acme", "headcount", 900}}));
  ASSERT_THAT(OpenConflicts(), SizeIs(1));
  const EntityChange split = Must(graph_->Change(Split("acme", {"b"}, "Acme Records")));
  ASSERT_THAT(split.others, SizeIs(1));
  EXPECT_THAT(ArticlesOf("acme"), ElementsAre("a"));
  EXPECT_THAT(ArticlesOf(split.others[0]), ElementsAre("b"));
  EXPECT_THAT(OpenConflicts(), IsEmpty());
  EXPECT_EQ(Must(graph_->GetEntity(split.others[0])).entity.name, "Acme Records");
  EXPECT_THAT(Search("acme rec"), ElementsAre(split.others[0]));
  // The editor's name stays, however articles write it.
  Sample later = Named("c", 3, {{split.others[0], "headcount", 900}});
  later.extraction.entities[0].entity.name = "Acme Recordings";
  Commit(*graph_, later);
  EXPECT_EQ(Must(graph_->GetEntity(split.others[0])).entity.name, "Acme Records");
  Must(graph_->Change(Undo(split.revision)));
  EXPECT_THAT(ArticlesOf("acme"), ElementsAre("c", "b", "a"));
  EXPECT_THAT(OpenConflicts(), SizeIs(1));
  EXPECT_EQ(Must(graph_->GetEntity(split.others[0])).entity.id, "acme");
}

TEST_F(EntityChangesTest, ReplacesClaimsOfArticlesThatChangeAfterAMerge) {
  Commit(*graph_, Named("a", 1, {{"acme", "headcount", 500}}));
  Commit(*graph_, Named("b", 2, {{"acme group", "headcount", 900}}));
  Must(graph_->Change(Merge("acme", {"acme group"})));
  ASSERT_THAT(OpenConflicts(), SizeIs(1));
  Commit(*graph_, Named("b", 2, {{"acme group", "headcount", 500}}));
  EXPECT_THAT(OpenConflicts(), IsEmpty());
  EXPECT_THAT(ArticlesOf("acme"), ElementsAre("b", "a"));
}

TEST_F(EntityChangesTest, ShowsListingsAsTheyBegan) {
  Commit(*graph_, Named("a", 1, {{"acme group", "headcount", 1}}));
  Commit(*graph_, Named("b", 2, {{"acme group", "revenue", 2}}));
  const ClaimFilter filter = {.article = "", .subject = "acme group", .entity = "", .metric = "", .time = {}};
  const Page<Evidence> first = Must(graph_->ListClaims(filter, 1, ""));
  Must(graph_->Change(Merge("acme", {"acme group"})));
  const Page<Evidence> second = Must(graph_->ListClaims(filter, 1, first.next));
  ASSERT_THAT(second.items, SizeIs(1));
  EXPECT_EQ(second.items[0].claim.subject, "acme group");
}

TEST_F(EntityChangesTest, RefusesWhatMakesNoSense) {
  Commit(*graph_, Named("a", 1, {{"acme group", "headcount", 1}}));
  EXPECT_EQ(CodeOf(Merge("acme", {})), StatusCode::kInvalidArgument);
  EXPECT_EQ(CodeOf(Merge("acme", {"acme"})), StatusCode::kInvalidArgument);
  EXPECT_EQ(CodeOf(Merge("acme", {"nobody"})), StatusCode::kNotFound);
  EXPECT_EQ(CodeOf(Split("acme", {"a"}, "")), StatusCode::kInvalidArgument);
  EXPECT_EQ(CodeOf(Split("acme", {"none"}, "")), StatusCode::kNotFound);
  EXPECT_EQ(CodeOf(Undo(1)), StatusCode::kNotFound);
  const EntityChange merged = Must(graph_->Change(Merge("acme", {"acme group"})));
  EXPECT_EQ(CodeOf(Merge("globex", {"acme group"})), StatusCode::kFailedPrecondition);
  Must(graph_->Change(Undo(merged.revision)));
  EXPECT_EQ(CodeOf(Undo(merged.revision)), StatusCode::kFailedPrecondition);
  const EntityChange split = Must(graph_->Change(Split("acme group", {"a"}, "")));
  Must(graph_->Change(Merge("acme", {split.others[0]})));
  const auto refused = graph_->Change(Undo(split.revision));
  EXPECT_EQ(refused.status().code(), StatusCode::kFailedPrecondition);
  EXPECT_THAT(std::string(refused.status().message()), HasSubstr("undo that first"));
}

TEST_F(EntityChangesTest, KeepsTheHistory) {
  Commit(*graph_, Named("a", 1, {{"acme group", "headcount", 1}}));
  const EntityChange merged = Must(graph_->Change(Merge("acme", {"acme group"})));
  const EntityChange undone = Must(graph_->Change(Undo(merged.revision)));
  const Page<EntityChange> first = Must(graph_->ListEntityChanges("", 1, ""));
  EXPECT_THAT(first.items, ElementsAre(undone));
  EXPECT_THAT(Must(graph_->ListEntityChanges("", 1, first.next)).items, ElementsAre(merged));
  EXPECT_THAT(Must(graph_->ListEntityChanges("acme group", 10, "")).items, ElementsAre(undone, merged));
  EXPECT_THAT(Must(graph_->ListEntityChanges("globex", 10, "")).items, IsEmpty());
}

TEST(EntityChanges, SurviveReopening) {
  const Catalogue catalogue = SampleCatalogue();
  const TemporaryFolder folder;
  {
    const auto graph = Must(Graph::Open(folder.graph(), catalogue));
    Commit(*graph, Named("a", 1, {{"acme group", "headcount", 1}}));
    Must(graph->Change(Merge("acme", {"acme group"})));
  }
  const auto graph = Must(Graph::Open(folder.graph(), catalogue));
  EXPECT_EQ(Must(graph->GetEntity("acme group")).entity.id, "acme");
  ClaimFilter filter;
  filter.subject = "acme";
  EXPECT_THAT(AllClaims(*graph, filter), SizeIs(1));
}

}  // namespace
}  // namespace newsgraph::graph
