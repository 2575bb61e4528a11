#include "rpc/client/window.h"

namespace newsgraph::rpc {

bool Window::Enter(std::chrono::milliseconds timeout) {
  std::unique_lock lock(mutex_);
  if (!WaitUntilAtMost(size_ - 1, timeout, lock) || closed_) return false;
  ++count_;
  return true;
}

void Window::Leave() {
  const std::lock_guard lock(mutex_);
  --count_;
  changed_.notify_all();
}

bool Window::WaitUntilEmpty(std::chrono::milliseconds timeout) {
  std::unique_lock lock(mutex_);
  return WaitUntilAtMost(0, timeout, lock);
}

void Window::Close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  changed_.notify_all();
}

bool Window::closed() {
  const std::lock_guard lock(mutex_);
  return closed_;
}

bool Window::WaitUntilAtMost(std::size_t count, std::chrono::milliseconds timeout, std::unique_lock<std::mutex>& lock) {
  while (count_ > count && !closed_) {
    const std::size_t before = count_;
    const bool moved = changed_.wait_for(lock, timeout, [&] { return count_ < before || closed_; });
    if (!moved) return false;
  }
  return true;
}

}  // namespace newsgraph::rpc
