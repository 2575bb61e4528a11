#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/ascii.h"
#include "ingest/document.h"
#include "ingest/feed/feed.h"
#include "ingest/fetch/fetcher.h"
#include "ingest/inflate.h"
#include "ingest/page/page.h"
#include "ingest/page/page_file.h"
#include "ingest/url.h"
#include "ingest/whole_file.h"
#include "tools/fetch_record.h"
#include "tools/newsgraph/commands.h"
#include "tools/newsgraph/json_writer.h"
#include "tools/newsgraph/report.h"

namespace newsgraph::tools {
namespace {

using ingest::Document;

constexpr std::size_t kMaxBytes = std::size_t{64} << 20;

// The value of "Name: value" if that is the header's name.
std::string HeaderValue(const std::vector<std::string>& headers, std::string_view name) {
  for (const std::string& header : headers) {
    const std::size_t colon = header.find(':');
    if (colon != std::string::npos && ingest::EqualsIgnoringCase(ingest::Trimmed(header.substr(0, colon)), name))
      return std::string(ingest::Trimmed(std::string_view(header).substr(colon + 1)));
  }
  return {};
}

StatusOr<Document> ReadFile(const std::string& path, const FetchOptions& options) {
  ASSIGN_OR_RETURN(std::string bytes, ingest::ReadWhole(path, kMaxBytes));
  Document out{std::move(bytes), options.url, HeaderValue(options.headers, "Content-Type"),
               HeaderValue(options.headers, "Content-Location")};
  if (out.content_type.empty() && ingest::IsPageName(path)) out.content_type = "text/html";
  return out;
}

// The user names the address, so it may lie in a private network.
StatusOr<Document> FetchUrl(const std::string& url) {
  const std::unique_ptr<ingest::Fetcher> fetcher = ingest::MakeFetcher({});
  ingest::FetchResponse response = ingest::FetchOne(*fetcher, {url, "", "", true});
  if (!response.error.ok()) return response.error;
  if (response.status < 200 || response.status >= 300)
    return Error(StatusCode::kNotFound, "the server answers ", response.status);
  return Document{std::move(response.body), std::move(response.url),
                  std::string(response.headers.Value("Content-Type")),
                  std::string(response.headers.Value("Content-Location"))};
}

StatusOr<std::vector<FetchRecord>> ReadDocument(const std::string& name, Document document) {
  if (ingest::IsGzip(document.bytes)) {
    ASSIGN_OR_RETURN(ingest::Inflated inflated, ingest::Inflate(document.bytes, kMaxBytes));
    document.bytes = std::move(inflated.bytes);
  }
  if (ingest::KindOf(document) == ingest::DocumentKind::kPage) {
    ASSIGN_OR_RETURN(const ingest::Page page,
                     ingest::ReadPage(std::move(document.bytes), {document.url, document.content_type}));
    return std::vector<FetchRecord>{PageRecord(name, page)};
  }
  const ingest::FeedContext context{document.url, document.content_type, document.content_location};
  ASSIGN_OR_RETURN(const ingest::Feed feed, ingest::ParseFeed(std::move(document.bytes), context));
  return FeedRecords(name, feed);
}

StatusOr<std::vector<FetchRecord>> Read(const std::string& name, const FetchOptions& options) {
  ASSIGN_OR_RETURN(Document document, ingest::IsWebUrl(name) ? FetchUrl(name) : ReadFile(name, options));
  return ReadDocument(name, std::move(document));
}

Status Write(const std::vector<FetchRecord>& records, const FetchOptions& options, JsonWriter& writer) {
  for (const FetchRecord& record : records) {
    RETURN_IF_ERROR(WriteOutput(options.output == OutputFormat::kTable
                                    ? FetchRecordText(record)
                                    : writer.Item(FetchRecordJson(record, options.cuts))));
  }
  return OkStatus();
}

}  // namespace

ExitCode RunFetch(const FetchOptions& options) {
  JsonWriter writer(options.output);
  ExitCode code = ExitCode::kDone;
  for (const std::string& name : options.names) {
    const StatusOr<std::vector<FetchRecord>> records = Read(name, options);
    if (!records.ok()) {
      Fail(Error(records.status().code(), "reading \"", name, "\": ", std::string(records.status().message())));
      code = ExitCode::kRejected;
      continue;
    }
    const Status written = Write(*records, options, writer);
    if (!written.ok()) return Fail(written);
  }
  const Status ended = options.output == OutputFormat::kTable ? OkStatus() : WriteOutput(writer.End());
  return ended.ok() ? code : Fail(ended);
}

}  // namespace newsgraph::tools
