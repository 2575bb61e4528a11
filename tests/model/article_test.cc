#include "model/article.h"

#include <gtest/gtest.h>

namespace newsgraph {
namespace {

TEST(ComposeText, PutsABlankLineBetweenTitleAndBody) {
  EXPECT_EQ(ComposeText("Acme grows", "Acme sold 5."), "Acme grows\n\nAcme sold 5.");
}

TEST(ComposeText, KeepsABodyThatBeginsWithTheTitle) {
  EXPECT_EQ(ComposeText("Acme", "Acme\nsold 5."), "Acme\nsold 5.");
}

TEST(ComposeText, IsTheBodyWithoutATitle) { EXPECT_EQ(ComposeText("", "Acme sold 5."), "Acme sold 5."); }

TEST(ComposeText, IsTheTitleAndABlankLineWithoutABody) { EXPECT_EQ(ComposeText("Acme grows", ""), "Acme grows\n\n"); }

}  // namespace
}  // namespace newsgraph
