#include "rpc/draft_service.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/rpc/served_graph.h"

namespace newsgraph::rpc {
namespace {

constexpr const char* kImplausible = "acme revenue 9000000000000000 2025";

StatusOr<v1::CheckDraftResponse> Check(const v1::Article& draft, v1::FindingLevel least = {}) {
  ServedGraph served;
  v1::CheckDraftRequest request;
  *request.mutable_draft() = draft;
  request.set_least_level(least);
  StatusOr<v1::CheckDraftResponse> response = served.NewClient().CheckDraft(request);
  EXPECT_EQ(served.graph().statistics().article_count, 0U);  // nothing is stored
  return response;
}

TEST(DraftService, SaysWhatCannotBeRightAndWhere) {
  const auto checked = Check(MakeArticle("", std::string("Acme\n\n") + kImplausible));
  ASSERT_TRUE(checked.ok()) << checked.status();
  ASSERT_EQ(checked->findings_size(), 1);
  const v1::Finding& finding = checked->findings(0);
  EXPECT_EQ(finding.kind(), v1::CONFLICT_KIND_IMPLAUSIBLE);
  EXPECT_EQ(finding.level(), v1::FINDING_LEVEL_ERROR);
  EXPECT_EQ(finding.rule(), "implausible");
  ASSERT_EQ(finding.places_size(), 1);
  EXPECT_EQ(finding.places(0).span().quote(), "9000000000000000");
  EXPECT_EQ(finding.places(0).span().start(), 19);
  EXPECT_EQ(finding.places(0).reads(), "9,000,000,000,000,000 USD");
  EXPECT_FALSE(checked->undated());
}

TEST(DraftService, FindsNothingInWhatMayBeRight) {
  v1::Article draft = MakeArticle("", "acme revenue 9000000000 2025");
  draft.clear_publish_time();
  const auto checked = Check(draft);
  ASSERT_TRUE(checked.ok()) << checked.status();
  EXPECT_EQ(checked->findings_size(), 0);
  EXPECT_TRUE(checked->undated());
}

TEST(DraftService, PutsTheTitleInFront) {
  v1::Article draft = MakeArticle("", kImplausible);
  draft.set_title("Record");
  const auto checked = Check(draft);
  ASSERT_TRUE(checked.ok()) << checked.status();
  EXPECT_EQ(checked->text(), std::string("Record\n\n") + kImplausible);
}

TEST(DraftService, SaysWhatStoredArticlesSayAgainstIt) {
  ServedGraph served;
  Client client = served.NewClient();
  ASSERT_TRUE(client.SubmitArticle(MakeArticle("a", "acme revenue 500 2025")).ok());
  v1::CheckDraftRequest request;
  *request.mutable_draft() = MakeArticle("", "acme revenue 900 2025");
  ASSERT_EQ(client.CheckDraft(request)->conflicts_size(), 0) << "nobody asked";
  request.set_compare(true);
  const auto checked = client.CheckDraft(request);
  ASSERT_TRUE(checked.ok()) << checked.status();
  ASSERT_EQ(checked->conflicts_size(), 1);
  const v1::Conflict& conflict = checked->conflicts(0);
  EXPECT_EQ(conflict.state(), v1::CONFLICT_STATE_OPEN);
  ASSERT_EQ(conflict.sides_size(), 2);
  EXPECT_EQ(conflict.sides(0).claims(0).article_id(), "a");
  EXPECT_EQ(conflict.sides(0).claims(0).sentence().quote(), "acme revenue 500 2025");
  EXPECT_EQ(conflict.sides(1).claims(0).article_id(), "draft");
  EXPECT_EQ(conflict.sides(1).claims(0).figure().quote(), "900");
  EXPECT_EQ(served.graph().statistics().article_count, 1U);
  EXPECT_EQ(served.graph().statistics().conflict_count, 0U) << "nothing is stored";
}

TEST(DraftService, BlamesTheFieldOfTheDraft) {
  const auto checked = Check(MakeArticle("", ""));
  EXPECT_EQ(checked.status().code(), StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(checked.status().message()), testing::StartsWith("draft.text: "));
}

}  // namespace
}  // namespace newsgraph::rpc
