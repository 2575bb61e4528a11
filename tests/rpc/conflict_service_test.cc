#include "rpc/conflict_service.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "tests/rpc/served_graph.h"

namespace newsgraph::rpc {
namespace {

using testing::HasSubstr;

class ConflictServiceTest : public testing::Test {
 protected:
  // Two articles that disagree about `subject`.
  void SubmitConflict(const std::string& subject) {
    for (const char* value : {"500", "900"}) {
      const auto receipt = client_.SubmitArticle(MakeArticle(subject + value, subject + " revenue " + value + " 2025"));
      ASSERT_TRUE(receipt.ok()) << receipt.status();
    }
  }

  std::vector<v1::Conflict> List(const v1::ListConflictsRequest& request) {
    std::vector<v1::Conflict> conflicts;
    const Status listed = client_.ListConflicts(request, [&conflicts](const v1::Conflict& conflict) {
      conflicts.push_back(conflict);
      return true;
    });
    EXPECT_TRUE(listed.ok()) << listed;
    return conflicts;
  }

  std::vector<v1::Suppression> Suppressions(bool standing) {
    v1::ListSuppressionsRequest request;
    request.set_standing(standing);
    std::vector<v1::Suppression> suppressions;
    const Status listed = client_.ListSuppressions(request, [&suppressions](const v1::Suppression& suppression) {
      suppressions.push_back(suppression);
      return true;
    });
    EXPECT_TRUE(listed.ok()) << listed;
    return suppressions;
  }

  ServedGraph served_;
  Client client_ = served_.NewClient();
};

TEST_F(ConflictServiceTest, GetsWhatItLists) {
  SubmitConflict("acme");
  const std::vector<v1::Conflict> listed = List({});
  ASSERT_EQ(listed.size(), 1U);
  v1::GetConflictRequest request;
  request.set_name(listed[0].name());
  const auto found = client_.GetConflict(request);
  ASSERT_TRUE(found.ok()) << found.status();
  EXPECT_EQ(found->SerializeAsString(), listed[0].SerializeAsString());
}

TEST_F(ConflictServiceTest, SaysWhichConflictItDoesNotHave) {
  v1::GetConflictRequest request;
  request.set_name("conflicts/none");
  EXPECT_EQ(client_.GetConflict(request).status().code(), StatusCode::kNotFound);
  request.set_name("articles/none");
  EXPECT_EQ(client_.GetConflict(request).status().code(), StatusCode::kInvalidArgument);
}

TEST_F(ConflictServiceTest, TakesDownWhatIsDecided) {
  SubmitConflict("acme");
  v1::ReviewConflictRequest request;
  request.set_name(List({})[0].name());
  request.set_state(v1::CONFLICT_STATE_DISMISSED);
  EXPECT_THAT(std::string(client_.ReviewConflict(request).status().message()), HasSubstr("reason"));
  request.set_reason(v1::DISMISSAL_REASON_DEFINITION);
  request.set_comment("with contractors");
  request.set_reviewer("desk");
  const auto decided = client_.ReviewConflict(request);
  ASSERT_TRUE(decided.ok()) << decided.status();
  EXPECT_EQ(decided->state(), v1::CONFLICT_STATE_DISMISSED);
  EXPECT_EQ(decided->review().reason(), v1::DISMISSAL_REASON_DEFINITION);
  EXPECT_EQ(decided->review().comment(), "with contractors");
  EXPECT_EQ(decided->review().reviewer(), "desk");
  EXPECT_TRUE(decided->review().has_review_time());

  v1::ListConflictVersionsRequest versions;
  versions.set_name(request.name());
  versions.set_page_size(1);
  std::vector<v1::Conflict> history;
  const Status listed = client_.ListConflictVersions(versions, [&history](const v1::Conflict& version) {
    history.push_back(version);
    return true;
  });
  ASSERT_TRUE(listed.ok()) << listed;
  ASSERT_EQ(history.size(), 2U);
  EXPECT_EQ(history[0].SerializeAsString(), decided->SerializeAsString());
  EXPECT_EQ(history[1].state(), v1::CONFLICT_STATE_OPEN);

  for (const auto state : {v1::CONFLICT_STATE_UNSPECIFIED, v1::CONFLICT_STATE_RESOLVED, v1::CONFLICT_STATE_CONFIRMED}) {
    request.set_state(state);
    EXPECT_EQ(client_.ReviewConflict(request).status().code(), StatusCode::kInvalidArgument) << state;
  }
}

TEST_F(ConflictServiceTest, SuppressesUntilSomebodyEndsIt) {
  SubmitConflict("acme");
  v1::CreateSuppressionRequest request;
  request.set_kind(v1::CONFLICT_KIND_VALUE);
  request.set_subject("entities/acme");
  request.set_metric("revenue");
  request.set_reason("known");
  request.set_reviewer("desk");
  const auto made = client_.CreateSuppression(request);
  ASSERT_TRUE(made.ok()) << made.status();
  EXPECT_EQ(made->subject(), "entities/acme");
  EXPECT_EQ(made->kind(), v1::CONFLICT_KIND_VALUE);
  EXPECT_TRUE(made->has_create_time());
  EXPECT_FALSE(made->has_expire_time());
  EXPECT_EQ(List({})[0].state(), v1::CONFLICT_STATE_SUPPRESSED);

  v1::EndSuppressionRequest end;
  end.set_name(made->name());
  end.set_reason("new quarter");
  const auto ended = client_.EndSuppression(end);
  ASSERT_TRUE(ended.ok()) << ended.status();
  EXPECT_EQ(ended->end().reason(), "new quarter");
  EXPECT_TRUE(ended->end().has_end_time());
  EXPECT_EQ(List({})[0].state(), v1::CONFLICT_STATE_OPEN);
  EXPECT_EQ(client_.EndSuppression(end).status().code(), StatusCode::kFailedPrecondition);
  end.set_name("suppressions/99");
  EXPECT_EQ(client_.EndSuppression(end).status().code(), StatusCode::kNotFound);
  EXPECT_THAT(Suppressions(true), testing::IsEmpty());
  ASSERT_EQ(Suppressions(false).size(), 1U);
  EXPECT_EQ(Suppressions(false)[0].SerializeAsString(), ended->SerializeAsString());
}

TEST_F(ConflictServiceTest, RefusesSuppressionsWithoutSense) {
  v1::CreateSuppressionRequest request;
  EXPECT_THAT(std::string(client_.CreateSuppression(request).status().message()), HasSubstr("kind"));
  request.set_metric("revenue");
  request.mutable_expire_time()->set_seconds(1'000);
  EXPECT_THAT(std::string(client_.CreateSuppression(request).status().message()), HasSubstr("expire_time"));
  request.clear_expire_time();
  request.set_subject("acme");
  EXPECT_THAT(std::string(client_.CreateSuppression(request).status().message()), HasSubstr("subject"));
  v1::EndSuppressionRequest end;
  end.set_name("suppressions/x");
  EXPECT_THAT(std::string(client_.EndSuppression(end).status().message()), HasSubstr("suppressions/{suppression}"));
}

TEST_F(ConflictServiceTest, FiltersByEveryField) {
  SubmitConflict("acme");
  SubmitConflict("globex");
  v1::ListConflictsRequest request;
  request.set_subject("entities/acme");
  ASSERT_EQ(List(request).size(), 1U);
  EXPECT_EQ(List(request)[0].subject(), "entities/acme");
  request.set_metric("valuation");
  EXPECT_TRUE(List(request).empty());
  request.Clear();
  request.set_article("articles/globex500");
  ASSERT_EQ(List(request).size(), 1U);
  EXPECT_EQ(List(request)[0].subject(), "entities/globex");
  request.Clear();
  request.set_kind(v1::CONFLICT_KIND_VALUE);
  EXPECT_EQ(List(request).size(), 2U);
  request.set_kind(v1::CONFLICT_KIND_TIME);
  EXPECT_TRUE(List(request).empty());
  request.Clear();
  request.set_state(v1::CONFLICT_STATE_RESOLVED);
  EXPECT_TRUE(List(request).empty());
  request.set_state(v1::CONFLICT_STATE_OPEN);
  request.set_least_severity(v1::SEVERITY_HARD);
  EXPECT_EQ(List(request).size(), 2U);
}

TEST_F(ConflictServiceTest, ListsEveryConflictOnceWhateverThePageSize) {
  for (const char* subject : {"s1", "s2", "s3", "s4", "s5"}) SubmitConflict(subject);
  for (const int page_size : {1, 2, 5, 0}) {
    v1::ListConflictsRequest request;
    request.set_page_size(page_size);
    std::set<std::string> names;
    const std::vector<v1::Conflict> listed = List(request);
    for (const v1::Conflict& conflict : listed) names.insert(conflict.name());
    EXPECT_EQ(listed.size(), 5U) << page_size;
    EXPECT_EQ(names.size(), 5U) << page_size;
  }
}

TEST_F(ConflictServiceTest, RefusesAKindThatItDoesNotKnow) {
  v1::ListConflictsRequest request;
  request.set_kind(static_cast<v1::ConflictKind>(99));
  const Status refused = client_.ListConflicts(request, [](const v1::Conflict&) { return true; });
  EXPECT_EQ(refused.code(), StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(refused.message()), HasSubstr("kind: 99"));
}

}  // namespace
}  // namespace newsgraph::rpc
