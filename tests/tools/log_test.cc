#include "tools/newsgraphd/log.h"

#include <gtest/gtest.h>

namespace newsgraph::tools {
namespace {

TEST(LogText, IsKeysAndValues) {
  EXPECT_EQ(LogText("graph opened", {{"data", "/var/lib"}, {"revision", "7"}}),
            "msg=\"graph opened\" data=/var/lib revision=7");
  EXPECT_EQ(LogText("ready", {}), "msg=\"ready\"");
}

TEST(LogText, QuotesWhatWouldBreakALine) {
  EXPECT_EQ(LogText("a \"b\"", {{"k", "two words"}, {"e", ""}, {"n", "x\ny"}, {"q", "a=\"\\"}}),
            "msg=\"a \\\"b\\\"\" k=\"two words\" e=\"\" n=\"x y\" q=\"a=\\\"\\\\\"");
}

}  // namespace
}  // namespace newsgraph::tools
