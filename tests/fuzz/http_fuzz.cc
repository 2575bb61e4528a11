// Whatever a server sends: an answer, an address, a header. Bodies stay
// within their cap, and addresses mean one thing.
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "ingest/canonical_url.h"
#include "ingest/fetch/schedule.h"
#include "ingest/http_message.h"
#include "ingest/signature.h"
#include "ingest/url.h"
#include "ingest/utf8.h"
#include "model/status.h"

using newsgraph::Check;
namespace ingest = newsgraph::ingest;

namespace {

void CheckAnswer(std::string_view bytes) {
  constexpr std::size_t kMostBytes = 1 << 20;
  const auto answer = ingest::ParseHttpResponse(bytes);
  if (!answer) return;
  const auto body = ingest::DecodeBody(answer->headers, answer->body, kMostBytes);
  if (body.ok()) Check(body->size() <= kMostBytes, "a body stays within its cap");
  const auto wait = ingest::ParseRetryAfter(answer->headers.Value("Retry-After"), std::chrono::sys_seconds());
  if (wait) Check(*wait >= std::chrono::seconds(0), "nobody waits for the past");
}

void CheckAddress(std::string_view bytes) {
  const std::string_view url = bytes.substr(0, 2048);
  const std::string canonical = ingest::CanonicalUrl(url);
  Check(ingest::CanonicalUrl(canonical) == canonical, "a canonical address is its own");
  Check(ingest::JoinUrl(ingest::SplitUrl(url)) == url, "an address is the sum of its parts");
  (void)ingest::ResolveUrl("https://example.org/a/b?q#f", url);
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  CheckAnswer(bytes);
  CheckAddress(bytes);
  CheckAddress("http://" + bytes);
  (void)ingest::SignatureOf(ingest::RepairUtf8(bytes));
  return 0;
}
