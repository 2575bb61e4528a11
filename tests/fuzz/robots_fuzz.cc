// Whatever a site forbids: it is answered for any path, and delays are bounded.
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "ingest/fetch/robots.h"
#include "model/status.h"

using newsgraph::Check;
namespace ingest = newsgraph::ingest;

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto rules = ingest::RobotsRules::Parse(bytes, "newsgraph");
  const auto delay = rules.crawl_delay();
  Check(!delay || (*delay >= std::chrono::seconds(0) && *delay <= std::chrono::minutes(1)), "delays are bounded");
  // The bytes as a path, too: rules and paths come from the same hand.
  for (const std::string_view path :
       {std::string_view("/"), std::string_view("/aaaaaaaaaaaaaaaaaaaaaaaaa?b=c$*"), bytes})
    (void)rules.Allows(path);
  Check(ingest::RobotsRules::Parse("", "newsgraph").Allows(bytes), "an empty file forbids nothing");
  Check(!ingest::RobotsRules::DisallowAll().Allows("/" + std::string(bytes)), "a broken one all");
  return 0;
}
