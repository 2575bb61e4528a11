#include "compare/lint.h"

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "ingest/draft_file.h"
#include "ingest/language.h"
#include "ingest/open_source.h"
#include "tools/code_points.h"
#include "tools/display_text.h"
#include "tools/language_readers.h"
#include "tools/newsgraph/commands.h"
#include "tools/newsgraph/lint_graph.h"
#include "tools/newsgraph/lint_output.h"
#include "tools/newsgraph/report.h"
#include "tools/terminal.h"

namespace newsgraph::tools {
namespace {

constexpr std::string_view kStandardInputPath = "-";

// Fills in where the findings stand; `source_offset` leads from the text to the file.
template <typename SourceOffset>
void FindPlaces(std::string_view text, const LineIndex& lines, const SourceOffset& source_offset, LintedText& out) {
  const CodePoints code_points(text);
  for (const Finding& finding : out.findings) {
    std::vector<FilePlace>& places = out.places.emplace_back();
    for (const ReadPlace& place : finding.places) {
      FilePlace& added =
          places.emplace_back(lines.Place(source_offset(place.span.begin), source_offset(place.span.end)));
      added.start = code_points.Before(place.span.begin);
      added.end = code_points.Before(place.span.end);
      added.quote = place.span.In(text);
    }
  }
}

// Checks texts one by one and keeps what was found.
class Linter {
 public:
  Linter(const LintOptions& options, const LanguageReaders& readers) : options_(options), readers_(readers) {
    if (options.graph) graph_.emplace(options.server);
  }

  Status LintFile(const std::string& path) {
    const ingest::DraftOptions draft{options_.published, options_.language};
    if (path == kStandardInputPath) {
      ASSIGN_OR_RETURN(const ingest::DraftFile read, ingest::ReadDraftFromStandardInput(draft));
      return LintDraft(read);
    }
    const std::string ending = std::filesystem::path(path).extension().string();
    if (ending == ".jsonl" || ending == ".ndjson" || std::filesystem::is_directory(path)) return LintArticles(path);
    ASSIGN_OR_RETURN(const ingest::DraftFile read, ingest::ReadDraft(path, draft));
    return LintDraft(read);
  }

  // Whether something was found that is as bad as the options say.
  bool HasFailed() const { return failed_; }
  const std::vector<LintedText>& texts() const { return texts_; }

 private:
  Status LintDraft(const ingest::DraftFile& draft) {
    ASSIGN_OR_RETURN(LintedText text, Check(draft.article, draft.name));
    FindPlaces(
        draft.article.text, LineIndex(draft.source),
        [&draft](std::uint32_t at) { return ingest::SourceOffset(draft.plain.stretches, at); }, text);
    return Keep(std::move(text));
  }

  // Articles that are written down already: places are those of their texts.
  Status LintArticles(const std::string& path) {
    ingest::ReadOptions read;
    read.published = options_.published;
    ASSIGN_OR_RETURN(const std::unique_ptr<ingest::ArticleSource> source, ingest::OpenSource(path, read));
    while (std::optional<ingest::SourceItem> item = source->Next()) {
      if (const auto* rejection = std::get_if<ingest::Rejection>(&*item)) {
        return Error(StatusCode::kInvalidArgument, rejection->file, ":", rejection->line, ": ", rejection->reason);
      }
      Article& article = std::get<Article>(*item);
      if (!options_.language.empty()) article.language = options_.language;
      ASSIGN_OR_RETURN(LintedText text, Check(article, article.id));
      FindPlaces(article.text, LineIndex(article.text), [](std::uint32_t at) { return at; }, text);
      RETURN_IF_ERROR(Keep(std::move(text)));
    }
    return OkStatus();
  }

  StatusOr<LintedText> Check(Article article, const std::string& name) {
    if (article.language.empty()) article.language = ingest::DetectLanguage(article.text);
    ASSIGN_OR_RETURN(const Reader* reader, readers_.For(article.language));
    LintedText text{name,
                    article.language,
                    article.published,
                    compare::Lint(article, reader->Read(article), reader->catalogue()),
                    {},
                    {}};
    std::erase_if(text.findings, [this](const Finding& f) { return f.level < options_.least_level; });
    if (graph_) RETURN_IF_ERROR(graph_->AddFindings(article, options_.least_level, text));
    return text;
  }

  Status Keep(LintedText text) {
    for (const Finding& finding : text.findings) failed_ |= options_.fail_on && finding.level >= *options_.fail_on;
    if (!text.published) {
      const std::string name = Printable(text.name);
      std::fprintf(
          stderr,
          "%s: no publication date is known, so relative dates and plans are not checked; --published gives one\n",
          name.c_str());
    }
    if (options_.output == LintFormat::kText) return WriteOutput(LintText(text));
    if (options_.output == LintFormat::kJsonLines) return WriteOutput(LintRecords(text));
    texts_.push_back(std::move(text));
    return OkStatus();
  }

  const LintOptions& options_;
  const LanguageReaders& readers_;
  std::optional<GraphLinter> graph_;
  std::vector<LintedText> texts_;
  bool failed_ = false;
};

}  // namespace

ExitCode RunLint(const LintOptions& options) {
  const LanguageReaders readers(options.packs_dir);
  Linter linter(options, readers);
  std::vector<std::string> paths = options.paths;
  if (paths.empty()) paths.emplace_back(kStandardInputPath);
  for (const std::string& path : paths) {
    const Status status = linter.LintFile(path);
    if (status.code() == StatusCode::kNotFound) return FailToOpen(status);
    if (status.code() == StatusCode::kUnavailable && options.graph) return FailAt(options.server, status);
    if (!status.ok()) return Fail(status);
  }
  Status written = OkStatus();
  if (options.output == LintFormat::kJson) written = WriteOutput(LintJson(linter.texts()));
  if (options.output == LintFormat::kSarif) written = WriteOutput(LintSarif(linter.texts()));
  if (!written.ok()) return Fail(written);
  return linter.HasFailed() ? ExitCode::kConflicts : ExitCode::kDone;
}

}  // namespace newsgraph::tools
