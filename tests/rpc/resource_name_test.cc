#include "rpc/wire/resource_name.h"

#include <gtest/gtest.h>

#include <string>

namespace newsgraph::rpc {
namespace {

using std::string_literals::operator""s;

TEST(ResourceName, LeavesPlainIdsReadable) {
  EXPECT_EQ(ArticleName("nvidia-01"), "articles/nvidia-01");
  EXPECT_EQ(EntityName("ascend-910c"), "entities/ascend-910c");
  EXPECT_EQ(ConflictName("c_1.2~3"), "conflicts/c_1.2~3");
}

TEST(ResourceName, IsOneSegmentWhateverTheIdContains) {
  EXPECT_EQ(ArticleName("https://a.b/c?d=%20"), "articles/https%3A%2F%2Fa.b%2Fc%3Fd%3D%2520");
  EXPECT_EQ(ArticleName("华"), "articles/%E5%8D%8E");
}

TEST(ResourceName, GivesEveryIdBack) {
  for (const std::string& id : {"a"s, "a/b"s, "%41"s, "ü ~"s, "\0\xff\n"s, ".."s}) {
    EXPECT_EQ(ParseArticleName(ArticleName(id)), id);
    EXPECT_EQ(ParseEntityName(EntityName(id)), id);
    EXPECT_EQ(ParseConflictName(ConflictName(id)), id);
  }
}

TEST(ResourceName, HasOneSpellingOnly) {
  EXPECT_FALSE(ParseArticleName("articles/%61"));
  EXPECT_FALSE(ParseArticleName("articles/%2f"));
  EXPECT_TRUE(ParseArticleName("articles/%2F"));
}

TEST(ResourceName, RefusesWhatIsNoName) {
  for (const char* name : {"", "articles", "articles/", "articles/a/b", "entities/a", "articles/a%2", "articles/%",
                           "articles/ü", "Articles/a"}) {
    EXPECT_FALSE(ParseArticleName(name)) << name;
  }
}

TEST(ResourceName, GivesRevisionsOfChangesBack) {
  EXPECT_EQ(EntityChangeName(4711), "entityChanges/4711");
  EXPECT_EQ(ParseEntityChangeName("entityChanges/4711"), 4711);
  EXPECT_EQ(SuppressionName(12), "suppressions/12");
  EXPECT_EQ(ParseSuppressionName("suppressions/12"), 12);
  EXPECT_FALSE(ParseSuppressionName("suppressions/012"));
  EXPECT_FALSE(ParseSuppressionName("entityChanges/12"));
  for (const char* name : {"entityChanges/", "entityChanges/04", "entityChanges/-1", "entityChanges/1/2", "4711",
                           "entityChanges/99999999999999999999"}) {
    EXPECT_FALSE(ParseEntityChangeName(name)) << name;
  }
}

TEST(ResourceName, TellsClaimsOfOtherRevisionsApart) { EXPECT_EQ(ClaimName("a/b", 2, 7), "articles/a%2Fb/claims/2-7"); }

}  // namespace
}  // namespace newsgraph::rpc
