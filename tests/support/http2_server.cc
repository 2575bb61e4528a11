#include "tests/support/http2_server.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string_view>
#include <utility>

namespace newsgraph {
namespace {

// RFC 9113, 6.
enum FrameType : std::uint8_t { kData = 0, kHeaders = 1, kSettings = 4, kPing = 6 };
constexpr std::uint8_t kAck = 1;
constexpr std::uint8_t kEndStream = 1;
constexpr std::uint8_t kEndHeaders = 4;
constexpr std::size_t kFrameHeadBytes = 9;

std::string Frame(FrameType type, std::uint8_t flags, std::uint32_t stream, std::string_view payload) {
  const auto size = static_cast<std::uint32_t>(payload.size());
  std::string out;
  for (const std::uint32_t byte : {size >> 16U, size >> 8U, size}) out += static_cast<char>(byte & 0xFFU);
  out += static_cast<char>(type);
  out += static_cast<char>(flags);
  for (const std::uint32_t byte : {stream >> 24U, stream >> 16U, stream >> 8U, stream})
    out += static_cast<char>(byte & 0xFFU);
  return out.append(payload);
}

// A field without compression (RFC 7541, 6.2.2); both parts shorter than 127 bytes.
std::string Field(std::string_view name, std::string_view value) {
  std::string out(1, '\0');
  for (const std::string_view part : {name, value}) out.append(1, static_cast<char>(part.size())).append(part);
  return out;
}

// Waits for a client as long as the server is not stopped.
bool ReadAll(SSL* ssl, char* to, std::size_t size, const std::atomic<bool>& stopping) {
  while (size > 0 && !stopping) {
    std::size_t read = 0;
    const int done = SSL_read_ex(ssl, to, size, &read);
    if (done != 1 && SSL_get_error(ssl, done) != SSL_ERROR_WANT_READ) return false;
    to += read;
    size -= read;
  }
  return size == 0;
}

void Write(SSL* ssl, const std::string& bytes) {
  std::size_t written = 0;
  SSL_write_ex(ssl, bytes.data(), bytes.size(), &written);
}

int ChooseHttp2(SSL* /*ssl*/, const unsigned char** out, unsigned char* out_size, const unsigned char* in,
                unsigned int in_size, void* /*user*/) {
  static constexpr unsigned char kName[] = "\2h2";
  auto* chosen = const_cast<unsigned char*>(*out);
  const int found = SSL_select_next_proto(&chosen, out_size, kName, 3, in, in_size);
  *out = chosen;
  return found == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

}  // namespace

// A key and a certificate of its own for 127.0.0.1.
class Http2Server::Tls {
 public:
  explicit Tls(const std::filesystem::path& certificate_file)
      : key_(EVP_EC_gen("P-256")), certificate_(X509_new()), context_(SSL_CTX_new(TLS_server_method())) {
    X509_set_version(certificate_, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate_), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate_), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate_), 3600);
    X509_set_pubkey(certificate_, key_);
    X509_NAME* name = X509_get_subject_name(certificate_);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("test"), -1, -1, 0);
    X509_set_issuer_name(certificate_, name);
    X509_EXTENSION* address = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1");
    X509_add_ext(certificate_, address, -1);
    X509_EXTENSION_free(address);
    X509_sign(certificate_, key_, EVP_sha256());
    SSL_CTX_use_certificate(context_, certificate_);
    SSL_CTX_use_PrivateKey(context_, key_);
    SSL_CTX_set_alpn_select_cb(context_, &ChooseHttp2, nullptr);
    std::FILE* file = std::fopen(certificate_file.c_str(), "w");
    PEM_write_X509(file, certificate_);
    std::fclose(file);
  }
  Tls(const Tls&) = delete;
  Tls& operator=(const Tls&) = delete;
  ~Tls() {
    SSL_CTX_free(context_);
    X509_free(certificate_);
    EVP_PKEY_free(key_);
  }

  SSL_CTX* context() const { return context_; }

 private:
  EVP_PKEY* key_;
  X509* certificate_;
  SSL_CTX* context_;
};

Http2Server::Http2Server(std::string body, const std::filesystem::path& certificate_file)
    : body_(std::move(body)),
      tls_(std::make_unique<Tls>(certificate_file)),
      listener_([this](int connection) { Answer(connection); }) {}

Http2Server::~Http2Server() = default;

std::string Http2Server::Url(const std::string& path) const {
  return "https://127.0.0.1:" + std::to_string(listener_.port()) + path;
}

void Http2Server::Answer(int connection) {
  const timeval limit{0, 50'000};  // how often a wait looks whether the server is stopped
  setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  ++connection_count_;
  constexpr std::string_view kPreface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
  SSL* ssl = SSL_new(tls_->context());
  SSL_set_fd(ssl, connection);
  std::string buffer(kPreface.size(), '\0');
  int accepted = -1;
  while (!listener_.stopping() && (accepted = SSL_accept(ssl)) != 1 &&
         SSL_get_error(ssl, accepted) == SSL_ERROR_WANT_READ) {
  }
  if (accepted == 1 && ReadAll(ssl, buffer.data(), buffer.size(), listener_.stopping()) && buffer == kPreface) {
    Write(ssl, Frame(kSettings, 0, 0, ""));
    std::array<unsigned char, kFrameHeadBytes> head{};
    while (ReadAll(ssl, reinterpret_cast<char*>(head.data()), head.size(), listener_.stopping())) {
      buffer.resize(static_cast<std::size_t>(head[0]) << 16U | static_cast<std::size_t>(head[1]) << 8U | head[2]);
      if (!ReadAll(ssl, buffer.data(), buffer.size(), listener_.stopping())) break;
      const std::uint32_t stream = (head[5] & 0x7FU) << 24U | static_cast<std::uint32_t>(head[6]) << 16U |
                                   static_cast<std::uint32_t>(head[7]) << 8U | head[8];
      if (head[3] == kSettings && (head[4] & kAck) == 0) Write(ssl, Frame(kSettings, kAck, 0, ""));
      if (head[3] == kPing && (head[4] & kAck) == 0) Write(ssl, Frame(kPing, kAck, 0, buffer));
      if (head[3] != kHeaders) continue;
      ++request_count_;
      // 0x88 is ":status: 200".
      Write(ssl, Frame(kHeaders, kEndHeaders, stream, "\x88" + Field("etag", "\"h2\"")) +
                     Frame(kData, kEndStream, stream, body_));
    }
  }
  SSL_free(ssl);
  close(connection);
}

}  // namespace newsgraph
