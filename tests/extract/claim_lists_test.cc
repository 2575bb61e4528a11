#include "extract/claim_lists.h"

#include <gmock/gmock.h>

#include "tests/support/read_claims.h"

namespace newsgraph::extract {
namespace {

using ::testing::ElementsAre;
using ::testing::StartsWith;

TEST(AddEnumerated, TakesAFirmAndAGovernmentTogether) {
  EXPECT_THAT(
      Claims("de", "Hyundai und die südkoreanische Regierung stecken zusammen drei Milliarden Dollar in Labore."),
      ElementsAre(StartsWith("hyundai investment")));
}

}  // namespace
}  // namespace newsgraph::extract
