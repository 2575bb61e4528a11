#include "tools/newsgraph/proof_bundle.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <nlohmann/json.hpp>
#include <tuple>
#include <utility>

#include "compare/evidence.h"
#include "compare/revision.h"
#include "graph/graph.h"
#include "ingest/article_fields.h"
#include "ingest/stated_time.h"
#include "rpc/entity_names.h"
#include "tools/record_json.h"
#include "tools/version.h"

namespace newsgraph::tools {
namespace {

using Json = nlohmann::ordered_json;

// Of the form below; another form gets another number.
constexpr int kProofVersion = 2;
constexpr std::uint32_t kMostRevisions = std::numeric_limits<std::uint32_t>::max();

// As docs/formats.md describes an article that goes in, so that any command reads it.
Json ArticleJson(const ArticleVersion& version) {
  const Article& article = version.article;
  Json json = {{"id", article.id}};
  if (!article.url.empty()) json["url"] = article.url;
  if (!article.source.empty()) json["source"] = article.source;
  if (!article.title.empty()) json["title"] = article.title;
  if (article.published) {
    json["published"] = ingest::ToString({.time = *article.published, .zone = std::chrono::minutes(0)});
  }
  if (version.revision != 0) json["revision"] = version.revision;
  json["lang"] = article.language;
  json["text"] = article.text;
  return json;
}

bool AreRevisions(const std::vector<ArticleVersion>& versions) {
  return versions.size() == 2 && versions[0].article.id == versions[1].article.id;
}

std::vector<Evidence> ClaimsOf(const ArticleVersion& version, const ArticleReading& reading) {
  std::vector<Evidence> claims = compare::EvidenceOf(version.article, reading.extraction);
  for (Evidence& claim : claims) claim.ref.revision = version.revision;
  return claims;
}

// What one revision of an article changed in the other.
std::vector<Conflict> RevisionsOf(const ArticleVersion& earlier, const ArticleVersion& later, const Reader& reader) {
  const ArticleReading reading = reader.Read(later.article);
  const auto correction =
      compare::MarksCorrection(reading) ? compare::Correction::kMarked : compare::Correction::kSilent;
  return compare::FindRevisions(ClaimsOf(earlier, reader.Read(earlier.article)), ClaimsOf(later, reading), correction,
                                reader.catalogue());
}

// A graph of these articles alone.
StatusOr<std::unique_ptr<graph::Graph>> GraphOf(const std::vector<ArticleVersion>& versions, const Reader& reader) {
  ASSIGN_OR_RETURN(std::unique_ptr<graph::Graph> graph, graph::Graph::OpenInMemory(reader.catalogue()));
  for (const ArticleVersion& version : versions) {
    RETURN_IF_ERROR(graph->Commit(version.article, reader.Read(version.article)).status());
  }
  return graph;
}

StatusOr<Conflict> ConflictOf(std::string_view id, const std::vector<ArticleVersion>& versions,
                              const graph::Graph& graph, const Reader& reader) {
  if (!AreRevisions(versions)) return graph.GetConflict(id);
  // Others than the first two have other numbers here, and so other claims.
  for (Conflict& conflict : RevisionsOf(versions[0], versions[1], reader)) {
    if (conflict.id == id) return std::move(conflict);
  }
  return Error(StatusCode::kNotFound, "there is no conflict \"", id, "\"");
}

std::string TextOf(const ClaimRef& claim, const std::vector<ArticleVersion>& versions) {
  for (const ArticleVersion& version : versions) {
    const bool same_revision = version.revision == 0 || version.revision == claim.revision;
    if (same_revision && version.article.id == claim.article) return version.article.text;
  }
  return {};
}

// "Huawei production, Ascend 910C".
std::string HeadingOf(const Conflict& conflict, const rpc::EntityNames& names) {
  const std::string about = Concat(names.Of(conflict.subject), " ", conflict.metric);
  return conflict.object.empty() ? about : Concat(about, ", ", names.Of(conflict.object));
}

}  // namespace

StatusOr<ProofBundle> MakeProof(std::string_view id, const std::vector<ArticleVersion>& articles,
                                const Reader& reader) {
  std::vector<ArticleVersion> ordered = articles;
  std::sort(ordered.begin(), ordered.end(), [](const ArticleVersion& a, const ArticleVersion& b) {
    return std::tie(a.article.id, a.revision) < std::tie(b.article.id, b.revision);
  });
  const std::string rules = reader.Extract({}).rules_version;
  ASSIGN_OR_RETURN(const std::unique_ptr<graph::Graph> graph, GraphOf(ordered, reader));
  const StatusOr<Conflict> conflict = ConflictOf(id, ordered, *graph, reader);
  if (conflict.status().code() == StatusCode::kNotFound) {
    return Status(StatusCode::kNotFound, Concat("these articles, read with rules ", rules, ", do not give conflict \"",
                                                id, "\"; the rules that found it may have been others"));
  }
  RETURN_IF_ERROR(conflict.status());
  Json json = {{"proof", kProofVersion}, {"newsgraph", kVersion}, {"rules", rules}};
  // Entities are called as these articles call them, and not as others of the graph do: who verifies has no others.
  const rpc::EntityNames names(reader.catalogue(), graph.get());
  ConflictContext context;
  context.text_of = [&ordered](const ClaimRef& claim) { return TextOf(claim, ordered); };
  context.name_of = [&names](std::string_view entity) { return names.Of(entity); };
  json["conflict"] = Json::parse(ConflictRecord(*conflict, context));
  json["articles"] = Json::array();
  for (const ArticleVersion& version : ordered) json["articles"].push_back(ArticleJson(version));
  return ProofBundle{json.dump(1) + "\n", ProofPage(*conflict, HeadingOf(*conflict, names), ordered)};
}

StatusOr<ProofClaim> ParseProof(const std::string& json) {
  const Json parsed = Json::parse(json, nullptr, false);
  const auto bad = [](std::string_view what) {
    return Error(StatusCode::kInvalidArgument, "this is no proof of newsgraph: ", what);
  };
  if (!parsed.is_object() || !parsed.contains("proof")) return bad("it is no JSON object with \"proof\"");
  if (!parsed["proof"].is_number_unsigned()) return bad("its \"proof\" is no number");
  if (parsed["proof"] != kProofVersion) {
    return Error(StatusCode::kFailedPrecondition, "this proof has form ", parsed["proof"].dump(),
                 ", and this newsgraph knows form ", kProofVersion, "; the one that made it can verify it");
  }
  const Json conflict = parsed.value("conflict", Json::object());
  if (!conflict.contains("conflict_id") || !conflict["conflict_id"].is_string()) return bad("it names no conflict");
  if (!parsed.contains("articles") || !parsed["articles"].is_array()) return bad("it has no articles");
  ProofClaim out{conflict["conflict_id"].get<std::string>(), "", {}};
  if (parsed.contains("rules") && parsed["rules"].is_string()) out.rules = parsed["rules"].get<std::string>();
  for (const Json& article : parsed["articles"]) {
    ASSIGN_OR_RETURN(ingest::ArticleFields fields, ingest::ParseArticleFields(article.dump()));
    ASSIGN_OR_RETURN(Article read, ingest::MakeArticle(std::move(fields), {}));
    const Json revision = article.value("revision", Json(0U));
    if (!revision.is_number_unsigned() || revision > kMostRevisions) return bad("an article's revision is no number");
    out.articles.push_back({std::move(read), revision.get<std::uint32_t>()});
  }
  return out;
}

}  // namespace newsgraph::tools
