#include "extract/claim_earlier.h"

#include <gmock/gmock.h>

#include <string>

#include "tests/support/read_claims.h"

namespace newsgraph::extract {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(EarlierSubject, IsTheArticlesOwnFirmWhereAHouseCountsNoneByName) {
  const std::string text = "Huawei wächst\n\nHuawei will 2026 500.000 Chips ausliefern. ";
  EXPECT_THAT(Claims("de", text + "Goldman Sachs schätzt die Lieferungen im Jahr 2025 auf 142.000 Stück."),
              Contains(HasSubstr("huawei sold 142000")));
  EXPECT_THAT(Claims("de", text + "Goldman Sachs rechnet 2027 mit 900.000 ausgelieferten Chips."),
              Not(Contains(HasSubstr("huawei sold 900000"))));
}

}  // namespace
}  // namespace newsgraph::extract
