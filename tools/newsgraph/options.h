// What the command line asks for.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/conflict.h"
#include "model/entity.h"
#include "model/finding.h"
#include "model/link.h"
#include "model/source.h"
#include "tools/article_input.h"

namespace newsgraph::tools {

enum class OutputFormat {
  kTable,      // for people
  kJson,       // one document
  kJsonLines,  // one object a line
};

struct ExtractOptions {
  InputOptions input;
  OutputFormat output = OutputFormat::kJsonLines;  // never a table
  std::size_t threads = 1;
  std::string packs_dir;  // empty: the compiled-in packs alone
};

struct ExplainOptions {
  InputOptions input;
  std::string packs_dir;  // empty: the compiled-in packs alone
};

struct CheckOptions {
  InputOptions input;
  std::size_t threads = 1;
  std::string packs_dir;
  Severity least_severity = Severity::kSoft;
  std::vector<std::string> own_outlets;  // sources whose conflicts come first
  OutputFormat output = OutputFormat::kTable;
  bool exit_code = false;  // tell by the exit code whether there are conflicts
};

struct FetchOptions {
  std::vector<std::string> names;    // files and addresses
  std::vector<std::string> headers;  // "Name: value", as if files had come with them
  std::string url;                   // where files were found
  bool cuts = false;                 // whether records tell what was left out of pages
  OutputFormat output = OutputFormat::kTable;
};

enum class LintFormat {
  kText,       // for people and editors: file:line:column
  kJson,       // one document
  kJsonLines,  // a record a finding, like those of conflicts
  kSarif,      // SARIF 2.1.0
};

struct LintOptions {
  // Text, Markdown or HTML files, JSON Lines; "-" or none for standard input.
  std::vector<std::string> paths;
  // When texts that do not say so were published; nothing: their plans and rates
  // are not checked against a day.
  std::optional<std::chrono::sys_seconds> published;
  std::string language;  // BCP 47; empty: detected for each text
  std::string packs_dir;
  bool graph = false;  // compare with what the server has stored as well
  std::string server;
  LintFormat output = LintFormat::kText;
  Level least_level = Level::kNote;  // shown
  // The exit code tells of findings as bad as this; nothing: of none.
  std::optional<Level> fail_on = Level::kError;
};

struct IngestOptions {
  std::string server;
  InputOptions input;
};

struct ClaimsOptions {
  std::string server;
  OutputFormat output = OutputFormat::kTable;
  // Ids and days; empty ones do not filter.
  std::string article;
  std::string subject;
  std::string entity;
  std::string metric;
  std::string from;
  std::string to;
  std::size_t limit = 0;  // 0: all
};

struct ConflictsOptions {
  std::string server;
  OutputFormat output = OutputFormat::kTable;
  std::string id;        // this one alone; empty: all that the filters let through
  bool history = false;  // of `id`: all that it was
  std::optional<ConflictKind> kind;
  std::optional<ConflictState> state;
  Severity least_severity = Severity::kSoft;
  std::string subject;
  std::string metric;
  std::size_t limit = 0;  // 0: all
};

struct LinksOptions {
  std::string server;
  OutputFormat output = OutputFormat::kTable;
  std::optional<LinkKind> kind;
  std::string subject;
  std::string article;
  std::string metric;
  std::size_t limit = 0;  // 0: all
};

struct ReviewOptions {
  std::string server;
  OutputFormat output = OutputFormat::kTable;
  std::string id;  // of the conflict
  ConflictState state = ConflictState::kAcknowledged;
  std::optional<DismissalReason> reason;
  std::string comment;
  std::string reviewer;
};

enum class SuppressionsAction { kList, kAdd, kEnd };

struct SuppressionsOptions {
  std::string server;
  OutputFormat output = OutputFormat::kTable;
  SuppressionsAction action = SuppressionsAction::kList;
  bool ended = false;  // of kList: those that have ended, too
  // Of kAdd.
  std::optional<ConflictKind> kind;
  std::string subject;
  std::string metric;
  std::optional<std::chrono::sys_seconds> expires;
  std::string id;  // of kEnd
  std::string reason;
  std::string reviewer;
};

struct ProofOptions {
  std::string server;
  std::string id;      // of the conflict
  std::string folder;  // where the proof goes; empty: "proof-ID"
  std::string packs_dir;
};

struct VerifyOptions {
  std::string folder;  // of a proof
  std::string packs_dir;
};

struct ArticleOptions {
  std::string server;
  OutputFormat output = OutputFormat::kTable;
  std::string id;
  std::int32_t revision = 0;  // of the article; 0: as it now stands
};

struct WatchOptions {
  std::string server;
  OutputFormat output = OutputFormat::kTable;
  bool snapshot = false;
  std::optional<std::int64_t> after_revision;
  std::string resume_token;
  std::size_t limit = 0;  // stop after so many events; 0: never
};

enum class SourcesAction { kList, kAdd, kRemove, kImport, kExport };

struct SourcesOptions {
  std::string server;
  OutputFormat output = OutputFormat::kTable;
  SourcesAction action = SourcesAction::kList;
  std::vector<std::string> locations;  // addresses and folders; of kImport: files
  // Of kAdd.
  bool page = false;
  std::string title;
  std::int64_t interval_seconds = 0;  // 0: as often as it changes
  bool allow_private = false;
  PageReading pages = PageReading::kAuto;
};

enum class EntitiesAction { kSearch, kShow, kMerge, kSplit, kUndo, kHistory };

struct EntitiesOptions {
  std::string server;
  OutputFormat output = OutputFormat::kTable;
  EntitiesAction action = EntitiesAction::kSearch;
  std::string text;                 // of kSearch: a name; of kUndo: a change; else the id of an entity
  std::vector<std::string> others;  // of kMerge: ids of entities; of kSplit: ids of articles
  std::optional<EntityType> type;   // of kSearch
  std::string name;                 // of kSplit
  std::string reason;
  std::size_t limit = 20;  // of kSearch and kHistory
};

struct InfoOptions {
  std::string server;
  OutputFormat output = OutputFormat::kTable;
};

}  // namespace newsgraph::tools
