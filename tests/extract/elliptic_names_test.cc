#include "extract/elliptic_names.h"

#include <gmock/gmock.h>

#include "tests/support/read_claims.h"

namespace newsgraph::extract {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(NameElliptic, TakesTheWordOfACountryForTheFirmNamedBefore) {
  EXPECT_THAT(Claims("es", "Ericsson presentó sus cuentas. La sueca vendió 5.000 antenas en Chile."),
              Contains(HasSubstr("ericsson sold 5000")));
  EXPECT_THAT(Claims("fr", "Ericsson a publié ses comptes. L'européen a vendu 5 000 antennes au Chili."),
              Contains(HasSubstr("ericsson sold 5000")));
}

TEST(NameElliptic, LeavesCountriesWhereANounFollowsOrNoFirmWasNamed) {
  EXPECT_THAT(Claims("es", "Ericsson presentó sus cuentas. La industria sueca vendió 5.000 coches."),
              Not(Contains(HasSubstr("ericsson sold"))));
  EXPECT_THAT(Claims("es", "Llegaron las cuentas. La sueca vendió 5.000 coches."),
              Not(Contains(HasSubstr("ericsson sold"))));
}

TEST(NameElliptic, TakesTheOneFirmNamedBeforeAlone) {
  EXPECT_THAT(Claims("es", "Volvo crece en Europa. La sueca vendió 300.000 coches en 2025."),
              ElementsAre(HasSubstr("volvo")));
  EXPECT_THAT(Claims("es", "BYD superó a Volvo en Europa. La sueca vendió 300.000 coches en 2025."),
              ElementsAre(HasSubstr("sweden sold")));
}

}  // namespace
}  // namespace newsgraph::extract
