// A server for benchmarks: one thread, any number of connections, on all addresses of
// this machine's own network (127.0.0.0/8).
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <thread>
#include <unordered_map>
#include <utility>

#include "model/status.h"

namespace newsgraph {

class FeedServer {
 public:
  // The head of a request → the whole answer; called by the server's thread.
  using Handler = std::function<std::string(const std::string& head)>;

  explicit FeedServer(Handler handler) : handler_(std::move(handler)), listener_(socket(AF_INET, SOCK_STREAM, 0)) {
    const int on = 1;
    setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    socklen_t size = sizeof address;
    Check(bind(listener_, reinterpret_cast<sockaddr*>(&address), size) == 0 && listen(listener_, 4096) == 0,
          "listening");
    getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    epoll_ = epoll_create1(0);
    Watch(listener_);
    thread_ = std::thread([this] { Serve(); });
  }
  ~FeedServer() {
    stopping_ = true;
    thread_.join();
    for (const auto& [connection, head] : heads_) close(connection);
    close(epoll_);
    close(listener_);
  }
  FeedServer(const FeedServer&) = delete;
  FeedServer& operator=(const FeedServer&) = delete;

  // "http://127.0.H.H:PORT" and `path`, for any of 60,000 hosts.
  std::string Url(int host, const std::string& path) const {
    return Concat("http://127.0.", host / 250, ".", host % 250 + 1, ":", port_, path);
  }

 private:
  void Watch(int file) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = file;
    epoll_ctl(epoll_, EPOLL_CTL_ADD, file, &event);
  }

  void Serve() {
    std::array<epoll_event, 256> events{};
    while (!stopping_) {
      const int count = epoll_wait(epoll_, events.data(), events.size(), 50);
      for (int i = 0; i < count; ++i) {
        const int file = events[static_cast<std::size_t>(i)].data.fd;
        if (file == listener_) {
          const int connection = accept(listener_, nullptr, nullptr);
          heads_[connection];
          Watch(connection);
        } else {
          Read(file);
        }
      }
    }
  }

  void Read(int connection) {
    std::array<char, 4096> buffer{};
    const ssize_t size = recv(connection, buffer.data(), buffer.size(), 0);
    std::string& head = heads_[connection];
    if (size > 0) head.append(buffer.data(), static_cast<std::size_t>(size));
    if (size > 0 && head.find("\r\n\r\n") == std::string::npos) return;
    if (size > 0) {
      const std::string answer = handler_(std::exchange(head, {}));
      (void)send(connection, answer.data(), answer.size(), MSG_NOSIGNAL);
      return;
    }
    heads_.erase(connection);
    close(connection);
  }

  Handler handler_;
  int listener_;
  int epoll_ = -1;
  std::uint16_t port_ = 0;
  std::atomic<bool> stopping_{false};
  std::unordered_map<int, std::string> heads_;  // what has come of the next request
  std::thread thread_;
};

}  // namespace newsgraph
