#include "ingest/page/page_text.h"

#include <algorithm>

#include "ingest/page/folding.h"

namespace newsgraph::ingest {
namespace {

using enum HtmlTag;
using Break = TextComposer::Break;

constexpr std::string_view kStops[] = {"\u3002", "\u3001", "\uFF0C", "\uFF01", "\uFF1F",
                                       "\u060C", "\u061F", "\u0964", "\u2026"};

std::uint32_t CountStops(std::string_view text) {
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '.' || c == ',' || c == ';' || c == '!' || c == '?') {
      // A stop stands before white space or the end: not so in "5.5".
      if (i + 1 == text.size() || text[i + 1] == ' ' || static_cast<unsigned char>(text[i + 1]) >= 0x80 ||
          text[i + 1] == '"')
        ++count;
    } else if (static_cast<unsigned char>(c) >= 0xD8) {
      for (const std::string_view stop : kStops) count += text.substr(i).starts_with(stop) ? 1 : 0;
    }
  }
  return count;
}

bool IsInvisible(HtmlTag tag) { return tag == kScript || tag == kTitle || tag == kHead || tag == kRp || tag == kRt; }

class Reader {
 public:
  Reader(const HtmlTree& tree, std::span<const PageMark> marks) : tree_(tree), marks_(marks) {}

  PageText Run() {
    const auto size = static_cast<HtmlNodeId>(tree_.nodes().size());
    for (HtmlNodeId id = 0; id < size || !open_.empty();) {
      while (!open_.empty() && open_.back() != 0 && tree_.node(open_.back()).end <= id) Leave();
      if (id >= size) {
        open_.clear();
        break;
      }
      const HtmlNode& node = tree_.node(id);
      if (IsInvisible(node.tag)) {
        id = node.end;
        continue;
      }
      node.tag == kText ? AddText(id) : Enter(id);
      ++id;
    }
    EndBlock();
    return std::move(page_);
  }

 private:
  void Part(HtmlTag tag) {
    Break how = BreakAround(tag);
    if (how == Break::kNone) return;
    EndBlock();
    if (cells_ > 0 && how > Break::kLine) how = Break::kLine;
    if (tag == kBr && break_ == Break::kLine && after_br_) how = Break::kParagraph;
    after_br_ = tag == kBr;
    break_ = std::max(break_, how);
  }

  void Enter(HtmlNodeId id) {
    const HtmlTag tag = tree_.node(id).tag;
    Part(tag);
    if (tree_.node(id).end == id + 1) return;
    open_.push_back(id);
    if (IsBlock(tag)) blocks_.push_back(id);
    cells_ += tag == kTd || tag == kTh ? 1 : 0;
    links_ += tag == kA && tree_.Has(id, HtmlAttribute::kHref) ? 1 : 0;
  }

  void Leave() {
    const HtmlNodeId id = open_.back();
    const HtmlTag tag = tree_.node(id).tag;
    open_.pop_back();
    Part(tag);
    if (IsBlock(tag)) blocks_.pop_back();
    cells_ -= tag == kTd || tag == kTh ? 1 : 0;
    links_ -= tag == kA && tree_.Has(id, HtmlAttribute::kHref) ? 1 : 0;
  }

  void AddText(HtmlNodeId id) {
    const std::string_view text = tree_.node(id).text;
    const PageCut cut = marks_[id].weak ? PageCut::kNone : marks_[id].cut;
    if (in_block_ && cut != PageCut::kNone && block_.cut == PageCut::kNone) return;  // a mark in the middle of a text
    const std::size_t before = composer_.size();
    composer_.Add(text);
    if (composer_.size() == before) return;
    if (!in_block_) {
      in_block_ = true;
      block_ = PageBlock();
      block_.node = blocks_.empty() ? 0 : blocks_.back();
      block_.first = id;
      block_.cut = cut;
    } else if (block_.cut != PageCut::kNone && cut == PageCut::kNone) {
      block_.cut = PageCut::kNone;  // a label before the text it belongs to
    }
    if (links_ > 0) link_bytes_ += Weight(text);
  }

  void EndBlock() {
    if (!in_block_) {
      composer_.Take();
      return;
    }
    const std::string text = composer_.Take();
    block_.begin = static_cast<std::uint32_t>(page_.text.size());
    page_.text += text;
    block_.end = static_cast<std::uint32_t>(page_.text.size());
    block_.weight = static_cast<std::uint32_t>(Weight(text));
    block_.link_weight = std::min<std::uint32_t>(block_.weight, static_cast<std::uint32_t>(link_bytes_));
    block_.stops = CountStops(text);
    block_.before = break_;
    page_.blocks.push_back(block_);
    break_ = Break::kNone;
    link_bytes_ = 0;
    in_block_ = false;
    after_br_ = false;
  }

  const HtmlTree& tree_;
  std::span<const PageMark> marks_;
  PageText page_;
  PageBlock block_;
  TextComposer composer_;
  std::vector<HtmlNodeId> open_;
  std::vector<HtmlNodeId> blocks_;
  std::size_t cells_ = 0;
  std::size_t links_ = 0;
  std::size_t link_bytes_ = 0;
  Break break_ = Break::kParagraph;
  bool in_block_ = false;
  bool after_br_ = false;
};

}  // namespace

PageText ReadPageText(const HtmlTree& tree, std::span<const PageMark> marks) { return Reader(tree, marks).Run(); }

}  // namespace newsgraph::ingest
