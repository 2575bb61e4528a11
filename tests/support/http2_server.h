// A server on this machine that speaks HTTP/2 over TLS and nothing else.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>

#include "tests/support/loopback_listener.h"

namespace newsgraph {

// Answers every request with status 200, the header `etag: "h2"` and one body.
class Http2Server {
 public:
  // Listens on a free port of 127.0.0.1 until it is destroyed, and puts the certificate
  // by which clients know it into `certificate_file` (PEM).
  Http2Server(std::string body, const std::filesystem::path& certificate_file);
  ~Http2Server();

  // "https://127.0.0.1:PORT" and `path`.
  std::string Url(const std::string& path) const;

  std::size_t request_count() const { return request_count_; }
  std::size_t connection_count() const { return connection_count_; }

 private:
  class Tls;

  void Answer(int connection);

  std::string body_;
  std::unique_ptr<Tls> tls_;
  std::atomic<std::size_t> request_count_{0};
  std::atomic<std::size_t> connection_count_{0};
  LoopbackListener listener_;  // last: its threads use the others
};

}  // namespace newsgraph
