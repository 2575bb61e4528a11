// What standard output and standard error can show.
#pragma once

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

namespace newsgraph::tools {

bool IsTerminal(std::FILE* file);

// Columns of the terminal on standard output; else what COLUMNS says; else 100.
std::size_t TerminalWidth();

enum class Color { kNone, kRed, kYellow, kCyan, kDim, kBold };

// Goes back to the beginning of the line and clears it.
inline constexpr const char* kClearLine = "\r\x1b[K";

// Paints text where `file` is a terminal that wants colours: TERM is not "dumb"
// and NO_COLOR is unset or empty.
class Painter {
 public:
  explicit Painter(std::FILE* file);

  // `text` with the codes around it, or as it is.
  std::string operator()(Color color, std::string_view text) const;

 private:
  bool enabled_;
};

}  // namespace newsgraph::tools
