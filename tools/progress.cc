#include "tools/progress.h"

#include <cstdio>
#include <utility>

#include "tools/terminal.h"

namespace newsgraph::tools {
namespace {
constexpr std::chrono::milliseconds kBetweenUpdates(200);
}  // namespace

Progress::Progress(std::string what, bool wanted)
    : what_(std::move(what)),
      enabled_(wanted && IsTerminal(stderr)),
      begun_(std::chrono::steady_clock::now()),
      shown_(begun_) {}

Progress::~Progress() {
  if (enabled_) std::fputs(kClearLine, stderr);
}

void Progress::Show(std::size_t count) {
  if (!enabled_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - shown_ < kBetweenUpdates) return;
  shown_ = now;
  const double seconds = std::chrono::duration<double>(now - begun_).count();
  std::fprintf(stderr, "%s%zu %s, %.0f a second", kClearLine, count, what_.c_str(),
               static_cast<double>(count) / seconds);
}

}  // namespace newsgraph::tools
