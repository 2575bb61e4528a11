#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/ascii.h"
#include "ingest/document.h"
#include "ingest/feed/feed.h"
#include "ingest/page/page.h"
#include "ingest/page/page_file.h"
#include "tools/fetch_record.h"
#include "tools/newsgraph/commands.h"
#include "tools/newsgraph/json_writer.h"
#include "tools/newsgraph/report.h"

namespace newsgraph::tools {
namespace {

// The value of "Name: value" if that is the header's name.
std::string HeaderValue(const std::vector<std::string>& headers, std::string_view name) {
  for (const std::string& header : headers) {
    const std::size_t colon = header.find(':');
    if (colon != std::string::npos && ingest::EqualsIgnoringCase(ingest::Trimmed(header.substr(0, colon)), name))
      return std::string(ingest::Trimmed(std::string_view(header).substr(colon + 1)));
  }
  return {};
}

// Feeds may be larger than pages, whose own limit holds later.
constexpr std::size_t kMaxBytes = std::size_t{64} << 20;

StatusOr<std::vector<FetchRecord>> ReadRecords(const std::string& path, const FetchOptions& options) {
  const std::string content_type = HeaderValue(options.headers, "Content-Type");
  ingest::Document document{{}, options.url, content_type, HeaderValue(options.headers, "Content-Location")};
  ASSIGN_OR_RETURN(document.bytes, ingest::ReadUnpacked(path, kMaxBytes));
  const bool named_page = content_type.empty() && ingest::IsPageName(path);
  if (named_page || ingest::KindOf(document) == ingest::DocumentKind::kPage) {
    ASSIGN_OR_RETURN(const ingest::Page page,
                     ingest::ReadPage(std::move(document.bytes), {document.url, content_type}));
    return std::vector<FetchRecord>{PageRecord(path, page)};
  }
  const ingest::FeedContext context{document.url, document.content_type, document.content_location};
  ASSIGN_OR_RETURN(const ingest::Feed feed, ingest::ParseFeed(std::move(document.bytes), context));
  return FeedRecords(path, feed);
}

StatusOr<std::vector<FetchRecord>> ReadNamed(const std::string& path, const FetchOptions& options) {
  StatusOr<std::vector<FetchRecord>> records = ReadRecords(path, options);
  if (records.ok()) return records;
  return Error(records.status().code(), "reading \"", path, "\": ", std::string(records.status().message()));
}

}  // namespace

ExitCode RunFetch(const FetchOptions& options) {
  JsonWriter writer(options.output);
  ExitCode code = ExitCode::kDone;
  for (const std::string& path : options.paths) {
    StatusOr<std::vector<FetchRecord>> records = ReadNamed(path, options);
    if (!records.ok()) {
      Fail(records.status());
      code = ExitCode::kRejected;
      continue;
    }
    for (const FetchRecord& record : *records) {
      const std::string text = options.output == OutputFormat::kTable
                                   ? FetchRecordText(record)
                                   : writer.Item(FetchRecordJson(record, options.cuts));
      const Status written = WriteOutput(text);
      if (!written.ok()) return Fail(written);
    }
  }
  const Status ended = options.output == OutputFormat::kTable ? OkStatus() : WriteOutput(writer.End());
  return ended.ok() ? code : Fail(ended);
}

}  // namespace newsgraph::tools
