#include "rpc/ingestor.h"

#include <cstdint>

#include "rpc/convert_article.h"
#include "rpc/wire/resource_name.h"

namespace newsgraph::rpc {

StatusOr<v1::Receipt> Ingestor::Ingest(const v1::Article& article, const std::function<Status()>& wanted) const {
  ASSIGN_OR_RETURN(Article parsed, FromProto(article, max_article_bytes_));
  const Extraction extraction = extractor_.Extract(parsed);
  if (parsed.language.empty()) parsed.language = extraction.language;
  RETURN_IF_ERROR(wanted());
  ASSIGN_OR_RETURN(const graph::Receipt stored, graph_.Commit(parsed, extraction));
  v1::Receipt receipt;
  receipt.set_article(ArticleName(parsed.id));
  receipt.set_revision(static_cast<std::int64_t>(stored.revision));
  receipt.set_article_revision(static_cast<std::int32_t>(stored.article_revision));
  receipt.set_unchanged(stored.unchanged);
  receipt.set_claim_count(static_cast<std::int32_t>(extraction.claims.size()));
  return receipt;
}

}  // namespace newsgraph::rpc
