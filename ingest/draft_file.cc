#include "ingest/draft_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <utility>

#include "ingest/open_source.h"
#include "ingest/utf8.h"

namespace newsgraph::ingest {
namespace {

// As much of `in` as may be read, and a byte more where there is more.
std::string ReadAll(std::istream& in, std::size_t max_bytes) {
  std::string bytes;
  std::array<char, 64 * 1024> chunk = {};
  while (in && bytes.size() <= max_bytes) {
    in.read(chunk.data(), chunk.size());
    bytes.append(chunk.data(), static_cast<std::size_t>(in.gcount()));
  }
  return bytes;
}

bool BeginsLikeAPage(std::string_view source) {
  const std::size_t begin = source.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return false;
  std::string head(source.substr(begin, 14));
  for (char& c : head) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return head.starts_with("<!doctype html") || head.starts_with("<html");
}

StatusOr<PlainText> Plain(const std::string& source, DraftForm form) {
  switch (form) {
    case DraftForm::kMarkdown:
      return FromMarkdown(source);
    case DraftForm::kHtml:
      return FromHtml(source);
    case DraftForm::kText:
      break;
  }
  return FromText(source);
}

}  // namespace

DraftForm FormOf(const std::filesystem::path& path, std::string_view source) {
  const std::string ending = path.extension().string();
  if (ending == ".html" || ending == ".htm" || ending == ".xhtml" || BeginsLikeAPage(source)) return DraftForm::kHtml;
  return ending == ".md" || ending == ".markdown" ? DraftForm::kMarkdown : DraftForm::kText;
}

StatusOr<DraftFile> MakeDraft(std::string name, std::string source, DraftForm form, const DraftOptions& options) {
  const std::size_t most = form == DraftForm::kHtml ? options.max_page_bytes : options.max_bytes;
  if (source.size() > most) {
    return Error(StatusCode::kInvalidArgument, "\"", name, "\": has more than ", most, " bytes; split it");
  }
  DraftFile draft;
  draft.source = RepairUtf8(std::move(source));
  StatusOr<PlainText> plain = Plain(draft.source, form);
  if (!plain.ok()) return Error(plain.status().code(), "\"", name, "\": ", std::string(plain.status().message()));
  draft.plain = *std::move(plain);
  draft.article.id = name;
  draft.article.title = draft.plain.title;
  draft.article.text = draft.plain.text;
  draft.article.language = options.language.empty() ? draft.plain.language : options.language;
  draft.article.published = options.published ? options.published : draft.plain.published;
  draft.name = std::move(name);
  return draft;
}

StatusOr<DraftFile> ReadDraft(const std::filesystem::path& path, const DraftOptions& options) {
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error(StatusCode::kNotFound, "opening \"", path.string(), "\": ", std::strerror(errno));
  std::string source = ReadAll(in, std::max(options.max_bytes, options.max_page_bytes));
  if (in.bad() || (source.empty() && !in.eof())) {
    return Error(StatusCode::kUnavailable, "reading \"", path.string(), "\" failed");
  }
  const DraftForm form = FormOf(path, source);
  return MakeDraft(RepairUtf8(path.generic_string()), std::move(source), form, options);
}

StatusOr<DraftFile> ReadDraftFromStandardInput(const DraftOptions& options) {
  std::string source = ReadAll(std::cin, std::max(options.max_bytes, options.max_page_bytes));
  const DraftForm form = FormOf("", source);
  return MakeDraft(std::string(kStandardInput), std::move(source), form, options);
}

}  // namespace newsgraph::ingest
