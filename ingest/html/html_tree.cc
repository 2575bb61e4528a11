#include "ingest/html/html_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <utility>

namespace newsgraph::ingest {
namespace {

// The parser's numbers for elements → ours.
std::array<HtmlTag, GUMBO_TAG_LAST + 1> TagTable() {
  std::array<HtmlTag, GUMBO_TAG_LAST + 1> table{};
  table.fill(HtmlTag::kOther);
  for (int tag = 0; tag < GUMBO_TAG_UNKNOWN; ++tag) {
    table[static_cast<std::size_t>(tag)] = HtmlTagOf(gumbo_normalized_tagname(static_cast<GumboTag>(tag)));
  }
  return table;
}

HtmlTag TagOf(const GumboElement& element) {
  static const auto table = TagTable();
  return table[static_cast<std::size_t>(element.tag)];
}

}  // namespace

// Memory that is given out piece by piece and given back at once: the parser
// frees so much so often that it would take a third of its time.
class HtmlTree::Arena {
 public:
  void* Allocate(std::size_t size) {
    size = (size + alignof(std::max_align_t) - 1) / alignof(std::max_align_t) * alignof(std::max_align_t);
    if (size > left_) {
      const std::size_t block = std::max(size, kBlockBytes);
      blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(block));
      next_ = blocks_.back().get();
      left_ = block;
    }
    left_ -= size;
    return std::exchange(next_, next_ + size);
  }

  static void* Allocate(void* arena, std::size_t size) { return static_cast<Arena*>(arena)->Allocate(size); }
  static void Free(void* /*arena*/, void* /*memory*/) {}

  // The filtered page: names and attributes are views of it.
  FilteredHtml page;

 private:
  static constexpr std::size_t kBlockBytes = std::size_t{128} << 10;

  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
};

// Puts the parser's tree in order.
class HtmlTree::Builder {
 public:
  explicit Builder(HtmlTree& tree) : tree_(tree) {}

  void Build(const GumboNode* root) {
    struct Level {
      const GumboVector* children;
      unsigned next;
      HtmlNodeId id;
    };
    std::vector<Level> levels;
    if (const GumboVector* children = Add(root, 0)) levels.push_back({children, 0, 0});
    while (!levels.empty()) {
      Level& level = levels.back();
      if (level.next == level.children->length) {
        tree_.nodes_[level.id].end = static_cast<HtmlNodeId>(tree_.nodes_.size());
        levels.pop_back();
        continue;
      }
      const auto* child = static_cast<const GumboNode*>(level.children->data[level.next++]);
      const auto id = static_cast<HtmlNodeId>(tree_.nodes_.size());
      if (const GumboVector* children = Add(child, level.id)) levels.push_back({children, 0, id});
    }
  }

 private:
  // The children of what was added; null for text and what is passed over.
  const GumboVector* Add(const GumboNode* from, HtmlNodeId parent) {
    HtmlNode node;
    node.parent = parent;
    node.end = static_cast<HtmlNodeId>(tree_.nodes_.size()) + 1;
    std::string_view written;
    const bool is_text =
        from->type == GUMBO_NODE_TEXT || from->type == GUMBO_NODE_WHITESPACE || from->type == GUMBO_NODE_CDATA;
    if (is_text) {
      node.tag = HtmlTag::kText;
      node.text = from->v.text.text;
      written = {from->v.text.original_text.data, from->v.text.original_text.length};
    } else if (from->type == GUMBO_NODE_ELEMENT) {
      node.tag = TagOf(from->v.element);
      if (node.tag == HtmlTag::kOther) node.text = NameOf(from->v.element);
      AddAttributes(from->v.element, node);
    } else {
      return nullptr;
    }
    tree_.nodes_.push_back(node);
    tree_.written_.push_back(written);
    return is_text ? nullptr : &from->v.element.children;
  }

  static std::string_view NameOf(const GumboElement& element) {
    GumboStringPiece piece = element.original_tag;
    if (piece.data == nullptr || piece.length == 0) return {};
    gumbo_tag_from_original_text(&piece);
    return {piece.data, piece.length};
  }

  void AddAttributes(const GumboElement& element, HtmlNode& node) {
    node.first_attribute = static_cast<std::uint32_t>(tree_.attributes_.size());
    AddFiltered(element.original_tag.data);
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
      const HtmlAttribute name = HtmlAttributeOf(attribute->name);
      if (name != HtmlAttribute::kNone) tree_.attributes_.push_back({name, attribute->value});
    }
    node.attribute_count = static_cast<std::uint16_t>(tree_.attributes_.size() - node.first_attribute);
  }

  // The attributes that the filter took from the tag at `tag`; null for an element without one.
  void AddFiltered(const char* tag) {
    if (tag == nullptr) return;
    const FilteredHtml& page = tree_.arena_->page;
    const auto offset = static_cast<std::uint32_t>(tag - page.html.data());
    const auto found =
        std::lower_bound(page.tags.begin(), page.tags.end(), offset,
                         [](const FilteredHtml::TagAttributes& each, std::uint32_t at) { return each.tag < at; });
    if (found == page.tags.end() || found->tag != offset) return;
    for (std::uint32_t i = found->first; i < found->first + found->count; ++i) {
      const FilteredHtml::Attribute& attribute = page.attributes[i];
      tree_.attributes_.push_back(
          {attribute.name, std::string_view(page.values).substr(attribute.begin, attribute.size)});
    }
  }

  HtmlTree& tree_;
};

HtmlTree::HtmlTree() : arena_(std::make_unique<Arena>()) {}
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

StatusOr<HtmlTree> HtmlTree::Parse(std::string_view html, const HtmlLimits& limits) {
  HtmlTree tree;
  FilteredHtml& page = tree.arena_->page;
  ASSIGN_OR_RETURN(page, FilterHtml(html, limits));
  tree.linked_data_.assign(page.linked_data.begin(), page.linked_data.end());
  page.linked_data.clear();  // views of what may not live as long
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &Arena::Allocate;
  options.deallocator = &Arena::Free;
  options.userdata = tree.arena_.get();
  options.max_errors = 0;
  const GumboOutput* output = gumbo_parse_with_options(&options, page.html.data(), page.html.size());
  tree.nodes_.reserve(page.html.size() / 16 + 16);
  Builder(tree).Build(output->root);
  return tree;
}

std::string_view HtmlTree::Value(HtmlNodeId id, HtmlAttribute attribute) const {
  const HtmlNode& node = nodes_[id];
  for (std::uint32_t i = 0; i < node.attribute_count; ++i) {
    const Attribute& each = attributes_[node.first_attribute + i];
    if (each.name == attribute) return each.value;
  }
  return {};
}

std::string_view HtmlTree::WrittenText(HtmlNodeId id) const { return written_[id]; }

std::vector<SourceStretch> HtmlTree::StretchesOf(std::string_view written) const {
  const FilteredHtml& page = arena_->page;
  const auto begin = static_cast<std::uint32_t>(written.data() - page.html.data());
  std::vector<SourceStretch> out = {{0, SourceOffset(page.stretches, begin)}};
  auto next = std::upper_bound(page.stretches.begin(), page.stretches.end(), begin,
                               [](std::uint32_t at, const SourceStretch& each) { return at < each.text_begin; });
  for (; next != page.stretches.end() && next->text_begin < begin + written.size(); ++next) {
    out.push_back({next->text_begin - begin, next->source_begin});
  }
  return out;
}

bool HtmlTree::Has(HtmlNodeId id, HtmlAttribute attribute) const {
  const HtmlNode& node = nodes_[id];
  for (std::uint32_t i = 0; i < node.attribute_count; ++i) {
    if (attributes_[node.first_attribute + i].name == attribute) return true;
  }
  return false;
}

}  // namespace newsgraph::ingest
