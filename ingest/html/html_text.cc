#include "ingest/html/html_text.h"

#include <algorithm>
#include <vector>

#include "ingest/html/simple_html.h"

namespace newsgraph::ingest {
namespace {

using enum HtmlTag;

constexpr std::string_view kNoBreakSpace = "\u00A0";
constexpr std::string_view kZeroWidthSpace = "\u200B";
constexpr std::string_view kByteOrderMark = "\uFEFF";
constexpr std::string_view kSoftHyphen = "\u00AD";

// Whether a byte begins neither white space nor what is not seen, at a glance.
bool IsPlain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > ' ' && byte != 0xC2 && byte != 0xE2 && byte != 0xEF;
}

// How many bytes of white space `text` begins with: also spaces that do not break
// or have no width, which pages hold by the way.
std::size_t SpaceAt(std::string_view text) {
  const char c = text.front();
  if (c == ' ' || (c >= '\t' && c <= '\r') || c == '\0') return 1;
  if (static_cast<unsigned char>(c) < 0x80) return 0;
  return text.starts_with(kNoBreakSpace) ? kNoBreakSpace.size() : 0;
}

// The bytes of a character that is not seen and parts nothing.
std::size_t InvisibleAt(std::string_view text) {
  if (static_cast<unsigned char>(text.front()) < 0x80) return 0;
  for (const std::string_view mark : {kZeroWidthSpace, kByteOrderMark, kSoftHyphen}) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

bool IsShown(HtmlTag tag) { return tag != kScript && tag != kTitle && tag != kHead && tag != kRp && tag != kRt; }

}  // namespace

void TextComposer::WriteBreak() {
  if (!out_.empty()) {
    switch (break_) {
      case Break::kNone:
        if (space_) out_ += ' ';
        break;
      case Break::kCell:
        out_ += '\t';
        break;
      case Break::kLine:
        out_ += '\n';
        break;
      case Break::kParagraph:
        out_ += "\n\n";
        break;
    }
  }
  break_ = Break::kNone;
  space_ = false;
}

void TextComposer::Add(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (const std::size_t space = SpaceAt(text.substr(at)); space > 0) {
      space_ = true;
      at += space;
      continue;
    }
    if (const std::size_t invisible = InvisibleAt(text.substr(at)); invisible > 0) {
      at += invisible;
      continue;
    }
    WriteBreak();
    const std::size_t begin = at++;
    while (at < text.size() &&
           (IsPlain(text[at]) || (SpaceAt(text.substr(at)) == 0 && InvisibleAt(text.substr(at)) == 0))) {
      ++at;
    }
    out_.append(text, begin, at - begin);
  }
}

void TextComposer::AddPreformatted(std::string_view text) {
  bool first = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (!first) Part(Break::kLine);
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find_first_not_of(" \t") != std::string_view::npos) {
      WriteBreak();
      out_ += line;
    }
    first = false;
    text.remove_prefix(std::min(end + 1, text.size()));
    if (text.empty() && end != std::string_view::npos) break;
  }
}

std::string TextComposer::Take() {
  std::string out = std::move(out_);
  *this = TextComposer();
  return out;
}

TextComposer::Break BreakAround(HtmlTag tag) {
  switch (tag) {
    case kBr:
    case kLi:
    case kTr:
    case kDt:
    case kDd:
      return TextComposer::Break::kLine;
    case kTd:
    case kTh:
      return TextComposer::Break::kCell;
    default:
      return IsBlock(tag) ? TextComposer::Break::kParagraph : TextComposer::Break::kNone;
  }
}

void AddText(const HtmlTree& tree, HtmlNodeId id, TextComposer& out) {
  struct Open {
    HtmlNodeId end;
    HtmlTag tag;
  };
  std::vector<Open> open;
  std::size_t pre = 0;
  std::size_t cells = 0;  // in a cell, paragraphs are no more than lines
  const auto part = [&](HtmlTag tag) {
    TextComposer::Break how = BreakAround(tag);
    if (cells > 0 && how > TextComposer::Break::kLine) how = TextComposer::Break::kLine;
    out.Part(how);
  };
  const HtmlNodeId end = tree.node(id).end;
  while (id < end || !open.empty()) {
    while (!open.empty() && open.back().end <= id) {
      const HtmlTag tag = open.back().tag;
      pre -= tag == kPre ? 1 : 0;
      cells -= tag == kTd || tag == kTh ? 1 : 0;
      open.pop_back();
      part(tag);
    }
    if (id >= end) continue;
    const HtmlNode& node = tree.node(id);
    if (node.tag == kText) {
      pre > 0 ? out.AddPreformatted(node.text) : out.Add(node.text);
    } else if (!IsShown(node.tag)) {
      id = node.end;
      continue;
    } else {
      part(node.tag);
      pre += node.tag == kPre ? 1 : 0;
      cells += node.tag == kTd || node.tag == kTh ? 1 : 0;
      open.push_back({node.end, node.tag});
    }
    ++id;
  }
}

std::string TextOf(const HtmlTree& tree, HtmlNodeId id) {
  TextComposer out;
  AddText(tree, id, out);
  return out.Take();
}

StatusOr<std::string> HtmlToText(std::string_view html, const HtmlLimits& limits) {
  ASSIGN_OR_RETURN(const FilteredHtml filtered, FilterHtml(html, limits));
  TextComposer out;
  if (AddSimpleHtml(filtered.html, out)) return out.Take();
  ASSIGN_OR_RETURN(const HtmlTree tree, HtmlTree::Parse(html, limits));
  return TextOf(tree);
}

}  // namespace newsgraph::ingest
