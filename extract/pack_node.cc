#include "extract/pack_node.h"

#include <yaml.h>

#include <algorithm>
#include <charconv>
#include <set>

namespace newsgraph::extract {
namespace {

using Yaml = PackNode::Yaml;

// Deeper nesting is no pack.
constexpr int kMostDepth = 32;

// Events of libyaml → nodes.
class Parser {
 public:
  Parser(std::string_view name, std::string_view content, PackErrors& errors) : name_(name), errors_(errors) {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(content.data()), content.size());
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() {
    yaml_event_delete(&event_);
    yaml_parser_delete(&parser_);
  }

  Yaml Document() {
    Next();  // the stream's start
    Next();
    if (event_.type == YAML_STREAM_END_EVENT) return Yaml();
    Next();
    return Node(0);
  }

  bool failed() const { return failed_; }

 private:
  void Next() {
    if (failed_) return;
    yaml_event_delete(&event_);
    if (yaml_parser_parse(&parser_, &event_) != 0) return;
    event_.type = YAML_STREAM_END_EVENT;
    Fail(parser_.problem_mark.line + 1, parser_.problem == nullptr ? "no YAML" : parser_.problem);
  }

  void Fail(std::size_t line, std::string_view what) {
    if (!failed_) errors_.Add(Concat(name_, ":", line), what);
    failed_ = true;
  }

  std::string Scalar() const {
    return std::string(reinterpret_cast<const char*>(event_.data.scalar.value), event_.data.scalar.length);
  }

  // The node that the current event begins; afterwards its last event is current.
  Yaml Node(int depth) {
    Yaml node;
    node.line = static_cast<std::uint32_t>(event_.start_mark.line) + 1;
    if (depth > kMostDepth) Fail(node.line, "nested too deeply");
    switch (event_.type) {
      case YAML_SCALAR_EVENT:
        node.scalar = Scalar();
        if (!event_.data.scalar.plain_implicit || !(node.scalar.empty() || node.scalar == "~")) {
          node.kind = Yaml::Kind::kScalar;
        }
        break;
      case YAML_SEQUENCE_START_EVENT:
        node.kind = Yaml::Kind::kList;
        for (Next(); !failed_ && event_.type != YAML_SEQUENCE_END_EVENT; Next()) node.items.push_back(Node(depth + 1));
        break;
      case YAML_MAPPING_START_EVENT:
        node.kind = Yaml::Kind::kMap;
        for (Next(); !failed_ && event_.type != YAML_MAPPING_END_EVENT; Next()) Entry(depth, node);
        break;
      default:
        Fail(node.line, "anchors and aliases are not for packs");
        break;
    }
    return node;
  }

  void Entry(int depth, Yaml& map) {
    const std::size_t line = event_.start_mark.line + 1;
    if (event_.type != YAML_SCALAR_EVENT) return Fail(line, "a key is one word");
    std::string key = Scalar();
    Next();
    map.entries.push_back({std::move(key), Node(depth + 1)});
  }

  std::string_view name_;
  PackErrors& errors_;
  yaml_parser_t parser_ = {};
  yaml_event_t event_ = {};
  bool failed_ = false;
};

void CheckKeys(std::string_view name, const Yaml& node, PackErrors& errors) {
  std::set<std::string_view> keys;
  for (const auto& [key, value] : node.entries) {
    if (!keys.insert(key).second) errors.Add(Concat(name, ":", value.line), Concat("`", key, "` is here twice"));
    CheckKeys(name, value, errors);
  }
  for (const Yaml& item : node.items) CheckKeys(name, item, errors);
}

}  // namespace

std::unique_ptr<const PackNode::Tree> ParseYaml(std::string_view name, std::string_view content, PackErrors& errors) {
  auto tree = std::make_unique<PackNode::Tree>();
  tree->name = name;
  Parser parser(name, content, errors);
  tree->root = parser.Document();
  if (!parser.failed() && tree->root.kind != Yaml::Kind::kMap) errors.Add(name, "a pack is a YAML map");
  if (parser.failed() || tree->root.kind != Yaml::Kind::kMap) tree->root = Yaml();
  CheckKeys(name, tree->root, errors);
  return tree;
}

PackNode::PackNode(const Tree& tree, const Yaml* yaml, PackErrors& errors)
    : tree_(&tree), yaml_(yaml == nullptr || yaml->kind == Yaml::Kind::kMissing ? nullptr : yaml), errors_(&errors) {}

PackNode PackNode::RootOf(const Tree& tree, PackErrors& errors) { return PackNode(tree, &tree.root, errors); }

PackNode::operator bool() const { return yaml_ != nullptr; }
bool PackNode::IsMap() const { return yaml_ != nullptr && yaml_->kind == Yaml::Kind::kMap; }
bool PackNode::IsList() const { return yaml_ != nullptr && yaml_->kind == Yaml::Kind::kList; }

PackNode PackNode::operator[](std::string_view key) const {
  if (IsMap()) {
    for (const auto& [name, value] : yaml_->entries) {
      if (name == key) return PackNode(*tree_, &value, *errors_);
    }
  }
  return PackNode(*tree_, nullptr, *errors_);
}

PackNode PackNode::Required(std::string_view key) const {
  PackNode found = (*this)[key];
  if (!found) Error(Concat("`", key, "` is missing"));
  return found;
}

std::vector<PackNode> PackNode::Items() const {
  std::vector<PackNode> items;
  if (yaml_ == nullptr) return items;
  if (IsList()) {
    for (const Yaml& item : yaml_->items) items.push_back(PackNode(*tree_, &item, *errors_));
  } else if (IsMap()) {
    for (const auto& [key, value] : yaml_->entries) items.push_back(PackNode(*tree_, &value, *errors_));
  } else {
    items.push_back(*this);
  }
  return items;
}

std::vector<std::pair<std::string, PackNode>> PackNode::Entries() const {
  std::vector<std::pair<std::string, PackNode>> entries;
  if (yaml_ == nullptr) return entries;
  if (!IsMap()) {
    Error("a map is expected here");
    return entries;
  }
  for (const auto& [key, value] : yaml_->entries) entries.emplace_back(key, PackNode(*tree_, &value, *errors_));
  return entries;
}

std::string PackNode::Text() const {
  if (yaml_ == nullptr) return {};
  if (yaml_->kind == Yaml::Kind::kScalar) return yaml_->scalar;
  Error("one value is expected here, not a list or map");
  return {};
}

std::string PackNode::Text(std::string_view otherwise) const {
  return yaml_ != nullptr ? Text() : std::string(otherwise);
}

int PackNode::Integer(int otherwise) const {
  if (yaml_ == nullptr) return otherwise;
  const std::string text = Text();
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size()) return value;
  Error(Concat("\"", text, "\" is not a whole number"));
  return otherwise;
}

bool PackNode::Flag(bool otherwise) const {
  if (yaml_ == nullptr) return otherwise;
  const std::string text = Text();
  if (text != "true" && text != "false") Error(Concat("\"", text, "\" is neither true nor false"));
  return text == "true";
}

std::vector<std::string> PackNode::Words() const {
  std::vector<std::string> words;
  if (IsMap()) Error("a list of words is expected here");
  if (yaml_ == nullptr || IsMap()) return words;
  for (const PackNode& item : Items()) words.push_back(item.Text());
  return words;
}

void PackNode::Error(std::string_view what) const { errors_->Add(where(), what); }

void PackNode::AllowKeys(std::span<const std::string_view> known, std::span<const std::string_view> more) const {
  const auto is_in = [](std::span<const std::string_view> keys, std::string_view key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  };
  for (const auto& [key, value] : Entries()) {
    if (!is_in(known, key) && !is_in(more, key)) value.Error(Concat("`", key, "` is not known here"));
  }
}

std::string PackNode::where() const { return yaml_ != nullptr ? Concat(tree_->name, ":", yaml_->line) : tree_->name; }

}  // namespace newsgraph::extract
