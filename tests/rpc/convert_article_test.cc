#include "rpc/convert_article.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "rpc/field_error.h"
#include "tests/support/canned_extractor.h"

namespace newsgraph::rpc {
namespace {

constexpr std::size_t kMaxTextBytes = 100;

v1::Article Submitted() {
  v1::Article article;
  article.set_id("a/1");
  article.set_text("Acme grew.");
  return article;
}

std::string FieldBlamed(const v1::Article& article) {
  const auto converted = FromProto(article, kMaxTextBytes);
  EXPECT_EQ(converted.status().code(), StatusCode::kInvalidArgument);
  return FieldOf(converted.status());
}

TEST(ConvertArticle, GivesBackWhatItTook) {
  Article article;
  article.id = "a/1";
  article.url = "https://a.example/1";
  article.source = "Example";
  article.title = "Acme";
  article.text = "Acme\n\nIt grew.";
  article.language = "en";
  article.published = std::chrono::sys_days(std::chrono::year(2025) / 9 / 17);
  const auto back = FromProto(ToProto(article), kMaxTextBytes);
  ASSERT_TRUE(back.ok()) << back.status();
  EXPECT_EQ(*back, article);
}

TEST(ConvertArticle, PutsTheTitleInFrontOfTheText) {
  v1::Article article = Submitted();
  article.set_title("News");
  EXPECT_EQ(FromProto(article, kMaxTextBytes)->text, "News\n\nAcme grew.");
}

TEST(ConvertArticle, LeavesAnUndatedArticleUndated) {
  EXPECT_EQ(FromProto(Submitted(), kMaxTextBytes)->published, std::nullopt);
}

TEST(ConvertArticle, NamesTheFieldThatIsMissing) {
  v1::Article article = Submitted();
  article.clear_id();
  EXPECT_EQ(FieldBlamed(article), "article.id");
  article = Submitted();
  article.clear_text();
  EXPECT_EQ(FieldBlamed(article), "article.text");
}

TEST(ConvertArticle, NamesTheFieldThatIsTooLongAndTheLimit) {
  v1::Article article = Submitted();
  article.set_text(std::string(kMaxTextBytes + 1, 'x'));
  EXPECT_EQ(FieldBlamed(article), "article.text");
  EXPECT_NE(FromProto(article, kMaxTextBytes).status().message().find("at most 100"), std::string::npos);
  article.set_text(std::string(kMaxTextBytes, 'x'));
  EXPECT_TRUE(FromProto(article, kMaxTextBytes).ok());
  article.set_id(std::string(1025, 'x'));
  EXPECT_EQ(FieldBlamed(article), "article.id");
}

TEST(ConvertArticle, RefusesTimesAndLanguagesThatAreNone) {
  v1::Article article = Submitted();
  article.mutable_publish_time()->set_seconds(253402300800);
  EXPECT_EQ(FieldBlamed(article), "article.publish_time");
  article = Submitted();
  article.set_lang("de; rm");
  EXPECT_EQ(FieldBlamed(article), "article.lang");
}

TEST(ConvertArticle, ShowsTheExtractionInTheFullViewOnly) {
  const CannedExtractor extractor;
  const EntityNames names(extractor.catalogue());
  graph::StoredArticle stored;
  stored.article.id = "a/1";
  stored.article.text = "x\nacme revenue -1.50 2025";
  stored.extraction = extractor.Extract(stored.article);
  stored.article_revision = 3;
  stored.revision = 8;
  EXPECT_FALSE(ToProto(stored, v1::ARTICLE_VIEW_BASIC, names).has_extraction());
  const v1::Article full = ToProto(stored, v1::ARTICLE_VIEW_FULL, names);
  EXPECT_EQ(full.name(), "articles/a%2F1");
  EXPECT_EQ(full.article_revision(), 3);
  EXPECT_EQ(full.revision(), 8);
  ASSERT_EQ(full.extraction().claims_size(), 1);
  const v1::Claim& claim = full.extraction().claims(0);
  EXPECT_EQ(claim.name(), "articles/a%2F1/claims/3-0");
  EXPECT_EQ(claim.sentence().quote(), "acme revenue -1.50 2025");
  EXPECT_EQ(claim.figure().quote(), "-1.50");
  EXPECT_EQ(full.text().substr(static_cast<std::size_t>(claim.figure().start()),
                               static_cast<std::size_t>(claim.figure().end() - claim.figure().start())),
            "-1.50");
}

}  // namespace
}  // namespace newsgraph::rpc
