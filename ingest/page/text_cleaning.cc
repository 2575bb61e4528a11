#include "ingest/page/text_cleaning.h"

#include <algorithm>
#include <unordered_set>

#include "ingest/ascii.h"
#include "ingest/page/folding.h"
#include "ingest/page/text_root.h"
#include "ingest/stated_time.h"

namespace newsgraph::ingest {
namespace {

using enum HtmlTag;
using Break = TextComposer::Break;

bool IsHeading(HtmlTag tag) { return tag >= kH1 && tag <= kH6; }

class Cleaner {
 public:
  Cleaner(const CleaningContext& context, std::size_t first, std::size_t end, PageText& page)
      : context_(context), page_(page), first_(first), end_(end) {}

  void Run() {
    CutLines();
    CutSections();
    CutLinks();
    CutLinkLists();
    CutBylines();
    CutEnds();
    CutRepeated();
  }

 private:
  PageCut& CutOf(std::size_t i) { return page_.blocks[i].cut; }
  bool IsKept(std::size_t i) const { return page_.blocks[i].cut == PageCut::kNone; }
  HtmlTag TagOf(std::size_t i) const { return context_.tree.node(page_.blocks[i].node).tag; }

  void CutLines() {
    for (std::size_t i = first_; i < end_; ++i) {
      if (!IsKept(i)) continue;
      const std::string_view text = page_.Of(page_.blocks[i]);
      if (const PageCut cut = context_.words.CutOf(text, page_.blocks[i].link_weight > 0); cut != PageCut::kNone)
        CutOf(i) = cut;
      if (TagOf(i) == kH1 || context_.names.IsTitle(text) || (IsHeading(TagOf(i)) && context_.names.HoldsTitle(text)))
        CutOf(i) = PageCut::kTitle;
    }
  }

  // A heading such as "Related articles", and what follows it in its part of the page.
  void CutSections() {
    for (std::size_t i = first_; i < end_; ++i) {
      const PageBlock& block = page_.blocks[i];
      if (!IsKept(i)) continue;
      const PageCut cut = context_.words.SectionCutOf(page_.Of(block));
      if (cut == PageCut::kNone) continue;
      CutOf(i) = cut;
      const HtmlNodeId parent = context_.tree.node(block.node).parent;
      std::size_t next = i + 1;
      for (; next < end_; ++next) {
        const PageBlock& other = page_.blocks[next];
        if (other.first >= context_.tree.node(parent).end) break;
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
        CutOf(i) = context_.marks[block.first].cut;
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
      const HtmlNodeId list = context_.tree.node(page_.blocks[i].node).parent;
      std::uint32_t weight = 0;
      std::uint32_t links = 0;
      std::size_t items = 0;
      std::size_t end = i;
      for (; end < end_ && context_.tree.IsWithin(page_.blocks[end].first, list); ++end) {
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
    const HtmlTag tag = context_.tree.node(block.node).tag;
    if (tag == kLi || tag == kTd || tag == kTh || IsHeading(tag)) return false;
    return context_.names.IsByline(page_.Of(block));
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
    const PageMark& mark = context_.marks[page_.blocks[i].first];
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
    const HtmlNodeId place = context_.tree.node(page_.blocks[prose].node).parent;
    if (TagOf(i) == kLi) return context_.tree.node(context_.tree.node(block.node).parent).parent == place;
    const std::string_view text = page_.Of(block);
    constexpr std::ptrdiff_t kFigures = 4;
    return TagOf(i) == kP && context_.tree.node(block.node).parent == place &&
           (block.weight >= 40 || block.stops > 0 || std::count_if(text.begin(), text.end(), IsAsciiDigit) >= kFigures);
  }

  void CutRepeated() {
    std::unordered_set<std::string> seen;
    for (std::size_t i = first_; i < end_; ++i) {
      if (!IsKept(i) || page_.blocks[i].weight < 40) continue;
      if (!seen.insert(Fold(page_.Of(page_.blocks[i]))).second) CutOf(i) = PageCut::kRepeated;
    }
  }

  const CleaningContext& context_;
  PageText& page_;
  std::size_t first_;
  std::size_t end_;
};

// Whether there is something like "10:30" or "18/11".
bool HasClock(std::string_view text) {
  for (std::size_t i = 1; i + 2 < text.size(); ++i) {
    if ((text[i] == ':' || text[i] == '/') && IsAsciiDigit(text[i - 1]) && IsAsciiDigit(text[i + 1])) return true;
  }
  return false;
}

bool HasYear(std::string_view text) {
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    if (!text.substr(i).starts_with("19") && !text.substr(i).starts_with("20")) continue;
    const bool begins = i == 0 || !IsAsciiDigit(text[i - 1]);
    const bool ends = i + 4 == text.size() || !IsAsciiDigit(text[i + 4]);
    if (begins && ends && IsAsciiDigit(text[i + 2]) && IsAsciiDigit(text[i + 3])) return true;
  }
  return false;
}

// Whether `name` stands in `text` as a word of its own, not within one.
bool HoldsWord(std::string_view text, std::string_view name) {
  if (name.empty()) return false;
  const auto is_part = [](char c) { return IsAsciiLetter(c) || IsAsciiDigit(c); };
  for (std::size_t at = 0; (at = text.find(name, at)) != std::string_view::npos; ++at) {
    const std::size_t end = at + name.size();
    if ((at == 0 || !is_part(text[at - 1])) && (end == text.size() || !is_part(text[end]))) return true;
  }
  return false;
}

}  // namespace

bool PageNames::IsTitle(std::string_view text) const {
  for (const std::string& title : titles) {
    if (title.empty() || text.size() >= title.size() + 40 || title.size() >= text.size() + 40) continue;
    const std::string folded = Fold(text);
    // Signs may differ between kicker and title.
    if (folded == title || (title.size() > 20 && Letters(folded) == Letters(title))) return true;
  }
  return false;
}

bool PageNames::IsByline(std::string_view text) const {
  constexpr std::size_t kMostBytes = 300;
  if (text.size() > kMostBytes) return false;
  const std::string folded = Fold(text);
  for (const std::string& author : authors) {
    if (HoldsWord(folded, author) && Weight(text) < author.size() + 50 && !folded.ends_with('.')) return true;
  }
  // Little but a time. A score or a row of a table has as many digits.
  const auto digits = static_cast<std::size_t>(std::count_if(folded.begin(), folded.end(), IsAsciiDigit));
  const bool clock = HasClock(folded);
  return digits >= (clock ? 3U : 5U) && digits * 7 > folded.size() && folded.size() < 70 &&
         (clock || (HasYear(folded) && FindStatedTime(text).has_value()));
}

bool PageNames::HoldsTitle(std::string_view text) const {
  if (titles.front().size() < 12 || text.size() > titles.front().size() + 80) return false;
  const std::string folded = Fold(text);
  if (folded.find(titles.front()) != std::string::npos) return true;
  return folded.size() * 10 > titles.front().size() * 6 && titles.front().find(folded) != std::string::npos;
}

void CleanText(const CleaningContext& context, std::size_t first, std::size_t end, PageText& page) {
  Cleaner(context, first, end, page).Run();
}

}  // namespace newsgraph::ingest
