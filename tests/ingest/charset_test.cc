#include "ingest/charset.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace newsgraph::ingest {
namespace {

using namespace std::string_literals;

TEST(CharsetOfContentType, FindsTheNameHoweverItIsQuoted) {
  EXPECT_EQ(CharsetOfContentType("text/xml; charset=koi8-r"), "koi8-r");
  EXPECT_EQ(CharsetOfContentType("text/xml;CHARSET = \"UTF-8\"; q=1"), "UTF-8");
  EXPECT_EQ(CharsetOfContentType("text/html; charset='gb2312'"), "gb2312");
  EXPECT_EQ(CharsetOfContentType("text/html"), "");
  EXPECT_EQ(CharsetOfContentType("text/html; charset"), "");
}

TEST(ToUtf8, LeavesValidTextAloneWhateverIsDeclared) {
  EXPECT_EQ(ToUtf8("Zürich – 5 €", {"iso-8859-1", "gb2312"}), "Zürich – 5 €");
}

TEST(ToUtf8, BelievesAByteOrderMarkAndZeroBytes) {
  EXPECT_EQ(ToUtf8("\xEF\xBB\xBFökonomisch", {"latin1"}), "ökonomisch");
  EXPECT_EQ(ToUtf8("\xFF\xFE<\0a\0>\0"s, {"utf-8"}), "<a>");
  EXPECT_EQ(ToUtf8("\0<\0a\0>"s), "<a>");
  EXPECT_EQ(ToUtf8("<\0\0\0a\0\0\0"s), "<a");
  EXPECT_EQ(ToUtf8("\0\0\xFE\xFF\0\0\0<"s), "<");
}

TEST(ToUtf8, TakesTheFirstDeclaredNameThatCanBe) {
  EXPECT_EQ(ToUtf8("\xD7\xC9\xD3\xD4\xC1\xD7\xCB\xC1", {"", "koi8-r"}), "виставка");
  EXPECT_EQ(ToUtf8("caf\xE9", {"utf-8", "iso-8859-1"}), "café");
  EXPECT_EQ(ToUtf8("\xB3\xE2", {"no such thing", "euc-kr"}), "년");
  EXPECT_EQ(ToUtf8("\x93quoted\x94", {"ISO-8859-1"}), "“quoted”");
  EXPECT_EQ(ToUtf8("\x1B$B%\"\x1B(B", {"iso-2022-jp"}), "ア");
}

TEST(ToUtf8, ReadsStrayBytesAmidUtf8AsTheyWereMeant) {
  EXPECT_EQ(ToUtf8("déjà vu, caf\xE9 \x96 ü", {"utf-8"}), "déjà vu, café – ü");
}

TEST(ToUtf8, DropsACharacterThatTheEndCuts) { EXPECT_EQ(ToUtf8("prix 5 \xE2\x82"), "prix 5 "); }

TEST(ToUtf8, GuessesWhereNothingIsDeclared) {
  const std::string_view cyrillic =
      "\xCF\xF0\xE0\xE2\xE8\xF2\xE5\xEB\xFC\xF1\xF2\xE2\xEE \xEE\xE1\xFA\xFF\xE2\xE8\xEB\xEE \xEE \xED\xEE\xE2\xFB\xF5 "
      "\xEF\xEE\xF8\xEB\xE8\xED\xE0\xF5 \xED\xE0 \xE2\xE2\xEE\xE7 \xE0\xE2\xF2\xEE\xEC\xEE\xE1\xE8\xEB\xE5\xE9";
  EXPECT_EQ(ToUtf8(std::string(cyrillic)).substr(0, 26), "Правительство");
}

}  // namespace
}  // namespace newsgraph::ingest
