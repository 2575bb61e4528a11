#include "tools/newsgraph/command_groups.h"

#include <string>

#include "ingest/publication_time.h"
#include "model/names.h"
#include "tools/newsgraph/command_arguments.h"

namespace newsgraph::tools {
namespace {

template <typename Options, typename Action>
CLI::App& AddAction(CLI::App& group, const char* name, const char* about, Options& options, Action action) {
  CLI::App& app = *group.add_subcommand(name, about);
  app.parse_complete_callback([&options, action] { options.action = action; });
  return app;
}

// An action on one entity or change.
CLI::App& AddEntityAction(CLI::App& group, const char* name, const char* about, EntitiesOptions& options,
                          EntitiesAction action, const char* argument, const char* help) {
  CLI::App& app = AddAction(group, name, about, options, action);
  app.add_option(argument, options.text, help)->required();
  return app;
}

void AddSourceOptions(CLI::App& app, SourcesOptions& options) {
  app.add_option("LOCATION", options.locations, "http addresses and folders")->required();
  app.add_flag("--page", options.page, "The addresses are pages, to be read whenever they change");
  app.add_option("--title", options.title, "What to call it");
  app.add_option("--interval", options.interval_seconds, "Seconds between two looks; without it as it changes")
      ->check(CLI::Range(1, 2'592'000));
  app.add_flag("--allow-private", options.allow_private, "Its host may lie in a private network");
  AddName<PageReading>(app, "--pages", options.pages,
                       "Read the pages that entries link to: auto (where there is only a summary), never, always");
}

}  // namespace

void AddSourceCommands(CLI::App& app, SourcesOptions& options) {
  app.require_subcommand(0, 1);
  app.fallthrough();
  AddSourceOptions(
      AddAction(app, "add", "Follow feeds, sitemaps, pages or folders of the server", options, SourcesAction::kAdd),
      options);
  AddAction(app, "remove", "Follow them no longer; what they brought stays", options, SourcesAction::kRemove)
      .add_option("LOCATION", options.locations, "Addresses and folders")
      ->required();
  AddAction(app, "import", "Follow the feeds of OPML files", options, SourcesAction::kImport)
      .add_option("FILE", options.locations, "OPML; - is standard input")
      ->required();
  AddAction(app, "export", "Write all feeds as OPML", options, SourcesAction::kExport);
}

void AddEntityCommands(CLI::App& app, EntitiesOptions& options) {
  app.require_subcommand(1);
  app.fallthrough();
  CLI::App& search =
      AddEntityAction(app, "search", "Find entities by the beginning of a name, in any language", options,
                      EntitiesAction::kSearch, "NAME", "What it begins with, with one letter wrong at most");
  AddName<EntityType>(search, "--type", options.type,
                      "Only of this type: company, organization, media, chip, product, model, person, place");
  AddEntityAction(app, "show", "Show one entity with all its names", options, EntitiesAction::kShow, "ID",
                  "Its id: huawei");
  AddEntityAction(app, "merge", "Say that entities are one", options, EntitiesAction::kMerge, "ID",
                  "The one that stays")
      .add_option("OTHER", options.others, "Those that become it")
      ->required();
  CLI::App& split = AddEntityAction(app, "split", "Say that some articles mean another entity, which is made", options,
                                    EntitiesAction::kSplit, "ID", "The one that is two");
  split.add_option("--article", options.others, "An article that means the other one; may be repeated")
      ->required()
      ->allow_extra_args(false);
  split.add_option("--name", options.name, "What the other one is called");
  AddEntityAction(app, "undo", "Take back a merge or a split", options, EntitiesAction::kUndo, "CHANGE",
                  "As `history` numbers it");
  AddAction(app, "history", "List merges, splits and what was undone, the newest first", options,
            EntitiesAction::kHistory)
      .add_option("ID", options.text, "Only of this entity");
  app.add_option("--reason", options.reason, "Why, for the history");
  AddLimit(app, options.limit, "Show so many at most; 0 for all");
}

void AddSuppressionCommands(CLI::App& app, SuppressionsOptions& options) {
  app.require_subcommand(0, 1);
  app.fallthrough();
  app.add_flag("--ended", options.ended, "List those that have ended, too");
  CLI::App& add = AddAction(app, "add", "Let conflicts of a kind, about a subject, of a metric be no alerts", options,
                            SuppressionsAction::kAdd);
  AddName<ConflictKind>(add, "--kind", options.kind,
                        "Of this kind: value, magnitude, unit, currency, time, status, object, place, scope, hedge, "
                        "arithmetic, impossible_time, implausible, revision; without it of any");
  add.add_option("--subject", options.subject, "About this entity: smic; without it about any");
  add.add_option("--metric", options.metric, "Of this metric: revenue; without it of any");
  const auto until = [&options](const std::string& text) { options.expires = *ingest::ParsePublicationTime(text); };
  add.add_option_function<std::string>("--until", until,
                                       "When it ends by itself: 2026-12-31 (00:00 UTC), 2026-12-31T18:00:00+01:00")
      ->check(CheckTime, "");
  AddAction(app, "end", "End one now: what it took in is open", options, SuppressionsAction::kEnd)
      .add_option("ID", options.id, "As the list numbers it")
      ->required();
  app.add_option("--reason", options.reason, "Why, for the history");
  app.add_option("--by", options.reviewer, "Who decides");
}

}  // namespace newsgraph::tools
