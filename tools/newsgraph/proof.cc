#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "extract/pack_extractor.h"
#include "rpc/client/client.h"
#include "rpc/convert_article.h"
#include "rpc/wire/resource_name.h"
#include "tools/detecting_extractor.h"
#include "tools/kept_reader.h"
#include "tools/newsgraph/commands.h"
#include "tools/newsgraph/proof_bundle.h"
#include "tools/newsgraph/report.h"
#include "tools/newsgraph/resource_argument.h"

namespace newsgraph::tools {
namespace {

// The server has stored no larger one.
constexpr std::size_t kAnySize = std::size_t{1} << 30;

StatusOr<v1::Conflict> GetConflict(rpc::Client& client, const std::string& id) {
  v1::GetConflictRequest request;
  request.set_name(ConflictArgument(id));
  return client.GetConflict(request);
}

// Every article that takes part, once; of a conflict between revisions of one, both.
StatusOr<std::vector<ArticleVersion>> ArticlesOf(rpc::Client& client, const v1::Conflict& conflict) {
  const bool revisions = conflict.kind() == v1::CONFLICT_KIND_REVISION;
  std::set<std::pair<std::string, std::int32_t>> names;
  for (const v1::ConflictSide& side : conflict.sides()) {
    for (const v1::Claim& claim : side.claims()) {
      names.emplace(claim.article(), revisions ? claim.article_revision() : 0);
    }
  }
  std::vector<ArticleVersion> versions;
  for (const auto& [name, revision] : names) {
    v1::GetArticleRequest request;
    request.set_name(name);
    request.set_article_revision(revision);
    ASSIGN_OR_RETURN(const v1::Article stored, client.GetArticle(request));
    ASSIGN_OR_RETURN(Article article, rpc::FromProto(stored, kAnySize));
    versions.push_back({std::move(article), static_cast<std::uint32_t>(revision)});
  }
  return versions;
}

Status WriteFile(const std::filesystem::path& path, const std::string& content) {
  std::ofstream out(path, std::ios::binary);
  out << content;
  out.close();
  return out ? OkStatus() : Error(StatusCode::kUnavailable, path.string(), ": cannot be written");
}

Status WriteBundle(const std::filesystem::path& folder, const ProofBundle& bundle) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return Error(StatusCode::kUnavailable, folder.string(), ": ", error.message());
  RETURN_IF_ERROR(WriteFile(folder / kProofJson, bundle.json));
  RETURN_IF_ERROR(WriteFile(folder / kProofPage, bundle.html));
  return WriteOutput(Concat((folder / kProofJson).string(), "\n", (folder / kProofPage).string(), "\n"));
}

}  // namespace

ExitCode RunProof(const ProofOptions& options) {
  rpc::Client client(options.server);
  const StatusOr<v1::Conflict> conflict = GetConflict(client, options.id);
  if (!conflict.ok()) return FailAt(options.server, conflict.status());
  const StatusOr<std::vector<ArticleVersion>> articles = ArticlesOf(client, *conflict);
  if (!articles.ok()) return FailAt(options.server, articles.status());
  StatusOr<std::unique_ptr<Reader>> packs = extract::LoadExtractor(options.packs_dir);
  if (!packs.ok()) return Fail(packs.status());
  const DetectingExtractor reader(KeepReader(*std::move(packs)));
  const std::string id = rpc::ParseConflictName(options.id).value_or(options.id);
  const StatusOr<ProofBundle> bundle = MakeProof(id, *articles, reader);
  if (!bundle.ok()) return Fail(bundle.status());
  const Status written = WriteBundle(options.folder.empty() ? "proof-" + id : options.folder, *bundle);
  return written.ok() ? ExitCode::kDone : Fail(written);
}

}  // namespace newsgraph::tools
