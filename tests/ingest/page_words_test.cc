#include "ingest/page/page_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/page/author_names.h"
#include "ingest/page/folding.h"

namespace newsgraph::ingest {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(PageWords, ReadsTheWordsOfNamesHoweverTheyAreJoined) {
  const PageWords& words = PageWords::Embedded();
  for (const char* name : {"related-articles", "relatedArticles", "x__related", "a RELATED-b"}) {
    EXPECT_EQ(words.HintsOf(name).cut, PageCut::kRelated) << name;
  }
  EXPECT_TRUE(words.HintsOf("c-ArticleBody--wide").body);
  EXPECT_EQ(words.HintsOf("header shadow download").cut, PageCut::kNone);
  EXPECT_EQ(words.HintsOf("has-sidebar no-comments").cut, PageCut::kNone);
}

TEST(PageWords, KnowsLinesByHowTheyBegin) {
  const PageWords& words = PageWords::Embedded();
  EXPECT_EQ(words.CutOf("READ MORE: Plant closes", false), PageCut::kRelated);
  EXPECT_EQ(words.CutOf("– Anzeige –", false), PageCut::kAdvertising);
  EXPECT_EQ(words.CutOf("Our newsletter brings it every day", true), PageCut::kNewsletter);
  EXPECT_EQ(words.CutOf("Our newsletter brings it every day", false), PageCut::kNone);
  EXPECT_EQ(words.SectionCutOf("Mehr zum Thema:"), PageCut::kRelated);
}

TEST(PageWords, RefusesRulesWhoseExamplesDoNotHold) {
  EXPECT_TRUE(PageWords::Load("names: [{rule: a, cut: comments, names: [talk], yes: [talk-box], no: [talker]}]").ok());
  const auto wrong =
      PageWords::Load("names: [{rule: a, cut: comments, names: [talk], yes: [chat], no: [talk]}]").status();
  EXPECT_THAT(std::string(wrong.message()), HasSubstr("does not hold for \"chat\""));
  EXPECT_THAT(std::string(wrong.message()), HasSubstr("must not hold for \"talk\""));
  EXPECT_FALSE(PageWords::Load("names: [{rule: a, cut: comments, names: [talk]}]").ok());
  EXPECT_FALSE(PageWords::Load("names: [").ok());
}

TEST(AuthorNames, PartsBylinesIntoNames) {
  const auto names = [](std::string byline) {
    return AuthorNames(std::vector<std::string>{std::move(byline)}, "News", PageWords::Embedded());
  };
  EXPECT_THAT(names("By Erika Muster and Max Muster"), ElementsAre("Erika Muster", "Max Muster"));
  EXPECT_THAT(names("Von Erika Muster, Berlin-Mitte"), ElementsAre("Erika Muster", "Berlin-Mitte"));
  EXPECT_THAT(names("Erika Muster (AFP)"), ElementsAre("Erika Muster"));
  EXPECT_THAT(names("https://news.example/author/1"), ElementsAre());
  EXPECT_THAT(names("Erika Muster, News"), ElementsAre("Erika Muster"));
  EXPECT_THAT(names("News"), ElementsAre("News"));
}

TEST(Fold, ComparesWithoutCaseSpaceAndTypography) {
  EXPECT_EQ(Fold(" “Ä  b”\xC2\xA0– c "), "\"ä b\" - c");
  EXPECT_EQ(Weight("abc"), 3u);
  EXPECT_EQ(Weight("漢字"), 6u);
}

}  // namespace
}  // namespace newsgraph::ingest
