// A server on this machine that answers as a test wants, also wrongly.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

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
  WebServer(const WebServer&) = delete;
  WebServer& operator=(const WebServer&) = delete;
  ~WebServer();

  // "http://127.0.0.1:PORT" and `path`.
  std::string Url(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(port_) + path; }

  // The heads of all requests so far.
  std::vector<std::string> Requests() const;

 private:
  void Accept();
  void Answer(int connection);

  Handler handler_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> stopping_{false};
  std::vector<std::thread> connections_;  // only Accept() adds
  std::thread accepting_;
  mutable std::mutex lock_;
  std::vector<std::string> requests_;
};

// A whole answer: status line, headers, the length, the body.
std::string WebAnswer(const std::string& status, const std::string& headers, const std::string& body);

}  // namespace newsgraph
