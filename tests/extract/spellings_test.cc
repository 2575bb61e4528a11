#include "extract/spellings.h"

#include <gmock/gmock.h>

namespace newsgraph::extract {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(WithoutAccents, TakesThemOffLatinLetters) {
  EXPECT_EQ(WithoutAccents("milhões"), "milhoes");
  EXPECT_EQ(WithoutAccents("dólar de Hong Kong"), "dolar de Hong Kong");
}

TEST(WithoutAccents, LeavesOtherWordsAlone) {
  EXPECT_EQ(WithoutAccents("dollar"), "dollar");
  EXPECT_EQ(WithoutAccents("ドル"), "ドル");
  EXPECT_EQ(WithoutAccents("злотый"), "злотый");
  EXPECT_EQ(WithoutAccents("às"), "às");
  EXPECT_EQ(WithoutAccents(""), "");
}

TEST(JoinedForms, AreOfKatakanaNamesWithASpace) {
  EXPECT_THAT(JoinedForms("スイス フラン"), ElementsAre("スイスフラン", "スイス・フラン"));
  EXPECT_THAT(JoinedForms("フラン"), IsEmpty());
  EXPECT_THAT(JoinedForms("Swiss franc"), IsEmpty());
}

}  // namespace
}  // namespace newsgraph::extract
