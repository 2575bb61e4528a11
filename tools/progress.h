// How far long work has come.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace newsgraph::tools {

// Keeps one line on standard error up to date, a few times a second, if that is
// a terminal and `wanted`; else says nothing. One thread at a time.
class Progress {
 public:
  // `what` is counted: "articles stored".
  explicit Progress(std::string what, bool wanted = true);
  // Takes the line away.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void Show(std::size_t count);

 private:
  std::string what_;
  bool enabled_;
  std::chrono::steady_clock::time_point begun_;
  std::chrono::steady_clock::time_point shown_;
};

}  // namespace newsgraph::tools
