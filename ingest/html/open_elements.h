// Which elements are open at a place of a page, as a browser would have it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html/html_names.h"

namespace newsgraph::ingest {

// Follows start and end tags by the rules of HTML for what a tag closes that
// nobody wrote, and writes to `out` the tags that are to stand in the page.
class OpenElements {
 public:
  // `out` must outlive this.
  OpenElements(std::string& out, std::size_t max_depth) : out_(out), max_depth_(max_depth) {}

  // Closes what cannot stand around `tag`. False if the tag is to be left out:
  // a part of a table outside of one, or nested too deep.
  bool Enter(HtmlTag tag);
  // Takes the element that was entered as open. `kept` says whether its start tag is in the page.
  void Push(HtmlTag tag, std::string_view name, bool kept);
  // An end tag.
  void Close(HtmlTag tag, std::string_view name);

  // Whether white space counts here.
  bool preformatted() const { return pre_count_ > 0; }

 private:
  struct Element {
    HtmlTag tag = HtmlTag::kOther;
    bool kept = false;
    std::uint32_t name = 0;  // tells apart elements of unknown names
  };
  static constexpr std::size_t kNone = ~std::size_t{0};

  // The innermost open `tag` before a table's or cell's border; kNone without one.
  std::size_t InScope(HtmlTag tag) const;
  bool ClosePartsOfTable(HtmlTag tag);
  void CloseItem(HtmlTag first, HtmlTag second);
  void PopTo(std::size_t place);
  void Remove(std::size_t place);

  std::string& out_;
  std::size_t max_depth_;
  std::vector<Element> open_;
  std::size_t too_deep_ = 0;  // open elements that were left out for their depth
  std::size_t pre_count_ = 0;
  std::size_t paragraph_count_ = 0;
  std::size_t link_count_ = 0;
};

}  // namespace newsgraph::ingest
