#include "ingest/html/simple_html.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "ingest/ascii.h"
#include "ingest/html/character_references.h"
#include "ingest/html/html_names.h"

namespace newsgraph::ingest {
namespace {

using enum HtmlTag;

// Elements that make the same text wherever they stand: the parser's tree says no
// more of it than their tags.
bool IsSimple(HtmlTag tag) {
  switch (tag) {
    case kA:
    case kBlockquote:
    case kBr:
    case kDiv:
    case kHr:
    case kLi:
    case kOl:
    case kP:
    case kSection:
    case kSpan:
    case kUl:
      return true;
    default:
      return tag >= kH1 && tag <= kH6;
  }
}

// Whether valid UTF-8 holds what is no text to HTML, controls and the like, for which
// the parser puts U+FFFD or nothing.
bool HoldsNoText(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = [&](std::size_t ahead) {
      return i + ahead < text.size() ? static_cast<unsigned char>(text[i + ahead]) : 0U;
    };
    if (byte(0) >= ' ' && byte(0) < 0x7F) continue;
    if (byte(0) <= 0x7F && !IsAsciiSpace(text[i])) return true;
    if (byte(0) == '\v' || (byte(0) == 0xC2 && byte(1) < 0xA0)) return true;
    if (byte(0) == 0xEF && (byte(1) == 0xB7 || (byte(1) == 0xBF && byte(2) >= 0xBE))) return true;
    if (byte(0) >= 0xF0 && byte(2) == 0xBF && byte(3) >= 0xBE) return true;
  }
  return false;
}

// Adds text with references; false if only the parser knows what it means.
bool AddWithReferences(std::string_view text, TextComposer& out) {
  constexpr std::size_t kLongestName = 10;
  if (HoldsNoText(text)) return false;
  while (!text.empty()) {
    const std::size_t ampersand = std::min(text.find('&'), text.size());
    out.Add(text.substr(0, ampersand));
    text.remove_prefix(ampersand);
    if (text.empty()) return true;
    const char next = text.size() > 1 ? text[1] : ' ';
    if (next == ' ' || next == '\n') {  // an ampersand that means itself
      out.Add(text.substr(0, 1));
      text.remove_prefix(1);
      continue;
    }
    const std::size_t end = text.substr(0, kLongestName).find(';');
    const std::uint32_t character = end == std::string_view::npos ? 0 : CodePointOf(text.substr(1, end - 1));
    if (character == 0) return false;
    std::string decoded;
    AppendUtf8(decoded, character);
    out.Add(decoded);
    text.remove_prefix(end + 1);
  }
  return true;
}

// Where the tag ends whose inside `html` begins with, past the values of its attributes.
std::size_t TagEnd(std::string_view html) {
  std::size_t at = html.find_first_of("\"'>");
  while (at != std::string_view::npos && html[at] != '>') {
    const std::size_t closing = html.find(html[at], at + 1);
    at = closing == std::string_view::npos ? closing : html.find_first_of("\"'>", closing + 1);
  }
  return at;
}

class SimpleReader {
 public:
  explicit SimpleReader(TextComposer& out) : out_(out) {}

  // False if the page holds what a tree is needed for.
  bool Read(std::string_view html) {
    while (true) {
      const std::size_t begin = std::min(html.find('<'), html.size());
      if (!AddWithReferences(html.substr(0, begin), out_)) return false;
      if (begin == html.size()) return true;
      html.remove_prefix(begin + 1);
      const bool ends = html.starts_with('/');
      if (ends) html.remove_prefix(1);
      const HtmlTag tag = HtmlTagOf(html.substr(0, html.find_first_of(" />")));
      const std::size_t end = TagEnd(html);
      if (!IsSimple(tag) || end == std::string_view::npos) return false;
      html.remove_prefix(end + 1);
      if (IsBlock(tag) && !(ends ? End(tag) : Start(tag))) return false;
    }
  }

 private:
  // What OpenElements closes; a block parts the text at both of its ends.
  bool Start(HtmlTag tag) {
    if (tag == kLi) CloseItem();
    if (tag != kBr && !open_.empty() && open_.back() == kP) CloseTo(open_.size() - 1);
    if (IsHeading(tag) && !open_.empty() && IsHeading(open_.back())) return false;
    out_.Part(BreakAround(tag));
    if (!IsVoid(tag)) open_.push_back(tag);
    return true;
  }

  bool End(HtmlTag tag) {
    const auto found = std::find(open_.rbegin(), open_.rend(), tag);
    if (found == open_.rend()) return false;
    CloseTo(static_cast<std::size_t>(open_.rend() - found) - 1);
    return true;
  }

  void CloseItem() {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i] == kLi) return CloseTo(i);
      if (open_[i] != kDiv && open_[i] != kP) return;
    }
  }

  void CloseTo(std::size_t place) {
    for (; open_.size() > place; open_.pop_back()) out_.Part(BreakAround(open_.back()));
  }

  static bool IsHeading(HtmlTag tag) { return tag >= kH1 && tag <= kH6; }

  TextComposer& out_;
  std::vector<HtmlTag> open_;  // blocks
};

}  // namespace

bool AddSimpleHtml(std::string_view filtered, TextComposer& out) { return SimpleReader(out).Read(filtered); }

}  // namespace newsgraph::ingest
