#include "extract/claim_earlier.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/support/read_claims.h"

namespace newsgraph::extract {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(EarlierSubject, IsTheArticlesOwnFirmWhereAHouseCountsNoneByName) {
  const std::string text = "Huawei wächst\n\nHuawei will 2026 500.000 Chips ausliefern. ";
  EXPECT_THAT(Claims("de", text + "Goldman Sachs schätzt die Lieferungen im Jahr 2025 auf 142.000 Stück."),
              Contains(HasSubstr("huawei sold 142000")));
  EXPECT_THAT(Claims("de", text + "Goldman Sachs rechnet 2027 mit 900.000 ausgelieferten Chips."),
              Not(Contains(HasSubstr("huawei sold 900000"))));
}

TEST(EarlierSubject, IsNotAFirmThatOnlyStoodBeside) {
  const std::string text =
      "BYD recalls cars\n\nBYD sold 582,522 electric cars in the third quarter, while Tesla sold 497,099. ";
  EXPECT_THAT(Claims("en", text + "Revenue came to 195 billion yuan."),
              Contains(HasSubstr("byd revenue 195000000000")));
}

TEST(EarlierSubject, BringsThoseWhoBuildTogether) {
  const std::vector<Claim> claims = Read("en",
                                         "CATL and Stellantis are investing 4.1 billion euros in a battery plant in "
                                         "Zaragoza. Production will start in 2026.")
                                        .claims;
  ASSERT_EQ(claims.size(), 2U);
  EXPECT_EQ(claims[1].metric, "event:production_start");
  EXPECT_EQ(claims[1].subject, "catl");
  EXPECT_THAT(claims[1].co_subjects, ElementsAre("stellantis"));
}

}  // namespace
}  // namespace newsgraph::extract
