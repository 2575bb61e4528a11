// Addresses → answers: the only way newsgraph reaches the network.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ingest/fetch/schedule.h"
#include "ingest/http_message.h"
#include "model/status.h"

namespace newsgraph::ingest {

struct FetchLimits {
  std::chrono::milliseconds connect_timeout{10'000};
  std::chrono::milliseconds timeout{60'000};           // for all of a request, its redirects apart
  std::size_t max_body_bytes = std::size_t{16} << 20;  // as sent, and again once unpacked
  int max_redirects = 10;
  std::string user_agent = "newsgraph/0.1";
  std::string ca_file;  // certificates that are trusted, PEM; empty: the system's
  // Hosts in private networks may be asked, too. Else only by those requests that name
  // such a host themselves, never by a redirect.
  bool allow_private = false;
};

struct FetchRequest {
  std::string url;
  // Sent back as they came, so that a server may answer 304; empty for none.
  std::string etag;
  std::string last_modified;
  // The user named this host: it may lie in a private network.
  bool trust_host = false;
};

struct FetchResponse {
  // OK where a server answered in full, whatever it said. DATA_LOSS for an answer
  // that is cut, RESOURCE_EXHAUSTED for one too large, PERMISSION_DENIED for an address
  // that may not be asked, DEADLINE_EXCEEDED, UNAVAILABLE for the rest.
  Status error;
  int status = 0;
  std::string url;            // where the answer came from in the end
  std::string permanent_url;  // see PollOutcome
  HttpHeaders headers;
  std::string body;  // unpacked
};

// Asks for any number of addresses at once on the thread that calls.
class Fetcher {
 public:
  virtual ~Fetcher() = default;

  // Begins a request; `id` is how its answer will be known.
  virtual void Start(std::uint64_t id, FetchRequest request) = 0;

  struct Answer {
    std::uint64_t id = 0;
    FetchResponse response;
  };

  // The answers that are there, waiting for some at most so long.
  virtual std::vector<Answer> Wait(std::chrono::milliseconds timeout) = 0;

  // Lets a Wait() return at once. Any thread may call.
  virtual void Wake() = 0;

  // How many requests have no answer yet.
  virtual std::size_t pending_count() const = 0;
};

// The real one, on libcurl's multi interface.
std::unique_ptr<Fetcher> MakeFetcher(FetchLimits limits);

// One request and its answer.
FetchResponse FetchOne(Fetcher& fetcher, FetchRequest request);

// What the schedule wants to know of an answer.
PollOutcome OutcomeOf(const FetchResponse& response);

}  // namespace newsgraph::ingest
