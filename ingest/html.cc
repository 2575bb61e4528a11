#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>

#include "ingest/plain_text.h"
#include "ingest/utf8.h"

namespace newsgraph::ingest {
namespace {

constexpr std::array kLeftOut = {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,    GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,
                                 GUMBO_TAG_NAV,    GUMBO_TAG_FOOTER,   GUMBO_TAG_ASIDE,    GUMBO_TAG_FORM,
                                 GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT,   GUMBO_TAG_SVG,      GUMBO_TAG_IFRAME,
                                 GUMBO_TAG_HEAD,   GUMBO_TAG_TEXTAREA, GUMBO_TAG_FIGURE};
// Elements that do not end the line in which they stand.
constexpr std::array kInline = {GUMBO_TAG_A,    GUMBO_TAG_B,     GUMBO_TAG_I,   GUMBO_TAG_EM,   GUMBO_TAG_STRONG,
                                GUMBO_TAG_SPAN, GUMBO_TAG_SMALL, GUMBO_TAG_SUB, GUMBO_TAG_SUP,  GUMBO_TAG_ABBR,
                                GUMBO_TAG_TIME, GUMBO_TAG_MARK,  GUMBO_TAG_U,   GUMBO_TAG_CITE, GUMBO_TAG_CODE,
                                GUMBO_TAG_Q,    GUMBO_TAG_FONT,  GUMBO_TAG_INS, GUMBO_TAG_DATA, GUMBO_TAG_WBR,
                                GUMBO_TAG_S,    GUMBO_TAG_DEL,   GUMBO_TAG_BDI, GUMBO_TAG_BDO};
// Pages nest less deeply; what is deeper is left out rather than overflow.
constexpr int kMostDepth = 400;

struct FreeOutput {
  void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};

template <std::size_t n>
bool IsOneOf(GumboTag tag, const std::array<GumboTag, n>& tags) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

std::string Attribute(const GumboNode& node, const char* name) {
  const GumboAttribute* attribute = gumbo_get_attribute(&node.v.element.attributes, name);
  return attribute == nullptr ? std::string() : attribute->value;
}

bool IsBlank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

class HtmlReader {
 public:
  explicit HtmlReader(std::string_view source) : source_(source) {}

  PlainText Run(const GumboNode& root) && {
    out_.stretches.push_back({0, 0});
    ReadHead(root, 0);
    Read(root, 0);
    if (!heading_.empty()) out_.title = heading_;
    return std::move(out_);
  }

 private:
  // What the page says of itself.
  void ReadHead(const GumboNode& node, int depth) {
    if (node.type != GUMBO_NODE_ELEMENT || depth > kMostDepth) return;
    const GumboTag tag = node.v.element.tag;
    if (tag == GUMBO_TAG_HTML) out_.language = Attribute(node, "lang");
    if (tag == GUMBO_TAG_META && Attribute(node, "property") == "article:published_time") {
      out_.published = Attribute(node, "content");
    }
    const GumboVector& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
      const auto& child = *static_cast<const GumboNode*>(children.data[i]);
      if (tag == GUMBO_TAG_TITLE && child.type == GUMBO_NODE_TEXT && out_.title.empty()) out_.title = child.v.text.text;
      ReadHead(child, depth + 1);
    }
  }

  void Read(const GumboNode& node, int depth) {
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) Put(node.v.text);
    if (node.type != GUMBO_NODE_ELEMENT || depth > kMostDepth) return;
    const GumboTag tag = node.v.element.tag;
    if (IsOneOf(tag, kLeftOut)) return;
    const bool block = !IsOneOf(tag, kInline);
    if (block) EndParagraph();
    const std::size_t begin = out_.text.size();
    const GumboVector& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i) Read(*static_cast<const GumboNode*>(children.data[i]), depth + 1);
    if (tag == GUMBO_TAG_H1 && heading_.empty()) heading_ = out_.text.substr(begin);
    if (block) EndParagraph();
  }

  // White space runs into one blank, and none at the beginning of a line.
  void Put(const GumboText& text) {
    const auto source = static_cast<std::uint32_t>(text.original_text.data - source_.data());
    out_.stretches.push_back({static_cast<std::uint32_t>(out_.text.size()), source});
    for (const char* c = text.text; *c != '\0'; ++c) {
      if (!IsBlank(*c)) {
        out_.text += *c;
      } else if (!out_.text.empty() && !IsBlank(out_.text.back())) {
        out_.text += ' ';
      } else {
        // What follows stands further on in the source than in the text.
        out_.stretches.push_back(
            {static_cast<std::uint32_t>(out_.text.size()), source + static_cast<std::uint32_t>(c - text.text) + 1});
      }
    }
  }

  void EndParagraph() {
    while (!out_.text.empty() && IsBlank(out_.text.back())) out_.text.pop_back();
    while (out_.stretches.back().text_begin > out_.text.size()) out_.stretches.pop_back();
    if (!out_.text.empty()) out_.text += "\n\n";
  }

  std::string_view source_;
  std::string heading_;
  PlainText out_;
};

}  // namespace

PlainText FromHtml(std::string_view source) {
  const std::unique_ptr<GumboOutput, FreeOutput> page(
      gumbo_parse_with_options(&kGumboDefaultOptions, source.data(), source.size()));
  PlainText out = HtmlReader(source).Run(*page->root);
  while (!out.text.empty() && IsBlank(out.text.back())) out.text.pop_back();
  return out;
}

}  // namespace newsgraph::ingest
