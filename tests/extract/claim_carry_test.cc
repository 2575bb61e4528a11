#include "extract/claim_carry.h"

#include <gmock/gmock.h>

#include <string>

#include "tests/support/read_claims.h"

namespace newsgraph::extract {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;

TEST(IsDeal, GoesOnInTheNextParagraph) {
  const std::string text = "Chips for Korea\n\nSouth Korea will buy 260,000 Blackwell chips from Nvidia.\n\n";
  EXPECT_THAT(Claims("en", text + "Naver takes 60,000, the largest lot."),
              Contains(AllOf(HasSubstr("naver purchased 60000"), HasSubstr("object blackwell"), HasSubstr("planned"))));
  EXPECT_THAT(Claims("en", text + "The country has 65,000 chips."), Contains(HasSubstr("south-korea inventory 65000")));
}

}  // namespace
}  // namespace newsgraph::extract
