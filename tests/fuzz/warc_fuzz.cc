// Any bytes are an archive of some records and errors, and it ends.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <sstream>
#include <string>

#include "ingest/utf8.h"
#include "ingest/warc/warc_source.h"
#include "model/status.h"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using newsgraph::Check;
  newsgraph::ingest::WarcSource source(
      std::make_unique<std::istringstream>(std::string(reinterpret_cast<const char*>(data), size)), "fuzz");
  std::size_t count = 0;
  while (const auto item = source.Next()) {
    const auto* article = std::get_if<newsgraph::Article>(&*item);
    if (article != nullptr) Check(newsgraph::ingest::IsValidUtf8(article->text), "texts are UTF-8");
    Check(++count <= size + 1, "every item takes some bytes");
  }
  return 0;
}
