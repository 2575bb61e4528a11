#include "ingest/page/main_text.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "ingest/ascii.h"
#include "ingest/page/folding.h"
#include "ingest/page/foreign_parts.h"
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
    for (const std::string& author : witness.authors) authors_.push_back(Fold(author));
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
    RestoreText();
    CutForeignParts(tree_, [this](std::string_view text) { return IsTitle(text); }, page_);
    root_ = FindTextRoot(tree_, marks_, page_);
    first_ = 0;
    while (first_ < page_.blocks.size() && page_.blocks[first_].first < root_) ++first_;
    end_ = first_;
    while (end_ < page_.blocks.size() && page_.blocks[end_].first < tree_.node(root_).end) ++end_;
    JoinSiblings();
    CutLines();
    CutSections();
    CutLinks();
    CutLinkLists();
    CutBylines();
    CutEnds();
    CutRepeated();
    const std::size_t lead = FindLead();
    return Compose(lead);
  }

  // How the place of a block is called: by the names of the elements around its own.
  std::string PlaceOf(const PageBlock& block) const {
    const HtmlNodeId parent = tree_.node(block.node).parent;
    const std::string_view classes = tree_.Value(parent, HtmlAttribute::kClass);
    if (classes.empty()) return {};
    return Concat(Name(tree_.node(parent).tag), " ", classes, " ",
                  tree_.Value(tree_.node(parent).parent, HtmlAttribute::kClass));
  }

  // Texts that are dealt out to several elements of one name: what is called as
  // the paragraphs' place is, belongs to the text.
  void JoinSiblings() {
    std::unordered_map<std::string, std::size_t> places;  // how many paragraphs each has
    for (std::size_t i = first_; i < end_; ++i) {
      if (IsKept(i) && IsProse(page_.blocks[i])) ++places[PlaceOf(page_.blocks[i])];
    }
    places.erase(std::string());
    std::erase_if(places, [](const auto& place) { return place.second < 2; });
    if (places.empty()) return;
    std::size_t first = first_;
    std::size_t end = end_;
    const auto belongs = [&](std::size_t i) {
      return IsKept(i) && IsProse(page_.blocks[i]) && places.contains(PlaceOf(page_.blocks[i]));
    };
    for (std::size_t i = 0; i < first_; ++i) {
      if (!belongs(i)) continue;
      first = i;
      break;
    }
    for (std::size_t i = page_.blocks.size(); i-- > end_;) {
      if (!belongs(i)) continue;
      end = i + 1;
      break;
    }
    for (std::size_t i = first; i < end; ++i) {
      if (i >= first_ && i < end_) continue;
      if (IsKept(i) && !places.contains(PlaceOf(page_.blocks[i])) && !IsHeading(TagOf(i))) CutOf(i) = PageCut::kOutside;
    }
    first_ = first;
    end_ = end;
  }

  // What would take away more text than it leaves was no boilerplate.
  void RestoreText() {
    std::array<std::uint32_t, kPageCutCount> prose{};
    for (const PageBlock& block : page_.blocks) {
      if (IsProse(block)) prose[static_cast<std::size_t>(block.cut)] += block.weight;
    }
    for (const PageCut cut :
         {PageCut::kMedia, PageCut::kAdvertising, PageCut::kByline, PageCut::kTags, PageCut::kAuthorBox}) {
      if (prose[static_cast<std::size_t>(cut)] <= prose[0]) continue;
      for (PageBlock& block : page_.blocks) {
        if (block.cut == cut) block.cut = PageCut::kNone;
      }
    }
  }

  void CutLines() {
    for (std::size_t i = first_; i < end_; ++i) {
      if (!IsKept(i)) continue;
      const std::string_view text = page_.Of(page_.blocks[i]);
      if (const PageCut cut = words_.CutOf(text, page_.blocks[i].link_weight > 0); cut != PageCut::kNone)
        CutOf(i) = cut;
      if (TagOf(i) == kH1 || IsTitle(text) || (IsHeading(TagOf(i)) && HoldsTitle(text))) CutOf(i) = PageCut::kTitle;
    }
  }

  bool IsTitle(std::string_view text) const {
    for (const std::string& title : titles_) {
      if (!title.empty() && text.size() < title.size() + 40 && Fold(text) == title) return true;
    }
    return false;
  }

  // A heading of the title with a word before it, or of a part of it.
  bool HoldsTitle(std::string_view text) const {
    if (titles_.front().size() < 12 || text.size() > titles_.front().size() + 80) return false;
    const std::string folded = Fold(text);
    if (folded.find(titles_.front()) != std::string::npos) return true;
    return folded.size() * 10 > titles_.front().size() * 6 && titles_.front().find(folded) != std::string::npos;
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
      if (IsLink(block) && !IsAmidText(i)) {
        CutOf(i) = PageCut::kLinks;
      } else if (IsWeak(i) && !(IsProse(block) && block.weight > 120)) {
        CutOf(i) = marks_[block.first].cut;
      }
    }
  }

  bool IsLink(const PageBlock& block) const {
    if (block.link_weight * 10 > block.weight * 7) return true;
    // "Read more: ...", whatever the words before the link.
    return block.link_weight * 2 > block.weight && block.weight < 130 && page_.Of(block).find_first_of("|:") < 60 &&
           !page_.Of(block).ends_with('.');
  }

  // Lists whose items are links for the better part, with the line that announces them.
  void CutLinkLists() {
    for (std::size_t i = first_; i < end_; ++i) {
      if (TagOf(i) != kLi) continue;
      const HtmlNodeId list = tree_.node(page_.blocks[i].node).parent;
      std::uint32_t weight = 0;
      std::uint32_t links = 0;
      std::size_t items = 0;
      std::size_t end = i;
      for (; end < end_ && tree_.IsWithin(page_.blocks[end].first, list); ++end) {
        if (!IsKept(end)) continue;
        weight += page_.blocks[end].weight;
        links += page_.blocks[end].link_weight;
        ++items;
      }
      if (items >= 2 && links * 100 > weight * 42 && weight < items * 150) {
        for (std::size_t k = i; k < end; ++k) {
          if (IsKept(k)) CutOf(k) = PageCut::kLinks;
        }
        const PageBlock* before = i > first_ ? &page_.blocks[i - 1] : nullptr;
        if (before != nullptr && IsKept(i - 1) && before->weight < 60 && !page_.Of(*before).ends_with('.'))
          CutOf(i - 1) = PageCut::kLinks;
      }
      i = std::max(i, end - 1);
    }
  }

  // Lines at both ends that name the author or say when.
  void CutBylines() {
    std::size_t prose = 0;
    for (std::size_t i = first_; i < end_ && prose < 2; ++i) {
      if (!IsKept(i)) continue;
      if (IsByline(page_.blocks[i])) {
        CutOf(i) = PageCut::kByline;
      } else if (IsProse(page_.blocks[i])) {
        ++prose;
      }
    }
    prose = 0;
    for (std::size_t i = end_; i-- > first_ && prose < 1;) {
      if (!IsKept(i)) continue;
      if (IsByline(page_.blocks[i])) {
        CutOf(i) = PageCut::kByline;
      } else if (IsProse(page_.blocks[i])) {
        ++prose;
      }
    }
  }

  bool IsByline(const PageBlock& block) const {
    constexpr std::uint32_t kMostWeight = 90;
    if (block.weight > kMostWeight) return false;
    const HtmlTag tag = tree_.node(block.node).tag;
    if (tag == kLi || tag == kTd || tag == kTh || IsHeading(tag)) return false;
    const std::string folded = Fold(page_.Of(block));
    for (const std::string& author : authors_) {
      if (folded.find(author) != std::string::npos && block.weight < author.size() + 50 && !folded.ends_with('.'))
        return true;
    }
    const auto digits = static_cast<std::size_t>(std::count_if(folded.begin(), folded.end(), IsAsciiDigit));
    const bool clock = folded.find(':') != std::string::npos || folded.find('/') != std::string::npos;
    return digits >= (clock ? 3U : 5U) && digits * 7 > folded.size() && folded.size() < 70;
  }

  // A sentence that is a link, a cell, a line among lines of the same paragraph.
  bool IsAmidText(std::size_t i) const {
    const PageBlock& block = page_.blocks[i];
    const HtmlTag tag = TagOf(i);
    if (tag == kTd || tag == kTh) return true;
    const std::string_view text = page_.Of(block);
    if (tag == kP && block.weight > 120 && block.stops > 1 && text.ends_with('.')) return true;
    std::uint32_t all = 0;
    std::uint32_t links = 0;
    std::size_t lines = 0;
    for (std::size_t k = i; k-- > first_ && page_.blocks[k].node == block.node;) Count(k, all, links, lines);
    for (std::size_t k = i + 1; k < end_ && page_.blocks[k].node == block.node; ++k) Count(k, all, links, lines);
    return lines > 0 && block.before == Break::kLine && all > 2 * links && all > block.weight;
  }

  void Count(std::size_t i, std::uint32_t& all, std::uint32_t& links, std::size_t& lines) const {
    all += page_.blocks[i].weight;
    links += page_.blocks[i].link_weight;
    ++lines;
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
    bool chain = true;  // headings right before the text are its own
    for (std::size_t i = begin; i-- > first_;) {
      if (!IsKept(i)) continue;
      chain = chain && IsHeading(TagOf(i));
      if (!chain && !BelongsTo(i, begin)) CutOf(i) = PageCut::kOutside;
    }
    std::size_t last = end_;
    while (last > begin && !(IsKept(last - 1) && IsProse(page_.blocks[last - 1]))) --last;
    for (std::size_t i = last; i < end_; ++i) {
      if (IsKept(i) && IsHeading(TagOf(i))) CutOf(i) = PageCut::kOutside;
    }
  }

  // Whether a short block stands where the text stands: beside its paragraphs.
  bool BelongsTo(std::size_t i, std::size_t prose) const {
    const PageBlock& block = page_.blocks[i];
    const HtmlNodeId place = tree_.node(page_.blocks[prose].node).parent;
    if (TagOf(i) == kLi) return tree_.node(tree_.node(block.node).parent).parent == place;
    return TagOf(i) == kP && tree_.node(block.node).parent == place && (block.weight >= 40 || block.stops > 0);
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
    while (heading > 0 && !IsTitleHeading(heading)) --heading;
    if (!IsTitleHeading(heading)) return kNoLead;
    const std::string description = Fold(witness_.description);
    for (std::size_t i = heading + 1; i < first_; ++i) {
      const PageBlock& block = page_.blocks[i];
      const PageMark& mark = marks_[block.first];
      if (block.weight < 40 || block.link_weight * 2 > block.weight) continue;
      const std::string text = Fold(page_.Of(block));
      const bool described =
          !description.empty() &&
          (text == description || (text.size() > 60 && description.starts_with(std::string_view(text).substr(0, 60))));
      if (described || (mark.lead && IsKept(i)) || (IsKept(i) && IsProse(block))) {
        if (IsAlreadyThere(text)) return kNoLead;
        return i;
      }
    }
    return kNoLead;
  }

  bool IsTitleHeading(std::size_t i) const {
    return TagOf(i) == kH1 || (IsHeading(TagOf(i)) && IsTitle(page_.Of(page_.blocks[i])));
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
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      const PageBlock& block = page_.blocks[i];
      const bool within = i >= first_ && i < end_;
      if (within) before = std::max(before, block.before);
      if (!within || !IsKept(i)) {
        if (i != lead) AddCut(IsKept(i) ? PageCut::kOutside : block.cut, page_.Of(block), out.cuts);
        continue;
      }
      if (!out.text.empty()) out.text += Written(before);
      out.text += page_.Of(block);
      before = Break::kNone;
    }
    return out;
  }

  static void AddCut(PageCut cut, std::string_view text, std::vector<CutPart>& cuts) {
    if (cuts.empty() || cuts.back().cut != cut) cuts.push_back({cut, {}});
    std::string& all = cuts.back().text;
    if (!all.empty()) all += '\n';
    all += text;
  }

  static std::string_view Written(Break how) {
    switch (how) {
      case Break::kNone:
        return " ";
      case Break::kCell:
        return "\t";
      case Break::kLine:
        return "\n";
      default:
        return "\n\n";
    }
  }

  const HtmlTree& tree_;
  const PageWords& words_;
  const PageWitness& witness_;
  std::vector<std::string> titles_;
  std::vector<std::string> authors_;
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
