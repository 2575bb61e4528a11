#include "tools/table.h"

#include <algorithm>
#include <cstdio>
#include <limits>
#include <numeric>
#include <utility>

#include "tools/display_text.h"

namespace newsgraph::tools {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kLeastCellWidth = 4;

}  // namespace

Table::Table(std::vector<std::string> headings, std::size_t width, Painter paint)
    : headings_(std::move(headings)), width_(width), paint_(paint) {
  for (const std::string& heading : headings_) widths_.push_back(DisplayWidth(heading));
}

void Table::Add(std::vector<std::string> cells) {
  cells.resize(headings_.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    cells[i] = Printable(cells[i]);
    widths_[i] = std::max(widths_[i], DisplayWidth(cells[i]));
  }
  rows_.push_back(std::move(cells));
}

std::string Table::TakeLines() {
  if (rows_.empty()) return {};
  Shrink();
  const auto line = [this](const std::vector<std::string>& cells) {
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      std::string cell = CutToWidth(cells[i], widths_[i]);
      out += i + 1 == cells.size() ? cell : PadToWidth(std::move(cell), widths_[i] + kGap);
    }
    out.erase(out.find_last_not_of(' ') + 1);
    return out;
  };
  std::string lines;
  if (!std::exchange(begun_, true)) lines = paint_(Color::kBold, line(headings_)) + "\n";
  for (const std::vector<std::string>& row : rows_) lines += line(row) + "\n";
  rows_.clear();
  return lines;
}

void Table::Shrink() {
  const std::size_t gaps = kGap * (widths_.size() - 1);
  while (std::accumulate(widths_.begin(), widths_.end(), gaps) > width_) {
    const auto widest = std::max_element(widths_.begin(), widths_.end());
    if (*widest <= kLeastCellWidth) return;
    --*widest;
  }
}

std::size_t TableWidth() { return IsTerminal(stdout) ? TerminalWidth() : std::numeric_limits<std::size_t>::max(); }

}  // namespace newsgraph::tools
