#include "rpc/entity_service.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rpc/wire/resource_name.h"
#include "tests/rpc/served_graph.h"

namespace newsgraph::rpc {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class EntityServiceTest : public testing::Test {
 protected:
  void Submit(const std::string& id, const std::string& text) {
    const auto receipt = client_.SubmitArticle(MakeArticle(id, text));
    ASSERT_TRUE(receipt.ok()) << receipt.status();
  }
  std::vector<std::string> Search(const std::string& query) {
    v1::SearchEntitiesRequest request;
    request.set_query(query);
    std::vector<std::string> names;
    const auto found = client_.SearchEntities(request);
    EXPECT_TRUE(found.ok()) << found.status();
    if (!found.ok()) return names;
    for (const v1::Entity& entity : found->entities()) names.push_back(entity.name());
    return names;
  }
  StatusOr<v1::Entity> Get(const std::string& name) {
    v1::GetEntityRequest request;
    request.set_name(name);
    return client_.GetEntity(request);
  }
  StatusOr<v1::EntityChange> Merge(const std::string& name, const std::string& merged) {
    v1::MergeEntitiesRequest request;
    request.set_name(name);
    request.add_merged_entities(merged);
    request.set_reason("one firm");
    return client_.MergeEntities(request);
  }
  std::size_t ClaimCount(const std::string& subject) {
    v1::ListClaimsRequest request;
    request.set_subject(subject);
    std::size_t count = 0;
    EXPECT_TRUE(client_.ListClaims(request, [&](const v1::Claim&) { return ++count > 0; }).ok());
    return count;
  }

  ServedGraph served_;
  Client client_ = served_.NewClient();
};

TEST_F(EntityServiceTest, GetsAndFindsEntities) {
  const auto entity = Get("entities/acme");
  ASSERT_TRUE(entity.ok()) << entity.status();
  EXPECT_EQ(entity->name(), "entities/acme");
  EXPECT_FALSE(entity->provisional());
  EXPECT_THAT(Search("ACM"), Contains("entities/acme"));
  EXPECT_THAT(Search("acem"), Contains("entities/acme"));
  EXPECT_EQ(Get("entities/nobody").status().code(), StatusCode::kNotFound);
}

TEST_F(EntityServiceTest, MergesAndUndoes) {
  Submit("a", "acme revenue 500 2025");
  Submit("b", "globex revenue 900 2025");
  const auto merged = Merge("entities/acme", "entities/globex");
  ASSERT_TRUE(merged.ok()) << merged.status();
  EXPECT_EQ(merged->kind(), v1::ENTITY_CHANGE_KIND_MERGED);
  EXPECT_EQ(merged->reason(), "one firm");
  EXPECT_TRUE(merged->has_change_time());
  EXPECT_EQ(ClaimCount("entities/acme"), 2);
  EXPECT_THAT(Get("entities/globex")->merged_entities(), ElementsAre("entities/globex"));

  v1::UndoEntityChangeRequest undo;
  undo.set_name(merged->name());
  const auto undone = client_.UndoEntityChange(undo);
  ASSERT_TRUE(undone.ok()) << undone.status();
  EXPECT_EQ(undone->undone_change(), merged->name());
  EXPECT_EQ(ClaimCount("entities/acme"), 1);

  std::vector<std::string> history;
  const Status listed = client_.ListEntityChanges({}, [&](const v1::EntityChange& change) {
    history.push_back(change.name());
    return true;
  });
  EXPECT_TRUE(listed.ok()) << listed;
  EXPECT_THAT(history, ElementsAre(undone->name(), merged->name()));
}

TEST_F(EntityServiceTest, SplitsArticlesOff) {
  Submit("a", "acme revenue 500 2025");
  Submit("b", "acme revenue 900 2025");
  v1::SplitEntityRequest request;
  request.set_name("entities/acme");
  request.add_articles("articles/b");
  request.set_display_name("Acme Records");
  const auto split = client_.SplitEntity(request);
  ASSERT_TRUE(split.ok()) << split.status();
  ASSERT_THAT(split->other_entities(), SizeIs(1));
  EXPECT_EQ(Get(split->other_entities(0))->display_name(), "Acme Records");
  EXPECT_EQ(ClaimCount("entities/acme"), 1);
  EXPECT_EQ(ClaimCount(split->other_entities(0)), 1);
}

TEST_F(EntityServiceTest, NamesTheFieldThatIsToBlame) {
  EXPECT_THAT(std::string(Get("acme").status().message()), HasSubstr("name"));
  EXPECT_THAT(std::string(Merge("entities/acme", "globex").status().message()), HasSubstr("merged_entities"));
  v1::UndoEntityChangeRequest undo;
  undo.set_name("entityChanges/x");
  EXPECT_EQ(client_.UndoEntityChange(undo).status().code(), StatusCode::kInvalidArgument);
  EXPECT_EQ(client_.SearchEntities({}).status().code(), StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace newsgraph::rpc
