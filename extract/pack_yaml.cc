#include "extract/pack_yaml.h"

#include <yaml.h>

#include <cstdint>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "extract/pack_tree.h"

namespace newsgraph::extract {
namespace {

using Record = PackNode::Record;

// A node while it is being read.
struct Yaml {
  // No pair: clang asks pairs for their constructors before a node is complete.
  struct Entry;

  Record::Kind kind = Record::Kind::kMissing;
  std::uint32_t line = 0;
  std::string scalar;
  std::vector<Yaml> items;     // of a list
  std::vector<Entry> entries;  // of a map, in file order
};

struct Yaml::Entry {
  std::string key;
  Yaml value;
};

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
          node.kind = Record::Kind::kScalar;
        }
        break;
      case YAML_SEQUENCE_START_EVENT:
        node.kind = Record::Kind::kList;
        for (Next(); !failed_ && event_.type != YAML_SEQUENCE_END_EVENT; Next()) node.items.push_back(Node(depth + 1));
        break;
      case YAML_MAPPING_START_EVENT:
        node.kind = Record::Kind::kMap;
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

// Nodes, the children of each in a row, and their text.
class Flat {
 public:
  explicit Flat(const Yaml& root) {
    records_.push_back(RecordOf(root));
    waiting_.emplace_back(0, &root);
    for (std::size_t next = 0; next < waiting_.size(); ++next)
      AddChildren(waiting_[next].first, *waiting_[next].second);
  }

  std::string Bytes(std::uint64_t hash) const {
    const std::size_t record_bytes = records_.size() * sizeof(Record);
    const PackTreeHeader header{hash, static_cast<std::uint32_t>(records_.size()),
                                static_cast<std::uint32_t>(sizeof(PackTreeHeader) + record_bytes)};
    std::string bytes(reinterpret_cast<const char*>(&header), sizeof(header));
    bytes.append(reinterpret_cast<const char*>(records_.data()), record_bytes);
    return bytes + text_;
  }

 private:
  Record RecordOf(const Yaml& node) {
    Record record;
    record.kind = node.kind;
    record.line = node.line;
    if (node.kind == Record::Kind::kScalar) std::tie(record.begin, record.count) = Text(node.scalar);
    return record;
  }

  void AddChildren(std::size_t parent, const Yaml& node) {
    if (node.kind != Record::Kind::kList && node.kind != Record::Kind::kMap) return;
    records_[parent].begin = static_cast<std::uint32_t>(records_.size());
    for (const Yaml& item : node.items) Add(item);
    for (const auto& [key, value] : node.entries) {
      Add(value);
      std::tie(records_.back().key_begin, records_.back().key_bytes) = Text(key);
    }
    records_[parent].count = static_cast<std::uint32_t>(records_.size()) - records_[parent].begin;
  }

  void Add(const Yaml& node) {
    waiting_.emplace_back(records_.size(), &node);
    records_.push_back(RecordOf(node));
  }

  std::pair<std::uint32_t, std::uint32_t> Text(std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(text_.size());
    text_ += text;
    return {begin, static_cast<std::uint32_t>(text.size())};
  }

  std::vector<Record> records_;
  std::string text_;
  std::vector<std::pair<std::size_t, const Yaml*>> waiting_;  // nodes whose children are not there yet
};

}  // namespace

std::string TreeOfYaml(std::string_view name, std::string_view yaml, PackErrors& errors) {
  Parser parser(name, yaml, errors);
  Yaml root = parser.Document();
  if (!parser.failed() && root.kind != Record::Kind::kMap) errors.Add(name, "a pack is a YAML map");
  if (parser.failed() || root.kind != Record::Kind::kMap) root = Yaml();
  CheckKeys(name, root, errors);
  return Flat(root).Bytes(HashOf(yaml));
}

}  // namespace newsgraph::extract
