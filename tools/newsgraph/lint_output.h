// Findings → text for editors, JSON, SARIF.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/finding.h"
#include "tools/newsgraph/options.h"

namespace newsgraph::tools {

// Where a place begins and ends in the file, counted from 1 in lines and code points.
struct FilePlace {
  std::size_t line = 1;
  std::size_t column = 1;
  std::size_t end_line = 1;
  std::size_t end_column = 1;
  // In code points of the text that was read, markup left out.
  std::size_t start = 0;
  std::size_t end = 0;
  std::string quote;  // what stands there

  friend bool operator==(const FilePlace&, const FilePlace&) = default;
};

// What a stored article says against a finding's text.
struct Opponent {
  std::string article;    // id
  std::string origin;     // "dpa, 2026-01-19"
  std::string published;  // RFC 3339, UTC; empty if unknown
  std::string source;     // empty if unknown
  std::string quote;      // the value as written
  std::string sentence;
};

// One text with what was found in it.
struct LintedText {
  std::string name;  // of the file, or the id of an article
  std::string language;
  std::optional<std::chrono::sys_seconds> published;
  std::vector<Finding> findings;
  std::vector<std::vector<FilePlace>> places;  // of each finding, in its order
  // Of each finding in its order, shorter where the last have none: what stored articles say against it.
  std::vector<std::vector<Opponent>> opponents;
};

// Line and column of byte offsets of a text.
class LineIndex {
 public:
  // `text` must outlive this.
  explicit LineIndex(std::string_view text);
  FilePlace Place(std::size_t begin, std::size_t end) const;

 private:
  std::size_t LineOf(std::size_t offset) const;
  std::size_t ColumnOf(std::size_t offset) const;

  std::string_view text_;
  std::vector<std::size_t> line_begins_;
};

// The rule of findings that stored articles make.
inline constexpr const char* kGraphRule = "graph";

// "draft.md:3:14: error: ... [currency]" with both readings and a suggestion below.
std::string LintText(const LintedText& text);
// One document for all texts.
std::string LintJson(const std::vector<LintedText>& texts);
// A record a finding, as docs/formats.md has them for conflicts.
std::string LintRecords(const LintedText& text);
std::string LintSarif(const std::vector<LintedText>& texts);

}  // namespace newsgraph::tools
