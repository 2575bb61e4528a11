#include "ingest/draft_file.h"

#include <gtest/gtest.h>

#include <string>

namespace newsgraph::ingest {
namespace {

TEST(FormOf, GoesByTheNameAndByHowAPageBegins) {
  EXPECT_EQ(FormOf("a.html", ""), DraftForm::kHtml);
  EXPECT_EQ(FormOf("a.md", ""), DraftForm::kMarkdown);
  EXPECT_EQ(FormOf("a.txt", "5 cars"), DraftForm::kText);
  EXPECT_EQ(FormOf("", "\n<!DOCTYPE HTML>"), DraftForm::kHtml);
}

TEST(MakeDraft, TakesLanguageAndDayFromThePage) {
  const auto draft = MakeDraft("a.html", "<html lang=de><meta property=article:published_time content=2026-01-19><p>x",
                               DraftForm::kHtml, {});
  ASSERT_TRUE(draft.ok()) << draft.status();
  EXPECT_EQ(draft->article.language, "de");
  EXPECT_TRUE(draft->article.published);
  EXPECT_EQ(draft->article.text, "x");
}

TEST(MakeDraft, BelievesTheOptionsFirst) {
  DraftOptions options;
  options.language = "nl";
  options.published = std::chrono::sys_seconds();
  const auto draft = MakeDraft("a", "x", DraftForm::kText, options);
  ASSERT_TRUE(draft.ok()) << draft.status();
  EXPECT_EQ(draft->article.language, "nl");
  EXPECT_EQ(draft->article.published, std::chrono::sys_seconds());
}

TEST(MakeDraft, RefusesWhatIsTooLong) {
  DraftOptions options;
  options.max_bytes = 3;
  EXPECT_EQ(MakeDraft("a", "four", DraftForm::kText, options).status().code(), StatusCode::kInvalidArgument);
  EXPECT_TRUE(MakeDraft("a", "<p>four</p>", DraftForm::kHtml, options).ok()) << "most of a page is no text";
  options.max_page_bytes = 3;
  EXPECT_EQ(MakeDraft("a", "<p>four</p>", DraftForm::kHtml, options).status().code(), StatusCode::kInvalidArgument);
}

TEST(ReadDraft, SaysThatAFileIsNotThere) {
  EXPECT_EQ(ReadDraft("/nowhere/a.txt", {}).status().code(), StatusCode::kNotFound);
}

}  // namespace
}  // namespace newsgraph::ingest
