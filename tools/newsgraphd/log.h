// What a daemon tells its operator.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace newsgraph::tools {

struct LogField {
  std::string_view key;
  std::string value;
};

// Writes lines of keys and values to standard error:
//   time=2026-01-19T18:25:12.345+0100 level=info msg="listening" address=127.0.0.1:7878
// `level` is the least that is written: "debug", "info", "warn", "error". Any
// thread may log.
void StartLog(std::string_view level);

void LogInfo(std::string_view message, std::initializer_list<LogField> fields = {});
void LogWarning(std::string_view message, std::initializer_list<LogField> fields = {});
void LogError(std::string_view message, std::initializer_list<LogField> fields = {});

// `message` and `fields` as they stand in a line; values with blanks, quotes or
// control characters are quoted.
std::string LogText(std::string_view message, std::initializer_list<LogField> fields);

}  // namespace newsgraph::tools
