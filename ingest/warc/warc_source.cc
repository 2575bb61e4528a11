#include "ingest/warc/warc_source.h"

#include <utility>
#include <vector>

#include "ingest/document.h"
#include "ingest/http_message.h"

namespace newsgraph::ingest {
namespace {

constexpr std::size_t kMaxBlockBytes = std::size_t{64} << 20;

bool IsSuccess(int status) { return 200 <= status && status < 300; }

}  // namespace

bool IsWarcName(std::string_view name) { return name.ends_with(".warc") || name.ends_with(".warc.gz"); }

WarcSource::WarcSource(std::unique_ptr<std::istream> in, std::string name, ReadOptions options)
    : in_(std::move(in)), name_(std::move(name)), options_(options), reader_(*in_, kMaxBlockBytes) {}

std::optional<SourceItem> WarcSource::Next() {
  while (queue_.empty()) {
    std::optional<StatusOr<WarcRecord>> record = reader_.Next();
    if (!record) return std::nullopt;
    if (record->ok()) {
      Read(**std::move(record));
    } else {
      Reject("", std::string(record->status().message()));
    }
  }
  SourceItem item = std::move(queue_.front());
  queue_.pop_front();
  return item;
}

void WarcSource::Reject(std::string_view url, std::string_view reason) {
  std::string text = Concat("record ", reader_.count(), ": ");
  if (!url.empty()) text += Concat(url, ": ");
  queue_.emplace_back(Rejection{name_, 0, text.append(reason), ""});
}

void WarcSource::Read(WarcRecord record) {
  Document document;
  document.url = record.url;
  const std::optional<HttpResponse> response =
      record.type == "response" ? ParseHttpResponse(record.block) : std::nullopt;
  if (response) {
    if (!IsSuccess(response->status)) return;
    document.content_type = response->headers.Value("Content-Type");
    document.content_location = response->headers.Value("Content-Location");
    StatusOr<std::string> body = DecodeBody(response->headers, response->body, kMaxBlockBytes);
    if (!body.ok()) return Reject(record.url, std::string(body.status().message()));
    document.bytes = *std::move(body);
  } else if (record.type == "resource" || record.type == "conversion") {
    document.content_type = record.headers.Value("Content-Type");
    document.bytes = std::move(record.block);
  } else {
    return;
  }
  if (KindOf(document) == DocumentKind::kOther) return;
  StatusOr<std::vector<Article>> articles = ArticlesOf(std::move(document), options_);
  if (!articles.ok()) return Reject(record.url, std::string(articles.status().message()));
  for (Article& article : *articles) queue_.emplace_back(std::move(article));
}

}  // namespace newsgraph::ingest
