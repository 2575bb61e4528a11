// Whether work grows as its input does, told by CPU time: neither the load of the machine nor its speed is in it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <limits>

namespace newsgraph {

// How many times as long `work(times * size)` takes this process as `work(size)` does, the least of three runs each.
// About `times` where work is linear, its square where it is quadratic: expect less than `times * kLinearMargin`, and
// let `times` be far from that margin.
template <typename Work>
double CpuGrowth(const Work& work, std::size_t size, std::size_t times) {
  const auto cost = [&work](std::size_t input) {
    std::clock_t least = std::numeric_limits<std::clock_t>::max();
    for (int run = 0; run < 3; ++run) {
      const std::clock_t begin = std::clock();
      work(input);
      least = std::min(least, std::clock() - begin);
    }
    return static_cast<double>(std::max<std::clock_t>(least, 1));
  };
  return cost(times * size) / cost(size);
}

// Caches that are too small for the longer input cost this at most.
inline constexpr double kLinearMargin = 4;

}  // namespace newsgraph
