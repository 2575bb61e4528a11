#include "tools/newsgraph/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "ingest/publication_time.h"
#include "model/names.h"
#include "tools/newsgraph/commands.h"
#include "tools/version.h"

namespace newsgraph::tools {
namespace {

using Command = std::function<ExitCode()>;

constexpr const char* kAbout =
    "newsgraph turns news into claims with evidence and tells which figures cannot both be right.";
constexpr const char* kExitCodes =
    "Exit codes: 0 done; 1 conflicts found (check --exit-code); 2 wrong arguments; 3 no server answers;\n"
    "            4 done, but articles were rejected; 5 failed.\n"
    "Colours are used on a terminal only, and not if NO_COLOR is set.";

// The days of RecordLines' "published", as a check of an argument.
std::string CheckTime(const std::string& text) {
  const auto time = ingest::ParsePublicationTime(text);
  return time.ok() ? std::string() : std::string(time.status().message());
}

// Holds what the arguments set until the command is chosen.
class CommandLine {
 public:
  CommandLine() : app_(kAbout, "newsgraph") {
    app_.set_version_flag("--version", std::string("newsgraph ") + kVersion);
    app_.require_subcommand(1);
    app_.footer(kExitCodes);
    AddExtract();
  }
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  std::variant<Command, ExitCode> Parse(int argc, const char* const* argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
      return app_.exit(error) == 0 ? ExitCode::kDone : ExitCode::kUsage;
    }
    return std::move(command_);
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

  static void AddInput(CLI::App& app, InputOptions& input) {
    app.add_option("FILE", input.paths, "JSON Lines, *.txt, or folders of such; - or none: standard input");
    app.add_option("--rejected", input.rejected_path, "Keep what could not be read in this file, as JSON Lines");
    const auto set = [&input](const std::string& text) { input.read.published = *ingest::ParsePublicationTime(text); };
    app.add_option_function<std::string>("--published", set,
                                         "When articles that do not say so were published: 2026-01-19")
        ->check(CheckTime, "");
  }

  static void AddReading(CLI::App& app, std::size_t& threads, std::string& packs_dir) {
    threads = std::max(std::thread::hardware_concurrency(), 1U);
    app.add_option("--threads", threads, "How many articles to read at a time")
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    app.add_option("--packs", packs_dir, "Folder with packs that replace or add to the built-in ones")
        ->check(CLI::ExistingDirectory);
  }

  void AddExtract() {
    CLI::App& app = Add("extract", "Read articles offline and write what they say as JSON Lines", extract_, &Extract,
                        "  newsgraph extract articles.jsonl > records.jsonl\n"
                        "  newsgraph extract --published 2026-01-19 article.txt\n");
    AddInput(app, extract_.input);
    AddReading(app, extract_.threads, extract_.packs_dir);
  }

  CLI::App app_;
  Command command_;
  ExtractOptions extract_;
};

}  // namespace

std::variant<Command, ExitCode> ParseCommandLine(int argc, const char* const* argv) {
  return CommandLine().Parse(argc, argv);
}

}  // namespace newsgraph::tools
