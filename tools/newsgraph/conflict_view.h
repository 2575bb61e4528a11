// A conflict → both sentences side by side.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "newsgraph/v1/conflict.pb.h"
#include "tools/terminal.h"

namespace newsgraph::tools {

// Writes conflicts for people: what is disputed, then each side with value,
// source, date and sentence in columns, then why they disagree.
class ConflictView {
 public:
  // Lines have at most `width` columns.
  ConflictView(std::size_t width, Painter paint);
  // For standard output.
  ConflictView();

  std::string Show(const v1::Conflict& conflict);

  // How many were shown, by severity: "3 conflicts: 2 hard, 1 soft".
  std::string Summary() const;

 private:
  // A line of a cell, without what pads it.
  struct Line {
    Color color = Color::kNone;
    std::string text;
  };

  std::string Heading(const v1::Conflict& conflict) const;
  static std::vector<Line> SideLines(const v1::ConflictSide& side, std::size_t width);
  std::string Columns(const std::vector<std::vector<Line>>& cells, std::size_t cell_width) const;

  std::size_t width_;
  Painter paint_;
  std::vector<std::size_t> counts_;  // by severity
};

}  // namespace newsgraph::tools
