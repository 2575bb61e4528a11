// The fetcher on libcurl.
#include <curl/curl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "ingest/ascii.h"
#include "ingest/fetch/address_filter.h"
#include "ingest/fetch/fetcher.h"
#include "ingest/url.h"

namespace newsgraph::ingest {
namespace {

struct FreeHandle {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeMulti {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

// One request and where it stands; stays where it is while libcurl knows it.
struct Transfer {
  std::uint64_t id = 0;
  FetchRequest request;
  FetchResponse response;
  std::unique_ptr<CURL, FreeHandle> handle;
  std::unique_ptr<curl_slist, FreeList> headers;
  std::size_t max_body_bytes = 0;
  bool private_allowed = false;
  bool refused = false;  // an address that may not be asked
  bool too_large = false;
  bool all_permanent = true;  // the redirects so far
  int redirect_count = 0;
};

std::size_t TakeBody(char* data, std::size_t size, std::size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  const std::size_t bytes = size * count;
  transfer.too_large = transfer.response.body.size() + bytes > transfer.max_body_bytes;
  if (transfer.too_large) return 0;
  transfer.response.body.append(data, bytes);
  return bytes;
}

// Header lines come one by one; a status line begins a new answer (100, proxies).
std::size_t TakeHeader(char* data, std::size_t size, std::size_t count, void* user) {
  constexpr std::size_t kMaxFields = 1000;
  auto& transfer = *static_cast<Transfer*>(user);
  const std::string_view line(data, size * count);
  if (line.starts_with("HTTP/")) {
    transfer.response.headers.Clear();
  } else if (const std::size_t colon = line.find(':');
             colon != std::string_view::npos && transfer.response.headers.size() < kMaxFields) {
    transfer.response.headers.Add(std::string(Trimmed(line.substr(0, colon))),
                                  std::string(Trimmed(line.substr(colon + 1))));
  }
  return size * count;
}

// Where every connection passes, whatever a name resolves to now or later.
curl_socket_t OpenSocket(void* user, curlsocktype /*purpose*/, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(user);
  if (!transfer.private_allowed && !IsPublicAddress(address->addr, address->addrlen)) {
    transfer.refused = true;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

bool IsRedirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

Status StatusOf(CURLcode code, const Transfer& transfer) {
  const std::string what = curl_easy_strerror(code);
  if (transfer.refused) return Error(StatusCode::kPermissionDenied, "the host lies in a private network");
  if (transfer.too_large)
    return Error(StatusCode::kResourceExhausted, "the answer has more than ", transfer.max_body_bytes, " bytes");
  if (code == CURLE_OK) return OkStatus();
  if (code == CURLE_OPERATION_TIMEDOUT) return Error(StatusCode::kDeadlineExceeded, "the answer takes too long");
  if (code == CURLE_PARTIAL_FILE) return Error(StatusCode::kDataLoss, "the answer is cut");
  if (code == CURLE_FILESIZE_EXCEEDED)
    return Error(StatusCode::kResourceExhausted, "the answer has more than ", transfer.max_body_bytes, " bytes");
  if (code == CURLE_UNSUPPORTED_PROTOCOL || code == CURLE_URL_MALFORMAT)
    return Error(StatusCode::kInvalidArgument, "is no http address");
  return Error(StatusCode::kUnavailable, what);
}

class CurlFetcher : public Fetcher {
 public:
  explicit CurlFetcher(FetchLimits limits) : limits_(std::move(limits)) {
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    Check(ready == CURLE_OK, "libcurl starts");
    multi_.reset(curl_multi_init());
    Check(multi_ != nullptr, "libcurl has memory");
    curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, 256L);
    curl_multi_setopt(multi_.get(), CURLMOPT_PIPELINING, CURLPIPE_MULTIPLEX);
  }

  CurlFetcher(const CurlFetcher&) = delete;
  CurlFetcher& operator=(const CurlFetcher&) = delete;

  ~CurlFetcher() override {
    for (const auto& [handle, transfer] : transfers_) curl_multi_remove_handle(multi_.get(), handle);
  }

  void Start(std::uint64_t id, FetchRequest request) override {
    auto transfer = std::make_unique<Transfer>();
    transfer->id = id;
    transfer->response.url = request.url;
    transfer->private_allowed = limits_.allow_private || request.trust_host;
    transfer->max_body_bytes = limits_.max_body_bytes;
    transfer->request = std::move(request);
    Send(std::move(transfer));
  }

  std::vector<Answer> Wait(std::chrono::milliseconds timeout) override {
    int running = 0;
    curl_multi_perform(multi_.get(), &running);
    TakeDone();
    if (done_.empty()) {
      curl_multi_poll(multi_.get(), nullptr, 0, static_cast<int>(timeout.count()), nullptr);
      curl_multi_perform(multi_.get(), &running);
      TakeDone();
    }
    return std::exchange(done_, {});
  }

  std::size_t pending_count() const override { return transfers_.size(); }

  void Wake() override { curl_multi_wakeup(multi_.get()); }

 private:
  void Send(std::unique_ptr<Transfer> transfer) {
    if (!transfer->handle) transfer->handle.reset(curl_easy_init());
    CURL* const handle = transfer->handle.get();
    Transfer* const user = transfer.get();
    curl_easy_reset(handle);
    curl_easy_setopt(handle, CURLOPT_URL, transfer->response.url.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS);
    // Requests to one host share a connection where it can do that.
    curl_easy_setopt(handle, CURLOPT_PIPEWAIT, 1L);
    if (!limits_.ca_file.empty()) curl_easy_setopt(handle, CURLOPT_CAINFO, limits_.ca_file.c_str());
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_USERAGENT, limits_.user_agent.c_str());
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits_.connect_timeout.count()));
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(limits_.timeout.count()));
    curl_easy_setopt(handle, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(limits_.max_body_bytes));
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &TakeBody);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, user);
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, &TakeHeader);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, user);
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, &OpenSocket);
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, user);
    // A connection that only this request may have is not left to others.
    curl_easy_setopt(handle, CURLOPT_FORBID_REUSE, transfer->private_allowed && !limits_.allow_private ? 1L : 0L);
    // No proxy from the environment: it would hide where a request goes from the filter.
    curl_easy_setopt(handle, CURLOPT_PROXY, "");
    SetHeaders(*transfer);
    curl_multi_add_handle(multi_.get(), handle);
    transfers_.emplace(handle, std::move(transfer));
  }

  // Bodies are unpacked here and not by libcurl, since headers lie.
  static void SetHeaders(Transfer& transfer) {
    std::vector<std::string> lines = {
        "Accept-Encoding: gzip, deflate",
        "Accept: application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, */*;q=0.8"};
    if (!transfer.request.etag.empty()) lines.push_back("If-None-Match: " + transfer.request.etag);
    if (!transfer.request.last_modified.empty())
      lines.push_back("If-Modified-Since: " + transfer.request.last_modified);
    curl_slist* list = nullptr;
    for (const std::string& line : lines) list = curl_slist_append(list, line.c_str());
    transfer.headers.reset(list);
    curl_easy_setopt(transfer.handle.get(), CURLOPT_HTTPHEADER, list);
  }

  void TakeDone() {
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
      if (message->msg != CURLMSG_DONE) continue;
      const CURLcode code = message->data.result;
      auto node = transfers_.extract(message->easy_handle);
      curl_multi_remove_handle(multi_.get(), node.key());
      Finish(std::move(node.mapped()), code);
    }
  }

  void Finish(std::unique_ptr<Transfer> transfer, CURLcode code) {
    FetchResponse& response = transfer->response;
    long status = 0;
    curl_easy_getinfo(transfer->handle.get(), CURLINFO_RESPONSE_CODE, &status);
    response.status = static_cast<int>(status);
    response.error = StatusOf(code, *transfer);
    if (response.error.ok() && IsRedirect(response.status) && !response.headers.Value("Location").empty()) {
      response.error = Follow(*transfer);
      if (response.error.ok()) return Send(std::move(transfer));
    }
    if (response.error.ok() || response.error.code() == StatusCode::kDataLoss) {
      StatusOr<std::string> body = DecodeBody(ContentEncoding(response.headers), response.body, limits_.max_body_bytes);
      if (body.ok()) {
        response.body = *std::move(body);
      } else {
        response.error = body.status();
      }
    }
    if (!response.error.ok() && response.error.code() != StatusCode::kDataLoss) response.body.clear();
    done_.push_back({transfer->id, std::move(response)});
  }

  // libcurl has put the chunks together already.
  static HttpHeaders ContentEncoding(const HttpHeaders& headers) {
    HttpHeaders out;
    out.Add("Content-Encoding", headers.Values("Content-Encoding"));
    return out;
  }

  // Turns the transfer to where the answer points.
  Status Follow(Transfer& transfer) const {
    FetchResponse& response = transfer.response;
    const std::string url = ResolveUrl(response.url, response.headers.Value("Location"));
    if (!IsWebUrl(url)) return Error(StatusCode::kInvalidArgument, "is redirected to \"", url.substr(0, 200), "\"");
    if (++transfer.redirect_count > limits_.max_redirects)
      return Error(StatusCode::kUnavailable, "is redirected without end");
    transfer.all_permanent = transfer.all_permanent && (response.status == 301 || response.status == 308);
    if (transfer.all_permanent) response.permanent_url = url;
    const bool same_host = EqualsIgnoringCase(SplitUrl(url).host(), SplitUrl(response.url).host());
    transfer.private_allowed = limits_.allow_private || (transfer.private_allowed && same_host);
    response.url = url;
    response.body.clear();
    response.headers.Clear();
    return OkStatus();
  }

  FetchLimits limits_;
  std::unique_ptr<CURLM, FreeMulti> multi_;
  std::unordered_map<CURL*, std::unique_ptr<Transfer>> transfers_;
  std::vector<Answer> done_;
};

}  // namespace

std::unique_ptr<Fetcher> MakeFetcher(FetchLimits limits) { return std::make_unique<CurlFetcher>(std::move(limits)); }

}  // namespace newsgraph::ingest
