#include "ingest/article_fields.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace newsgraph::ingest {
namespace {

using std::chrono::sys_days;
using std::chrono::sys_seconds;
using std::chrono::operator""y;
using std::string_literals::operator""s;

std::string ErrorOfParse(const std::string& json) { return std::string(ParseArticleFields(json).status().message()); }

// What MakeArticle says of the fields of `json`.
std::string ErrorOfMake(const std::string& json, const ReadOptions& options = {}) {
  return std::string(MakeArticle(*ParseArticleFields(json), options).status().message());
}

TEST(ParseArticleFields, ReadsTheFieldsAndIgnoresOthers) {
  const ArticleFields fields = *ParseArticleFields(
      R"({"id": "a", "x": [{"id": "inner", "text": 3}], "url": "u", "source": "s", "title": "t",
          "published": "2026-01-19", "y": {"text": ["deep"]}, "lang": null, "text": "größer\n", "z": 1e3})");
  EXPECT_EQ(fields, (ArticleFields{"a", "u", "s", "t", "2026-01-19", std::nullopt, "größer\n"}));
}

TEST(ParseArticleFields, RepairsBytesThatAreNoUtf8) {
  EXPECT_EQ(ParseArticleFields("{\"text\": \"f\xFCr\"}")->text, "f\uFFFDr");
}

TEST(ParseArticleFields, RepairsHalfSurrogatePairs) {
  EXPECT_EQ(ParseArticleFields(R"({"text": "a\ud83db"})")->text, "a\uFFFDb");
  EXPECT_EQ(ParseArticleFields(R"({"text": "a\ude80\ud83d"})")->text, "a\uFFFD\uFFFD");
  EXPECT_EQ(ParseArticleFields(R"({"text": "\ud83d\ud83d\uDE80"})")->text, "\uFFFD\U0001F680");
  EXPECT_EQ(ParseArticleFields(R"({"text": "\\ud83d"})")->text, "\\ud83d");
}

TEST(ParseArticleFields, KeepsNulAndOtherControlCharactersOfTheText) {
  EXPECT_EQ(ParseArticleFields(R"({"text": "a\u0000b\u001b"})")->text, "a\0b\x1b"s);
}

TEST(ParseArticleFields, SaysWhereJsonIsBroken) {
  EXPECT_EQ(ErrorOfParse(R"({"id": "a", "text": oops})"),
            "no valid JSON at byte 21: syntax error while parsing value - invalid literal");
  EXPECT_EQ(ErrorOfParse(R"({"id": "a")"),
            "no valid JSON at byte 11: syntax error while parsing object - unexpected end of input; expected '}'");
  EXPECT_NE(ErrorOfParse(R"({"id": "a"} {"id": "b"})"), "");
  EXPECT_NE(ErrorOfParse(""), "");
}

TEST(ParseArticleFields, SaysWhatALineMustBe) {
  for (const std::string json : {"[]", "3", "\"text\"", "null", "true", R"([{"id": "a", "text": "b"}])"}) {
    EXPECT_NE(ErrorOfParse(json).find("not an object"), std::string::npos) << json;
  }
}

TEST(ParseArticleFields, TakesNothingButTextInFieldsOfAnArticle) {
  EXPECT_EQ(ErrorOfParse(R"({"id": 7})"), "field \"id\" holds a number; write text in quotes");
  EXPECT_EQ(ErrorOfParse(R"({"text": ["a"]})"), "field \"text\" holds a list; write text in quotes");
  EXPECT_EQ(ErrorOfParse(R"({"title": {}})"), "field \"title\" holds an object; write text in quotes");
  EXPECT_EQ(ErrorOfParse(R"({"url": false})"), "field \"url\" holds true or false; write text in quotes");
}

TEST(ParseArticleFields, SurvivesDeepNesting) {
  EXPECT_NE(ErrorOfParse(R"({"x": )" + std::string(1'000'000, '[')), "");
  EXPECT_EQ(ErrorOfParse(R"({"x": )" + std::string(100'000, '[') + std::string(100'000, ']') + "}"), "");
}

TEST(MakeArticle, ComposesTitleAndText) {
  const Article article = *MakeArticle({.id = "a", .title = "Title", .text = "Body."}, {});
  EXPECT_EQ(article.title, "Title");
  EXPECT_EQ(article.text, "Title\n\nBody.");
  EXPECT_EQ(MakeArticle({.id = "a", .title = "Title", .text = "Title\nBody."}, {})->text, "Title\nBody.");
  EXPECT_EQ(MakeArticle({.id = "a", .title = "Title", .text = ""}, {})->text, "Title\n\n");
}

TEST(MakeArticle, ReadsTimeAndLanguage) {
  const Article article = *MakeArticle({.id = "a", .published = "2026-01-19", .lang = "de_AT", .text = "Body."}, {});
  EXPECT_EQ(article.published, sys_seconds(sys_days(2026y / 1 / 19)));
  EXPECT_EQ(article.language, "de-AT");
}

TEST(MakeArticle, LeavesUndatedWhatHasNoTimeUnlessOneIsGivenForAll) {
  ReadOptions options;
  EXPECT_EQ(MakeArticle({.id = "a", .text = "Body."}, options)->published, std::nullopt);
  options.published = sys_days(2026y / 2 / 1);
  EXPECT_EQ(MakeArticle({.id = "a", .text = "Body."}, options)->published, options.published);
  EXPECT_EQ(MakeArticle({.id = "a", .published = "", .text = "Body."}, options)->published, options.published);
  EXPECT_EQ(MakeArticle({.id = "a", .published = "2026-01-19", .text = "Body."}, options)->published,
            sys_seconds(sys_days(2026y / 1 / 19)));
}

TEST(MakeArticle, CallsAnArticleWithoutIdByItsUrl) {
  EXPECT_EQ(MakeArticle({.url = "https://example.com/1", .text = "Body."}, {})->id, "https://example.com/1");
}

TEST(MakeArticle, NamesTheFieldThatIsWrong) {
  EXPECT_EQ(ErrorOfMake(R"({"text": "b"})"), "fields \"id\" and \"url\" are both missing; give one of them");
  EXPECT_EQ(ErrorOfMake(R"({"id": "a"})"), "field \"text\" is missing; it is the article's body");
  EXPECT_EQ(ErrorOfMake(R"({"id": "a", "text": " \n"})"), "field \"text\" is empty; it is the article's body");
  EXPECT_EQ(ErrorOfMake(R"({"id": "a\n", "text": "b"})"), "field \"id\" holds a control character; remove it");
  EXPECT_EQ(ErrorOfMake(R"({"id": "a", "text": "b", "lang": "German, mostly"})"),
            "field \"lang\": \"German, mostly\" is no BCP 47 language tag such as \"de\" or \"zh-Hant\"; leave it out "
            "to have the "
            "language detected");
  EXPECT_EQ(
      ErrorOfMake(R"({"id": "a", "text": "b", "published": "2026-01-19T10:00:00"})"),
      "field \"published\": \"2026-01-19T10:00:00\" has no time zone; append \"Z\" for UTC or one like \"+01:00\"");
  EXPECT_EQ(ErrorOfMake("{\"text\": \"b\", \"id\": \"" + std::string(3000, 'a') + "\"}"),
            "field \"id\" has 3000 bytes; at most 1024 are taken");
}

TEST(MakeArticle, RefusesTextOverTheLimit) {
  const ReadOptions options{.max_text_bytes = 10};
  EXPECT_EQ(ErrorOfMake(R"({"id": "a", "text": "0123456789"})", options), "");
  EXPECT_EQ(ErrorOfMake(R"({"id": "a", "text": "0123456789a"})", options),
            "the text has 11 bytes; at most 10 are taken; split it");
}

}  // namespace
}  // namespace newsgraph::ingest
