// Programs as users run them, for tests.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph::test {

// A folder that is gone when this is.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

  // Writes a file below the folder and returns its path.
  std::string Write(const std::string& name, std::string_view bytes) const;

 private:
  std::filesystem::path path_;
};

// The bytes of a file; empty if there is none.
std::string ReadFile(const std::filesystem::path& path);

struct Finished {
  int exit_code = -1;  // 128 + signal if a signal ended it
  std::string out;
  std::string err;
};

// Runs `program`, one of those that were built, to its end. Standard input holds
// `input`; none of the streams is a terminal.
Finished RunProgram(const std::string& program, const std::vector<std::string>& arguments, std::string_view input = {});

// A running newsgraphd, killed when this goes away.
class Daemon {
 public:
  // Starts it on `data_dir` with a socket beside it, which address() names, and
  // waits until it is ready. ready() tells whether it is; if not it has ended.
  explicit Daemon(const std::filesystem::path& data_dir, const std::vector<std::string>& arguments = {});
  ~Daemon();
  Daemon(const Daemon&) = delete;
  Daemon& operator=(const Daemon&) = delete;

  bool ready() const { return ready_; }
  const std::string& address() const { return address_; }
  // What it logged so far.
  std::string Log() const { return ReadFile(log_path_); }

  void Signal(int signal) const;
  // Waits until it has ended; its exit code, 128 + signal if a signal ended it.
  int Wait();

 private:
  std::filesystem::path log_path_;
  std::string address_;
  pid_t process_ = -1;  // -1 once it was waited for
  int exit_code_ = -1;
  bool ready_ = false;
};

}  // namespace newsgraph::test
