#include "model/text_span.h"

#include <gtest/gtest.h>

namespace newsgraph {
namespace {

TEST(TextSpan, CutsItsBytesOutOfTheText) {
  EXPECT_EQ((TextSpan{4, 6}).In("für 5"), " 5");
  EXPECT_EQ((TextSpan{2, 2}).In("abc"), "");
}

TEST(TextSpan, CountsBytes) {
  EXPECT_EQ((TextSpan{3, 7}).size(), 4u);
  EXPECT_TRUE((TextSpan{3, 3}).empty());
  EXPECT_FALSE((TextSpan{3, 4}).empty());
}

TEST(TextSpan, OverlapsWhereAByteIsShared) {
  const TextSpan span = {10, 20};
  EXPECT_TRUE(span.Overlaps({19, 25}));
  EXPECT_TRUE(span.Overlaps({12, 13}));
  EXPECT_TRUE(span.Overlaps({0, 30}));
  EXPECT_FALSE(span.Overlaps({20, 25}));
  EXPECT_FALSE(span.Overlaps({5, 10}));
}

TEST(TextSpan, CoversItselfAndWhatLiesInside) {
  const TextSpan span = {10, 20};
  EXPECT_TRUE(span.Covers(span));
  EXPECT_TRUE(span.Covers({10, 15}));
  EXPECT_FALSE(span.Covers({9, 15}));
  EXPECT_FALSE(span.Covers({15, 21}));
}

TEST(TextSpan, SortsByBeginThenEnd) {
  EXPECT_LT((TextSpan{1, 9}), (TextSpan{2, 3}));
  EXPECT_LT((TextSpan{1, 2}), (TextSpan{1, 9}));
}

TEST(TextSpan, HashTellsBeginFromEnd) {
  const std::hash<TextSpan> hash;
  EXPECT_EQ(hash({1, 2}), hash({1, 2}));
  EXPECT_NE(hash({1, 2}), hash({2, 1}));
}

}  // namespace
}  // namespace newsgraph
