#include "rpc/convert_filter.h"

#include <gtest/gtest.h>

#include <string>

#include "rpc/field_error.h"

namespace newsgraph::rpc {
namespace {

TEST(ConvertClaimFilter, LetsEverythingThroughByDefault) {
  EXPECT_EQ(*FromProto(v1::ListClaimsRequest()), graph::ClaimFilter());
}

TEST(ConvertClaimFilter, TakesIdsOutOfNames) {
  v1::ListClaimsRequest request;
  request.set_article("articles/a%2F1");
  request.set_subject("entities/acme");
  request.set_entity("entities/b%20c");
  request.set_metric("revenue");
  const auto filter = FromProto(request);
  ASSERT_TRUE(filter.ok()) << filter.status();
  EXPECT_EQ(filter->article, "a/1");
  EXPECT_EQ(filter->subject, "acme");
  EXPECT_EQ(filter->entity, "b c");
  EXPECT_EQ(filter->metric, "revenue");
}

TEST(ConvertClaimFilter, LeavesAnEndOfTimeOpen) {
  v1::ListClaimsRequest request;
  request.set_time_from("2026-01-01");
  EXPECT_TRUE(FromProto(request)->time->Covers({*ParseDay("2026-01-01"), *ParseDay("9000-01-01")}));
  request.set_time_to("2026-01-31");
  EXPECT_EQ(FromProto(request)->time, (DateInterval{*ParseDay("2026-01-01"), *ParseDay("2026-01-31")}));
  request.clear_time_from();
  EXPECT_TRUE(FromProto(request)->time->Covers({*ParseDay("0001-01-01"), *ParseDay("2026-01-31")}));
}

TEST(ConvertClaimFilter, NamesTheFieldThatItCannotRead) {
  const auto blamed = [](const auto& set) {
    v1::ListClaimsRequest request;
    set(request);
    return FieldOf(FromProto(request).status());
  };
  EXPECT_EQ(blamed([](auto& r) { r.set_article("a1"); }), "article");
  EXPECT_EQ(blamed([](auto& r) { r.set_subject("articles/a1"); }), "subject");
  EXPECT_EQ(blamed([](auto& r) { r.set_entity("entities/"); }), "entity");
  EXPECT_EQ(blamed([](auto& r) { r.set_time_from("2026-02-30"); }), "time_from");
  EXPECT_EQ(blamed([](auto& r) { r.set_time_to("soon"); }), "time_to");
  EXPECT_EQ(blamed([](auto& r) { r.set_time_from("2026-01-02"), r.set_time_to("2026-01-01"); }), "time_to");
}

TEST(ConvertConflictFilter, ShowsAlertsInAnyStateByDefault) {
  EXPECT_EQ(*FromProto(v1::ListConflictsRequest()), graph::ConflictFilter());
  EXPECT_EQ(graph::ConflictFilter().least_severity, Severity::kSoft);
}

TEST(ConvertConflictFilter, ReadsEveryField) {
  v1::ListConflictsRequest request;
  request.set_kind(v1::CONFLICT_KIND_TIME);
  request.set_state(v1::CONFLICT_STATE_OPEN);
  request.set_least_severity(v1::SEVERITY_NOTE);
  request.set_subject("entities/acme");
  request.set_metric("revenue");
  request.set_article("articles/a1");
  graph::ConflictFilter filter;
  filter.kind = ConflictKind::kTime;
  filter.state = ConflictState::kOpen;
  filter.least_severity = Severity::kNote;
  filter.subject = "acme";
  filter.metric = "revenue";
  filter.article = "a1";
  EXPECT_EQ(*FromProto(request), filter);
}

TEST(ConvertConflictFilter, RefusesValuesOfALaterVersion) {
  v1::ListConflictsRequest request;
  request.set_kind(static_cast<v1::ConflictKind>(200));
  EXPECT_EQ(FieldOf(FromProto(request).status()), "kind");
}

TEST(PageSize, IsFiftyByDefaultAndNeverOverAThousand) {
  EXPECT_EQ(*PageSize(0), 50U);
  EXPECT_EQ(*PageSize(7), 7U);
  EXPECT_EQ(*PageSize(5000), 1000U);
  EXPECT_EQ(FieldOf(PageSize(-1).status()), "page_size");
}

}  // namespace
}  // namespace newsgraph::rpc
