#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "extract/pack_extractor.h"
#include "graph/graph.h"
#include "rpc/convert_conflict.h"
#include "rpc/entity_names.h"
#include "tools/article_input.h"
#include "tools/detecting_extractor.h"
#include "tools/kept_reader.h"
#include "tools/map_in_order.h"
#include "tools/newsgraph/commands.h"
#include "tools/newsgraph/conflict_view.h"
#include "tools/newsgraph/json_writer.h"
#include "tools/newsgraph/report.h"
#include "tools/progress.h"
#include "tools/record_json.h"

namespace newsgraph::tools {
namespace {

constexpr std::size_t kPageSize = 1000;

// Puts all articles of `input` into `graph`. One that the graph refuses counts as rejected; any other error ends it.
Status Fill(graph::Graph& graph, ArticleInput& input, const Reader& reader, std::size_t threads) {
  Status status = OkStatus();
  std::vector<ingest::Rejection> refused;
  std::size_t done = 0;
  Progress progress("articles checked");
  MapInOrder(
      threads, [&] { return input.Next(); },
      [&](Article article) {
        ArticleReading reading = reader.Read(article);
        return ArticleAsRead{std::move(article), std::move(reading)};
      },
      [&](const ArticleAsRead& read) {
        if (!status.ok()) return;
        progress.Show(++done);
        const Status committed = graph.Commit(read.article, read.reading).status();
        if (committed.code() == StatusCode::kInvalidArgument) {
          refused.push_back({read.article.id, 0, std::string(committed.message()), read.article.text});
        } else {
          status = committed;
        }
      });
  for (const ingest::Rejection& rejection : refused) input.Reject(rejection);
  return status;
}

StatusOr<std::vector<Conflict>> StandingConflicts(const graph::Graph& graph, Severity least_severity) {
  graph::ConflictFilter filter;
  filter.least_severity = least_severity;
  std::vector<Conflict> conflicts;
  graph::PageToken token;
  do {
    ASSIGN_OR_RETURN(graph::Page<Conflict> page, graph.ListConflicts(filter, kPageSize, token));
    for (Conflict& conflict : page.items) {
      // A later revision of an article may have resolved it.
      if (conflict.state != ConflictState::kResolved) conflicts.push_back(std::move(conflict));
    }
    token = std::move(page.next);
  } while (!token.empty());
  return conflicts;
}

Status Write(const std::vector<Conflict>& conflicts, const graph::Graph& graph, const Catalogue& catalogue,
             OutputFormat format) {
  const rpc::EntityNames names(catalogue, &graph);
  if (format == OutputFormat::kTable) {
    ConflictView view;
    for (const Conflict& conflict : conflicts) RETURN_IF_ERROR(WriteOutput(view.Show(rpc::ToProto(conflict, names))));
    return WriteOutput(view.Summary());
  }
  ConflictContext context;
  context.text_of = [&graph](const ClaimRef& claim) {
    const StatusOr<graph::StoredArticle> stored = graph.GetArticle(claim.article, claim.revision);
    return stored.ok() ? stored->article.text : std::string();
  };
  context.name_of = [&names](std::string_view id) { return names.Of(id); };
  JsonWriter writer(format);
  for (const Conflict& conflict : conflicts)
    RETURN_IF_ERROR(WriteOutput(writer.Item(ConflictRecord(conflict, context))));
  return WriteOutput(writer.End());
}

}  // namespace

ExitCode RunCheck(const CheckOptions& options) {
  StatusOr<std::unique_ptr<Reader>> packs = extract::LoadExtractor(options.packs_dir);
  if (!packs.ok()) return Fail(packs.status());
  const DetectingExtractor extractor(KeepReader(*std::move(packs)));
  const StatusOr<std::unique_ptr<graph::Graph>> graph =
      graph::Graph::OpenInMemory(extractor.catalogue(), {.own_outlets = options.own_outlets});
  if (!graph.ok()) return Fail(graph.status());
  StatusOr<ArticleInput> input = ArticleInput::Open(options.input);
  if (!input.ok()) return FailToOpen(input.status());
  const Status filled = Fill(**graph, *input, extractor, options.threads);
  if (!filled.ok()) return FinishInput(filled, *input);
  const StatusOr<std::vector<Conflict>> conflicts = StandingConflicts(**graph, options.least_severity);
  if (!conflicts.ok()) return Fail(conflicts.status());
  const ExitCode code = FinishInput(Write(*conflicts, **graph, extractor.catalogue(), options.output), *input);
  const bool found = options.exit_code && !conflicts->empty();
  return found && code == ExitCode::kDone ? ExitCode::kConflicts : code;
}

}  // namespace newsgraph::tools
