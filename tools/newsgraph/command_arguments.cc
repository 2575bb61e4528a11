#include "tools/newsgraph/command_arguments.h"

#include <algorithm>
#include <map>
#include <thread>

#include "ingest/publication_time.h"
#include "model/date.h"
#include "model/status.h"

namespace newsgraph::tools {
namespace {

constexpr const char* kDefaultServer = "localhost:7878";

}  // namespace

void AddServer(CLI::App& app, std::string& server) {
  server = kDefaultServer;
  app.add_option("--server", server, "Where newsgraphd listens: host:port or unix:path")
      ->envname("NEWSGRAPH_SERVER")
      ->capture_default_str();
}

void AddOutput(CLI::App& app, OutputFormat& output) {
  const std::map<std::string, OutputFormat> formats = {
      {"table", OutputFormat::kTable}, {"json", OutputFormat::kJson}, {"jsonl", OutputFormat::kJsonLines}};
  app.add_option("-o,--output", output, "table for people; json: one document; jsonl: one object a line")
      ->transform(CLI::CheckedTransformer(formats).description("table|json|jsonl"));
}

void AddRecords(CLI::App& app, OutputFormat& output) {
  const std::map<std::string, OutputFormat> formats = {{"json", OutputFormat::kJson},
                                                       {"jsonl", OutputFormat::kJsonLines}};
  app.add_option("-o,--output", output, "json: one document; jsonl: one object a line (without it)")
      ->transform(CLI::CheckedTransformer(formats).description("json|jsonl"));
}

void AddInput(CLI::App& app, InputOptions& input) {
  app.add_option("FILE", input.paths, "JSON Lines, *.txt, or folders of such; - or none: standard input");
  app.add_option("--rejected", input.rejected_path, "Keep what could not be read in this file, as JSON Lines");
  const auto set = [&input](const std::string& text) { input.read.published = *ingest::ParsePublicationTime(text); };
  app.add_option_function<std::string>("--published", set,
                                       "When articles that do not say so were published: 2026-01-19")
      ->check(CheckTime, "");
}

void AddReading(CLI::App& app, std::size_t& threads, std::string& packs_dir) {
  threads = std::max(std::thread::hardware_concurrency(), 1U);
  app.add_option("--threads", threads, "How many articles to read at a time")
      ->check(CLI::Range(1, 1024))
      ->capture_default_str();
  AddPacks(app, packs_dir);
}

void AddPacks(CLI::App& app, std::string& packs_dir) {
  app.add_option("--packs", packs_dir, "Folder with packs that replace or add to the built-in ones")
      ->check(CLI::ExistingDirectory);
}

void AddLimit(CLI::App& app, std::size_t& limit, const char* help) {
  app.add_option("--limit", limit, help)->check(CheckCount, "")->capture_default_str();
}

std::string CheckCount(const std::string& text) {
  const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits ? std::string() : Concat("\"", text, "\" is no whole number from 0 on");
}

std::string CheckDay(const std::string& text) {
  return ParseDay(text) ? std::string() : Concat("\"", text, "\" is no day such as \"2026-01-19\"");
}

std::string CheckTime(const std::string& text) {
  const auto time = ingest::ParsePublicationTime(text);
  return time.ok() ? std::string() : std::string(time.status().message());
}

}  // namespace newsgraph::tools
