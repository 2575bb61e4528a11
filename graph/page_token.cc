#include "graph/page_token.h"

#include <absl/strings/escaping.h>
#include <absl/strings/string_view.h>

#include "graph/keys.h"
#include "graph/storage/index.pb.h"

namespace newsgraph::graph {
namespace {

constexpr std::size_t kChecksumBytes = 8;

absl::string_view Absl(std::string_view text) { return {text.data(), text.size()}; }

Status NotOurs() { return Error(StatusCode::kInvalidArgument, "page token is not one that a listing gave out"); }

}  // namespace

std::uint64_t Fingerprint(std::string_view bytes) {
  // FNV-1a.
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return hash;
}

std::string EncodePageToken(const Position& position) {
  storage::v1::PageToken token;
  token.set_revision(position.revision);
  token.set_filter(position.filter);
  token.set_after(position.after);
  const std::string body = token.SerializeAsString();
  return absl::WebSafeBase64Escape(Absl(KeyWriter().U64(Fingerprint(body)).Raw(body).Take()));
}

StatusOr<Position> DecodePageToken(std::string_view token) {
  std::string bytes;
  if (!absl::WebSafeBase64Unescape(Absl(token), &bytes) || bytes.size() < kChecksumBytes) return NotOurs();
  const std::string_view body = std::string_view(bytes).substr(kChecksumBytes);
  storage::v1::PageToken read;
  if (KeyReader(bytes).U64() != Fingerprint(body) || !read.ParseFromArray(body.data(), static_cast<int>(body.size()))) {
    return NotOurs();
  }
  return Position{.revision = read.revision(), .filter = read.filter(), .after = read.after()};
}

}  // namespace newsgraph::graph
