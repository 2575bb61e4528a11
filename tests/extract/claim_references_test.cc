#include <gmock/gmock.h>

#include "tests/support/read_claims.h"

namespace newsgraph::extract {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(ClaimReferences, TakeSuppliersAndRivalsOfAnotherForTheOneNamedBefore) {
  for (const auto& [language, text] : std::initializer_list<std::pair<const char*, const char*>>{
           {"en", "SK Hynix reported on Tuesday. The Nvidia supplier employs 5,000 people."},
           {"en", "SK Hynix reported on Tuesday. The supplier of Nvidia employs 5,000 people."},
           {"de", "SK Hynix hat Zahlen vorgelegt. Der Zulieferer von Nvidia beschäftigt 5000 Menschen."},
           {"fr", "SK Hynix a publié ses comptes. Le fournisseur de Nvidia emploie 5 000 personnes."},
           {"es", "SK Hynix presentó sus cuentas. El proveedor de Nvidia emplea a 5.000 personas."},
           {"it", "SK Hynix ha pubblicato i conti. Il fornitore di Nvidia impiega 5.000 persone."},
           {"nl", "SK Hynix kwam met cijfers. De leverancier van Nvidia heeft 5.000 werknemers."},
           {"zh", "SK海力士公布业绩。这家英伟达供应商盈利50亿美元。"}}) {
    EXPECT_THAT(Claims(language, text), ElementsAre(HasSubstr("sk-hynix "))) << text;
  }
}

TEST(ClaimReferences, LeaveWhoIsNamedBehindASupplierOrRival) {
  EXPECT_THAT(Claims("en", "SK Hynix reported. The Nvidia rival AMD sold 500,000 chips in 2025."),
              ElementsAre(HasSubstr("amd sold")));
  EXPECT_THAT(Claims("fr", "SK Hynix grandit. Le partenaire de Renault, Geely, a vendu 300 000 voitures en 2025."),
              ElementsAre(HasSubstr("geely sold")));
}

TEST(ClaimReferences, GiveNothingToWhomOnlyAnAsideNames) {
  for (const auto& [language, text] : std::initializer_list<std::pair<const char*, const char*>>{
           {"en", "Volvo Cars, controlled by China's Geely, delivered 331,400 cars in 2025."},
           {"de", "Volvo Cars, eine Tochter des chinesischen Konzerns Geely, lieferte 2025 331.400 Autos aus."},
           {"nl", "Volvo Cars, eigendom van Geely, leverde in 2025 331.400 auto's."},
           {"pl", "Volvo Cars, należący do Geely, sprzedał w 2025 roku 331 400 samochodów."},
           {"sv", "Volvo Cars, ägt av Geely, sålde 331 400 bilar 2025."},
           {"ru", "Компания Volvo Cars, принадлежащая Geely, продала 331 400 автомобилей в 2025 году."}}) {
    EXPECT_THAT(Claims(language, text), ElementsAre(HasSubstr("volvo-cars sold 331400"))) << text;
  }
}

TEST(ClaimReferences, TakeTheWorldsSecondLargestProducerForTheOneNamedBefore) {
  for (const auto& [language, text] : std::initializer_list<std::pair<const char*, const char*>>{
           {"en", "ArcelorMittal reported. The world's second-largest producer made 14.2 million tonnes of steel."},
           {"fr", "ArcelorMittal a publié ses comptes. Le deuxième producteur mondial emploie 120 000 personnes."},
           {"es",
            "ArcelorMittal presentó sus cuentas. El segundo mayor productor mundial emplea a 120.000 personas."}}) {
    EXPECT_THAT(Claims(language, text), ElementsAre(HasSubstr("arcelormittal "))) << text;
  }
  EXPECT_THAT(Claims("en", "The world's factories made 928 million tonnes of steel in 2025."),
              ElementsAre(HasSubstr("world produced")));
}

TEST(ClaimReferences, TakeTheHomeBehindAFirmForNoOwnerAndNoPlace) {
  EXPECT_THAT(Claims("en", "Foxconn of Taiwan will build 500 robots."),
              ElementsAre(AllOf(HasSubstr("foxconn "), Not(HasSubstr("taiwan")))));
}

TEST(ClaimReferences, PassOverTheCountryBehindATown) {
  EXPECT_THAT(Claims("en",
                     "Volvo Cars cuts jobs. A new plant in Kosice, Slovakia, is to open soon; built for 1.2 "
                     "billion euros, it can turn out 250,000 cars a year."),
              Contains(HasSubstr("volvo-cars capacity 250000")));
}

TEST(ClaimReferences, TakeADescriptionWithAHomeForTheFirmNamedBefore) {
  EXPECT_THAT(
      Claims("de", "Auch Trumpf profitiert. Der Konzern aus Ditzingen erzielte einen Umsatz von 5 Milliarden Euro."),
      ElementsAre(HasSubstr("trumpf revenue")));
  EXPECT_THAT(Claims("nl", "ASML profiteert. De chipfabrikant uit Veldhoven boekte 7,2 miljard euro aan orders."),
              ElementsAre(HasSubstr("asml ordered")));
  for (const auto& [language, text] : std::initializer_list<std::pair<const char*, const char*>>{
           {"pt", "A Volkswagen fabrica carros. Em 2025, as vendas da fabricante de Wolfsburg cresceram 18,2%."},
           {"fr", "Volkswagen fait le point. En 2025, les ventes du constructeur de Wolfsburg ont augmenté de 18,2 %."},
           {"it",
            "Volkswagen produce auto. Nel 2025 le vendite del costruttore di Wolfsburg sono cresciute del 18,2%."}}) {
    EXPECT_THAT(Claims(language, text), ElementsAre(HasSubstr("volkswagen growth"))) << text;
  }
}

TEST(ClaimReferences, StandForTheFirmThatTheArticleIsAboutUnlessAnotherLeadsTheSentenceBefore) {
  const std::string airline =
      "Ryanair orders 150 planes\n\nRyanair wants 800 planes in 2034, while Wizz Air has 255.\n\n";
  EXPECT_THAT(Claims("en", airline + "The company earned 1.86 billion euros in 2025."),
              Contains(HasSubstr("ryanair net_income")));
  EXPECT_THAT(Claims("en", airline + "Wizz Air is growing. The company earned 1.86 billion euros in 2025."),
              Contains(HasSubstr("wizz-air net_income")));
  EXPECT_THAT(Claims("en",
                     "Ryanair orders 150 planes\n\nRyanair grows. With 255 planes, Wizz Air is smaller. The company "
                     "earned 1.86 billion euros in 2025."),
              Contains(HasSubstr("ryanair net_income")));
  const std::string chips =
      "Micron wächst\n\nNach Zahlen von Counterpoint Research kommt Micron auf zwölf Prozent Marktanteil, während SK "
      "Hynix mit 57 Prozent vorn liegt. ";
  EXPECT_THAT(Claims("de", chips + "Das Unternehmen will 300 Stellen streichen."),
              Contains(HasSubstr("micron count 300")));
}

TEST(ClaimReferences, StandForAHouseOnlyWhereItIsTheNearest) {
  const std::string text = "Siemens grows\n\nSiemens sells trains. Morgan Stanley expects more. ";
  EXPECT_THAT(Claims("en", text + "The bank has 80,000 employees."),
              ElementsAre(HasSubstr("morgan-stanley headcount")));
  EXPECT_THAT(Claims("en", text + "\n\nThe company has 80,000 employees."),
              ElementsAre(HasSubstr("siemens headcount")));
}

TEST(ClaimReferences, TakeTheBiggestOfARegionForTheFirmNamedBefore) {
  EXPECT_THAT(Claims("en", "Ryanair grew. Europe's biggest budget carrier flew 61.5 million people in the quarter."),
              ElementsAre(HasSubstr("ryanair count 61500000")));
  EXPECT_THAT(Claims("en", "Ryanair grew. China's biggest cities have 500 million people."),
              ElementsAre(HasSubstr("china count 500000000")));
}

TEST(ClaimReferences, StandForNoHouseThatCountsInTheirSentence) {
  EXPECT_THAT(Claims("en",
                     "Huawei grows\n\nHuawei makes chips. Goldman Sachs estimates that it will ship 142,000 chips in "
                     "2026."),
              Contains(HasSubstr("huawei sold 142000")));
}

TEST(ClaimReferences, StandForWhoBeginsTheTextWhateverEndsTheHeadline) {
  EXPECT_THAT(Claims("en", "Trains for Peru\n\nGermany will buy 300 trains.\n\nThe country has 65,000 chips."),
              Contains(HasSubstr("germany inventory 65000")));
}

}  // namespace
}  // namespace newsgraph::extract
