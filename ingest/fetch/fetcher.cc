#include "ingest/fetch/fetcher.h"

#include <functional>
#include <string_view>
#include <utility>

namespace newsgraph::ingest {

FetchResponse FetchOne(Fetcher& fetcher, FetchRequest request) {
  constexpr std::uint64_t kOnly = 0;
  fetcher.Start(kOnly, std::move(request));
  while (true) {
    std::vector<Fetcher::Answer> answers = fetcher.Wait(std::chrono::seconds(1));
    for (Fetcher::Answer& answer : answers) {
      if (answer.id == kOnly) return std::move(answer.response);
    }
  }
}

PollOutcome OutcomeOf(const FetchResponse& response) {
  PollOutcome out;
  out.error = response.error;
  out.status = response.status;
  out.etag = response.headers.Value("ETag");
  out.last_modified = response.headers.Value("Last-Modified");
  out.retry_after = response.headers.Value("Retry-After");
  out.cache_control = response.headers.Values("Cache-Control");
  out.permanent_url = response.permanent_url;
  // Another hash in a later version only makes one poll look like news.
  out.body_hash = std::hash<std::string_view>()(response.body);
  return out;
}

}  // namespace newsgraph::ingest
