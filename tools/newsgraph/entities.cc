#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "model/names.h"
#include "rpc/client/client.h"
#include "rpc/convert_enum.h"
#include "rpc/wire/resource_name.h"
#include "tools/newsgraph/claim_text.h"
#include "tools/newsgraph/commands.h"
#include "tools/newsgraph/json_writer.h"
#include "tools/newsgraph/report.h"
#include "tools/newsgraph/resource_argument.h"
#include "tools/table.h"

namespace newsgraph::tools {
namespace {

constexpr std::string_view kChanges = "entityChanges/";
constexpr std::size_t kMostOfASearch = 1000;

std::string IdOf(const std::string& name) { return rpc::ParseEntityName(name).value_or(name); }

std::string TypeText(const v1::Entity& entity) {
  const std::optional<EntityType> type = rpc::FromProto<EntityType>(entity.type());
  return Concat(type ? Name(*type) : "?", entity.provisional() ? "?" : "");
}

// Names of a list, one after the other.
template <typename List, typename Text>
std::string Joined(const List& list, const Text& text) {
  std::string out;
  for (const auto& item : list) out += (out.empty() ? "" : ", ") + text(item);
  return out;
}

std::string Described(const v1::Entity& entity) {
  Table table({"FIELD", "VALUE"}, TableWidth(), Painter(stdout));
  table.Add({"id", IdOf(entity.name())});
  table.Add({"name", entity.display_name()});
  table.Add({"type", TypeText(entity)});
  if (entity.provisional()) table.Add({"known", "from articles alone"});
  if (!entity.part_of().empty())
    table.Add({"part of", Concat(entity.part_of_display_name(), " (", IdOf(entity.part_of()), ")")});
  if (!entity.maker().empty())
    table.Add({"made by", Concat(entity.maker_display_name(), " (", IdOf(entity.maker()), ")")});
  for (const v1::SpokenName& name : entity.spoken_names())
    table.Add({"called", name.lang().empty() ? name.text() : Concat(name.text(), " (", name.lang(), ")")});
  if (!entity.merged_entities().empty()) table.Add({"merged", Joined(entity.merged_entities(), IdOf)});
  return table.TakeLines();
}

std::string KindText(const v1::EntityChange& change) {
  switch (change.kind()) {
    case v1::ENTITY_CHANGE_KIND_MERGED:
      return "merged";
    case v1::ENTITY_CHANGE_KIND_SPLIT:
      return "split";
    case v1::ENTITY_CHANGE_KIND_UNDONE:
      return Concat("undid ", change.undone_change().substr(kChanges.size()));
    default:
      return "?";
  }
}

void AddRow(const v1::EntityChange& change, Table& table) {
  const auto article = [](const std::string& name) { return rpc::ParseArticleName(name).value_or(name); };
  table.Add({std::to_string(change.revision()), KindText(change), IdOf(change.entity()),
             Joined(change.other_entities(), IdOf), Joined(change.articles(), article),
             change.has_change_time() ? TimeText(change.change_time()) : "", change.reason()});
}

Table ChangeTable() {
  return Table({"CHANGE", "WHAT", "ENTITY", "OTHERS", "ARTICLES", "WHEN", "WHY"}, TableWidth(), Painter(stdout));
}

ExitCode Done(const Status& written) { return written.ok() ? ExitCode::kDone : Fail(written); }

ExitCode Search(rpc::Client& client, const EntitiesOptions& options) {
  v1::SearchEntitiesRequest request;
  request.set_query(options.text);
  if (options.type) request.set_type(rpc::ToProto<v1::EntityType>(*options.type));
  const std::size_t limit = options.limit == 0 ? kMostOfASearch : std::min(options.limit, kMostOfASearch);
  request.set_page_size(static_cast<int>(limit));
  const StatusOr<v1::SearchEntitiesResponse> found = client.SearchEntities(request);
  if (!found.ok()) return FailAt(options.server, found.status());
  if (options.output == OutputFormat::kTable) {
    Table table({"ID", "NAME", "TYPE", "PART OF", "MADE BY"}, TableWidth(), Painter(stdout));
    for (const v1::Entity& entity : found->entities()) {
      table.Add({IdOf(entity.name()), entity.display_name(), TypeText(entity), entity.part_of_display_name(),
                 entity.maker_display_name()});
    }
    return Done(WriteOutput(found->entities().empty() ? "no entities\n" : table.TakeLines()));
  }
  JsonWriter json(options.output);
  std::string out;
  for (const v1::Entity& entity : found->entities()) out += json.Item(ToJson(entity));
  return Done(WriteOutput(out + json.End()));
}

ExitCode Show(rpc::Client& client, const EntitiesOptions& options) {
  v1::GetEntityRequest request;
  request.set_name(EntityArgument(options.text));
  const StatusOr<v1::Entity> entity = client.GetEntity(request);
  if (!entity.ok()) return FailAt(options.server, entity.status());
  const bool as_table = options.output == OutputFormat::kTable;
  return Done(WriteOutput(as_table ? Described(*entity) : ToJson(*entity) + "\n"));
}

StatusOr<v1::EntityChange> Change(rpc::Client& client, const EntitiesOptions& options) {
  if (options.action == EntitiesAction::kMerge) {
    v1::MergeEntitiesRequest request;
    request.set_name(EntityArgument(options.text));
    for (const std::string& id : options.others) request.add_merged_entities(EntityArgument(id));
    request.set_reason(options.reason);
    return client.MergeEntities(request);
  }
  if (options.action == EntitiesAction::kSplit) {
    v1::SplitEntityRequest request;
    request.set_name(EntityArgument(options.text));
    for (const std::string& id : options.others) request.add_articles(ArticleArgument(id));
    request.set_display_name(options.name);
    request.set_reason(options.reason);
    return client.SplitEntity(request);
  }
  v1::UndoEntityChangeRequest request;
  request.set_name(options.text.starts_with(kChanges) ? options.text : Concat(kChanges, options.text));
  request.set_reason(options.reason);
  return client.UndoEntityChange(request);
}

ExitCode RunChange(rpc::Client& client, const EntitiesOptions& options) {
  const StatusOr<v1::EntityChange> change = Change(client, options);
  if (!change.ok()) return FailAt(options.server, change.status());
  if (options.output != OutputFormat::kTable) return Done(WriteOutput(ToJson(*change) + "\n"));
  Table table = ChangeTable();
  AddRow(*change, table);
  return Done(WriteOutput(table.TakeLines()));
}

ExitCode History(rpc::Client& client, const EntitiesOptions& options) {
  v1::ListEntityChangesRequest request;
  if (!options.text.empty()) request.set_entity(EntityArgument(options.text));
  request.set_page_size(kListingPageSize);
  const bool as_table = options.output == OutputFormat::kTable;
  Table table = ChangeTable();
  JsonWriter json(options.output);
  std::string out;
  std::size_t count = 0;
  const Status listed = client.ListEntityChanges(request, [&](const v1::EntityChange& change) {
    if (as_table) {
      AddRow(change, table);
    } else {
      out += json.Item(ToJson(change));
    }
    return ++count != options.limit;
  });
  if (!listed.ok()) return FailAt(options.server, listed);
  if (!as_table) return Done(WriteOutput(out + json.End()));
  return Done(WriteOutput(count == 0 ? "no changes\n" : table.TakeLines()));
}

}  // namespace

ExitCode RunEntities(const EntitiesOptions& options) {
  rpc::Client client(options.server);
  switch (options.action) {
    case EntitiesAction::kSearch:
      return Search(client, options);
    case EntitiesAction::kShow:
      return Show(client, options);
    case EntitiesAction::kHistory:
      return History(client, options);
    case EntitiesAction::kMerge:
    case EntitiesAction::kSplit:
    case EntitiesAction::kUndo:
      break;
  }
  return RunChange(client, options);
}

}  // namespace newsgraph::tools
