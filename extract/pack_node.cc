#include "extract/pack_node.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace newsgraph::extract {

struct PackNode::Yaml {
  YAML::Node node;
};

PackNode::PackNode(std::shared_ptr<const Yaml> yaml, std::string path, PackErrors& errors)
    : yaml_(std::move(yaml)), path_(std::move(path)), errors_(&errors) {}

PackNode ParseYaml(std::string_view name, std::string_view content, PackErrors& errors) {
  try {
    auto yaml = std::make_shared<const PackNode::Yaml>(PackNode::Yaml{YAML::Load(std::string(content))});
    PackNode root(yaml->node.IsMap() ? std::move(yaml) : nullptr, std::string(name), errors);
    if (!root) root.Error("a pack is a YAML map");
    return root;
  } catch (const YAML::Exception& e) {
    errors.Add(Concat(name, ":", e.mark.line + 1), e.msg);
    return PackNode(nullptr, std::string(name), errors);
  }
}

PackNode::operator bool() const { return yaml_ != nullptr; }
bool PackNode::IsMap() const { return yaml_ && yaml_->node.IsMap(); }
bool PackNode::IsList() const { return yaml_ && yaml_->node.IsSequence(); }

PackNode PackNode::operator[](std::string_view key) const {
  if (IsMap()) {
    // Not node[key], which would add the key to a missing one.
    for (const auto& entry : yaml_->node) {
      if (entry.first.IsScalar() && entry.first.Scalar() == key && !entry.second.IsNull()) {
        return PackNode(std::make_shared<const Yaml>(Yaml{entry.second}), path_, *errors_);
      }
    }
  }
  return PackNode(nullptr, path_, *errors_);
}

PackNode PackNode::Required(std::string_view key) const {
  PackNode found = (*this)[key];
  if (!found) Error(Concat("`", key, "` is missing"));
  return found;
}

std::vector<PackNode> PackNode::Items() const {
  std::vector<PackNode> items;
  if (!yaml_) return items;
  if (IsList()) {
    for (const auto& item : yaml_->node) items.emplace_back(std::make_shared<const Yaml>(Yaml{item}), path_, *errors_);
  } else if (IsMap()) {
    for (auto& [key, value] : Entries()) items.push_back(std::move(value));
  } else {
    items.push_back(*this);
  }
  return items;
}

std::vector<std::pair<std::string, PackNode>> PackNode::Entries() const {
  std::vector<std::pair<std::string, PackNode>> entries;
  if (!yaml_) return entries;
  if (!IsMap()) {
    Error("a map is expected here");
    return entries;
  }
  for (const auto& entry : yaml_->node) {
    entries.emplace_back(entry.first.Scalar(),
                         PackNode(std::make_shared<const Yaml>(Yaml{entry.second}), path_, *errors_));
  }
  return entries;
}

std::string PackNode::Text() const {
  if (!yaml_) return {};
  if (yaml_->node.IsScalar()) return yaml_->node.Scalar();
  Error("one value is expected here, not a list or map");
  return {};
}

std::string PackNode::Text(std::string_view otherwise) const { return yaml_ ? Text() : std::string(otherwise); }

int PackNode::Integer(int otherwise) const {
  if (!yaml_) return otherwise;
  const std::string text = Text();
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size()) return value;
  Error(Concat("\"", text, "\" is not a whole number"));
  return otherwise;
}

bool PackNode::Flag(bool otherwise) const {
  if (!yaml_) return otherwise;
  const std::string text = Text();
  if (text != "true" && text != "false") Error(Concat("\"", text, "\" is neither true nor false"));
  return text == "true";
}

std::vector<std::string> PackNode::Words() const {
  std::vector<std::string> words;
  if (IsMap()) Error("a list of words is expected here");
  if (!yaml_ || IsMap()) return words;
  for (const PackNode& item : Items()) words.push_back(item.Text());
  return words;
}

void PackNode::Error(std::string_view what) const { errors_->Add(where(), what); }

void PackNode::AllowKeys(std::initializer_list<std::string_view> known) const {
  for (const auto& [key, value] : Entries()) {
    if (std::find(known.begin(), known.end(), key) == known.end()) value.Error(Concat("`", key, "` is not known here"));
  }
}

std::string PackNode::where() const { return yaml_ ? Concat(path_, ":", yaml_->node.Mark().line + 1) : path_; }

}  // namespace newsgraph::extract
