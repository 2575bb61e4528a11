// A page's blocks → which of them are the article's text.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html/html_tree.h"
#include "ingest/page/page_words.h"

namespace newsgraph::ingest {

// What is known of a page from its metadata; all may be empty.
struct PageWitness {
  std::string_view title;
  std::span<const std::string> headings;  // further titles
  std::span<const std::string> authors;
  std::string_view description;
  // The article's text as the page states it in linked data.
  std::string_view body;
  bool free = true;  // false where the page says that it shows a part only
};

// Blocks of a page that were left out.
struct CutPart {
  PageCut cut = PageCut::kNone;
  std::string text;

  friend bool operator==(const CutPart&, const CutPart&) = default;
};

struct MainText {
  // Paragraphs parted by an empty line, items and rows on lines of their own, cells
  // parted by tabs. Empty if the page holds no article.
  std::string text;
  // All else that the page shows, in its order; blocks that were cut for the same
  // reason one after the other are one part, a line each.
  std::vector<CutPart> cuts;
};

// Finds the text by the structure of the page and by how dense it is with text
// and links, in time linear in the page.
MainText FindMainText(const HtmlTree& tree, NameCache& names, const PageWitness& witness);

}  // namespace newsgraph::ingest
