#include "extract/pack_tree.h"

#include <algorithm>
#include <charconv>

#include "model/status.h"

namespace newsgraph::extract {
namespace {

constexpr std::uint32_t kMissing = static_cast<std::uint32_t>(-1);

}  // namespace

PackNode::PackNode(const Tree& tree, std::uint32_t index, PackErrors& errors)
    : tree_(&tree), index_(tree.At(index).kind == Record::Kind::kMissing ? kMissing : index), errors_(&errors) {}

PackNode::PackNode(const Tree& tree, PackErrors& errors) : tree_(&tree), index_(kMissing), errors_(&errors) {}

PackNode PackNode::RootOf(const Tree& tree, PackErrors& errors) { return PackNode(tree, 0, errors); }

PackNode::operator bool() const { return index_ != kMissing; }

PackNode::Record PackNode::Here() const { return index_ == kMissing ? Record() : tree_->At(index_); }

bool PackNode::IsMap() const { return Here().kind == Record::Kind::kMap; }
bool PackNode::IsList() const { return Here().kind == Record::Kind::kList; }

PackNode PackNode::operator[](std::string_view key) const {
  if (const Record here = Here(); here.kind == Record::Kind::kMap) {
    for (std::uint32_t i = here.begin; i < here.begin + here.count; ++i) {
      if (const Record child = tree_->At(i);
          child.key_bytes == key.size() && tree_->Text(child.key_begin, child.key_bytes) == key)
        return PackNode(*tree_, i, *errors_);
    }
  }
  return PackNode(*tree_, *errors_);
}

PackNode PackNode::Required(std::string_view key) const {
  PackNode found = (*this)[key];
  if (!found) Error(Concat("`", key, "` is missing"));
  return found;
}

std::size_t PackNode::size() const {
  const Record here = Here();
  if (here.kind == Record::Kind::kMissing) return 0;
  return here.kind == Record::Kind::kScalar ? 1 : here.count;
}

std::vector<PackNode> PackNode::Items() const {
  std::vector<PackNode> items;
  const Record here = Here();
  if (here.kind == Record::Kind::kScalar) items.push_back(*this);
  if (here.kind != Record::Kind::kList && here.kind != Record::Kind::kMap) return items;
  items.reserve(here.count);
  for (std::uint32_t i = 0; i < here.count; ++i) items.push_back(PackNode(*tree_, here.begin + i, *errors_));
  return items;
}

std::vector<std::pair<std::string, PackNode>> PackNode::Entries() const {
  std::vector<std::pair<std::string, PackNode>> entries;
  const Record here = Here();
  if (here.kind == Record::Kind::kMissing) return entries;
  if (here.kind != Record::Kind::kMap) {
    Error("a map is expected here");
    return entries;
  }
  entries.reserve(here.count);
  for (std::uint32_t i = here.begin; i < here.begin + here.count; ++i) {
    const Record child = tree_->At(i);
    entries.emplace_back(tree_->Text(child.key_begin, child.key_bytes), PackNode(*tree_, i, *errors_));
  }
  return entries;
}

std::string PackNode::Text() const {
  const Record here = Here();
  if (here.kind == Record::Kind::kScalar) return std::string(tree_->Text(here.begin, here.count));
  if (here.kind != Record::Kind::kMissing) Error("one value is expected here, not a list or map");
  return {};
}

std::string PackNode::Text(std::string_view otherwise) const {
  return index_ != kMissing ? Text() : std::string(otherwise);
}

int PackNode::Integer(int otherwise) const {
  if (index_ == kMissing) return otherwise;
  const std::string text = Text();
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size()) return value;
  Error(Concat("\"", text, "\" is not a whole number"));
  return otherwise;
}

bool PackNode::Flag(bool otherwise) const {
  if (index_ == kMissing) return otherwise;
  const std::string text = Text();
  if (text != "true" && text != "false") Error(Concat("\"", text, "\" is neither true nor false"));
  return text == "true";
}

std::vector<std::string> PackNode::Words() const {
  std::vector<std::string> words;
  if (IsMap()) Error("a list of words is expected here");
  if (index_ == kMissing || IsMap()) return words;
  words.reserve(size());
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

std::string PackNode::where() const { return index_ != kMissing ? Concat(tree_->name, ":", Here().line) : tree_->name; }

}  // namespace newsgraph::extract
