#include "rpc/ingestor.h"

#include <cstdint>
#include <utility>

#include "rpc/convert_article.h"
#include "rpc/wire/resource_name.h"

namespace newsgraph::rpc {

Ingestor::Prepared Ingestor::Prepare(Article article) const {
  ArticleReading reading = reader_.Read(article);
  if (article.language.empty()) article.language = reading.extraction.language;
  return {std::move(article), std::move(reading)};
}

StatusOr<graph::Receipt> Ingestor::Store(const Prepared& prepared) const {
  return graph_.Commit(prepared.article, prepared.reading);
}

StatusOr<v1::Receipt> Ingestor::Ingest(const v1::Article& article, const std::function<Status()>& wanted) const {
  ASSIGN_OR_RETURN(Article parsed, FromProto(article, max_article_bytes_));
  const Prepared prepared = Prepare(std::move(parsed));
  RETURN_IF_ERROR(wanted());
  ASSIGN_OR_RETURN(const graph::Receipt stored, Store(prepared));
  v1::Receipt receipt;
  receipt.set_article(ArticleName(prepared.article.id));
  receipt.set_revision(static_cast<std::int64_t>(stored.revision));
  receipt.set_article_revision(static_cast<std::int32_t>(stored.article_revision));
  receipt.set_unchanged(stored.unchanged);
  if (!stored.copy_of.empty()) receipt.set_copy_of(ArticleName(stored.copy_of));
  receipt.set_claim_count(static_cast<std::int32_t>(prepared.reading.extraction.claims.size()));
  return receipt;
}

}  // namespace newsgraph::rpc
