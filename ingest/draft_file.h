// A draft, wherever it comes from → an article that is checked before it is one.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/plain_text.h"
#include "model/article.h"
#include "model/status.h"

namespace newsgraph::ingest {

// How a draft is written.
enum class DraftForm { kText, kMarkdown, kHtml };

struct DraftFile {
  std::string name;    // as given; "standard input" for that
  std::string source;  // valid UTF-8; what offsets of `plain` lead back to
  PlainText plain;
  Article article;  // with the plain text
};

struct DraftOptions {
  // For drafts that do not say themselves when they are published.
  std::optional<std::chrono::sys_seconds> published;
  std::string language;  // empty: what the page says, or else nothing
  std::size_t max_bytes = std::size_t{1} << 20;
  std::size_t max_page_bytes = std::size_t{16} << 20;  // of HTML, most of which is no text
};

// By the name's ending: *.html, *.htm, *.md, *.markdown; anything else is text.
// A text that begins like a page is one whatever it is called.
DraftForm FormOf(const std::filesystem::path& path, std::string_view source);

// INVALID_ARGUMENT for more than `max_bytes` bytes of text or `max_page_bytes` of HTML, RESOURCE_EXHAUSTED for pages
// beyond HtmlLimits.
StatusOr<DraftFile> MakeDraft(std::string name, std::string source, DraftForm form, const DraftOptions& options);

// NOT_FOUND and UNAVAILABLE for files that cannot be read.
StatusOr<DraftFile> ReadDraft(const std::filesystem::path& path, const DraftOptions& options);
StatusOr<DraftFile> ReadDraftFromStandardInput(const DraftOptions& options);

}  // namespace newsgraph::ingest
