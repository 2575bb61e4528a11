#include "tools/newsgraphd/config.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>

namespace newsgraph::tools {
namespace {

StatusOr<std::string> ReadText(const YAML::Node& node) {
  if (!node.IsScalar()) return Error(StatusCode::kInvalidArgument, "must be one value");
  return node.Scalar();
}

StatusOr<std::vector<std::string>> ReadTexts(const YAML::Node& node) {
  if (node.IsScalar()) return std::vector<std::string>{node.Scalar()};
  if (!node.IsSequence() || node.size() == 0) return Error(StatusCode::kInvalidArgument, "must be a value or a list");
  std::vector<std::string> texts;
  for (const YAML::Node& item : node) {
    ASSIGN_OR_RETURN(std::string text, ReadText(item));
    texts.push_back(std::move(text));
  }
  return texts;
}

StatusOr<std::int64_t> ReadNumber(const YAML::Node& node, std::int64_t least, std::int64_t most) {
  ASSIGN_OR_RETURN(const std::string text, ReadText(node));
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < least || value > most) {
    return Error(StatusCode::kInvalidArgument, "must be a whole number from ", least, " to ", most, ", not \"", text,
                 "\"");
  }
  return value;
}

using SetKey = Status (*)(const YAML::Node& node, DaemonConfig& config);

template <std::size_t DaemonConfig::* kMember, std::int64_t kMost>
Status SetCount(const YAML::Node& node, DaemonConfig& config) {
  ASSIGN_OR_RETURN(const std::int64_t count, ReadNumber(node, 1, kMost));
  config.*kMember = static_cast<std::size_t>(count);
  return OkStatus();
}

template <std::string DaemonConfig::* kMember>
Status SetText(const YAML::Node& node, DaemonConfig& config) {
  ASSIGN_OR_RETURN(config.*kMember, ReadText(node));
  return OkStatus();
}

Status SetAddresses(const YAML::Node& node, DaemonConfig& config) {
  ASSIGN_OR_RETURN(config.addresses, ReadTexts(node));
  return OkStatus();
}

Status SetDurability(const YAML::Node& node, DaemonConfig& config) {
  ASSIGN_OR_RETURN(const std::string text, ReadText(node));
  ASSIGN_OR_RETURN(config.durability, ParseDurability(text));
  return OkStatus();
}

Status SetLogLevel(const YAML::Node& node, DaemonConfig& config) {
  ASSIGN_OR_RETURN(config.log_level, ReadText(node));
  return CheckLogLevel(config.log_level);
}

Status SetGrace(const YAML::Node& node, DaemonConfig& config) {
  ASSIGN_OR_RETURN(const std::int64_t seconds, ReadNumber(node, 0, 3600));
  config.shutdown_grace = std::chrono::seconds(seconds);
  return OkStatus();
}

Status SetSources(const YAML::Node& node, DaemonConfig& config) {
  ASSIGN_OR_RETURN(config.sources, ReadSources(node));
  return OkStatus();
}

Status SetOwnOutlets(const YAML::Node& node, DaemonConfig& config) {
  if (node.IsSequence() && node.size() == 0) return OkStatus();
  ASSIGN_OR_RETURN(config.own_outlets, ReadTexts(node));
  return OkStatus();
}

Status SetTimeBudget(const YAML::Node& node, DaemonConfig& config) {
  ASSIGN_OR_RETURN(const std::int64_t seconds, ReadNumber(node, 1, 3600));
  config.time_budget = std::chrono::seconds(seconds);
  return OkStatus();
}

struct Key {
  std::string_view name;
  SetKey set;
};

constexpr std::array<Key, 12> kKeys = {{
    {"data", &SetText<&DaemonConfig::data_dir>},
    {"listen", &SetAddresses},
    {"packs", &SetText<&DaemonConfig::packs_dir>},
    {"durability", &SetDurability},
    {"log_level", &SetLogLevel},
    {"shutdown_grace_seconds", &SetGrace},
    {"max_article_bytes", &SetCount<&DaemonConfig::max_article_bytes, 16 << 20>},
    {"submit_threads", &SetCount<&DaemonConfig::submit_threads, 1024>},
    {"read_threads", &SetCount<&DaemonConfig::read_threads, 1024>},
    {"sources", &SetSources},
    {"time_budget_seconds", &SetTimeBudget},
    {"own_outlets", &SetOwnOutlets},
}};

Status SetValue(std::string_view name, const YAML::Node& value, DaemonConfig& config) {
  const auto* const key = std::find_if(kKeys.begin(), kKeys.end(), [&](const Key& k) { return k.name == name; });
  if (key != kKeys.end()) return key->set(value, config);
  std::string known;
  for (const Key& k : kKeys) known += Concat(known.empty() ? "" : ", ", k.name);
  return Error(StatusCode::kInvalidArgument, "there is no such key; there are: ", known);
}

StatusOr<DaemonConfig> ReadConfig(const YAML::Node& root, std::string_view name) {
  DaemonConfig config;
  if (root.IsNull() || !root.IsDefined()) return config;
  if (!root.IsMap())
    return Error(StatusCode::kInvalidArgument, name, ": must be keys and values like \"data: /var/lib/newsgraph\"");
  for (const auto& entry : root) {
    const std::string key = entry.first.IsScalar() ? entry.first.Scalar() : "";
    if (const Status status = SetValue(key, entry.second, config); !status.ok()) {
      return Error(StatusCode::kInvalidArgument, name, ":", entry.first.Mark().line + 1, ": \"", key,
                   "\": ", std::string(status.message()));
    }
  }
  return config;
}

}  // namespace

StatusOr<DaemonConfig> ParseConfig(const std::string& yaml, std::string_view name) {
  try {  // the parser's way to say that something is wrong
    return ReadConfig(YAML::Load(yaml), name);
  } catch (const YAML::Exception& error) {
    return Error(StatusCode::kInvalidArgument, name, ":", error.mark.line + 1, ": no valid YAML: ", error.msg);
  }
}

StatusOr<DaemonConfig> LoadConfig(const std::string& path) {
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error(StatusCode::kNotFound, "opening configuration \"", path, "\": ", std::strerror(errno));
  return ParseConfig(std::string(std::istreambuf_iterator<char>(in), {}), path);
}

StatusOr<graph::Durability> ParseDurability(std::string_view text) {
  if (text == "disk") return graph::Durability::kDisk;
  if (text == "process") return graph::Durability::kProcess;
  return Error(StatusCode::kInvalidArgument, "must be disk or process, not \"", text, "\"");
}

Status CheckLogLevel(std::string_view text) {
  if (text == "debug" || text == "info" || text == "warn" || text == "error") return OkStatus();
  return Error(StatusCode::kInvalidArgument, "must be debug, info, warn or error, not \"", text, "\"");
}

}  // namespace newsgraph::tools
