#include "tests/support/web_server.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <utility>

namespace newsgraph {

WebServer::WebServer(Handler handler)
    : handler_(std::move(handler)), listener_([this](int connection) { Answer(connection); }) {}

std::vector<std::string> WebServer::Requests() const {
  const std::lock_guard guard(lock_);
  return requests_;
}

void WebServer::Answer(int connection) {
  std::string head;
  char buffer[4096];
  while (head.find("\r\n\r\n") == std::string::npos) {
    const ssize_t size = recv(connection, buffer, sizeof buffer, 0);
    if (size <= 0) break;
    head.append(buffer, static_cast<std::size_t>(size));
  }
  {
    const std::lock_guard guard(lock_);
    requests_.push_back(head);
  }
  for (const WebPiece& piece : handler_(head)) {
    for (auto left = piece.pause; left.count() > 0 && !listener_.stopping(); left -= std::chrono::milliseconds(10))
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    if (listener_.stopping() || send(connection, piece.bytes.data(), piece.bytes.size(), MSG_NOSIGNAL) < 0) break;
  }
  shutdown(connection, SHUT_WR);
  while (!listener_.stopping()) {
    pollfd ready{connection, POLLIN, 0};
    if (poll(&ready, 1, 20) > 0 && recv(connection, buffer, sizeof buffer, 0) <= 0) break;
  }
  close(connection);
}

std::string WebAnswer(const std::string& status, const std::string& headers, const std::string& body) {
  return "HTTP/1.1 " + status + "\r\n" + headers +
         "Connection: close\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

}  // namespace newsgraph
