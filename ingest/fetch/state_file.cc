#include "ingest/fetch/state_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <nlohmann/json.hpp>
#include <optional>

namespace newsgraph::ingest {
namespace {

using nlohmann::json;
using std::chrono::seconds;
using std::chrono::sys_seconds;

json TimeJson(const std::optional<sys_seconds>& time) { return time ? json(time->time_since_epoch().count()) : json(); }

std::string Text(const json& object, const char* key) {
  const auto field = object.find(key);
  return field != object.end() && field->is_string() ? field->get<std::string>() : std::string();
}

std::optional<std::int64_t> Number(const json& object, const char* key) {
  const auto field = object.find(key);
  if (field == object.end() || !field->is_number_integer()) return std::nullopt;
  return field->get<std::int64_t>();
}

std::optional<sys_seconds> Time(const json& object, const char* key) {
  const std::optional<std::int64_t> count = Number(object, key);
  return count ? std::optional(sys_seconds(seconds(*count))) : std::nullopt;
}

SourceState StateOf(const json& object) {
  SourceState out;
  out.url = Text(object, "url");
  out.etag = Text(object, "etag");
  out.last_modified = Text(object, "last_modified");
  out.body_hash = static_cast<std::uint64_t>(Number(object, "body_hash").value_or(0));
  out.interval = seconds(Number(object, "interval").value_or(0));
  out.next_poll = Time(object, "next_poll").value_or(sys_seconds());
  out.last_success = Time(object, "last_success");
  out.last_change = Time(object, "last_change");
  out.failure_count =
      static_cast<std::uint32_t>(std::clamp<std::int64_t>(Number(object, "failure_count").value_or(0), 0, 1'000'000));
  out.last_error = Text(object, "last_error");
  out.gone = object.value("gone", json()) == json(true);
  return out;
}

Status Failure(const std::filesystem::path& path) {
  return Error(StatusCode::kUnavailable, "writing \"", path.string(), "\": ", std::strerror(errno));
}

}  // namespace

std::string WriteStates(const std::vector<PolledSource>& sources) {
  std::string out;
  for (const PolledSource& source : sources) {
    const SourceState& state = source.state;
    const json object = {{"id", source.id},
                         {"url", state.url},
                         {"etag", state.etag},
                         {"last_modified", state.last_modified},
                         {"body_hash", static_cast<std::int64_t>(state.body_hash)},
                         {"interval", state.interval.count()},
                         {"next_poll", TimeJson(state.next_poll)},
                         {"last_success", TimeJson(state.last_success)},
                         {"last_change", TimeJson(state.last_change)},
                         {"failure_count", state.failure_count},
                         {"last_error", state.last_error},
                         {"gone", state.gone}};
    out += object.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
  }
  return out;
}

std::map<std::string, SourceState> ReadStates(std::string_view text) {
  std::map<std::string, SourceState> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const json object = json::parse(text.substr(0, end), nullptr, false);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!object.is_object() || Text(object, "id").empty()) continue;
    out[Text(object, "id")] = StateOf(object);
  }
  return out;
}

Status ReplaceFile(const std::filesystem::path& path, std::string_view text) {
  const std::filesystem::path next = path.string() + ".new";
  const int file = open(next.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) return Failure(next);
  while (!text.empty()) {
    const ssize_t written = write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) break;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  const bool whole = text.empty() && fsync(file) == 0;
  const Status failure = whole ? OkStatus() : Failure(next);
  if (close(file) != 0 || !whole) return whole ? Failure(next) : failure;
  if (rename(next.c_str(), path.c_str()) != 0) return Failure(path);
  return OkStatus();
}

}  // namespace newsgraph::ingest
