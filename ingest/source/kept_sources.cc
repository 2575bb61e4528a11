#include "ingest/source/kept_sources.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

namespace newsgraph::ingest {
namespace {

using nlohmann::json;
using std::chrono::seconds;
using std::chrono::sys_seconds;

constexpr std::size_t kLeastGrowth = std::size_t{1} << 20;

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

// Whether seconds make less than ten thousand years.
bool IsSpan(std::int64_t count) { return count >= 0 && count < 315'000'000'000; }

std::uint64_t Count(const json& object, const char* key) {
  return static_cast<std::uint64_t>(std::max<std::int64_t>(Number(object, key).value_or(0), 0));
}

// Nothing for a time that no clock shows: it could not be counted in milliseconds.
std::optional<sys_seconds> Time(const json& object, const char* key) {
  const std::optional<std::int64_t> count = Number(object, key);
  return count && IsSpan(*count) ? std::optional(sys_seconds(seconds(*count))) : std::nullopt;
}

bool Flag(const json& object, const char* key) { return object.value(key, json()) == json(true); }

template <typename Enum>
Enum Choice(const json& object, const char* key, Enum last) {
  const std::uint64_t number = Count(object, key);
  return number <= static_cast<std::uint64_t>(last) ? static_cast<Enum>(number) : Enum{};
}

json StateJson(const SourceState& state) {
  return {{"url", state.url},
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
}

SourceState StateOf(const json& object) {
  SourceState out;
  if (!object.is_object()) return out;
  out.url = Text(object, "url");
  out.etag = Text(object, "etag");
  out.last_modified = Text(object, "last_modified");
  out.body_hash = static_cast<std::uint64_t>(Number(object, "body_hash").value_or(0));
  const std::int64_t interval = Number(object, "interval").value_or(0);
  out.interval = seconds(IsSpan(interval) ? interval : 0);
  out.next_poll = Time(object, "next_poll").value_or(sys_seconds());
  out.last_success = Time(object, "last_success");
  out.last_change = Time(object, "last_change");
  out.failure_count = static_cast<std::uint32_t>(std::min<std::uint64_t>(Count(object, "failure_count"), 1'000'000));
  out.last_error = Text(object, "last_error");
  out.gone = Flag(object, "gone");
  return out;
}

Source SourceOf(const json& object) {
  Source out;
  out.location = Text(object, "location");
  out.kind = Choice(object, "kind", SourceKind::kFolder);
  out.title = Text(object, "title");
  for (const json& folder : object.value("folders", json::array())) {
    if (folder.is_string()) out.folders.push_back(folder.get<std::string>());
  }
  if (const auto interval = Number(object, "every"); interval && IsSpan(*interval)) out.interval = seconds(*interval);
  out.allow_private = Flag(object, "allow_private");
  out.pages = Choice(object, "pages", PageReading::kAlways);
  out.configured = Flag(object, "configured");
  return out;
}

KeptSource KeptOf(const json& object) {
  KeptSource out;
  out.source = SourceOf(object);
  out.parent = Text(object, "parent");
  out.added = Time(object, "added").value_or(sys_seconds());
  out.state = StateOf(object.value("state", json()));
  out.seen = SeenEntries::Decode(Text(object, "seen"));
  out.read_until = Number(object, "read_until").value_or(0);
  out.article_count = Count(object, "articles");
  out.rejected_count = Count(object, "rejected");
  out.set_aside_count = Count(object, "set_aside");
  return out;
}

Status Failure(const std::filesystem::path& path) {
  return Error(StatusCode::kUnavailable, "writing \"", path.string(), "\": ", std::strerror(errno));
}

// Writes all of `text` and closes the file.
Status WriteAndClose(int file, std::string_view text, bool sync, const std::filesystem::path& path) {
  if (file < 0) return Failure(path);
  while (!text.empty()) {
    const ssize_t written = write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) break;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  const bool whole = text.empty() && (!sync || fsync(file) == 0);
  const Status failure = whole ? OkStatus() : Failure(path);
  return close(file) != 0 && whole ? Failure(path) : failure;
}

std::string Lines(const std::vector<KeptSource>& sources) {
  std::string out;
  for (const KeptSource& source : sources) out += WriteKeptSource(source) + "\n";
  return out;
}

}  // namespace

std::string WriteKeptSource(const KeptSource& kept) {
  json object = {{"location", kept.source.location},
                 {"kind", static_cast<int>(kept.source.kind)},
                 {"title", kept.source.title},
                 {"folders", kept.source.folders},
                 {"allow_private", kept.source.allow_private},
                 {"pages", static_cast<int>(kept.source.pages)},
                 {"configured", kept.source.configured},
                 {"parent", kept.parent},
                 {"added", TimeJson(kept.added)},
                 {"state", StateJson(kept.state)},
                 {"seen", kept.seen.Encode()},
                 {"read_until", kept.read_until},
                 {"articles", kept.article_count},
                 {"rejected", kept.rejected_count},
                 {"set_aside", kept.set_aside_count}};
  if (kept.source.interval) object["every"] = kept.source.interval->count();
  return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::map<std::string, KeptSource> ReadKeptSources(std::string_view text) {
  std::map<std::string, KeptSource> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const json object = json::parse(text.substr(0, end), nullptr, false);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!object.is_object() || Text(object, "location").empty()) continue;
    out[Text(object, "location")] = KeptOf(object);
  }
  return out;
}

std::map<std::string, KeptSource> KeptSources::Read() {
  if (path_.empty()) return {};
  std::ifstream in(path_, std::ios::binary);
  return ReadKeptSources(std::string(std::istreambuf_iterator<char>(in), {}));
}

Status KeptSources::Replace(const std::vector<KeptSource>& all) {
  if (path_.empty()) return OkStatus();
  const std::string text = Lines(all);
  const std::filesystem::path next = path_.string() + ".new";
  RETURN_IF_ERROR(WriteAndClose(open(next.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644), text, true, next));
  if (rename(next.c_str(), path_.c_str()) != 0) return Failure(path_);
  replaced_bytes_ = text.size();
  appended_bytes_ = 0;
  return OkStatus();
}

StatusOr<bool> KeptSources::Append(const std::vector<KeptSource>& changed) {
  if (path_.empty() || changed.empty()) return true;
  // A line that a crash cut is ended first.
  const std::string text = (appended_bytes_ == 0 ? "\n" : "") + Lines(changed);
  RETURN_IF_ERROR(
      WriteAndClose(open(path_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644), text, false, path_));
  appended_bytes_ += text.size();
  return appended_bytes_ < replaced_bytes_ + kLeastGrowth;
}

}  // namespace newsgraph::ingest
