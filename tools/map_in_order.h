// Work on several threads, results in the order of the input.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace newsgraph::tools {

// Calls `map` for each item that `next` gives until it gives nothing, on
// `thread_count` threads, this one included, and hands each result to `emit` in
// the order of the items, as soon as those before it are done. `next` and `emit`
// run one call at a time. A slow item holds up at most a few results per thread.
template <typename Next, typename Map, typename Emit>
void MapInOrder(std::size_t thread_count, Next next, Map map, Emit emit) {
  using Result = decltype(map(*next()));
  const std::uint64_t window = 16 * thread_count;
  std::mutex reading;
  std::uint64_t read_count = 0;
  std::mutex writing;
  std::condition_variable written;
  std::uint64_t written_count = 0;
  std::map<std::uint64_t, Result> waiting;

  const auto work = [&] {
    while (true) {
      std::unique_lock reader(reading);
      auto item = next();
      if (!item) return;
      const std::uint64_t number = read_count++;
      reader.unlock();
      Result result = map(*std::move(item));
      std::unique_lock writer(writing);
      written.wait(writer, [&] { return number < written_count + window; });
      waiting.emplace(number, std::move(result));
      while (!waiting.empty() && waiting.begin()->first == written_count) {
        emit(std::move(waiting.begin()->second));
        waiting.erase(waiting.begin());
        ++written_count;
      }
      writer.unlock();
      written.notify_all();
    }
  };
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < thread_count; ++i) others.emplace_back(work);
  work();
}

}  // namespace newsgraph::tools
