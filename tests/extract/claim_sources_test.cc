#include "extract/claim_sources.h"

#include <gmock/gmock.h>

#include <string>
#include <utility>

#include "tests/support/read_claims.h"

namespace newsgraph::extract {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

TEST(SourcesIn, TakesWhoStandsBeforeAVerbThatNamesThemOnEitherSide) {
  const std::pair<std::string, std::string> texts[] = {
      {"en", "Omdia says BYD sold 600,000 cars."},
      {"en", "Omdia, a research house, said BYD sold 600,000 cars."},
      {"de", "Omdia berichtet, BYD habe 600.000 Autos verkauft."},
      {"fr", "Omdia a indiqué mardi que BYD a vendu 600 000 voitures."},
      {"es", "Omdia dice que BYD vendió 600.000 coches."},
      {"pt", "A Omdia diz que a BYD vendeu 600.000 carros."},
      {"nl", "Omdia zegt dat BYD 600.000 auto's heeft verkocht."},
  };
  for (const auto& [language, text] : texts)
    EXPECT_THAT(Claims(language, text), Contains(HasSubstr("| by Omdia"))) << text;
}

TEST(SourcesIn, TakesWhoStandsBehindAVerbAfterWhatWasSaid) {
  const std::pair<std::string, std::string> texts[] = {
      {"en", "BYD sold 600,000 cars, said Omdia."},
      {"en", "BYD sold 600,000 cars in May, said Omdia analyst Li Wei on Tuesday."},
      {"de", "BYD habe 600.000 Autos verkauft, berichtet Omdia."},
      {"de", "In einem Bericht sagte Omdia, BYD habe 600.000 Autos verkauft."},
      {"es", "BYD vendió 600.000 coches, dijo Omdia."},
  };
  for (const auto& [language, text] : texts)
    EXPECT_THAT(Claims(language, text), Contains(HasSubstr("| by Omdia"))) << text;
}

TEST(SourcesIn, KnowsThoseWhoAreQuotedWithoutAName) {
  EXPECT_THAT(Claims("en", "BYD sold 600,000 cars, officials said."), Contains(HasSubstr("| by officials")));
  EXPECT_THAT(Claims("de", "BYD verkaufte laut Branchenkreisen 600.000 Autos."),
              Contains(HasSubstr("| by industry sources")));
}

}  // namespace
}  // namespace newsgraph::extract
