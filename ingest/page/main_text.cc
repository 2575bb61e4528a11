#include "ingest/page/main_text.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "ingest/page/folding.h"
#include "ingest/page/page_marks.h"
#include "ingest/page/page_text.h"
#include "ingest/page/text_root.h"

namespace newsgraph::ingest {
namespace {

using enum HtmlTag;
using Break = TextComposer::Break;

bool IsHeading(HtmlTag tag) { return tag >= kH1 && tag <= kH6; }

// Cleans what the text's root holds and puts the text together.
class Finder {
 public:
  Finder(const HtmlTree& tree, const PageWords& words, const PageWitness& witness)
      : tree_(tree), words_(words), witness_(witness) {
    titles_.push_back(Fold(witness.title));
    for (const std::string& heading : witness.headings) titles_.push_back(Fold(heading));
  }

  MainText Run() {
    MainText best = Try(MarkTrust::kNames);
    constexpr std::size_t kEnough = 300;
    if (Weight(best.text) >= kEnough) return best;
    MainText other = Try(MarkTrust::kStructure);
    return other.text.size() > best.text.size() * 2 ? other : best;
  }

 private:
  PageCut& CutOf(std::size_t i) { return page_.blocks[i].cut; }
  bool IsKept(std::size_t i) const { return page_.blocks[i].cut == PageCut::kNone; }
  HtmlTag TagOf(std::size_t i) const { return tree_.node(page_.blocks[i].node).tag; }

  MainText Try(MarkTrust trust) {
    marks_ = MarkPage(tree_, words_, trust);
    page_ = ReadPageText(tree_, marks_);
    root_ = FindTextRoot(tree_, marks_, page_);
    first_ = 0;
    while (first_ < page_.blocks.size() && page_.blocks[first_].first < root_) ++first_;
    end_ = first_;
    while (end_ < page_.blocks.size() && page_.blocks[end_].first < tree_.node(root_).end) ++end_;
    CutLines();
    CutSections();
    CutLinks();
    CutEnds();
    CutRepeated();
    const std::size_t lead = FindLead();
    return Compose(lead);
  }

  void CutLines() {
    for (std::size_t i = first_; i < end_; ++i) {
      if (!IsKept(i)) continue;
      const std::string_view text = page_.Of(page_.blocks[i]);
      if (const PageCut cut = words_.CutOf(text); cut != PageCut::kNone) CutOf(i) = cut;
      if (TagOf(i) == kH1 || IsTitle(text)) CutOf(i) = PageCut::kTitle;
    }
  }

  bool IsTitle(std::string_view text) const {
    for (const std::string& title : titles_) {
      if (!title.empty() && text.size() < title.size() + 40 && Fold(text) == title) return true;
    }
    return false;
  }

  // A heading such as "Related articles", and what follows it in its part of the page.
  void CutSections() {
    for (std::size_t i = first_; i < end_; ++i) {
      const PageBlock& block = page_.blocks[i];
      if (!IsKept(i)) continue;
      const PageCut cut = words_.SectionCutOf(page_.Of(block));
      if (cut == PageCut::kNone) continue;
      CutOf(i) = cut;
      const HtmlNodeId parent = tree_.node(block.node).parent;
      std::size_t next = i + 1;
      for (; next < end_; ++next) {
        const PageBlock& other = page_.blocks[next];
        if (other.first >= tree_.node(parent).end) break;
        if (IsProse(other) && other.weight > 200 && other.link_weight * 4 < other.weight) break;
        if (IsHeading(TagOf(next)) && IsHeading(TagOf(i)) && TagOf(next) <= TagOf(i)) break;
      }
      // What goes on with prose was no list of links, but for the links right behind the heading.
      for (std::size_t k = i + 1; k < next; ++k) {
        const PageBlock& other = page_.blocks[k];
        if (IsProse(other) && other.link_weight * 4 < other.weight && next < end_ && other.stops > 1) break;
        if (IsKept(k)) CutOf(k) = cut;
      }
    }
  }

  void CutLinks() {
    for (std::size_t i = first_; i < end_; ++i) {
      const PageBlock& block = page_.blocks[i];
      if (!IsKept(i)) continue;
      const bool mostly_links = block.link_weight * 10 > block.weight * 7;
      if (mostly_links && !(TagOf(i) == kTd || TagOf(i) == kTh)) CutOf(i) = PageCut::kLinks;
      else if (IsWeak(i) && !(IsProse(block) && block.weight > 120)) CutOf(i) = marks_[block.first].cut;
    }
  }

  bool IsWeak(std::size_t i) const {
    const PageMark& mark = marks_[page_.blocks[i].first];
    return mark.cut != PageCut::kNone && mark.weak;
  }

  // Labels before the first and after the last piece of prose, and headings of nothing.
  void CutEnds() {
    std::size_t begin = first_;
    while (begin < end_ && !(IsKept(begin) && IsProse(page_.blocks[begin]))) ++begin;
    if (begin == end_) return;
    for (std::size_t i = begin; i-- > first_;) {
      if (!IsKept(i)) continue;
      if (!IsHeading(TagOf(i)) || i + 1 != begin) CutOf(i) = PageCut::kOutside;
    }
    std::size_t last = end_;
    while (last > begin && !(IsKept(last - 1) && IsProse(page_.blocks[last - 1]))) --last;
    for (std::size_t i = last; i < end_; ++i) {
      if (!IsKept(i)) continue;
      const HtmlTag tag = TagOf(i);
      if (tag == kLi || tag == kTd || tag == kTh || tag == kTr) continue;
      if (IsHeading(tag)) CutOf(i) = PageCut::kOutside;
    }
  }

  void CutRepeated() {
    std::unordered_set<std::string> seen;
    for (std::size_t i = first_; i < end_; ++i) {
      if (!IsKept(i) || page_.blocks[i].weight < 40) continue;
      if (!seen.insert(Fold(page_.Of(page_.blocks[i]))).second) CutOf(i) = PageCut::kRepeated;
    }
  }

  static constexpr std::size_t kNoLead = ~std::size_t{0};

  std::size_t FindLead() {
    if (first_ == end_) return kNoLead;
    std::size_t heading = first_;
    while (heading > 0 && TagOf(heading) != kH1) --heading;
    if (TagOf(heading) != kH1) return kNoLead;
    const std::string description = Fold(witness_.description);
    for (std::size_t i = heading + 1; i < first_; ++i) {
      const PageBlock& block = page_.blocks[i];
      const PageMark& mark = marks_[block.first];
      if (block.weight < 40 || block.link_weight * 2 > block.weight) continue;
      const std::string text = Fold(page_.Of(block));
      const bool described = !description.empty() && (text == description || (text.size() > 60 && description.starts_with(std::string_view(text).substr(0, 60))));
      if (described || (mark.lead && IsKept(i)) || (IsKept(i) && IsProse(block))) {
        if (IsAlreadyThere(text)) return kNoLead;
        return i;
      }
    }
    return kNoLead;
  }

  bool IsAlreadyThere(const std::string& folded) const {
    for (std::size_t i = first_; i < end_; ++i) {
      if (IsKept(i) && page_.blocks[i].weight >= 40 && Fold(page_.Of(page_.blocks[i])) == folded) return true;
    }
    return false;
  }

  MainText Compose(std::size_t lead) const {
    MainText out;
    if (lead != kNoLead) out.text = page_.Of(page_.blocks[lead]);
    Break before = Break::kParagraph;
    for (std::size_t i = first_; i < end_; ++i) {
      const PageBlock& block = page_.blocks[i];
      before = std::max(before, block.before);
      if (!IsKept(i)) {
        out.cuts.push_back({block.cut, std::string(page_.Of(block))});
        continue;
      }
      if (!out.text.empty()) out.text += before == Break::kCell ? "\t" : before == Break::kLine ? "\n" : before == Break::kNone ? " " : "\n\n";
      out.text += page_.Of(block);
      before = Break::kNone;
    }
    return out;
  }

  const HtmlTree& tree_;
  const PageWords& words_;
  const PageWitness& witness_;
  std::vector<std::string> titles_;
  std::vector<PageMark> marks_;
  PageText page_;
  HtmlNodeId root_ = 0;
  std::size_t first_ = 0;  // the blocks of the root
  std::size_t end_ = 0;
};

}  // namespace

MainText FindMainText(const HtmlTree& tree, const PageWords& words, const PageWitness& witness) {
  return Finder(tree, words, witness).Run();
}

}  // namespace newsgraph::ingest
