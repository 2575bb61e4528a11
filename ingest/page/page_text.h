// A page's tree → its text in blocks.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html/html_text.h"
#include "ingest/html/html_tree.h"
#include "ingest/page/page_marks.h"

namespace newsgraph::ingest {

// A paragraph, an item, a cell, a line: text that no block and no line break parts.
struct PageBlock {
  std::uint32_t begin = 0;  // bytes of PageText::text
  std::uint32_t end = 0;
  HtmlNodeId node = 0;   // the innermost block element around it
  HtmlNodeId first = 0;  // its first piece of text
  TextComposer::Break before = TextComposer::Break::kParagraph;
  std::uint32_t weight = 0;       // how much text it is
  std::uint32_t link_weight = 0;  // how much of it stands in links
  std::uint32_t stops = 0;        // marks that end or part sentences
  PageCut cut = PageCut::kNone;   // why it is left out
};

// All that a page shows, cut or not, in order.
struct PageText {
  std::string text;
  std::vector<PageBlock> blocks;

  std::string_view Of(const PageBlock& block) const {
    return std::string_view(text).substr(block.begin, block.end - block.begin);
  }
};

// Blocks take the reason of the mark of their first text. Within a block, text
// whose mark is another is left out.
PageText ReadPageText(const HtmlTree& tree, std::span<const PageMark> marks);

}  // namespace newsgraph::ingest
