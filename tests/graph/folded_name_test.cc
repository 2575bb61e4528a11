#include "graph/folded_name.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace newsgraph::graph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(FoldName, TakesAwayCaseAccentsAndWidth) {
  EXPECT_EQ(FoldName("Škoda"), "skoda");
  EXPECT_EQ(FoldName("ＳＭＩＣ"), "smic");
  EXPECT_EQ(FoldName("Роснефть"), FoldName("РОСНЕФТЬ"));
  EXPECT_EQ(FoldName("Österreich"), "osterreich");
}

TEST(FoldName, WritesTraditionalCharactersAsSimplifiedOnes) { EXPECT_EQ(FoldName("華為"), "华为"); }

TEST(FoldName, KeepsTheMarksOfOtherScripts) {
  EXPECT_NE(FoldName("がく"), FoldName("かく"));
  EXPECT_NE(FoldName("दिल्ली"), FoldName("दलल"));
}

TEST(FoldName, TrimsAndSurvivesAnyBytes) {
  EXPECT_EQ(FoldName("  Deutsche \t Bank "), "deutsche bank");
  EXPECT_EQ(FoldName("  Müller \t Bank "), "muller bank");
  EXPECT_EQ(FoldName(""), "");
  EXPECT_FALSE(FoldName("\xFF\xFE").empty());
}

TEST(CaseOf, TellsNamesInCapitalsFromOthers) {
  EXPECT_EQ(CaseOf("Škoda"), LetterCase::kMixed);
  EXPECT_EQ(CaseOf("ШКОДА 4"), LetterCase::kCapitals);
  EXPECT_EQ(CaseOf("škoda"), LetterCase::kSmall);
  EXPECT_EQ(CaseOf("华为"), LetterCase::kMixed);
  EXPECT_EQ(CaseOf("\xFF"), LetterCase::kMixed);
  EXPECT_EQ(CaseOf(""), LetterCase::kMixed);
}

TEST(LaterWords, BeginBehindBlanksAndHyphens) {
  EXPECT_THAT(LaterWords("jensen huang"), ElementsAre(7));
  EXPECT_THAT(LaterWords("rolls-royce"), ElementsAre(6));
  EXPECT_THAT(LaterWords("huawei"), IsEmpty());
}

}  // namespace
}  // namespace newsgraph::graph
