#include "tools/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>

namespace newsgraph::tools {
namespace {

constexpr std::size_t kDefaultColumns = 100;
constexpr std::size_t kLeastColumns = 40;

std::string_view Variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

std::string_view Code(Color color) {
  switch (color) {
    case Color::kNone:
      return "";
    case Color::kRed:
      return "\x1b[31;1m";
    case Color::kYellow:
      return "\x1b[33m";
    case Color::kCyan:
      return "\x1b[36m";
    case Color::kDim:
      return "\x1b[2m";
    case Color::kBold:
      return "\x1b[1m";
  }
  return "";
}

}  // namespace

bool IsTerminal(std::FILE* file) { return isatty(fileno(file)) == 1; }

std::size_t TerminalWidth() {
  std::size_t columns = 0;
  winsize size = {};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) columns = size.ws_col;
  if (columns == 0) {
    const std::string_view text = Variable("COLUMNS");
    std::from_chars(text.data(), text.data() + text.size(), columns);
  }
  if (columns == 0) return kDefaultColumns;
  return columns < kLeastColumns ? kLeastColumns : columns;
}

Painter::Painter(std::FILE* file)
    : enabled_(IsTerminal(file) && Variable("NO_COLOR").empty() && Variable("TERM") != "dumb") {}

std::string Painter::operator()(Color color, std::string_view text) const {
  if (!enabled_ || color == Color::kNone || text.empty()) return std::string(text);
  std::string out(Code(color));
  out += text;
  out += "\x1b[0m";
  return out;
}

}  // namespace newsgraph::tools
