// The arguments that several commands have.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <string>

#include "model/names.h"
#include "tools/newsgraph/options.h"

namespace newsgraph::tools {

// --server, or else the environment's NEWSGRAPH_SERVER.
void AddServer(CLI::App& app, std::string& server);
// --output.
void AddOutput(CLI::App& app, OutputFormat& output);
// --output of what is JSON in any case.
void AddRecords(CLI::App& app, OutputFormat& output);
// --limit.
void AddLimit(CLI::App& app, std::size_t& limit, const char* help);
// FILE..., --rejected and --published.
void AddInput(CLI::App& app, InputOptions& input);
// --packs.
void AddPacks(CLI::App& app, std::string& packs_dir);
// --packs, and --threads for many articles.
void AddReading(CLI::App& app, std::size_t& threads, std::string& packs_dir);

// What is wrong with a publication time; nothing if it is one.
std::string CheckTime(const std::string& text);
// The same for a day, and for a whole number that is not negative.
std::string CheckDay(const std::string& text);
std::string CheckCount(const std::string& text);

// An argument that names a value of an enumeration, or one of the command itself where `flag` has no dashes.
template <typename Enum, typename Target>
CLI::Option* AddName(CLI::App& app, const std::string& flag, Target& target, const std::string& help) {
  const auto check = [](const std::string& name) {
    return FromName<Enum>(name) ? std::string() : "\"" + name + "\" is not one of those that --help lists";
  };
  const auto set = [&target](const std::string& name) { target = FromName<Enum>(name).value_or(Enum{}); };
  return app.add_option_function<std::string>(flag, set, help)->check(check, "");
}

}  // namespace newsgraph::tools
