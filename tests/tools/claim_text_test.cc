#include "tools/newsgraph/claim_text.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace newsgraph::tools {
namespace {

google::protobuf::Timestamp At(std::int64_t seconds) {
  google::protobuf::Timestamp time;
  time.set_seconds(seconds);
  return time;
}

TEST(TimeText, LeavesMidnightOut) {
  EXPECT_EQ(TimeText(At(1768780800)), "2026-01-19");
  EXPECT_EQ(TimeText(At(1768780800 + 18 * 3600 + 5 * 60 + 12)), "2026-01-19 18:05");
  EXPECT_EQ(TimeText(At(-60)), "1969-12-31 23:59");
}

TEST(ValueText, SpellsHedgeUnitAndRate) {
  v1::Claim claim;
  v1::Figure& figure = *claim.mutable_figure();
  figure.set_quote("27.000 US-Dollar");
  figure.set_kind(v1::FIGURE_KIND_MONEY);
  figure.set_unit("USD");
  figure.set_per("unit");
  figure.set_mod(v1::FIGURE_MOD_MORE_THAN);
  EXPECT_EQ(ValueText(claim), "more than 27.000 US-Dollar per unit");
  figure.set_mod(v1::FIGURE_MOD_EXACT);
  EXPECT_EQ(ValueText(claim), "27.000 US-Dollar per unit");
}

TEST(ValueText, SpellsDates) {
  v1::Claim claim;
  claim.mutable_date()->set_quote("Ende 2026");
  claim.mutable_date()->set_mod(v1::DATE_MOD_BY);
  EXPECT_EQ(ValueText(claim), "by Ende 2026");
}

TEST(PeriodText, ShowsOneDayOnce) {
  v1::Claim claim;
  EXPECT_EQ(PeriodText(claim), "");
  claim.set_time_from("2026-01-01");
  claim.set_time_to("2026-12-31");
  EXPECT_EQ(PeriodText(claim), "2026-01-01 to 2026-12-31");
  claim.set_time_to("2026-01-01");
  EXPECT_EQ(PeriodText(claim), "2026-01-01");
}

}  // namespace
}  // namespace newsgraph::tools
