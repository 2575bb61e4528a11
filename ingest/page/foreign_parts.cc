#include "ingest/page/foreign_parts.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "ingest/page/text_root.h"

namespace newsgraph::ingest {
namespace {

using enum HtmlTag;

bool IsHeading(HtmlTag tag) { return tag >= kH1 && tag <= kH6; }

// What lies in an element.
struct Content {
  std::uint32_t prose = 0;  // weight of running text
  std::uint32_t links = 0;  // blocks that are links, long enough for a headline
  std::uint32_t blocks = 0;
  bool title = false;
};

class Cutter {
 public:
  Cutter(const HtmlTree& tree, const std::function<bool(std::string_view)>& is_title, PageText& page)
      : tree_(tree), page_(page), content_(tree.nodes().size()) {
    for (const PageBlock& block : page.blocks) {
      if (block.cut != PageCut::kNone) continue;
      const HtmlTag tag = tree.node(block.node).tag;
      Content own;
      own.blocks = 1;
      own.prose = IsProse(block) ? block.weight : 0;
      own.links = block.link_weight * 10 > block.weight * 7 && block.weight >= 15 ? 1 : 0;
      own.title = IsHeading(tag) && is_title(page.Of(block));
      for (HtmlNodeId id = block.node;; id = tree.node(id).parent) {
        content_[id].prose += own.prose;
        content_[id].links += own.links;
        content_[id].blocks += own.blocks;
        content_[id].title |= own.title;
        if (id == 0) break;
      }
    }
  }

  void Run() {
    CutArticles();
    CutTeaserLists();
    if (foreign_.empty()) return;
    std::size_t next = 0;
    HtmlNodeId end = 0;
    for (PageBlock& block : page_.blocks) {
      while (next < foreign_.size() && foreign_[next] <= block.first)
        end = std::max(end, tree_.node(foreign_[next++]).end);
      if (block.first < end && block.cut == PageCut::kNone) block.cut = PageCut::kRelated;
    }
  }

 private:
  void CutArticles() {
    std::vector<HtmlNodeId> articles;
    for (HtmlNodeId id = 0; id < content_.size(); ++id) {
      if (tree_.node(id).tag == kArticle && content_[id].blocks > 0) articles.push_back(id);
    }
    const HtmlNodeId own = OwnArticle(articles);
    if (own == 0) return;
    const Content& mine = content_[own];
    // Without the title it must at least be most of what there is to read.
    if (mine.prose < 200 || (!mine.title && mine.prose * 2 < content_[0].prose)) return;
    std::uint32_t nested = 0;
    for (const HtmlNodeId id : articles) nested += id != own && tree_.IsWithin(id, own) ? content_[id].prose : 0;
    const bool is_series = nested * 2 > mine.prose;  // a live blog is made of articles
    for (const HtmlNodeId id : articles) {
      if (id == own || tree_.IsWithin(own, id)) continue;
      const bool is_inside = tree_.IsWithin(id, own);
      if (!is_inside || (!is_series && content_[id].links > 0)) foreign_.push_back(id);
    }
    std::sort(foreign_.begin(), foreign_.end());
  }

  // The first one that holds the title, or else the one with most text.
  HtmlNodeId OwnArticle(const std::vector<HtmlNodeId>& articles) const {
    constexpr std::uint32_t kEnough = 200;
    HtmlNodeId own = 0;
    for (const HtmlNodeId id : articles) {
      const Content& content = content_[id];
      if (content.title && content.prose >= kEnough) {
        // Of articles in each other the inner one, if it holds the text too.
        if (own == 0 || !content_[own].title ||
            (tree_.IsWithin(id, own) && content.prose * 10 > content_[own].prose * 6))
          own = id;
      } else if (own == 0 || (!content_[own].title && content.prose > content_[own].prose)) {
        own = id;
      }
    }
    return own;
  }

  void CutTeaserLists() {
    constexpr std::uint32_t kLeast = 3;
    constexpr std::uint32_t kMostProse = 400;
    constexpr std::uint32_t kMostBlocks = 6;
    std::vector<HtmlNodeId> teasers;
    for (HtmlNodeId id = 0; id < content_.size(); ++id) {
      if (content_[id].blocks < 2 * kLeast || content_[id].links < kLeast) continue;
      std::unordered_map<std::string_view, std::vector<HtmlNodeId>> kinds;
      for (HtmlNodeId child = id + 1; child < tree_.node(id).end; child = tree_.node(child).end) {
        const HtmlTag tag = tree_.node(child).tag;
        if (tag == kText || tag == kP || tag == kTr || IsHeading(tag) || content_[child].blocks < 2) continue;
        const Content& content = content_[child];
        if (content.links == 0 || content.prose > kMostProse || content.blocks > kMostBlocks || content.title) continue;
        kinds[Kind(child)].push_back(child);
      }
      for (const auto& [kind, children] : kinds) {
        if (children.size() >= kLeast) teasers.insert(teasers.end(), children.begin(), children.end());
      }
    }
    std::uint32_t prose = 0;
    for (const HtmlNodeId id : teasers) prose += content_[id].prose;
    if (prose * 2 > content_[0].prose) return;  // a list is what this page is
    foreign_.insert(foreign_.end(), teasers.begin(), teasers.end());
    std::sort(foreign_.begin(), foreign_.end());
  }

  // The element's name with its first class.
  std::string_view Kind(HtmlNodeId id) const {
    const std::string_view classes = tree_.Value(id, HtmlAttribute::kClass);
    const std::string_view first = classes.substr(0, classes.find(' '));
    return first.empty() ? Name(tree_.node(id).tag) : first;
  }

  const HtmlTree& tree_;
  PageText& page_;
  std::vector<Content> content_;
  std::vector<HtmlNodeId> foreign_;
};

}  // namespace

void CutForeignParts(const HtmlTree& tree, const std::function<bool(std::string_view)>& is_title, PageText& page) {
  Cutter(tree, is_title, page).Run();
}

}  // namespace newsgraph::ingest
