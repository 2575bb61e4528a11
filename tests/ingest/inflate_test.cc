#include "ingest/inflate.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/gzip.h"

namespace newsgraph::ingest {
namespace {

TEST(Inflate, ReadsAllMembers) {
  const auto out = Inflate(Gzip("one ") + Gzip("two"), 100);
  ASSERT_TRUE(out.ok());
  EXPECT_EQ(out->bytes, "one two");
  EXPECT_FALSE(out->cut);
}

TEST(Inflate, KeepsWhatComesBeforeACut) {
  const std::string text(100'000, 'x');
  const std::string whole = Gzip(text + "end");
  const auto out = Inflate(whole.substr(0, whole.size() - 12), 1 << 20);
  ASSERT_TRUE(out.ok());
  EXPECT_TRUE(out->cut);
  EXPECT_GT(out->bytes.size(), 1000u);
}

TEST(Inflate, StopsAtTheLimit) {
  const std::string bomb = Gzip(std::string(50 << 20, '\0'));
  EXPECT_LT(bomb.size(), 1u << 20);
  EXPECT_EQ(Inflate(bomb, 1 << 20).status().code(), StatusCode::kResourceExhausted);
}

TEST(Inflate, RefusesWhatIsNotCompressed) {
  EXPECT_EQ(Inflate("<html>", 100).status().code(), StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace newsgraph::ingest
