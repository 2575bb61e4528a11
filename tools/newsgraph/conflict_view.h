// A conflict or link → both sentences side by side.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "newsgraph/v1/conflict.pb.h"
#include "newsgraph/v1/link.pb.h"
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
  // What was planned or forecast, then what it came to.
  std::string Show(const v1::Link& link);

  // How many conflicts were shown, by severity: "3 conflicts: 2 hard, 1 soft".
  std::string Summary() const;
  // How many links were shown, by kind: "3 links: 2 missed, 1 revised".
  std::string LinkSummary() const;

 private:
  // A line of a cell, without what pads it.
  struct Line {
    Color color = Color::kNone;
    std::string text;
  };

  // Of a v1::Conflict or a v1::Link.
  template <typename Message>
  std::string Heading(const std::string& kind, Color color, const Message& message) const;
  std::string Sides(const std::vector<const v1::ConflictSide*>& sides) const;
  std::string Explained(const std::string& explanation) const;
  static std::vector<Line> SideLines(const v1::ConflictSide& side, std::size_t width);
  std::string Columns(const std::vector<std::vector<Line>>& cells, std::size_t cell_width) const;

  std::size_t width_;
  Painter paint_;
  std::vector<std::size_t> counts_;       // by severity
  std::vector<std::size_t> link_counts_;  // by kind
};

}  // namespace newsgraph::tools
