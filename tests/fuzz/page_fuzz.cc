// Whatever a page is made of: it is read or refused, and what is read is plain text.
#include <cstddef>
#include <cstdint>
#include <string>

#include "ingest/html/html_text.h"
#include "ingest/html/html_tree.h"
#include "ingest/page/page.h"
#include "ingest/utf8.h"
#include "model/status.h"

using newsgraph::Check;
namespace ingest = newsgraph::ingest;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto page = ingest::ReadPage(bytes, {"https://news.example/2026/01/19/a", "text/html"});
  if (!page.ok()) return 0;
  Check(ingest::IsValidUtf8(page->text) && ingest::IsValidUtf8(page->title), "a page's text is UTF-8");
  Check(page->text.size() <= 4 * size + 64, "a page's text is no longer than the page");
  std::size_t cut_bytes = 0;
  for (const ingest::CutPart& part : page->cuts) cut_bytes += part.text.size();
  Check(cut_bytes <= 4 * size + 64, "what is cut is part of the page");

  const std::string html = ingest::RepairUtf8(bytes);
  const auto tree = ingest::HtmlTree::Parse(html);
  if (!tree.ok()) return 0;
  Check(ingest::HtmlToText(html).value_or("?") == ingest::TextOf(*tree), "the short way to a text leads to the same");
  for (ingest::HtmlNodeId id = 0; id < tree->nodes().size(); ++id) {
    const ingest::HtmlNode& node = tree->node(id);
    Check(node.end > id && node.end <= tree->node(node.parent).end && node.parent <= id, "nodes lie in each other");
  }
  return 0;
}
