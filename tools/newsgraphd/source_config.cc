#include "tools/newsgraphd/source_config.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <utility>

#include "ingest/feed/opml.h"
#include "ingest/source/source_follower.h"
#include "ingest/whole_file.h"
#include "model/names.h"

namespace newsgraph::tools {
namespace {

constexpr std::int64_t kMaxIntervalSeconds = 30 * 86'400;
constexpr std::size_t kMaxListBytes = std::size_t{64} << 20;
constexpr std::string_view kKeys = "feed, page, folder or opml; title, interval_seconds, allow_private, pages";

Status Bad(std::string_view key, std::string_view what) {
  return Error(StatusCode::kInvalidArgument, "\"", key, "\" ", what);
}

Status SetInterval(const std::string& text, Source& source) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 1 || value > kMaxIntervalSeconds)
    return Bad("interval_seconds", Concat("must be a whole number from 1 to ", kMaxIntervalSeconds));
  source.interval = std::chrono::seconds(value);
  return OkStatus();
}

Status SetOption(const std::string& key, const std::string& text, Source& source) {
  if (key == "title") {
    source.title = text;
  } else if (key == "interval_seconds") {
    return SetInterval(text, source);
  } else if (key == "allow_private") {
    if (text != "true" && text != "false") return Bad(key, "must be true or false");
    source.allow_private = text == "true";
  } else if (key == "pages") {
    const std::optional<PageReading> reading = FromName<PageReading>(text);
    if (!reading) return Bad(key, "must be auto, never or always");
    source.pages = *reading;
  } else {
    return Bad(key, Concat("is no key of a source; there are: ", kKeys));
  }
  return OkStatus();
}

std::string Absolute(const std::string& path) {
  std::error_code error;
  const std::filesystem::path absolute = std::filesystem::absolute(path, error);
  return error ? path : absolute.lexically_normal().string();
}

StatusOr<ConfiguredSource> ReadSource(const YAML::Node& node) {
  if (!node.IsMap()) return Error(StatusCode::kInvalidArgument, "must be like \"feed: https://example.org/rss\"");
  ConfiguredSource out;
  for (const auto& entry : node) {
    const std::string key = entry.first.IsScalar() ? entry.first.Scalar() : "";
    if (!entry.second.IsScalar()) return Bad(key, "must be one value");
    const std::string& text = entry.second.Scalar();
    const std::optional<SourceKind> kind = FromName<SourceKind>(key);
    if (!kind && key != "opml") {
      RETURN_IF_ERROR(SetOption(key, text, out.source));
      continue;
    }
    if (!out.source.location.empty()) return Bad(key, "comes second; a source is one of feed, page, folder and opml");
    out.is_list = !kind;
    out.source.kind = kind.value_or(SourceKind::kFeed);
    out.source.location = kind == SourceKind::kFolder || out.is_list ? Absolute(text) : text;
  }
  if (out.source.location.empty())
    return Error(StatusCode::kInvalidArgument, "has none of feed, page, folder and opml");
  if (!out.is_list) RETURN_IF_ERROR(ingest::CheckLocation(out.source));
  return out;
}

}  // namespace

StatusOr<std::vector<ConfiguredSource>> ReadSources(const YAML::Node& node) {
  if (!node.IsSequence()) return Error(StatusCode::kInvalidArgument, "must be a list");
  std::vector<ConfiguredSource> out;
  for (const YAML::Node& item : node) {
    StatusOr<ConfiguredSource> source = ReadSource(item);
    if (!source.ok())
      return Error(StatusCode::kInvalidArgument, "source ", out.size() + 1, ": ",
                   std::string(source.status().message()));
    out.push_back(*std::move(source));
  }
  return out;
}

StatusOr<std::vector<Source>> ResolveSources(const std::vector<ConfiguredSource>& configured) {
  std::vector<Source> out;
  for (const ConfiguredSource& one : configured) {
    if (!one.is_list) {
      out.push_back(one.source);
      continue;
    }
    const auto failed = [&](const Status& status) {
      return Error(StatusCode::kInvalidArgument, "list of feeds \"", one.source.location,
                   "\": ", std::string(status.message()));
    };
    StatusOr<std::string> bytes = ingest::ReadUnpacked(one.source.location, kMaxListBytes);
    if (!bytes.ok()) return failed(bytes.status());
    const StatusOr<std::vector<ingest::Subscription>> feeds = ingest::ParseOpml(*std::move(bytes));
    if (!feeds.ok()) return failed(feeds.status());
    for (const ingest::Subscription& feed : *feeds) {
      Source source = one.source;
      source.location = feed.url;
      source.title = feed.title;
      source.folders = feed.folders;
      // A list is somebody else's work: what is no address in it does not stop the daemon.
      if (ingest::CheckLocation(source).ok()) out.push_back(std::move(source));
    }
  }
  return out;
}

}  // namespace newsgraph::tools
