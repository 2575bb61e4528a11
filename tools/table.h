// Rows → aligned columns.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tools/terminal.h"

namespace newsgraph::tools {

// Takes rows and writes them in blocks, so that a listing of any length needs
// little memory. Columns of later blocks are at least as wide as before.
class Table {
 public:
  // Cells are cut so that rows fit into `width` columns, the widest first.
  Table(std::vector<std::string> headings, std::size_t width, Painter paint);

  // Adds a row with a cell for each heading; cells are made printable.
  void Add(std::vector<std::string> cells);

  std::size_t pending_count() const { return rows_.size(); }

  // The rows added since the last call as lines, in front of the first ones the
  // headings; empty if there are none.
  std::string TakeLines();

 private:
  void Shrink();

  std::vector<std::string> headings_;
  std::size_t width_;
  Painter paint_;
  std::vector<std::size_t> widths_;
  std::vector<std::vector<std::string>> rows_;
  bool begun_ = false;
};

// How wide tables on standard output may be: the terminal, or without limit
// where it is none, so that no program reads cut cells.
std::size_t TableWidth();

}  // namespace newsgraph::tools
