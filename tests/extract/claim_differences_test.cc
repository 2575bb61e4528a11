#include "extract/claim_differences.h"

#include <gmock/gmock.h>

#include <string>
#include <utility>

#include "tests/support/read_claims.h"

namespace newsgraph::extract {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(IsDifference, LeavesTheLevelAlone) {
  const std::pair<std::string, std::string> texts[] = {
      {"en", "Siemens revenue rose by 300 million euros to 5 billion euros."},
      {"de", "Der Umsatz von Siemens stieg um 300 Millionen Euro auf 5 Milliarden Euro."},
      {"nl", "De omzet van Siemens steeg met 300 miljoen euro tot 5 miljard euro."},
      {"sv", "Siemens omsättning ökade med 300 miljoner euro till 5 miljarder euro."},
      {"es", "Los ingresos de Siemens aumentaron en 300 millones de euros, hasta 5.000 millones de euros."},
      {"it", "I ricavi di Siemens sono aumentati di 300 milioni di euro a 5 miliardi di euro."},
      {"pt", "A receita da Siemens aumentou em 300 milhões de euros, para 5 bilhões de euros."},
      {"pl", "Przychody Siemensa wzrosły o 300 mln euro do 5 mld euro."},
      {"ru", "Выручка Siemens выросла на 300 млн евро до 5 млрд евро."},
      {"zh", "西门子营收增加3亿欧元至50亿欧元。"},
      {"ja", "シーメンスの売上高は3億ユーロ増の50億ユーロだった。"},
      {"ko", "지멘스의 매출은 3억 유로 늘어난 50억 유로였다."},
  };
  for (const auto& [language, text] : texts)
    EXPECT_THAT(Claims(language, text), ElementsAre(HasSubstr("siemens revenue 5000000000 EUR"))) << text;
  EXPECT_THAT(Claims("en", "Siemens cut its workforce by 2,000 to 96,000 people."), ElementsAre(HasSubstr("96000")));
}

TEST(IsDifference, IsNoneWithoutALevelOfItsKind) {
  EXPECT_THAT(Claims("en", "Siemens sold 300 cars by May and 5,000 in June."), Contains(HasSubstr("sold 300")));
  EXPECT_THAT(Claims("en", "Siemens revenue rose by 5 percent to 300 million euros."),
              Contains(HasSubstr("revenue_growth 5 %")));
  EXPECT_THAT(Claims("nl", "De omzet van Siemens steeg met 3 tot 5 procent."),
              ElementsAre(HasSubstr("siemens revenue_growth 3..5 %")));
}

}  // namespace
}  // namespace newsgraph::extract
