#include "ingest/page/page_fields.h"

#include <algorithm>
#include <utility>

#include "ingest/ascii.h"
#include "ingest/html/html_text.h"

namespace newsgraph::ingest {
namespace {

using enum HtmlTag;

constexpr std::size_t kMostBylineBytes = 200;
constexpr std::size_t kMostOfAKind = 8;

class Reader {
 public:
  Reader(const HtmlTree& tree, NameCache& names) : tree_(tree), names_(names) {}

  PageFields Run() {
    for (HtmlNodeId id = 0; id < tree_.nodes().size(); ++id) {
      const HtmlNode& node = tree_.node(id);
      if (node.tag == kText) continue;
      Read(id, node);
    }
    for (std::size_t field = 0; field < kPageFieldCount; ++field) {
      auto& ranked = ranked_[field];
      std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
      for (auto& [rank, value] : ranked) out_.stated[field].push_back(std::move(value));
    }
    return std::move(out_);
  }

 private:
  void Read(HtmlNodeId id, const HtmlNode& node) {
    switch (node.tag) {
      case kMeta:
        return Meta(id);
      case kTitle:
        if (out_.title_element.empty()) out_.title_element = Inner(id);
        return;
      case kLink:
        return Link(id);
      case kBase:
        if (out_.base.empty()) out_.base = tree_.Value(id, HtmlAttribute::kHref);
        return;
      case kHtml:
        out_.language = tree_.Value(id, HtmlAttribute::kLang);
        if (out_.language.empty()) out_.language = tree_.Value(id, HtmlAttribute::kXmlLang);
        return;
      case kH1:
        if (out_.headings.size() < kMostOfAKind) Push(out_.headings, TextOf(tree_, id));
        break;
      case kTime:
        if (out_.times.size() < kMostOfAKind) Push(out_.times, std::string(tree_.Value(id, HtmlAttribute::kDatetime)));
        break;
      default:
        break;
    }
    if (node.attribute_count > 0) Named(id, node);
  }

  void Link(HtmlNodeId id) {
    const std::string_view href = tree_.Value(id, HtmlAttribute::kHref);
    const std::string relation = AsciiLower(tree_.Value(id, HtmlAttribute::kRel));
    if (relation.find("canonical") != std::string::npos) {
      if (out_.canonical.empty()) out_.canonical = href;
    } else if (relation.find("alternate") != std::string::npos && out_.feeds.size() < kMostOfAKind) {
      Push(out_.feeds, std::string(Trimmed(href)));
    }
  }

  static void Push(std::vector<std::string>& to, std::string value) {
    if (!value.empty()) to.push_back(std::move(value));
  }

  // The text of <title>, which shows nothing.
  std::string Inner(HtmlNodeId id) const {
    TextComposer out;
    for (HtmlNodeId i = id + 1; i < tree_.node(id).end; ++i) {
      if (tree_.node(i).tag == kText) out.Add(tree_.node(i).text);
    }
    return out.Take();
  }

  void Meta(HtmlNodeId id) {
    const std::string_view content = tree_.Value(id, HtmlAttribute::kContent);
    if (content.empty()) return;
    for (const HtmlAttribute attribute :
         {HtmlAttribute::kProperty, HtmlAttribute::kName, HtmlAttribute::kItemprop, HtmlAttribute::kHttpEquiv}) {
      const std::string_view name = tree_.Value(id, attribute);
      if (!name.empty() && State(name, content)) return;
    }
  }

  bool State(std::string_view name, std::string_view content) {
    const MetaName* meta = names_.words().FindMeta(AsciiLower(name));
    if (meta == nullptr) return false;
    TextComposer plain;
    plain.Add(content);
    ranked_[static_cast<std::size_t>(meta->field)].emplace_back(meta->rank, plain.Take());
    return true;
  }

  void Named(HtmlNodeId id, const HtmlNode& node) {
    const std::string_view property = tree_.Value(id, HtmlAttribute::kItemprop);
    if (!property.empty()) Microdata(id, property);
    const bool is_author_link =
        node.tag == kA && AsciiLower(tree_.Value(id, HtmlAttribute::kRel)).find("author") != std::string::npos;
    NameHints hints;
    for (const HtmlAttribute attribute :
         {HtmlAttribute::kClass, HtmlAttribute::kId, HtmlAttribute::kDataTestid, HtmlAttribute::kDataComponent}) {
      const std::string_view names = tree_.Value(id, attribute);
      if (names.empty()) continue;
      const NameHints& more = names_.Of(names);
      hints.author |= more.author;
      hints.date |= more.date;
    }
    if ((is_author_link || hints.author) && out_.bylines.size() < kMostOfAKind) {
      std::string text = TextOf(tree_, id);
      if (text.size() <= kMostBylineBytes) Push(out_.bylines, std::move(text));
    }
    if (hints.date && out_.date_texts.size() < kMostOfAKind) {
      std::string text = TextOf(tree_, id);
      if (text.size() <= kMostBylineBytes) Push(out_.date_texts, std::move(text));
    }
  }

  // Properties outside of <meta>: the value is an attribute or the text.
  void Microdata(HtmlNodeId id, std::string_view property) {
    std::string_view value = tree_.Value(id, HtmlAttribute::kContent);
    if (value.empty()) value = tree_.Value(id, HtmlAttribute::kDatetime);
    if (!value.empty()) {
      State(property, value);
      return;
    }
    const std::string name = AsciiLower(property);
    if (name != "headline" && name != "datepublished" && name != "datemodified" && name != "author") return;
    if (tree_.node(id).end - id > 40) return;
    State(property, TextOf(tree_, id));
  }

  const HtmlTree& tree_;
  NameCache& names_;
  PageFields out_;
  std::array<std::vector<std::pair<int, std::string>>, kPageFieldCount> ranked_;
};

}  // namespace

PageFields ReadPageFields(const HtmlTree& tree, NameCache& names) { return Reader(tree, names).Run(); }

}  // namespace newsgraph::ingest
