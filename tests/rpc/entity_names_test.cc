#include "rpc/entity_names.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace newsgraph::rpc {
namespace {

class EntityNamesTest : public testing::Test {
 protected:
  EntityNamesTest() {
    catalogue_.Add(Entity{.id = "acme", .type = EntityType::kCompany, .name = "Acme", .part_of = {}, .maker = {}});
    catalogue_.Add(Concept{.id = "humanoid robot", .broader = {}});
    auto opened = graph::Graph::OpenInMemory(catalogue_);
    Check(opened.ok(), opened.status().ToString());
    graph_ = *std::move(opened);
  }

  static Extraction Naming(const std::string& name) {
    Extraction extraction;
    extraction.language = "en";
    extraction.entities = {{{"qorvexa", EntityType::kCompany, name, "", ""}, {{0, 7}}}};
    return extraction;
  }

  Catalogue catalogue_;
  std::unique_ptr<graph::Graph> graph_;
};

TEST_F(EntityNamesTest, ComeFromPacksThenTheGraphThenTheText) {
  const Extraction draft = Naming("QORVEXA");
  const EntityNames names(catalogue_, graph_.get(), &draft);
  EXPECT_EQ(names.Of("acme"), "Acme");
  EXPECT_EQ(names.Of("humanoid robot"), "humanoid robot");
  EXPECT_EQ(names.Of("qorvexa"), "QORVEXA");
  Article article;
  article.id = "a";
  article.text = "Qorvexa grows.";
  ASSERT_TRUE(graph_->Commit(article, Naming("Qorvexa")).ok());
  EXPECT_EQ(names.Of("qorvexa"), "Qorvexa");
}

TEST_F(EntityNamesTest, AreIdsWhereNobodyNamesThem) {
  EXPECT_EQ(EntityNames(catalogue_, graph_.get()).Of("initech"), "initech");
  EXPECT_EQ(EntityNames(catalogue_).Of(""), "");
}

}  // namespace
}  // namespace newsgraph::rpc
