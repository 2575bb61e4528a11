#include "ingest/utf8.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace newsgraph::ingest {
namespace {

using std::string_literals::operator""s;

TEST(RepairUtf8, LeavesValidTextAlone) {
  for (const std::string& text : {""s, "plain"s, "für 5 Mrd. €"s, "台積電 投資 1,000 億"s, "\U0001F680\U0010FFFF"s,
                                  "a\0b"s, "line\r\nline\n"s, "\uFEFFmark"s, "\uFFFE\uFFFF"s}) {
    EXPECT_TRUE(IsValidUtf8(text)) << text;
    EXPECT_EQ(RepairUtf8(text), text);
  }
}

TEST(RepairUtf8, ReplacesEachIllFormedSequenceOnce) {
  EXPECT_EQ(RepairUtf8("f\xFCr 5 Mrd."), "f\uFFFDr 5 Mrd.");                // Latin-1
  EXPECT_EQ(RepairUtf8("\x80\xBF"), "\uFFFD\uFFFD");                        // stray continuation bytes
  EXPECT_EQ(RepairUtf8("\xE5\x8F."), "\uFFFD.");                            // cut within a character
  EXPECT_EQ(RepairUtf8("ends \xF0\x9F\x9A"), "ends \uFFFD");                // cut at the end
  EXPECT_EQ(RepairUtf8("\xC0\xAF"), "\uFFFD\uFFFD");                        // overlong
  EXPECT_EQ(RepairUtf8("\xE0\x80\xAF"), "\uFFFD\uFFFD\uFFFD");              // overlong
  EXPECT_EQ(RepairUtf8("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");              // surrogate
  EXPECT_EQ(RepairUtf8("\xF4\x90\x80\x80x"), "\uFFFD\uFFFD\uFFFD\uFFFDx");  // above U+10FFFF
  EXPECT_EQ(RepairUtf8("\xFF\xFE"), "\uFFFD\uFFFD");
}

TEST(RepairUtf8, FindsWhatIsWrongAfterLongStretchesOfAscii) {
  const std::string ascii(1000, 'a');
  EXPECT_FALSE(IsValidUtf8(ascii + "\xFF"));
  EXPECT_EQ(RepairUtf8(ascii + "\xFF" + ascii), ascii + "\uFFFD" + ascii);
}

TEST(RepairUtf8, MakesEverySequenceOfThreeBytesValid) {
  for (unsigned a = 0x70; a < 0x100; a += 3) {
    for (unsigned b = 0x70; b < 0x100; ++b) {
      for (unsigned c = 0x70; c < 0x100; c += 5) {
        const std::string bytes = {static_cast<char>(a), static_cast<char>(b), static_cast<char>(c)};
        const std::string repaired = RepairUtf8(bytes);
        ASSERT_TRUE(IsValidUtf8(repaired));
        ASSERT_EQ(repaired == bytes, IsValidUtf8(bytes));
      }
    }
  }
}

TEST(WithoutByteOrderMark, DropsOneAtTheBeginningOnly) {
  EXPECT_EQ(WithoutByteOrderMark("\uFEFFtext\uFEFF"), "text\uFEFF");
  EXPECT_EQ(WithoutByteOrderMark("text"), "text");
  EXPECT_EQ(WithoutByteOrderMark(""), "");
}

}  // namespace
}  // namespace newsgraph::ingest
