#include "rpc/client/window.h"

#include <gtest/gtest.h>

#include <thread>

namespace newsgraph::rpc {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

TEST(Window, LetsNoMoreInThanItIsWide) {
  Window window(2);
  EXPECT_TRUE(window.Enter(seconds(10)));
  EXPECT_TRUE(window.Enter(seconds(10)));
  EXPECT_FALSE(window.Enter(milliseconds(1)));
  window.Leave();
  EXPECT_TRUE(window.Enter(seconds(10)));
}

TEST(Window, WaitsUntilSomebodyLeaves) {
  Window window(1);
  ASSERT_TRUE(window.Enter(seconds(10)));
  std::thread other([&window] { window.Leave(); });
  EXPECT_TRUE(window.Enter(seconds(10)));
  other.join();
}

TEST(Window, LetsNobodyWaitOnceItIsClosed) {
  Window window(1);
  ASSERT_TRUE(window.Enter(seconds(10)));
  std::thread other([&window] { window.Close(); });
  EXPECT_FALSE(window.Enter(seconds(10)));
  EXPECT_TRUE(window.WaitUntilEmpty(seconds(10)));
  other.join();
}

TEST(Window, TellsWhenNothingMoves) {
  Window window(1);
  EXPECT_TRUE(window.WaitUntilEmpty(milliseconds(1)));
  ASSERT_TRUE(window.Enter(seconds(10)));
  EXPECT_FALSE(window.WaitUntilEmpty(milliseconds(1)));
}

}  // namespace
}  // namespace newsgraph::rpc
