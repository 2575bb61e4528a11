#include "tools/newsgraphd/command_line.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>
#include <vector>

#include "tools/version.h"

namespace newsgraph::tools {
namespace {

constexpr const char* kAbout = "newsgraphd keeps the claim graph and serves it over gRPC.";
constexpr const char* kFooter =
    "Examples:\n"
    "  newsgraphd --data /var/lib/newsgraph\n"
    "  newsgraphd --config /etc/newsgraph.yaml --listen unix:/run/newsgraph.sock\n"
    "SIGTERM or SIGINT stops it when all that was accepted is stored; a second one at once.\n"
    "Exit codes: 0 stopped as told; 2 wrong arguments or configuration; 5 failed; 128 + signal: stopped at once.";

// Flags that were given; empty ones were not.
struct Flags {
  std::string config;
  std::string data;
  std::vector<std::string> listen;
  std::string packs;
  std::string durability;
  std::string log_level;
};

void AddFlags(CLI::App& app, Flags& flags) {
  app.set_version_flag("--version", std::string("newsgraphd ") + kVersion);
  app.footer(kFooter);
  app.add_option("--config", flags.config, "YAML file; the flags below take precedence");
  app.add_option("--data", flags.data, "Folder of the graph, made if missing");
  app.add_option("--listen", flags.listen, "host:port (port 0: any free one) or unix:path; may be repeated")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  app.add_option("--packs", flags.packs, "Folder with packs that replace or add to the built-in ones")
      ->check(CLI::ExistingDirectory);
  app.add_option("--durability", flags.durability, "disk: answered means synced; process: faster, lost in a power cut");
  app.add_option("--log-level", flags.log_level, "debug, info, warn or error");
}

StatusOr<DaemonConfig> Merge(const Flags& flags) {
  DaemonConfig config;
  if (!flags.config.empty()) {
    ASSIGN_OR_RETURN(config, LoadConfig(flags.config));
  }
  if (!flags.data.empty()) config.data_dir = flags.data;
  if (!flags.listen.empty()) config.addresses = flags.listen;
  if (!flags.packs.empty()) config.packs_dir = flags.packs;
  if (!flags.durability.empty()) {
    const StatusOr<graph::Durability> durability = ParseDurability(flags.durability);
    if (!durability.ok())
      return Error(StatusCode::kInvalidArgument, "--durability: ", std::string(durability.status().message()));
    config.durability = *durability;
  }
  if (!flags.log_level.empty()) config.log_level = flags.log_level;
  if (const Status level = CheckLogLevel(config.log_level); !level.ok()) {
    return Error(StatusCode::kInvalidArgument, "--log-level: ", std::string(level.message()));
  }
  if (config.data_dir.empty()) {
    return Error(StatusCode::kInvalidArgument,
                 "there is no folder for the graph; give --data DIR or \"data\" in the configuration");
  }
  return config;
}

}  // namespace

std::variant<DaemonConfig, ExitCode> ParseDaemonCommandLine(int argc, const char* const* argv) {
  CLI::App app(kAbout, "newsgraphd");
  Flags flags;
  AddFlags(app, flags);
  try {  // the library's way to ask for help and to say that something is wrong
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? ExitCode::kDone : ExitCode::kUsage;
  }
  StatusOr<DaemonConfig> config = Merge(flags);
  if (config.ok()) return *std::move(config);
  std::fprintf(stderr, "newsgraphd: %s\n", std::string(config.status().message()).c_str());
  return ExitCode::kUsage;
}

}  // namespace newsgraph::tools
