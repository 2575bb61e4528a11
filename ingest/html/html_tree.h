// HTML → a tree of plain nodes. The only way to the parser.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html/html_filter.h"
#include "ingest/html/html_names.h"
#include "model/status.h"

namespace newsgraph::ingest {

// A node's place in its tree, which is the order of the page.
using HtmlNodeId = std::uint32_t;

// An element or a piece of text. Its descendants are the nodes from the next one
// up to, not including, `end`; the next sibling, if there is one, is at `end`.
struct HtmlNode {
  HtmlTag tag = HtmlTag::kOther;
  std::uint16_t attribute_count = 0;
  std::uint32_t first_attribute = 0;
  HtmlNodeId parent = 0;  // of the root: itself
  HtmlNodeId end = 0;
  // Of text: what it says, character references resolved, white space as it
  // stands. Of elements of unknown names: the name. Of others: empty.
  std::string_view text;
};

// A parsed page. Movable; the text of its nodes lives as long as it does. Any
// thread may read.
class HtmlTree {
 public:
  // Reads valid UTF-8; whatever it holds becomes a tree as browsers make it, less
  // what FilterHtml leaves out. Node 0 is <html>, even of nothing. Costs time and
  // memory linear in `html`; RESOURCE_EXHAUSTED beyond the limits.
  static StatusOr<HtmlTree> Parse(std::string_view html, const HtmlLimits& limits = {});

  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  ~HtmlTree();

  std::span<const HtmlNode> nodes() const { return nodes_; }
  const HtmlNode& node(HtmlNodeId id) const { return nodes_[id]; }
  // What stood in scripts of linked data (JSON-LD), as written.
  std::span<const std::string> linked_data() const { return linked_data_; }
  // Whether `id` lies below `ancestor` or is it.
  bool IsWithin(HtmlNodeId id, HtmlNodeId ancestor) const { return id >= ancestor && id < nodes_[ancestor].end; }

  // The value of an attribute; empty without it.
  std::string_view Value(HtmlNodeId id, HtmlAttribute attribute) const;
  bool Has(HtmlNodeId id, HtmlAttribute attribute) const;

  // The text of a node as it is written: with its character references, and what
  // FilterHtml left of it. Empty for an element.
  std::string_view WrittenText(HtmlNodeId id) const;
  // Where the pieces of a part of a WrittenText stand in the page that was parsed.
  std::vector<SourceStretch> StretchesOf(std::string_view written) const;

 private:
  struct Attribute {
    HtmlAttribute name;
    std::string_view value;
  };
  class Arena;
  class Builder;

  HtmlTree();

  std::unique_ptr<Arena> arena_;  // what the parser allocated: holds all text
  std::vector<HtmlNode> nodes_;
  std::vector<Attribute> attributes_;
  std::vector<std::string> linked_data_;
  std::vector<std::string_view> written_;  // of nodes: the text as written
};

}  // namespace newsgraph::ingest
