#include "tests/support/process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>

extern char** environ;

namespace newsgraph::test {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds kReadyTimeout(60);
constexpr std::chrono::milliseconds kBetweenLooks(5);

// Starts a program with its streams on files.
pid_t Spawn(const std::string& program, std::vector<std::string> arguments, const std::string& in,
            const std::string& out, const std::string& err) {
  const std::string path = std::string(NEWSGRAPH_PROGRAMS) + "/" + program;
  arguments.insert(arguments.begin(), program);
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, STDIN_FILENO, in.c_str(), O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  pid_t process = -1;
  if (posix_spawn(&process, path.c_str(), &files, nullptr, argv.data(), environ) != 0) process = -1;
  posix_spawn_file_actions_destroy(&files);
  return process;
}

int ExitCode(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "newsgraph-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) std::abort();
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string TemporaryFolder::Write(const std::string& name, std::string_view bytes) const {
  const fs::path path = path_ / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
  return path.string();
}

std::string ReadFile(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

Finished RunProgram(const std::string& program, const std::vector<std::string>& arguments, std::string_view input) {
  const TemporaryFolder folder;
  const std::string in = folder.Write("in", input);
  const std::string out = (folder.path() / "out").string();
  const std::string err = (folder.path() / "err").string();
  const pid_t process = Spawn(program, arguments, in, out, err);
  int status = 0;
  if (process < 0 || waitpid(process, &status, 0) != process) return {};
  return {ExitCode(status), ReadFile(out), ReadFile(err)};
}

Daemon::Daemon(const fs::path& data_dir, const std::vector<std::string>& arguments)
    : log_path_(data_dir.string() + ".log"), address_("unix:" + data_dir.string() + ".socket") {
  std::vector<std::string> all = {"--data", data_dir.string(), "--listen", address_};
  all.insert(all.end(), arguments.begin(), arguments.end());
  process_ = Spawn("newsgraphd", all, "/dev/null", "/dev/null", log_path_.string());
  const auto deadline = std::chrono::steady_clock::now() + kReadyTimeout;
  while (process_ > 0 && std::chrono::steady_clock::now() < deadline) {
    ready_ = Log().find("msg=\"ready\"") != std::string::npos;
    int status = 0;
    if (ready_) return;
    if (waitpid(process_, &status, WNOHANG) == process_) {
      exit_code_ = ExitCode(status);
      process_ = -1;
    }
    std::this_thread::sleep_for(kBetweenLooks);
  }
}

Daemon::~Daemon() {
  Signal(SIGKILL);
  Wait();
}

void Daemon::Signal(int signal) const {
  if (process_ > 0) kill(process_, signal);
}

int Daemon::Wait() {
  int status = 0;
  if (process_ > 0 && waitpid(process_, &status, 0) == process_) exit_code_ = ExitCode(status);
  process_ = -1;
  return exit_code_;
}

}  // namespace newsgraph::test
