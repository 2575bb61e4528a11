#include "tools/newsgraph/command_line.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "ingest/publication_time.h"
#include "model/names.h"
#include "tools/newsgraph/command_arguments.h"
#include "tools/newsgraph/command_groups.h"
#include "tools/newsgraph/commands.h"
#include "tools/version.h"

namespace newsgraph::tools {
namespace {

using Command = std::function<ExitCode()>;

constexpr const char* kAbout =
    "newsgraph turns news into claims with evidence and tells which figures cannot both be right.";
constexpr const char* kExitCodes =
    "Exit codes: 0 done; 1 conflicts (check --exit-code), findings (lint --fail-on) or a proof that does not hold\n"
    "            (verify); 2 wrong arguments;\n"
    "            3 no server answers; 4 done, but articles were rejected; 5 failed.\n"
    "Colours are used on a terminal only, and not if NO_COLOR is set.";

// Holds what the arguments set until the command is chosen.
class CommandLine {
 public:
  CommandLine() : app_(kAbout, "newsgraph") {
    app_.set_version_flag("--version", std::string("newsgraph ") + kVersion);
    app_.require_subcommand(0, 1);  // so that a word that is no command is named, and none gives the help
    app_.footer(kExitCodes);
    AddExtract();
    AddExplain();
    AddCheck();
    AddFetch();
    AddLint();
    AddIngest();
    AddClaims();
    AddConflicts();
    AddLinks();
    AddReview();
    AddSuppressions();
    AddProof();
    AddVerify();
    AddArticle();
    AddWatch();
    AddSources();
    AddEntities();
    AddInfo();
  }
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  std::variant<Command, ExitCode> Parse(int argc, const char* const* argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
      return app_.exit(error) == 0 ? ExitCode::kDone : ExitCode::kUsage;
    }
    if (command_) return std::move(command_);
    std::cerr << app_.help();
    return ExitCode::kUsage;
  }

 private:
  template <typename Options>
  CLI::App& Add(const char* name, const char* about, Options& options, ExitCode (*run)(const Options&),
                const char* examples) {
    CLI::App& app = *app_.add_subcommand(name, about);
    app.callback([this, &options, run] { command_ = [options, run] { return run(options); }; });
    app.footer(std::string("Examples:\n") + examples);
    return app;
  }

  void AddExplain() {
    CLI::App& app = Add("explain", "Show articles with their figures, claims, and why each was made", explain_,
                        &RunExplain, "  newsgraph explain article.txt\n");
    AddInput(app, explain_.input);
    AddPacks(app, explain_.packs_dir);
  }

  void AddExtract() {
    CLI::App& app = Add("extract", "Read articles offline and write what they say as JSON", extract_, &RunExtract,
                        "  newsgraph extract articles.jsonl > records.jsonl\n"
                        "  newsgraph extract --published 2026-01-19 article.txt\n");
    AddInput(app, extract_.input);
    AddRecords(app, extract_.output);
    AddReading(app, extract_.threads, extract_.packs_dir);
  }

  void AddCheck() {
    CLI::App& app = Add("check", "Compare articles with each other offline and show their conflicts", check_, &RunCheck,
                        "  newsgraph check articles.jsonl\n"
                        "  newsgraph check --output jsonl --severity edge folder/ > conflicts.jsonl\n");
    AddInput(app, check_.input);
    AddReading(app, check_.threads, check_.packs_dir);
    AddOutput(app, check_.output);
    AddName<Severity>(app, "--severity", check_.least_severity,
                      "Show conflicts as bad as this: note, edge, soft, hard");
    app.add_option("--own-outlet", check_.own_outlets, "Conflicts with articles of this source come first; repeatable")
        ->allow_extra_args(false);
    app.add_flag("--exit-code", check_.exit_code, "Exit with 1 if there are conflicts");
  }

  void AddFetch() {
    CLI::App& app = Add("fetch", "Show what would be ingested of feeds and pages", fetch_, &RunFetch,
                        "  newsgraph fetch https://example.org/feed.xml\n"
                        "  newsgraph fetch --output jsonl --header 'Content-Type: text/xml; charset=koi8-r' old.rss\n");
    AddOutput(app, fetch_.output);
    app.add_option("FILE", fetch_.names, "Feeds and pages: files or http addresses")->required();
    app.add_option("--header", fetch_.headers, "A header of the answer that the files were, as \"Name: value\"")
        ->allow_extra_args(false);
    app.add_option("--url", fetch_.url, "Where the files were found, for addresses relative to it");
    app.add_flag("--cuts", fetch_.cuts, "Tell in records what was left out of pages, and why");
  }

  void AddLint() {
    CLI::App& app = Add("lint", "Say what cannot be right in a text, before it is published", lint_, &RunLint,
                        "  newsgraph lint --published 2026-01-19 draft.md\n"
                        "  newsgraph lint --graph --published 2026-01-19 draft.md\n"
                        "  newsgraph lint --output sarif --fail-on warning drafts/*.html > findings.sarif\n");
    app.add_option("FILE", lint_.paths,
                   "Text, Markdown (*.md) or HTML (*.html), JSON Lines; - or none: standard input");
    const auto set_time = [this](const std::string& text) { lint_.published = *ingest::ParsePublicationTime(text); };
    app.add_option_function<std::string>("--published", set_time,
                                         "When texts that do not say so are published: 2026-01-19")
        ->check(CheckTime, "");
    app.add_option("--lang", lint_.language, "The language of the texts: de, zh-Hant; without it, detected");
    AddPacks(app, lint_.packs_dir);
    app.add_flag("--graph", lint_.graph, "Also say which figures contradict the articles that a server has stored");
    AddServer(app, lint_.server);
    const std::map<std::string, LintFormat> formats = {{"text", LintFormat::kText},
                                                       {"json", LintFormat::kJson},
                                                       {"jsonl", LintFormat::kJsonLines},
                                                       {"sarif", LintFormat::kSarif}};
    app.add_option("-o,--output", lint_.output,
                   "text: file:line:column; json: one document; jsonl: one object a finding; sarif: SARIF 2.1.0")
        ->transform(CLI::CheckedTransformer(formats).description("text|json|jsonl|sarif"));
    AddName<Level>(app, "--level", lint_.least_level, "Show findings as bad as this: note, warning, error");
    const auto fail_on = [this](const std::string& name) { lint_.fail_on = FromName<Level>(name); };
    app.add_option_function<std::string>(
           "--fail-on", fail_on, "Exit with 1 on findings as bad as this: note, warning, error (default), never")
        ->check(CLI::IsMember({"note", "warning", "error", "never"}).description(""));
  }

  void AddIngest() {
    CLI::App& app = Add("ingest", "Bring articles to a server", ingest_, &RunIngest,
                        "  newsgraph ingest articles.jsonl folder/\n"
                        "  producer | newsgraph ingest --server unix:/run/newsgraph.sock --rejected bad.jsonl\n");
    AddServer(app, ingest_.server);
    AddInput(app, ingest_.input);
  }

  void AddClaims() {
    CLI::App& app = Add("claims", "List claims, newest article first", claims_, &RunClaims,
                        "  newsgraph claims --subject huawei --metric production\n"
                        "  newsgraph claims --from 2026-01-01 --to 2026-12-31 --output jsonl\n");
    AddServer(app, claims_.server);
    AddOutput(app, claims_.output);
    app.add_option("--article", claims_.article, "Only those of the article with this id");
    app.add_option("--subject", claims_.subject, "Only those about this entity: huawei");
    app.add_option("--entity", claims_.entity, "Only those with this entity in any role");
    app.add_option("--metric", claims_.metric, "Only those of this metric: revenue");
    app.add_option("--from", claims_.from, "Only those whose time reaches this day or later: 2026-01-01")
        ->check(CheckDay, "");
    app.add_option("--to", claims_.to, "Only those whose time begins on this day or earlier")->check(CheckDay, "");
    AddLimit(app, claims_.limit, "Show so many at most; 0 for all");
  }

  void AddConflicts() {
    CLI::App& app = Add("conflicts", "Show conflicts with both sentences: own outlets', then the last changed first",
                        conflicts_, &RunConflicts,
                        "  newsgraph conflicts --severity hard\n"
                        "  newsgraph conflicts --subject huawei --output jsonl\n");
    AddServer(app, conflicts_.server);
    AddOutput(app, conflicts_.output);
    CLI::Option* const id = app.add_option("ID", conflicts_.id, "This one alone");
    app.add_flag("--history", conflicts_.history, "All that it was, the newest first")->needs(id);
    AddName<ConflictKind>(
        app, "--kind", conflicts_.kind,
        "Only this kind: value, magnitude, unit, currency, time, status, object, place, scope, hedge, "
        "arithmetic, impossible_time, implausible, revision");
    AddName<ConflictState>(
        app, "--state", conflicts_.state,
        "Only in this state: open, suppressed, acknowledged, dismissed, confirmed, resolved; without it, all but "
        "resolved");
    AddName<Severity>(app, "--severity", conflicts_.least_severity, "As bad as this or worse: note, edge, soft, hard");
    app.add_option("--subject", conflicts_.subject, "Only about this entity: huawei");
    app.add_option("--metric", conflicts_.metric, "Only of this metric: revenue");
    AddLimit(app, conflicts_.limit, "Show so many at most; 0 for all");
  }

  void AddLinks() {
    CLI::App& app = Add("links", "Show what became of plans and forecasts, with both sentences", links_, &RunLinks,
                        "  newsgraph links --subject huawei --kind missed\n"
                        "  newsgraph links --article dpa-20260119-7 --output jsonl\n");
    AddServer(app, links_.server);
    AddOutput(app, links_.output);
    AddName<LinkKind>(app, "--kind", links_.kind, "Only this kind: met, missed, exceeded, revised, feasibility_gap");
    CLI::Option_group& whose = *app.add_option_group("Whose", "One of them is needed");
    whose.add_option("--subject", links_.subject, "Only about this entity: huawei");
    whose.add_option("--article", links_.article, "Only those in which the article with this id takes part");
    whose.require_option(1, 2);
    app.add_option("--metric", links_.metric, "Only of plans and forecasts of this metric: sold");
    AddLimit(app, links_.limit, "Show so many at most; 0 for all");
  }

  void AddReview() {
    CLI::App& app =
        Add("review", "Decide on a conflict", review_, &RunReview,
            "  newsgraph review 3f1c9a0b7d22e415 acknowledged --by desk\n"
            "  newsgraph review 3f1c9a0b7d22e415 dismissed --reason definition --comment 'with contractors'\n");
    AddServer(app, review_.server);
    AddOutput(app, review_.output);
    app.add_option("ID", review_.id, "The conflict")->required();
    AddName<ConflictState>(app, "STATE", review_.state,
                           "acknowledged, dismissed, confirmed, or open to take a decision back")
        ->required();
    AddName<DismissalReason>(
        app, "--reason", review_.reason,
        "Why it is dismissed: other_scope, other_time, definition, rounding, translation, extraction_error");
    app.add_option("--comment", review_.comment, "What to know of it");
    app.add_option("--by", review_.reviewer, "Who decides");
  }

  void AddProof() {
    CLI::App& app = Add("proof", "Write a conflict down with all it stands on", proof_, &RunProof,
                        "  newsgraph proof 3f1c9a0b7d22e415 --to evidence\n");
    AddServer(app, proof_.server);
    AddPacks(app, proof_.packs_dir);
    app.add_option("ID", proof_.id, "The conflict")->required();
    app.add_option("--to", proof_.folder, "Folder for proof.json and proof.html; without it, proof-ID");
  }

  void AddVerify() {
    CLI::App& app = Add("verify", "Read a proof's articles again and say whether it holds", verify_, &RunVerify,
                        "  newsgraph verify evidence\n");
    AddPacks(app, verify_.packs_dir);
    app.add_option("FOLDER", verify_.folder, "What `proof` has written")->required()->check(CLI::ExistingDirectory);
  }

  void AddArticle() {
    CLI::App& app = Add("article", "Show an article with its claims", article_, &RunArticle,
                        "  newsgraph article dpa-20260119-7\n");
    AddServer(app, article_.server);
    AddOutput(app, article_.output);
    app.add_option("ID", article_.id, "What its source calls it, or its resource name")->required();
    app.add_option("--revision", article_.revision,
                   "As this revision of it was, from 1; 0 or without it as it now stands")
        ->check(CheckCount, "");
  }

  void AddWatch() {
    CLI::App& app =
        Add("watch", "Show what happens in the graph while it happens, until interrupted", watch_, &RunWatch,
            "  newsgraph watch --snapshot\n"
            "  newsgraph watch --after 0 --output jsonl | tee events.jsonl\n");
    AddServer(app, watch_.server);
    AddOutput(app, watch_.output);
    CLI::Option* snapshot = app.add_flag("--snapshot", watch_.snapshot, "Begin with the open conflicts");
    CLI::Option* after =
        app.add_option("--after", watch_.after_revision, "Begin after this revision; 0 for all events");
    CLI::Option* resume = app.add_option("--resume", watch_.resume_token, "Go on after the response with this token");
    after->check(CheckCount, "")->excludes(snapshot);
    resume->excludes(snapshot)->excludes(after);
    AddLimit(app, watch_.limit, "Stop after so many; 0 for never");
  }

  void AddSources() {
    CLI::App& app = Add("sources", "Show what a server follows for news, and change it", sources_, &RunSources,
                        "  newsgraph sources\n"
                        "  newsgraph sources add https://example.org/rss.xml /var/spool/news\n"
                        "  newsgraph sources remove https://example.org/rss.xml\n"
                        "  newsgraph sources import feeds.opml; newsgraph sources export > feeds.opml\n");
    AddServer(app, sources_.server);
    AddOutput(app, sources_.output);
    AddSourceCommands(app, sources_);
  }

  void AddEntities() {
    CLI::App& app = Add("entities", "Show who and what the news is about, and say who is who", entities_, &RunEntities,
                        "  newsgraph entities search hauwei\n"
                        "  newsgraph entities show ascend-910c\n"
                        "  newsgraph entities merge metax metax-integrated --reason 'one firm'\n"
                        "  newsgraph entities split washington --article dpa-7 --name 'Washington Steel'\n"
                        "  newsgraph entities history; newsgraph entities undo 4711\n");
    AddServer(app, entities_.server);
    AddOutput(app, entities_.output);
    AddEntityCommands(app, entities_);
  }

  void AddSuppressions() {
    CLI::App& app = Add("suppressions", "Show which conflicts are no alerts for a while, and change it", suppressions_,
                        &RunSuppressions,
                        "  newsgraph suppressions\n"
                        "  newsgraph suppressions add --subject smic --metric production --until 2026-12-31 --by desk\n"
                        "  newsgraph suppressions end 4711 --reason 'new quarter'\n");
    AddServer(app, suppressions_.server);
    AddOutput(app, suppressions_.output);
    AddSuppressionCommands(app, suppressions_);
  }

  void AddInfo() {
    CLI::App& app = Add("info", "Show what a server is and how much it holds", info_, &RunInfo, "  newsgraph info\n");
    AddServer(app, info_.server);
    AddOutput(app, info_.output);
  }

  CLI::App app_;
  Command command_;
  ExtractOptions extract_;
  ExplainOptions explain_;
  CheckOptions check_;
  FetchOptions fetch_;
  LintOptions lint_;
  IngestOptions ingest_;
  ClaimsOptions claims_;
  ConflictsOptions conflicts_;
  LinksOptions links_;
  ReviewOptions review_;
  SuppressionsOptions suppressions_;
  ProofOptions proof_;
  VerifyOptions verify_;
  ArticleOptions article_;
  WatchOptions watch_;
  SourcesOptions sources_;
  EntitiesOptions entities_;
  InfoOptions info_;
};

}  // namespace

std::variant<Command, ExitCode> ParseCommandLine(int argc, const char* const* argv) {
  return CommandLine().Parse(argc, argv);
}

}  // namespace newsgraph::tools
