#include "tools/newsgraphd/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <memory>

namespace newsgraph::tools {
namespace {

bool NeedsQuotes(std::string_view value) {
  return value.empty() || std::any_of(value.begin(), value.end(), [](char c) {
           return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '=' || c == '\\' || c == 0x7F;
         });
}

void AppendQuoted(std::string& out, std::string_view value) {
  out += '"';
  for (const char c : value) {
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<unsigned char>(c) < ' ' || c == 0x7F ? ' ' : c;  // a line is a line
  }
  out += '"';
}

}  // namespace

void StartLog(std::string_view level) {
  const auto logger = spdlog::stderr_logger_mt("newsgraphd");
  logger->set_pattern("time=%Y-%m-%dT%H:%M:%S.%e%z level=%l %v");
  logger->set_level(spdlog::level::from_str(std::string(level)));
  logger->flush_on(spdlog::level::trace);
  spdlog::set_default_logger(logger);
}

void LogInfo(std::string_view message, std::initializer_list<LogField> fields) {
  spdlog::info("{}", LogText(message, fields));
}

void LogWarning(std::string_view message, std::initializer_list<LogField> fields) {
  spdlog::warn("{}", LogText(message, fields));
}

void LogError(std::string_view message, std::initializer_list<LogField> fields) {
  spdlog::error("{}", LogText(message, fields));
}

std::string LogText(std::string_view message, std::initializer_list<LogField> fields) {
  std::string out = "msg=";
  AppendQuoted(out, message);
  for (const LogField& field : fields) {
    out += ' ';
    out += field.key;
    out += '=';
    if (NeedsQuotes(field.value)) {
      AppendQuoted(out, field.value);
    } else {
      out += field.value;
    }
  }
  return out;
}

}  // namespace newsgraph::tools
