#include "tools/article_input.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>
#include <variant>

#include "ingest/open_source.h"
#include "tools/display_text.h"
#include "tools/record_json.h"
#include "tools/terminal.h"

namespace newsgraph::tools {
namespace {

constexpr std::size_t kReportedRejections = 20;
constexpr std::string_view kStandardInputPath = "-";

void Report(const ingest::Rejection& rejection) {
  static const Painter paint(stderr);
  std::string place = Printable(rejection.file);
  if (rejection.line > 0) place += Concat(":", rejection.line);
  if (IsTerminal(stderr)) std::fputs(kClearLine, stderr);  // a progress line may stand there
  std::fprintf(stderr, "%s: %s\n", paint(Color::kYellow, place).c_str(), Printable(rejection.reason).c_str());
}

}  // namespace

StatusOr<ArticleInput> ArticleInput::Open(const InputOptions& options) {
  ArticleInput input;
  input.read_ = options.read;
  input.paths_.assign(options.paths.begin(), options.paths.end());
  if (input.paths_.empty()) input.paths_.emplace_back(kStandardInputPath);
  for (const std::string& path : input.paths_) {
    std::error_code error;
    if (path != kStandardInputPath && !std::filesystem::exists(path, error)) {
      return Error(StatusCode::kNotFound, "\"", path, "\": there is no such file or folder");
    }
  }
  if (!options.rejected_path.empty()) {
    input.rejected_file_.reset(std::fopen(options.rejected_path.c_str(), "w"));
    if (input.rejected_file_ == nullptr) {
      return Error(StatusCode::kPermissionDenied, "opening \"", options.rejected_path, "\": ", std::strerror(errno));
    }
  }
  return input;
}

std::optional<Article> ArticleInput::Next() {
  while (source_ != nullptr || OpenNext()) {
    std::optional<ingest::SourceItem> item = source_->Next();
    if (!item) {
      source_ = nullptr;
    } else if (auto* article = std::get_if<Article>(&*item)) {
      return std::move(*article);
    } else {
      Reject(std::get<ingest::Rejection>(*item));
    }
  }
  return std::nullopt;
}

bool ArticleInput::OpenNext() {
  while (!paths_.empty()) {
    const std::string path = std::move(paths_.front());
    paths_.pop_front();
    StatusOr<std::unique_ptr<ingest::ArticleSource>> source =
        path == kStandardInputPath ? ingest::OpenStandardInput(read_) : ingest::OpenSource(path, read_);
    if (source.ok()) {
      source_ = *std::move(source);
      return true;
    }
    Reject({path, 0, std::string(source.status().message()), ""});
  }
  return false;
}

void ArticleInput::Reject(const ingest::Rejection& rejection) {
  if (++rejected_count_ <= kReportedRejections) Report(rejection);
  if (rejected_file_ == nullptr) return;
  const std::string line = RejectionRecord(rejection) + "\n";
  keeping_failed_ |= std::fwrite(line.data(), 1, line.size(), rejected_file_.get()) != line.size();
}

Status ArticleInput::Finish() {
  if (rejected_count_ > kReportedRejections) {
    std::fprintf(stderr, "%zu more were rejected%s\n", rejected_count_ - kReportedRejections,
                 rejected_file_ ? "" : "; --rejected FILE keeps them all");
  }
  if (rejected_file_ != nullptr) keeping_failed_ |= std::fflush(rejected_file_.get()) != 0;
  return keeping_failed_ ? Error(StatusCode::kDataLoss, "the rejected articles could not all be kept") : OkStatus();
}

}  // namespace newsgraph::tools
