#include "tools/newsgraph/proof_bundle.h"

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

#include "graph/graph.h"
#include "ingest/article_fields.h"
#include "ingest/stated_time.h"
#include "tools/newsgraph/proof_page.h"
#include "tools/record_json.h"
#include "tools/version.h"

namespace newsgraph::tools {
namespace {

using Json = nlohmann::ordered_json;

// Of the form below; another form gets another number.
constexpr int kProofVersion = 1;

// As docs/formats.md describes an article that goes in, so that any command reads it.
Json ArticleJson(const Article& article) {
  Json json = {{"id", article.id}};
  if (!article.url.empty()) json["url"] = article.url;
  if (!article.source.empty()) json["source"] = article.source;
  if (!article.title.empty()) json["title"] = article.title;
  if (article.published) {
    json["published"] = ingest::ToString({.time = *article.published, .zone = std::chrono::minutes(0)});
  }
  json["lang"] = article.language;
  json["text"] = article.text;
  return json;
}

StatusOr<Conflict> ConflictOf(std::string_view id, const std::vector<Article>& articles, const Reader& reader,
                              std::string& rules) {
  ASSIGN_OR_RETURN(const std::unique_ptr<graph::Graph> graph, graph::Graph::OpenInMemory(reader.catalogue()));
  for (const Article& article : articles) {
    const ArticleReading reading = reader.Read(article);
    rules = reading.extraction.rules_version;
    RETURN_IF_ERROR(graph->Commit(article, reading).status());
  }
  return graph->GetConflict(id);
}

}  // namespace

StatusOr<ProofBundle> MakeProof(std::string_view id, const std::vector<Article>& articles, const Reader& reader) {
  std::vector<Article> ordered = articles;
  std::sort(ordered.begin(), ordered.end(), [](const Article& a, const Article& b) { return a.id < b.id; });
  std::string rules;
  const StatusOr<Conflict> conflict = ConflictOf(id, ordered, reader, rules);
  if (conflict.status().code() == StatusCode::kNotFound) {
    return Status(StatusCode::kNotFound, Concat("these articles, read with rules ", rules, ", do not give conflict \"",
                                                id, "\"; the rules that found it may have been others"));
  }
  RETURN_IF_ERROR(conflict.status());
  const auto text_of = [&ordered](const std::string& article) {
    const auto found = std::find_if(ordered.begin(), ordered.end(), [&](const Article& a) { return a.id == article; });
    return found == ordered.end() ? std::string() : found->text;
  };
  Json json = {{"proof", kProofVersion}, {"newsgraph", kVersion}, {"rules", rules}};
  json["conflict"] = Json::parse(ConflictRecord(*conflict, text_of));
  json["articles"] = Json::array();
  for (const Article& article : ordered) json["articles"].push_back(ArticleJson(article));
  return ProofBundle{json.dump(1) + "\n", ProofPage(*conflict, ordered)};
}

StatusOr<ProofClaim> ParseProof(const std::string& json) {
  const Json parsed = Json::parse(json, nullptr, false);
  const auto bad = [](std::string_view what) {
    return Error(StatusCode::kInvalidArgument, "this is no proof of newsgraph: ", what);
  };
  if (!parsed.is_object() || !parsed.contains("proof")) return bad("it is no JSON object with \"proof\"");
  if (parsed["proof"] != kProofVersion) return bad(Concat("its \"proof\" is not ", kProofVersion));
  const Json conflict = parsed.value("conflict", Json::object());
  if (!conflict.contains("conflict_id") || !conflict["conflict_id"].is_string()) return bad("it names no conflict");
  if (!parsed.contains("articles") || !parsed["articles"].is_array()) return bad("it has no articles");
  ProofClaim out{conflict["conflict_id"].get<std::string>(), "", {}};
  if (parsed.contains("rules") && parsed["rules"].is_string()) out.rules = parsed["rules"].get<std::string>();
  for (const Json& article : parsed["articles"]) {
    ASSIGN_OR_RETURN(ingest::ArticleFields fields, ingest::ParseArticleFields(article.dump()));
    ASSIGN_OR_RETURN(Article read, ingest::MakeArticle(std::move(fields), {}));
    out.articles.push_back(std::move(read));
  }
  return out;
}

}  // namespace newsgraph::tools
