#include "ingest/source/time_guard.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <iterator>
#include <utility>

namespace newsgraph::ingest {
namespace {

using Steady = std::chrono::steady_clock;

// The file is begun anew after so many lines.
constexpr std::size_t kManyLines = 50'000;
constexpr std::size_t kMaxNameBytes = 300;

constexpr std::string_view kBegin = "begin";
constexpr std::string_view kEnd = "end";
constexpr std::string_view kAside = "aside";
constexpr std::string_view kCrash = "crash";
constexpr std::string_view kVersion = "version";

std::string OneLine(std::string_view name) {
  std::string out(name.substr(0, kMaxNameBytes));
  std::replace_if(out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return out;
}

// Takes a word and the space behind it from the front.
std::string_view Word(std::string_view& line) {
  const std::size_t end = std::min(line.find(' '), line.size());
  const std::string_view word = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return word;
}

bool WriteAll(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

std::string Line(std::string_view what, std::uint64_t key, std::string_view name) {
  return Concat(what, " ", key, " ", name, "\n");
}

}  // namespace

StatusOr<std::unique_ptr<TimeGuard>> TimeGuard::Open(const std::filesystem::path& path, TimeBudget budget) {
  std::unique_ptr<TimeGuard> guard(new TimeGuard(-1, std::move(budget)));
  if (path.empty()) return guard;
  std::ifstream in(path, std::ios::binary);
  guard->Read(std::string(std::istreambuf_iterator<char>(in), {}));
  RETURN_IF_ERROR(guard->StartFile(path));
  return guard;
}

TimeGuard::~TimeGuard() {
  if (file_ >= 0) close(file_);
}

void TimeGuard::Read(std::string_view text) {
  std::map<std::uint64_t, std::string> unfinished;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) break;  // cut by a crash
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    const std::string_view what = Word(line);
    if (what == kVersion && line != budget_.version) return;
    const std::string_view number = Word(line);
    std::uint64_t key = 0;
    if (std::from_chars(number.data(), number.data() + number.size(), key).ec != std::errc()) continue;
    if (what == kBegin) unfinished[key] = line;
    if (what == kEnd) unfinished.erase(key), crashes_.erase(key);
    if (what == kAside) set_aside_[key] = line;
    if (what == kCrash) ++crashes_.try_emplace(key, 0, line).first->second.first;
  }
  for (const auto& [key, name] : unfinished) {
    if (++crashes_.try_emplace(key, 0, name).first->second.first >= budget_.max_crashes) set_aside_[key] = name;
  }
  for (const auto& [key, name] : set_aside_) crashes_.erase(key);
}

Status TimeGuard::StartFile(const std::filesystem::path& path) {
  std::string text = Concat(kVersion, " ", budget_.version, "\n");
  for (const auto& [key, name] : set_aside_) text += Line(kAside, key, name);
  for (const auto& [key, crash] : crashes_) {
    for (std::uint32_t i = 0; i < crash.first; ++i) text += Line(kCrash, key, crash.second);
  }
  const std::filesystem::path next = path.string() + ".new";
  file_ = open(next.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0644);
  if (file_ < 0 || !WriteAll(file_, text) || rename(next.c_str(), path.c_str()) != 0)
    return Error(StatusCode::kUnavailable, "writing \"", path.string(), "\": ", std::strerror(errno));
  return OkStatus();
}

void TimeGuard::Note(std::string_view what, std::uint64_t key, std::string_view name) {
  if (file_ < 0) return;
  // A full disk must not stop the news: what cannot be noted is tried all the same.
  (void)WriteAll(file_, Line(what, key, name));
  if (++noted_ < kManyLines || !running_.empty()) return;
  noted_ = 0;
  std::string text = Concat(kVersion, " ", budget_.version, "\n");
  for (const auto& [aside, aside_name] : set_aside_) text += Line(kAside, aside, aside_name);
  if (ftruncate(file_, 0) == 0) (void)WriteAll(file_, text);
}

void TimeGuard::SetAside(std::uint64_t key, const std::string& name) {
  if (set_aside_.emplace(key, name).second) Note(kAside, key, name);
}

Status TimeGuard::Run(std::uint64_t key, std::string_view name, const std::function<Status()>& work) {
  std::unique_lock lock(mutex_);
  if (set_aside_.contains(key))
    return Error(StatusCode::kAborted, "is set aside: it took more than ", budget_.budget.count(),
                 " ms, or never ended");
  const std::uint64_t number = next_work_++;
  const Steady::time_point begin = Steady::now();
  const std::string line = OneLine(name);
  running_[number] = {key, {line, begin}};
  Note(kBegin, key, line);
  lock.unlock();
  const Status status = work();
  lock.lock();
  running_.erase(number);
  if (Steady::now() - begin > budget_.budget) SetAside(key, line);
  Note(kEnd, key, "");
  return status;
}

std::vector<std::string> TimeGuard::CheckRunning() {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> out;
  for (auto& [number, entry] : running_) {
    auto& [key, work] = entry;
    if (work.reported || Steady::now() - work.begin <= budget_.budget) continue;
    work.reported = true;
    SetAside(key, work.name);
    out.push_back(work.name);
  }
  return out;
}

std::size_t TimeGuard::running_count() const {
  const std::lock_guard lock(mutex_);
  return running_.size();
}

std::size_t TimeGuard::set_aside_count() const {
  const std::lock_guard lock(mutex_);
  return set_aside_.size();
}

}  // namespace newsgraph::ingest
