#include "extract/claim_regions.h"

#include <gmock/gmock.h>

#include <string>
#include <utility>

#include "tests/support/read_claims.h"

namespace newsgraph::extract {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(PlaceSpokenOf, TakesThereForWhereTheTextHasJustBeen) {
  const std::pair<std::string, std::string> texts[] = {
      {"en", "Nvidia is building a plant in Dresden. It will employ 500 people there."},
      {"de", "Nvidia baut ein Werk in Dresden. Dort sollen 500 Menschen arbeiten."},
      {"es", "Nvidia construye una planta en Dresde. Allí trabajarán 500 personas."},
      {"fr", "Nvidia construit une usine à Dresde. L'entreprise y emploiera 500 personnes."},
  };
  for (const auto& [language, text] : texts)
    EXPECT_THAT(Claims(language, text), Contains(AllOf(HasSubstr("nvidia headcount 500"), HasSubstr("place dresden"))))
        << text;
}

TEST(PlaceSpokenOf, TakesThePlantForTheOneThatWasNamed) {
  EXPECT_THAT(Claims("en", "Nvidia is building a plant in Dresden. The factory will produce 500 cars a year."),
              Contains(AllOf(HasSubstr("capacity 500"), HasSubstr("place dresden"))));
  EXPECT_THAT(Claims("en", "Nvidia is building a plant in Dresden. The investment comes to 5 million euros."),
              Contains(AllOf(HasSubstr("investment 5000000"), HasSubstr("place dresden"))));
}

TEST(PlaceSpokenOf, LeavesTheWholeFirmWithoutThePlaceOfItsPlant) {
  EXPECT_THAT(Claims("en", "Nvidia is building a plant in Dresden. The company employs 36,000 people."),
              Contains(AllOf(HasSubstr("nvidia headcount 36000"), Not(HasSubstr("place")))));
  EXPECT_THAT(Claims("en", "Nvidia is building a plant in Dresden. There are 36,000 employees at Nvidia."),
              Contains(AllOf(HasSubstr("nvidia headcount 36000"), Not(HasSubstr("place")))));
}

TEST(PlaceSpokenOf, IsWhereThePlantOfTheSentenceBeforeStartsToWork) {
  EXPECT_THAT(Claims("en", "Siemens is building a plant in Savannah, Georgia. Production is to start in 2028."),
              Contains(AllOf(HasSubstr("event:production_start 2028"), HasSubstr("place savannah"))));
}

}  // namespace
}  // namespace newsgraph::extract
