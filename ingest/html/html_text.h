// HTML → plain text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ingest/html/html_tree.h"
#include "model/status.h"

namespace newsgraph::ingest {

// Puts pieces of text together as a page shows them: white space becomes one
// space, blocks stand apart.
class TextComposer {
 public:
  enum class Break : std::uint8_t { kNone, kCell, kLine, kParagraph };

  // The text that follows does not continue what stands before; the strongest of several breaks holds.
  void Part(Break how) { break_ = how > break_ ? how : break_; }
  // Text of one block; white space at its edges joins or parts it from its neighbours.
  void Add(std::string_view text);
  // The same, with its white space.
  void AddPreformatted(std::string_view text);

  // Without breaks and white space at both ends.
  std::string Take();
  std::size_t size() const { return out_.size(); }

 private:
  void WriteBreak();

  std::string out_;
  Break break_ = Break::kNone;
  bool space_ = false;
};

// How the text before and after an element of this tag is parted.
TextComposer::Break BreakAround(HtmlTag tag);

// Adds what `id` and the nodes below it show. Nothing of scripts, titles and hidden elements.
void AddText(const HtmlTree& tree, HtmlNodeId id, TextComposer& out);

// The text below `id`: paragraphs with an empty line between them, each item of a
// list and row of a table on a line of its own, cells parted by tabs.
std::string TextOf(const HtmlTree& tree, HtmlNodeId id = 0);

// The same for a whole document or a piece of one, which must be valid UTF-8.
StatusOr<std::string> HtmlToText(std::string_view html, const HtmlLimits& limits = {});

}  // namespace newsgraph::ingest
