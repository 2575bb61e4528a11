#include "graph/page_token.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace newsgraph::graph {
namespace {

const Position kPosition = {.revision = 12, .filter = 0xFEDC'BA98'7654'3210, .after = std::string("\0key\xFF", 5)};

TEST(PageToken, ReadsBackAsWritten) {
  for (const Position& position : {kPosition, Position{}}) {
    const StatusOr<Position> read = DecodePageToken(EncodePageToken(position));
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(*read, position);
  }
}

TEST(PageToken, IsMadeOfLettersDigitsAndDashes) {
  EXPECT_THAT(EncodePageToken(kPosition), testing::MatchesRegex("[A-Za-z0-9_-]+"));
}

TEST(PageToken, RefusesEveryOtherText) {
  const std::string token = EncodePageToken(kPosition);
  for (std::size_t at = 0; at < token.size(); ++at) {
    std::string changed = token;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    EXPECT_EQ(DecodePageToken(changed).status().code(), StatusCode::kInvalidArgument) << at;
    EXPECT_FALSE(DecodePageToken(token.substr(0, at)).ok()) << at;
  }
  EXPECT_FALSE(DecodePageToken("not a token").ok());
}

TEST(Fingerprint, IsTheSameForEver) {
  EXPECT_EQ(Fingerprint(""), 0xCBF2'9CE4'8422'2325);
  EXPECT_EQ(Fingerprint("a"), 0xAF63'DC4C'8601'EC8C);
}

}  // namespace
}  // namespace newsgraph::graph
