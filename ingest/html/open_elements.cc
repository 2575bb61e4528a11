#include "ingest/html/open_elements.h"

#include <functional>

namespace newsgraph::ingest {
namespace {

using enum HtmlTag;

bool IsCell(HtmlTag tag) { return tag == kTd || tag == kTh || tag == kCaption; }
bool IsBorder(HtmlTag tag) { return tag == kTable || IsCell(tag); }
bool IsRowGroup(HtmlTag tag) { return tag == kTbody || tag == kThead || tag == kTfoot; }
bool IsPartOfTable(HtmlTag tag) {
  return IsCell(tag) || IsRowGroup(tag) || tag == kTr || tag == kColgroup || tag == kCol;
}
bool IsHeading(HtmlTag tag) { return tag >= kH1 && tag <= kH6; }

// What an open paragraph ends before. A table does so too: no page is read in quirks mode.
bool EndsParagraph(HtmlTag tag) { return IsBlock(tag) && tag != kBr && !IsPartOfTable(tag) && tag != kLegend; }

// How far up in a table a part of it closes what is open: at the first of these.
bool IsClosedBy(HtmlTag open, HtmlTag part) {
  if (IsCell(part)) return IsCell(open);
  if (part == kTr) return open == kTr || IsCell(open);
  return open == kTr || IsCell(open) || IsRowGroup(open) || open == kColgroup;
}

std::uint32_t NameOf(HtmlTag tag, std::string_view name) {
  if (tag != kOther) return 0;
  std::uint32_t hash = 2166136261U;  // FNV-1a, whatever the case
  for (const char c : name) hash = (hash ^ (static_cast<unsigned char>(c) | 0x20U)) * 16777619U;
  return hash;
}

}  // namespace

std::size_t OpenElements::InScope(HtmlTag tag) const {
  for (std::size_t i = open_.size(); i-- > 0;) {
    if (open_[i].tag == tag) return i;
    if (IsBorder(open_[i].tag)) break;
  }
  return kNone;
}

bool OpenElements::ClosePartsOfTable(HtmlTag tag) {
  std::size_t last = kNone;
  for (std::size_t i = open_.size(); i-- > 0;) {
    if (open_[i].tag == kTable) {
      if (last != kNone) PopTo(last);
      return true;
    }
    if (IsClosedBy(open_[i].tag, tag)) last = i;
  }
  return false;
}

// A list's item ends before the next one of the same list.
void OpenElements::CloseItem(HtmlTag first, HtmlTag second) {
  for (std::size_t i = open_.size(); i-- > 0;) {
    const HtmlTag tag = open_[i].tag;
    if (tag == first || tag == second) return PopTo(i);
    if (IsBlock(tag) && tag != kAddress && tag != kDiv && tag != kP) return;
  }
}

bool OpenElements::Enter(HtmlTag tag) {
  if (IsPartOfTable(tag)) {
    if (!ClosePartsOfTable(tag)) return false;
  } else if (tag == kTable) {
    for (std::size_t i = open_.size(); i-- > 0 && !IsCell(open_[i].tag);) {
      if (open_[i].tag != kTable) continue;
      PopTo(i);
      break;
    }
  } else if (tag == kLi) {
    CloseItem(kLi, kLi);
  } else if (tag == kDd || tag == kDt) {
    CloseItem(kDd, kDt);
  } else if (tag == kA && link_count_ > 0) {
    if (const std::size_t place = InScope(kA); place != kNone) Remove(place);
  }
  if (paragraph_count_ > 0 && EndsParagraph(tag)) {
    if (const std::size_t place = InScope(kP); place != kNone) PopTo(place);
  }
  if (IsHeading(tag) && !open_.empty() && IsHeading(open_.back().tag)) PopTo(open_.size() - 1);
  if (open_.size() < max_depth_) return true;
  if (!IsVoid(tag)) ++too_deep_;
  return false;
}

void OpenElements::Push(HtmlTag tag, std::string_view name, bool kept) {
  open_.push_back({tag, kept, NameOf(tag, name)});
  pre_count_ += tag == kPre || tag == kListing ? 1 : 0;
  paragraph_count_ += tag == kP ? 1 : 0;
  link_count_ += tag == kA ? 1 : 0;
}

void OpenElements::Remove(std::size_t place) {
  const Element element = open_[place];
  pre_count_ -= element.tag == kPre || element.tag == kListing ? 1 : 0;
  paragraph_count_ -= element.tag == kP ? 1 : 0;
  link_count_ -= element.tag == kA ? 1 : 0;
  if (element.tag == kA && element.kept) out_ += "</a>";
  open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(place));
}

void OpenElements::PopTo(std::size_t place) {
  while (open_.size() > place) Remove(open_.size() - 1);
}

void OpenElements::Close(HtmlTag tag, std::string_view name) {
  if (too_deep_ > 0) {
    --too_deep_;
    return;
  }
  const std::uint32_t wanted = NameOf(tag, name);
  const bool is_block = IsBlock(tag);
  for (std::size_t i = open_.size(); i-- > 0;) {
    const HtmlTag other = open_[i].tag;
    if (other == tag && open_[i].name == wanted) {
      if (tag == kA) return Remove(i);
      const bool kept = open_[i].kept;
      PopTo(i);
      if (kept) out_.append("</").append(name).append(">");
      return;
    }
    // Out of a cell only the table's own parts lead; a mere span ends in its block.
    if (other == kTable || (IsCell(other) && !IsPartOfTable(tag) && tag != kTable)) return;
    if (!is_block && tag != kA && IsBlock(other)) return;
  }
}

}  // namespace newsgraph::ingest
