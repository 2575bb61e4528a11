#include "model/catalogue.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace newsgraph {
namespace {

Entity EntityOf(std::string id, std::string part_of) {
  Entity entity;
  entity.id = std::move(id);
  entity.part_of = std::move(part_of);
  return entity;
}

Metric MetricOf(std::string id, MetricKind kind) {
  Metric metric;
  metric.id = std::move(id);
  metric.kind = kind;
  return metric;
}

TEST(Catalogue, FindsWhatWasAdded) {
  Catalogue catalogue;
  catalogue.Add(EntityOf("ascend", ""));
  catalogue.Add(Concept{.id = "robot", .broader = ""});
  catalogue.Add(MetricOf("revenue", MetricKind::kFlow));
  ASSERT_NE(catalogue.FindEntity("ascend"), nullptr);
  ASSERT_NE(catalogue.FindConcept("robot"), nullptr);
  ASSERT_NE(catalogue.FindMetric("revenue"), nullptr);
  EXPECT_EQ(catalogue.FindMetric("revenue")->kind, MetricKind::kFlow);
}

TEST(Catalogue, FindsNullForUnknownIds) {
  const Catalogue catalogue;
  EXPECT_EQ(catalogue.FindEntity("ascend"), nullptr);
  EXPECT_EQ(catalogue.FindConcept("robot"), nullptr);
  EXPECT_EQ(catalogue.FindMetric(""), nullptr);
}

TEST(Catalogue, KeepsTheLaterEntryOfAnId) {
  Catalogue catalogue;
  catalogue.Add(MetricOf("revenue", MetricKind::kStock));
  catalogue.Add(MetricOf("revenue", MetricKind::kFlow));
  EXPECT_EQ(catalogue.metrics().size(), 1u);
  EXPECT_EQ(catalogue.FindMetric("revenue")->kind, MetricKind::kFlow);
}

TEST(Catalogue, FollowsPartsThroughAnyNumberOfSteps) {
  Catalogue catalogue;
  catalogue.Add(EntityOf("ascend-910c", "ascend"));
  catalogue.Add(EntityOf("ascend", "chip"));
  catalogue.Add(Concept{.id = "chip", .broader = "component"});
  EXPECT_TRUE(catalogue.IsPartOf("ascend-910c", "ascend"));
  EXPECT_TRUE(catalogue.IsPartOf("ascend-910c", "chip"));
  EXPECT_TRUE(catalogue.IsPartOf("ascend-910c", "component"));
  EXPECT_TRUE(catalogue.IsPartOf("chip", "component"));
}

TEST(Catalogue, HasNoPartsUpwardsOrAcross) {
  Catalogue catalogue;
  catalogue.Add(EntityOf("ascend-910c", "ascend"));
  catalogue.Add(EntityOf("ascend-910b", "ascend"));
  catalogue.Add(EntityOf("ascend", ""));
  EXPECT_FALSE(catalogue.IsPartOf("ascend", "ascend-910c"));
  EXPECT_FALSE(catalogue.IsPartOf("ascend-910b", "ascend-910c"));
  EXPECT_FALSE(catalogue.IsPartOf("ascend", "ascend"));
  EXPECT_FALSE(catalogue.IsPartOf("nobody-knows", "ascend"));
  EXPECT_FALSE(catalogue.IsPartOf("ascend", ""));
}

TEST(Catalogue, StopsInACircle) {
  Catalogue catalogue;
  catalogue.Add(EntityOf("a", "b"));
  catalogue.Add(EntityOf("b", "a"));
  EXPECT_TRUE(catalogue.IsPartOf("a", "b"));
  EXPECT_FALSE(catalogue.IsPartOf("a", "a"));
  EXPECT_FALSE(catalogue.IsPartOf("a", "c"));
}

TEST(Catalogue, KnowsRangesOfAMetricApart) {
  Catalogue catalogue;
  catalogue.Add(Concept{"car", ""});
  catalogue.Add(Concept{"electric car", "car"});
  catalogue.Add(PlausibleRange{"car", "", {}, Decimal(9)});
  catalogue.Add(PlausibleRange{"car", "sold", {}, Decimal(5)});
  EXPECT_EQ(catalogue.FindRange("electric car")->most, Decimal(9));
  EXPECT_EQ(catalogue.FindRange("electric car", "sold")->most, Decimal(5));
  EXPECT_EQ(catalogue.FindRange("car", "ordered"), nullptr);
}

}  // namespace
}  // namespace newsgraph
