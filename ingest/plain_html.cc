#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "ingest/html/html_text.h"
#include "ingest/html/html_tree.h"
#include "ingest/page/linked_data.h"
#include "ingest/page/page_fields.h"
#include "ingest/page/page_metadata.h"
#include "ingest/plain_text.h"

namespace newsgraph::ingest {
namespace {

using enum HtmlTag;

// What is no text of a draft; scripts, drawings and forms' fields the tree lacks already.
bool IsLeftOut(HtmlTag tag) {
  return tag == kHead || tag == kTitle || tag == kScript || tag == kNav || tag == kFooter || tag == kAside ||
         tag == kForm || tag == kFigure;
}

constexpr std::string_view kBlanks = " \n\t\r\f";

bool IsBlank(char c) { return kBlanks.find(c) != std::string_view::npos; }

// Takes the first word off; empty at the end.
std::string_view TakeWord(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  const std::string_view word = text.substr(0, text.find_first_of(kBlanks));
  text.remove_prefix(word.size());
  return word;
}

class Composer {
 public:
  explicit Composer(const HtmlTree& tree) : tree_(tree) {}

  PlainText Run() && {
    out_.stretches.push_back({0, 0});
    for (HtmlNodeId id = 0; id < tree_.nodes().size();) {
      while (!open_.empty() && open_.back().end <= id) Leave();
      const HtmlNode& node = tree_.node(id);
      if (node.tag == kText) {
        Put(node.text, tree_.WrittenText(id));
      } else if (IsLeftOut(node.tag)) {
        id = node.end;
        continue;
      } else {
        Enter(node);
      }
      ++id;
    }
    while (!open_.empty()) Leave();
    while (!out_.text.empty() && IsBlank(out_.text.back())) out_.text.pop_back();
    return std::move(out_);
  }

 private:
  struct Open {
    HtmlTag tag;
    HtmlNodeId end;
    std::size_t begin;  // of its text
  };

  void Enter(const HtmlNode& node) {
    if (BreakAround(node.tag) != TextComposer::Break::kNone) EndParagraph();
    open_.push_back({node.tag, node.end, out_.text.size()});
  }

  void Leave() {
    const Open element = open_.back();
    open_.pop_back();
    if (element.tag == kH1 && out_.title.empty()) out_.title = out_.text.substr(element.begin);
    if (BreakAround(element.tag) != TextComposer::Break::kNone) EndParagraph();
  }

  // White space runs into one blank, and none at the beginning of a line. Word by
  // word, so that a character reference moves no other word.
  void Put(std::string_view text, std::string_view written) {
    PutBlank(!text.empty() && IsBlank(text.front()));
    for (std::string_view word = TakeWord(text); !word.empty(); word = TakeWord(text)) {
      const auto begin = static_cast<std::uint32_t>(out_.text.size());
      if (const std::string_view source = TakeWord(written); !source.empty()) {
        for (const SourceStretch& each : tree_.StretchesOf(source)) {
          if (each.text_begin < word.size()) out_.stretches.push_back({begin + each.text_begin, each.source_begin});
        }
      }
      out_.text += word;
      PutBlank(!text.empty());
    }
  }

  void PutBlank(bool wanted) {
    if (wanted && !out_.text.empty() && !IsBlank(out_.text.back())) out_.text += ' ';
  }

  void EndParagraph() {
    while (!out_.text.empty() && IsBlank(out_.text.back())) out_.text.pop_back();
    if (!out_.text.empty()) out_.text += "\n\n";
  }

  const HtmlTree& tree_;
  std::vector<Open> open_;
  PlainText out_;
};

}  // namespace

StatusOr<PlainText> FromHtml(std::string_view source) {
  ASSIGN_OR_RETURN(const HtmlTree tree, HtmlTree::Parse(source));
  PlainText out = Composer(tree).Run();
  // Behind the text: no place in it leads beyond the source.
  out.stretches.push_back({static_cast<std::uint32_t>(out.text.size()) + 1, static_cast<std::uint32_t>(source.size())});
  const PageWords& words = PageWords::Embedded();
  NameCache names(words);
  const PageFields fields = ReadPageFields(tree, names);
  Page stated;
  FillMetadata(fields, ReadLinkedData(tree.linked_data(), fields.canonical), fields.canonical, words, stated);
  if (out.title.empty()) out.title = std::move(stated.title);
  out.language = std::move(stated.language);
  if (stated.published) out.published = stated.published->time;
  return out;
}

}  // namespace newsgraph::ingest
