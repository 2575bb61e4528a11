#include "rpc/ingestor.h"

#include <cstdint>
#include <utility>

#include "rpc/convert_article.h"
#include "rpc/wire/resource_name.h"

namespace newsgraph::rpc {

namespace {

v1::Receipt ToProto(const graph::Receipt& stored, const ArticleAsRead& read) {
  v1::Receipt receipt;
  receipt.set_article(ArticleName(read.article.id));
  receipt.set_revision(static_cast<std::int64_t>(stored.revision));
  receipt.set_article_revision(static_cast<std::int32_t>(stored.article_revision));
  receipt.set_unchanged(stored.unchanged);
  if (!stored.copy_of.empty()) receipt.set_copy_of(ArticleName(stored.copy_of));
  receipt.set_claim_count(static_cast<std::int32_t>(read.reading.extraction.claims.size()));
  return receipt;
}

}  // namespace

StatusOr<ArticleAsRead> Ingestor::Read(const v1::Article& article) const {
  ASSIGN_OR_RETURN(Article parsed, FromProto(article, max_article_bytes_));
  return Read(std::move(parsed));
}

ArticleAsRead Ingestor::Read(Article article) const {
  ArticleReading reading = reader_.Read(article);
  if (article.language.empty()) article.language = reading.extraction.language;
  return {std::move(article), std::move(reading)};
}

StatusOr<graph::Receipt> Ingestor::Store(const ArticleAsRead& read) const {
  return graph_.Commit(read.article, read.reading);
}

std::vector<StatusOr<v1::Receipt>> Ingestor::Store(std::span<const ArticleAsRead* const> articles) const {
  const std::vector<StatusOr<graph::Receipt>> stored = graph_.Commit(articles);
  std::vector<StatusOr<v1::Receipt>> receipts;
  receipts.reserve(stored.size());
  for (std::size_t i = 0; i < stored.size(); ++i) {
    receipts.push_back(stored[i].ok() ? ToProto(*stored[i], *articles[i]) : StatusOr<v1::Receipt>(stored[i].status()));
  }
  return receipts;
}

StatusOr<v1::Receipt> Ingestor::Ingest(const v1::Article& article, const std::function<Status()>& wanted) const {
  ASSIGN_OR_RETURN(const ArticleAsRead read, Read(article));
  RETURN_IF_ERROR(wanted());
  ASSIGN_OR_RETURN(const graph::Receipt stored, Store(read));
  return ToProto(stored, read);
}

}  // namespace newsgraph::rpc
