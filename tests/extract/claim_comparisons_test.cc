#include "extract/claim_comparisons.h"

#include <gmock/gmock.h>

#include "tests/support/read_claims.h"

namespace newsgraph::extract {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(IsOwnerOfBase, GivesWhatAnotherIsComparedWithToWhomItIsOf) {
  const auto base = Contains(StartsWith("boeing sold 348"));
  EXPECT_THAT(Claims("en", "Airbus delivered 735 planes last year, against 348 for Boeing."), base);
  EXPECT_THAT(Claims("de", "Airbus lieferte im vergangenen Jahr 735 Flugzeuge aus, gegenüber 348 bei Boeing."), base);
  EXPECT_THAT(Claims("fr", "Airbus a livré 735 avions l'an dernier, contre 348 pour Boeing."), base);
  EXPECT_THAT(Claims("es", "Airbus entregó 735 aviones el año pasado, frente a los 348 de Boeing."), base);
  EXPECT_THAT(Claims("pl", "Airbus dostarczył w ubiegłym roku 735 samolotów, wobec 348 Boeinga."), base);
  EXPECT_THAT(Claims("ru", "Airbus поставил в прошлом году 735 самолётов против 348 у Boeing."), base);
}

TEST(IsOwnerOfBase, LeavesTheOwnBaseToItsFirm) {
  EXPECT_THAT(Claims("en", "Airbus delivered 735 planes in 2025, against 348 in 2024. Boeing is far behind."),
              Contains(StartsWith("airbus sold 348")));
  EXPECT_THAT(Claims("en", "Airbus sold 735 planes in 2025, against 348 expected by Boeing."),
              Not(Contains(HasSubstr("boeing sold"))));
}

}  // namespace
}  // namespace newsgraph::extract
