// The blocks of an article → those that are its text.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html/html_tree.h"
#include "ingest/page/page_marks.h"
#include "ingest/page/page_text.h"
#include "ingest/page/page_words.h"

namespace newsgraph::ingest {

// What a page is known to be called, folded.
struct PageNames {
  std::vector<std::string> titles;  // the page's own first
  std::vector<std::string> authors;

  bool IsTitle(std::string_view text) const;
  // Whether a line names an author, or says little but when.
  bool IsByline(std::string_view text) const;
  // Whether a heading is the title with some words around it, or most of it.
  bool HoldsTitle(std::string_view heading) const;
};

// What an article is cleaned with; all must outlive the call.
struct CleaningContext {
  const HtmlTree& tree;
  const PageWords& words;
  const PageNames& names;
  std::span<const PageMark> marks;
};

// Cuts of the blocks [`first`, `end`) of `page` what stands between, before and after the text:
// the title, known lines and sections, links, bylines, labels, repetitions.
void CleanText(const CleaningContext& context, std::size_t first, std::size_t end, PageText& page);

}  // namespace newsgraph::ingest
