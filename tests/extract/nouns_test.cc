#include "extract/nouns.h"

#include <gmock/gmock.h>

#include "tests/support/read_claims.h"

namespace newsgraph::extract {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

TEST(TopicOf, IsWhatUnitsAreOf) {
  EXPECT_THAT(
      Claims("es",
             "UBTech lleva humanoides a la fábrica\n\nUBTech fabrica un robot que cambia su batería.\n\nLa compañía "
             "podrá fabricar 3.000 unidades anuales en 2026."),
      Contains(HasSubstr("object humanoid robot")));
  EXPECT_THAT(Claims("it", "UBTech firma una commessa per umanoidi. L'azienda consegnerà 500 esemplari nel 2026."),
              Contains(HasSubstr("sold 500 humanoid robot")))
      << "nor of the order";
}

}  // namespace
}  // namespace newsgraph::extract
