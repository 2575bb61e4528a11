#include "extract/characters.h"

#include <gtest/gtest.h>

#include "extract/tokenizer.h"

namespace newsgraph::extract {
namespace {

TEST(Characters, HaveTheClassOfWhatTheyDoToATextsTokens) {
  EXPECT_EQ(ClassOfCharacter(U' '), CharacterClass::kSpace);
  EXPECT_EQ(ClassOfCharacter(0x2028), CharacterClass::kNewline);
  EXPECT_EQ(ClassOfCharacter(0x00AD), CharacterClass::kFormat);  // the soft hyphen
  EXPECT_EQ(ClassOfCharacter(0x0669), CharacterClass::kDigit);   // an Arabic nine
  EXPECT_EQ(ClassOfCharacter(U'Ж'), CharacterClass::kLetter);
  EXPECT_EQ(ClassOfCharacter(U'한'), CharacterClass::kHangul);
  EXPECT_EQ(ClassOfCharacter(U'カ'), CharacterClass::kKatakana);
  EXPECT_EQ(ClassOfCharacter(U'々'), CharacterClass::kIdeograph);
  EXPECT_EQ(ClassOfCharacter(0x20000), CharacterClass::kIdeograph);
  EXPECT_EQ(ClassOfCharacter(0x0301), CharacterClass::kMark);
  EXPECT_EQ(ClassOfCharacter(U'€'), CharacterClass::kSign);
}

TEST(Characters, FoldToWhatIsComparedWithPacks) {
  EXPECT_EQ(FoldOfCharacter(U'Ä'), U'ä');
  EXPECT_EQ(FoldOfCharacter(U'Ａ'), U'a');
  EXPECT_EQ(FoldOfCharacter(0x2019), U'\'');
  EXPECT_EQ(FoldOfCharacter(0x0130), U'i');
  EXPECT_TRUE(IsUpperCharacter(U'Ж'));
  EXPECT_FALSE(IsUpperCharacter(U'ж'));
}

TEST(Characters, AreInTheTokenizersTableWhatTheyAre) {
  for (char32_t c = 0x80; c < 0x800; ++c) {
    const std::string utf8 = {static_cast<char>(0xC0U | c >> 6U), static_cast<char>(0x80U | (c & 0x3FU))};
    const TokenizedText text = Tokenize(utf8);
    const CharacterClass of = ClassOfCharacter(static_cast<std::int32_t>(c));
    const bool no_token =
        of == CharacterClass::kSpace || of == CharacterClass::kNewline || of == CharacterClass::kFormat;
    ASSERT_EQ(text.tokens.empty(), no_token) << static_cast<unsigned>(c);
    if (no_token) continue;
    EXPECT_EQ(text.tokens[0].capitalised, IsUpperCharacter(static_cast<std::int32_t>(c)));
  }
}

}  // namespace
}  // namespace newsgraph::extract
