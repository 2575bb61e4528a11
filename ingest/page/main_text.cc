#include "ingest/page/main_text.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "ingest/page/folding.h"
#include "ingest/page/foreign_parts.h"
#include "ingest/page/page_marks.h"
#include "ingest/page/page_text.h"
#include "ingest/page/text_cleaning.h"
#include "ingest/page/text_root.h"

namespace newsgraph::ingest {
namespace {

using enum HtmlTag;
using Break = TextComposer::Break;

bool IsHeading(HtmlTag tag) { return tag >= kH1 && tag <= kH6; }

// Cleans what the text's root holds and puts the text together.
class Finder {
 public:
  Finder(const HtmlTree& tree, NameCache& cache, const PageWitness& witness)
      : tree_(tree), cache_(cache), witness_(witness) {
    names_.titles.push_back(Fold(witness.title));
    for (const std::string& author : witness.authors) names_.authors.push_back(Fold(author));
    for (const std::string& heading : witness.headings) names_.titles.push_back(Fold(heading));
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
    marks_ = MarkPage(tree_, cache_, trust);
    page_ = ReadPageText(tree_, marks_);
    RestoreText();
    CutForeignParts(tree_, [this](std::string_view text) { return names_.IsTitle(text); }, page_);
    root_ = FindTextRoot(tree_, marks_, page_);
    first_ = 0;
    while (first_ < page_.blocks.size() && page_.blocks[first_].first < root_) ++first_;
    end_ = first_;
    while (end_ < page_.blocks.size() && page_.blocks[end_].first < tree_.node(root_).end) ++end_;
    JoinSiblings();
    CleanText({tree_, cache_.words(), names_, marks_}, first_, end_, page_);
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
      if (names_.IsByline(page_.Of(block))) continue;
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
    return TagOf(i) == kH1 || (IsHeading(TagOf(i)) && names_.IsTitle(page_.Of(page_.blocks[i])));
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
  NameCache& cache_;
  const PageWitness& witness_;
  PageNames names_;
  std::vector<PageMark> marks_;
  PageText page_;
  HtmlNodeId root_ = 0;
  std::size_t first_ = 0;  // the blocks of the root
  std::size_t end_ = 0;
};

}  // namespace

MainText FindMainText(const HtmlTree& tree, NameCache& cache, const PageWitness& witness) {
  return Finder(tree, cache, witness).Run();
}

}  // namespace newsgraph::ingest
