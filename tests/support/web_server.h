// A server on this machine that answers as a test wants, also wrongly.
#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "tests/support/loopback_listener.h"

namespace newsgraph {

// What a connection sends: pieces, with pauses before them.
struct WebPiece {
  std::string bytes;
  std::chrono::milliseconds pause{0};
};

class WebServer {
 public:
  // Gets the head of a request, from "GET " to its last line.
  using Handler = std::function<std::vector<WebPiece>(const std::string& head)>;

  // Listens on a free port of 127.0.0.1 until it is destroyed.
  explicit WebServer(Handler handler);

  // "http://127.0.0.1:PORT" and `path`.
  std::string Url(const std::string& path) const {
    return "http://127.0.0.1:" + std::to_string(listener_.port()) + path;
  }

  // The heads of all requests so far.
  std::vector<std::string> Requests() const;

 private:
  void Answer(int connection);

  Handler handler_;
  mutable std::mutex lock_;
  std::vector<std::string> requests_;
  LoopbackListener listener_;  // last: its threads use the others
};

// A whole answer: status line, headers, the length, the body.
std::string WebAnswer(const std::string& status, const std::string& headers, const std::string& body);

}  // namespace newsgraph
