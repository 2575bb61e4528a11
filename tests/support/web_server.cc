#include "tests/support/web_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <utility>

namespace newsgraph {

WebServer::WebServer(Handler handler) : handler_(std::move(handler)) {
  listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  bind(listener_, reinterpret_cast<const sockaddr*>(&address), sizeof address);
  listen(listener_, 64);
  socklen_t size = sizeof address;
  getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
  port_ = ntohs(address.sin_port);
  accepting_ = std::thread([this] { Accept(); });
}

WebServer::~WebServer() {
  stopping_ = true;
  accepting_.join();
  for (std::thread& connection : connections_) connection.join();
  close(listener_);
}

std::vector<std::string> WebServer::Requests() const {
  const std::lock_guard guard(lock_);
  return requests_;
}

void WebServer::Accept() {
  while (!stopping_) {
    pollfd ready{listener_, POLLIN, 0};
    if (poll(&ready, 1, 20) <= 0) continue;
    const int connection = accept(listener_, nullptr, nullptr);
    if (connection >= 0) connections_.emplace_back([this, connection] { Answer(connection); });
  }
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
    for (auto left = piece.pause; left.count() > 0 && !stopping_; left -= std::chrono::milliseconds(10))
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    if (stopping_ || send(connection, piece.bytes.data(), piece.bytes.size(), MSG_NOSIGNAL) < 0) break;
  }
  shutdown(connection, SHUT_WR);
  while (!stopping_) {
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
