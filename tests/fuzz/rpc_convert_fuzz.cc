// Law: any bytes that parse as a request are taken or refused with a status,
// and an article that is taken goes over the wire and comes back the same.
#include <google/protobuf/stubs/logging.h>

#include <cstddef>
#include <cstdint>
#include <string>

#include "model/status.h"
#include "rpc/convert_article.h"
#include "rpc/convert_filter.h"
#include "rpc/field_error.h"
#include "rpc/watch_position.h"
#include "rpc/wire/resource_name.h"

namespace newsgraph::rpc {
namespace {

constexpr std::size_t kMaxTextBytes = 4096;

void TryArticle(const std::string& bytes) {
  v1::Article parsed;
  if (!parsed.ParseFromString(bytes)) return;
  const StatusOr<Article> article = FromProto(parsed, kMaxTextBytes);
  if (!article.ok()) return;
  const v1::Article back = ToProto(*article);
  Check(ParseArticleName(back.name()) == article->id, "an article's name gives its id back");
  const StatusOr<Article> again = FromProto(back, 2 * kMaxTextBytes + 16384);
  Check(again.ok() && *again == *article, "an article comes back as it went");
}

void TryRequests(const std::string& bytes) {
  v1::ListClaimsRequest claims;
  if (claims.ParseFromString(bytes)) {
    const StatusOr<graph::ClaimFilter> filter = FromProto(claims);
    Check(!filter.ok() || !filter->time || filter->time->first <= filter->time->last, "a filter's days are in order");
    Check(!PageSize(claims.page_size()).ok() || *PageSize(claims.page_size()) > 0, "a page has room");
  }
  v1::ListConflictsRequest conflicts;
  if (conflicts.ParseFromString(bytes)) {
    const Status read = FromProto(conflicts).status();
    Check(read.ok() || !FieldOf(read).empty(), "a refusal blames a field");
  }
}

void TryText(const std::string& bytes) {
  if (const auto id = ParseEntityName(bytes)) Check(EntityName(*id) == bytes, "a name has one spelling");
  const auto position = ParseResumeToken(bytes);
  Check(!position || ParseResumeToken(ResumeToken(*position)) == position, "a position comes back from its token");
}

}  // namespace
}  // namespace newsgraph::rpc

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // Of text that is no UTF-8, which a parser meets all the time here.
  const google::protobuf::LogSilencer silence;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  newsgraph::rpc::TryArticle(bytes);
  newsgraph::rpc::TryRequests(bytes);
  newsgraph::rpc::TryText(bytes);
  return 0;
}
