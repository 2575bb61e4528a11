#include "tools/map_in_order.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <numeric>
#include <optional>
#include <thread>
#include <vector>

namespace newsgraph::tools {
namespace {

std::vector<int> Doubled(std::size_t threads, int count) {
  int next = 0;
  std::vector<int> out;
  MapInOrder(
      threads, [&]() -> std::optional<int> { return next < count ? std::optional(next++) : std::nullopt; },
      [](int item) {
        if (item % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(200));
        return 2 * item;
      },
      [&](int result) { out.push_back(result); });
  return out;
}

TEST(MapInOrder, KeepsTheOrderOfTheInput) {
  std::vector<int> expected(1000);
  for (int i = 0; i < 1000; ++i) expected[static_cast<std::size_t>(i)] = 2 * i;
  EXPECT_EQ(Doubled(1, 1000), expected);
  EXPECT_EQ(Doubled(8, 1000), expected);
}

TEST(MapInOrder, DoesNothingWithoutInput) { EXPECT_TRUE(Doubled(4, 0).empty()); }

TEST(MapInOrder, DoesNotRunFarAheadOfASlowItem) {
  std::atomic<int> read = 0;
  std::atomic<int> emitted = 0;
  int most_ahead = 0;
  MapInOrder(
      2,
      [&]() -> std::optional<int> {
        most_ahead = std::max(most_ahead, read - emitted);
        return read < 500 ? std::optional(read++) : std::nullopt;
      },
      [](int item) {
        if (item == 0) std::this_thread::sleep_for(std::chrono::milliseconds(50));
        return item;
      },
      [&](int) { ++emitted; });
  EXPECT_EQ(emitted, 500);
  EXPECT_LE(most_ahead, 2 * 16 + 2);
}

TEST(MapInOrder, HandsOutResultsWithoutWaitingForMoreInput) {
  std::vector<int> seen_before_next;
  int next = 0;
  int emitted = 0;
  MapInOrder(
      1,
      [&]() -> std::optional<int> {
        seen_before_next.push_back(emitted);
        return next < 3 ? std::optional(next++) : std::nullopt;
      },
      [](int item) { return item; }, [&](int) { ++emitted; });
  EXPECT_EQ(seen_before_next, (std::vector<int>{0, 1, 2, 3}));
}

}  // namespace
}  // namespace newsgraph::tools
