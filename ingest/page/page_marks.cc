#include "ingest/page/page_marks.h"

#include <algorithm>
#include <string_view>

#include "ingest/page/folding.h"

namespace newsgraph::ingest {
namespace {

using enum HtmlTag;

// Text at least this long is a paragraph rather than a label.
constexpr std::size_t kParagraphWeight = 60;
// What is cut must leave so much of the page's paragraphs, in hundredths.
constexpr std::size_t kMostCut = 60;

struct Mass {
  std::uint32_t paragraphs = 0;  // weight of text in paragraphs outside of links
  bool title = false;            // a first heading lies within
};

bool IsHidden(const HtmlTree& tree, HtmlNodeId id) {
  if (tree.node(id).attribute_count == 0) return false;
  if (tree.Has(id, HtmlAttribute::kHidden)) return true;
  const std::string_view style = tree.Value(id, HtmlAttribute::kStyle);
  if (style.empty()) return false;
  std::string plain;
  for (const char c : style) {
    if (c != ' ') plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  }
  return plain.find("display:none") != std::string::npos || plain.find("visibility:hidden") != std::string::npos;
}

PageCut CutOfTag(HtmlTag tag) {
  switch (tag) {
    case kNav:
    case kMenu:
      return PageCut::kNavigation;
    case kAside:
      return PageCut::kAside;
    case kFooter:
      return PageCut::kFooter;
    case kForm:
    case kDialog:
    case kFieldset:
    case kLabel:
      return PageCut::kForm;
    case kFigcaption:
      return PageCut::kCaption;
    case kHead:
    case kTitle:
    case kScript:
    case kRp:
    case kRt:
      return PageCut::kHidden;
    default:
      return PageCut::kNone;
  }
}

PageCut CutOfRole(std::string_view role) {
  if (role.empty()) return PageCut::kNone;
  if (role == "navigation" || role == "banner" || role == "search" || role == "menu" || role == "menubar" ||
      role == "tablist" || role == "toolbar") {
    return PageCut::kNavigation;
  }
  if (role == "complementary") return PageCut::kAside;
  if (role == "contentinfo") return PageCut::kFooter;
  if (role == "dialog" || role == "alertdialog" || role == "alert" || role == "form") return PageCut::kForm;
  return PageCut::kNone;
}

// Whether an id is made of a heading's words rather than a name.
bool IsSlug(std::string_view id) {
  constexpr std::ptrdiff_t kMostHyphens = 4;
  return std::count_if(id.begin(), id.end(), [](char c) { return c == '-' || c == '_'; }) > kMostHyphens;
}

// Reads the marks of one page.
class Marker {
 public:
  Marker(const HtmlTree& tree, NameCache& names, MarkTrust trust)
      : tree_(tree), names_(names), trust_(trust), mass_(tree.nodes().size()), marks_(tree.nodes().size()) {}

  std::vector<PageMark> Run() {
    Weigh();
    for (HtmlNodeId id = 1; id < marks_.size(); ++id) Mark(id);
    return std::move(marks_);
  }

 private:
  void Weigh() {
    HtmlNodeId link_end = 0;
    for (HtmlNodeId id = 0; id < mass_.size(); ++id) {
      const HtmlNode& node = tree_.node(id);
      if (node.tag == kA) link_end = std::max(link_end, node.end);
      mass_[id].title = node.tag == kH1;
      if (node.tag != kText || id < link_end) continue;
      const std::size_t weight = Weight(node.text);
      const HtmlTag parent = tree_.node(node.parent).tag;
      if (weight >= kParagraphWeight || parent == kP) mass_[id].paragraphs = static_cast<std::uint32_t>(weight);
    }
    for (HtmlNodeId id = static_cast<HtmlNodeId>(mass_.size()); id-- > 1;) {
      Mass& parent = mass_[tree_.node(id).parent];
      parent.paragraphs += mass_[id].paragraphs;
      parent.title |= mass_[id].title;
    }
  }

  void Mark(HtmlNodeId id) {
    const HtmlNode& node = tree_.node(id);
    PageMark& mark = marks_[id];
    const PageMark& parent = marks_[node.parent];
    mark.cut = parent.cut;
    mark.weak = parent.weak;
    mark.lead = parent.lead;
    // A quotation is part of the text, however it was brought in.
    if (node.tag == kBlockquote && (mark.cut == PageCut::kMedia || mark.cut == PageCut::kSharing))
      mark = {.lead = mark.lead};
    if (node.tag == kText) return;
    const bool settled = mark.cut != PageCut::kNone && !mark.weak;
    if (settled && mark.cut != PageCut::kRelated && mark.cut != PageCut::kByline) return;
    const NameHints hints = HintsOf(id);
    mark.body = hints.body || tree_.Value(id, HtmlAttribute::kItemprop) == "articleBody";
    mark.lead |= hints.lead;
    if (settled && !mark.body && !hints.lead) return;
    PageCut cut = CutOfTag(node.tag);
    if (cut == PageCut::kNone) cut = CutOfRole(tree_.Value(id, HtmlAttribute::kRole));
    bool weak = false;
    if (cut == PageCut::kNone && trust_ == MarkTrust::kNames) {
      cut = CutOfNames(node.tag, hints);
      weak = hints.weak;
      // A link is called after what it leads to ("player"), a row after what it tells of.
      if (IsTopic(cut) && (node.tag == kA || node.tag == kSpan) && IsAmidSentence(id)) cut = PageCut::kNone;
      if (IsTopic(cut) && (node.tag == kTr || node.tag == kTd)) cut = PageCut::kNone;
    }
    // What holds the text stays, though a part around it is called after something else.
    if (cut == PageCut::kNone && mark.cut == PageCut::kRelated && mark.body &&
        mass_[id].paragraphs * 12 > mass_[0].paragraphs) {
      mark.cut = PageCut::kNone;
    }
    if (cut == PageCut::kNone && mark.cut == PageCut::kByline && hints.lead) mark.cut = PageCut::kNone;
    if (cut == PageCut::kNone && IsHidden(tree_, id)) cut = PageCut::kHidden;
    if (cut == PageCut::kNone || (weak && mark.cut != PageCut::kNone) || !MayCut(id, cut, mark)) return;
    mark.cut = cut;
    mark.weak = weak;
    mark.own = true;
  }

  // Reasons that names of what a text is about look like.
  static bool IsTopic(PageCut cut) {
    return cut == PageCut::kMedia || cut == PageCut::kTags || cut == PageCut::kAside || cut == PageCut::kNavigation ||
           cut == PageCut::kAuthorBox;
  }

  // Whether an element stands between words of the same sentence.
  bool IsAmidSentence(HtmlNodeId id) const {
    const HtmlNode& node = tree_.node(id);
    const auto is_text = [&](HtmlNodeId other) {
      return other < marks_.size() && tree_.node(other).tag == kText && tree_.node(other).parent == node.parent &&
             Weight(tree_.node(other).text) >= 3;
    };
    return is_text(id - 1) || is_text(node.end);
  }

  static PageCut CutOfNames(HtmlTag tag, const NameHints& hints) {
    if (hints.lead && hints.cut == PageCut::kRelated) return PageCut::kNone;
    // A heading may be the aim of a table of contents, and is named after it.
    const bool heading = tag >= kH1 && tag <= kH6;
    if (heading && (hints.cut == PageCut::kNavigation || hints.cut == PageCut::kForm || hints.cut == PageCut::kMedia)) {
      return PageCut::kNone;
    }
    return hints.cut;
  }

  bool MayCut(HtmlNodeId id, PageCut cut, const PageMark& mark) const {
    const HtmlTag tag = tree_.node(id).tag;
    if (tag == kBody || tag == kMain || mark.body) return false;
    const std::size_t all = mass_[0].paragraphs;
    const std::size_t own = mass_[id].paragraphs;
    if (own * 100 > all * kMostCut) return cut == PageCut::kComments && !mass_[id].title && tag != kArticle;
    if (mass_[id].title && tree_.node(id).tag != kFooter && own * 100 > all * 20) return false;
    return true;
  }

  NameHints HintsOf(HtmlNodeId id) {
    NameHints hints;
    if (tree_.node(id).attribute_count == 0) return hints;
    for (const HtmlAttribute attribute : {HtmlAttribute::kClass, HtmlAttribute::kId, HtmlAttribute::kDataTestid,
                                          HtmlAttribute::kDataComponent, HtmlAttribute::kDataQa}) {
      const std::string_view names = tree_.Value(id, attribute);
      if (names.empty() || (attribute == HtmlAttribute::kId && IsSlug(names))) continue;
      const NameHints& more = names_.Of(names);
      if (hints.cut == PageCut::kNone || (hints.weak && more.cut != PageCut::kNone)) {
        hints.cut = more.cut;
        hints.weak = more.weak;
      }
      hints.body |= more.body;
      hints.lead |= more.lead;
    }
    // What says both is a part of the body that is not it ("article-body-ad") or the reverse:
    // the text decides.
    if (tree_.node(id).tag == kOther && hints.cut == PageCut::kNone) {
      const NameHints more = names_.Of(tree_.node(id).text);
      hints.cut = more.cut;
      hints.weak = more.weak;
    }
    return hints;
  }

  const HtmlTree& tree_;
  NameCache& names_;
  MarkTrust trust_;
  std::vector<Mass> mass_;
  std::vector<PageMark> marks_;
};

}  // namespace

std::vector<PageMark> MarkPage(const HtmlTree& tree, NameCache& names, MarkTrust trust) {
  return Marker(tree, names, trust).Run();
}

}  // namespace newsgraph::ingest
