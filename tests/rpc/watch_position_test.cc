#include "rpc/watch_position.h"

#include <gtest/gtest.h>

#include <limits>

namespace newsgraph::rpc {
namespace {

TEST(WatchPosition, ComesBackFromItsToken) {
  for (const WatchPosition& position :
       {WatchPosition{0, 0}, WatchPosition{7, 3},
        WatchPosition{std::numeric_limits<std::uint64_t>::max(), std::numeric_limits<std::uint32_t>::max()}}) {
    EXPECT_EQ(ParseResumeToken(ResumeToken(position)), position);
  }
}

TEST(WatchPosition, IsNothingInOtherText) {
  for (const char* token : {"", ".", "7", "7.", ".3", "-7.3", "7.3x", "7.3.1", " 7.3", "99999999999999999999.0"}) {
    EXPECT_FALSE(ParseResumeToken(token)) << token;
  }
}

TEST(WatchPosition, GrowsWithRevisionThenWithEvents) {
  EXPECT_LT((WatchPosition{1, 9}), (WatchPosition{2, 0}));
  EXPECT_LT((WatchPosition{2, 0}), (WatchPosition{2, 1}));
}

}  // namespace
}  // namespace newsgraph::rpc
