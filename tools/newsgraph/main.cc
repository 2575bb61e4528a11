// newsgraph: the command line.
#include <functional>
#include <variant>

#include "tools/newsgraph/command_line.h"
#include "tools/newsgraph/huge_pages.h"

int main(int argc, char** argv) {
  using newsgraph::tools::ExitCode;
  newsgraph::tools::UseHugePages();
  const auto parsed = newsgraph::tools::ParseCommandLine(argc, argv);
  const auto* command = std::get_if<std::function<ExitCode()>>(&parsed);
  return static_cast<int>(command != nullptr ? (*command)() : std::get<ExitCode>(parsed));
}
