#include "ingest/page/text_root.h"

#include <algorithm>
#include <vector>

namespace newsgraph::ingest {
namespace {

using enum HtmlTag;

// Of the most text that can be had, an inner element need not have all.
constexpr double kEnough = 0.97;

bool IsHeading(HtmlTag tag) { return tag >= kH1 && tag <= kH6; }

// What a block adds to the element that holds it: much for prose, less than
// nothing for links and labels.
double ValueOf(const PageBlock& block, HtmlTag tag) {
  if (block.cut != PageCut::kNone) return 0;
  const double weight = block.weight;
  const double links = block.link_weight / std::max(weight, 1.0);
  constexpr double kLinkLoss = 0.6;
  if (links > 0.5) return (-std::min(weight, 80.0) - 10) * kLinkLoss;
  if (IsProse(block)) return std::min(weight, 1500.0) * (1 - links);
  if (IsHeading(tag)) return -5;
  if ((tag == kTd || tag == kTh) && weight < 15) return 0;  // figures
  return weight >= 15 ? weight * 0.2 : -6;
}

}  // namespace

bool IsProse(const PageBlock& block) {
  if (block.link_weight * 2 > block.weight) return false;
  return block.weight >= 80 || (block.weight >= 40 && block.stops > 0);
}

HtmlNodeId FindTextRoot(const HtmlTree& tree, std::span<const PageMark> marks, const PageText& page) {
  std::vector<double> values(tree.nodes().size());
  for (const PageBlock& block : page.blocks) {
    const double value = ValueOf(block, tree.node(block.node).tag);
    if (value == 0) continue;
    for (HtmlNodeId id = block.node;; id = tree.node(id).parent) {
      values[id] += value;
      if (id == 0) break;
    }
  }
  const double most = *std::max_element(values.begin(), values.end());
  HtmlNodeId best = 0;
  if (most > 0) {
    for (HtmlNodeId id = 0; id < values.size(); ++id) {
      if (values[id] >= most * kEnough) best = id;  // the innermost one
    }
  }
  HtmlNodeId hinted = 0;
  for (HtmlNodeId id = 0; id < values.size(); ++id) {
    if (!marks[id].body || marks[id].cut != PageCut::kNone) continue;
    if (values[id] > (hinted == 0 ? 0.0 : values[hinted])) hinted = id;
  }
  if (hinted != 0 && values[hinted] >= 0.5 * values[best]) return hinted;
  return best;
}

}  // namespace newsgraph::ingest
