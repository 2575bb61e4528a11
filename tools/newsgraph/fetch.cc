#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/ascii.h"
#include "ingest/feed/feed.h"
#include "tools/fetch_record.h"
#include "tools/newsgraph/commands.h"
#include "tools/newsgraph/json_writer.h"
#include "tools/newsgraph/report.h"

namespace newsgraph::tools {
namespace {

// A file or answer as it came.
struct Document {
  std::string name;  // as the user wrote it
  std::string bytes;
  std::string url;  // where it was found
  std::string content_type;
  std::string content_location;
};

// The value of "Name: value" if that is the header's name.
std::string HeaderValue(const std::vector<std::string>& headers, std::string_view name) {
  for (const std::string& header : headers) {
    const std::size_t colon = header.find(':');
    if (colon != std::string::npos && ingest::EqualsIgnoringCase(ingest::Trimmed(header.substr(0, colon)), name))
      return std::string(ingest::Trimmed(std::string_view(header).substr(colon + 1)));
  }
  return {};
}

StatusOr<Document> ReadDocument(const std::string& path, const FetchOptions& options) {
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  Document out{path, std::string(std::istreambuf_iterator<char>(in), {}), options.url, HeaderValue(options.headers, "Content-Type"),
               HeaderValue(options.headers, "Content-Location")};
  if (!in || in.bad()) return Error(StatusCode::kNotFound, "opening \"", path, "\": ", std::strerror(errno));
  return out;
}

StatusOr<std::vector<FetchRecord>> ReadFeed(Document document) {
  const ingest::FeedContext context{document.url, document.content_type, document.content_location};
  StatusOr<ingest::Feed> feed = ingest::ParseFeed(std::move(document.bytes), context);
  if (!feed.ok()) return Error(feed.status().code(), "reading \"", document.name, "\": ", std::string(feed.status().message()));
  return FeedRecords(document.name, *feed);
}

}  // namespace

ExitCode RunFetch(const FetchOptions& options) {
  JsonWriter writer(options.output);
  ExitCode code = ExitCode::kDone;
  for (const std::string& path : options.paths) {
    StatusOr<Document> document = ReadDocument(path, options);
    StatusOr<std::vector<FetchRecord>> records = document.ok() ? ReadFeed(*std::move(document)) : document.status();
    if (!records.ok()) {
      Fail(records.status());
      code = ExitCode::kRejected;
      continue;
    }
    for (const FetchRecord& record : *records) {
      const std::string text = options.output == OutputFormat::kTable ? FetchRecordText(record) : writer.Item(FetchRecordJson(record));
      const Status written = WriteOutput(text);
      if (!written.ok()) return Fail(written);
    }
  }
  const Status ended = options.output == OutputFormat::kTable ? OkStatus() : WriteOutput(writer.End());
  return ended.ok() ? code : Fail(ended);
}

}  // namespace newsgraph::tools
