// An article, wherever it comes from → read, stored, acknowledged.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "graph/graph.h"
#include "model/article.h"
#include "model/reading.h"
#include "model/status.h"
#include "newsgraph/v1/ingest_service.pb.h"

namespace newsgraph::rpc {

// Any thread may call; what it is made of must outlive it.
class Ingestor {
 public:
  Ingestor(graph::Graph& graph, const Reader& reader, std::size_t max_article_bytes)
      : graph_(graph), reader_(reader), max_article_bytes_(max_article_bytes) {}

  // Reads and stores the article; blocks until it is as durable as the graph
  // promises. Asks `wanted` once more after reading it: its error ends the
  // matter with nothing stored. A bad field is a FieldError() under "article".
  StatusOr<v1::Receipt> Ingest(const v1::Article& article, const std::function<Status()>& wanted) const;

  // The two steps of Ingest(): what takes time by what the article says, and what waits for
  // the disk, for many one after the other.
  StatusOr<ArticleAsRead> Read(const v1::Article& article) const;
  ArticleAsRead Read(Article article) const;
  std::vector<StatusOr<v1::Receipt>> Store(std::span<const ArticleAsRead* const> articles) const;
  StatusOr<graph::Receipt> Store(const ArticleAsRead& read) const;

 private:
  graph::Graph& graph_;
  const Reader& reader_;
  const std::size_t max_article_bytes_;
};

}  // namespace newsgraph::rpc
