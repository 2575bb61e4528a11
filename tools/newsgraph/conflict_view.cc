#include "tools/newsgraph/conflict_view.h"

#include <algorithm>
#include <cstdio>
#include <numeric>
#include <optional>

#include "model/names.h"
#include "model/status.h"
#include "rpc/convert_enum.h"
#include "tools/display_text.h"
#include "tools/newsgraph/claim_text.h"

namespace newsgraph::tools {
namespace {

constexpr std::string_view kIndent = "  ";
constexpr std::string_view kBetween = " │ ";
constexpr std::size_t kBetweenWidth = 3;
constexpr std::size_t kLeastCellWidth = 28;

Color ColorOf(Severity severity) {
  switch (severity) {
    case Severity::kHard:
      return Color::kRed;
    case Severity::kSoft:
      return Color::kYellow;
    default:
      return Color::kCyan;
  }
}

Severity SeverityOf(const v1::Conflict& conflict) {
  return rpc::FromProto<Severity>(conflict.severity()).value_or(Severity::kNote);
}

// "hard value", "soft time (own outlet, dismissed)".
std::string KindText(const v1::Conflict& conflict) {
  const std::optional<ConflictKind> kind = rpc::FromProto<ConflictKind>(conflict.kind());
  std::string text(Name(SeverityOf(conflict)));
  if (kind) text += Concat(" ", Name(*kind));
  std::string notes = conflict.own_outlet() ? "own outlet" : "";
  const auto state = rpc::FromProto<ConflictState>(conflict.state());
  if (state && *state != ConflictState::kOpen) notes += Concat(notes.empty() ? "" : ", ", Name(*state));
  return notes.empty() ? text : Concat(text, " (", notes, ")");
}

// "feasibility gap".
std::string KindText(LinkKind kind) {
  std::string text(Name(kind));
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

// "3 conflicts: 2 hard, 1 soft", without those of which there are none.
std::string CountText(std::string_view what, const std::vector<std::string>& names,
                      const std::vector<std::size_t>& counts) {
  const std::size_t all = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
  if (all == 0) return Concat("no ", what, "s\n");
  std::string out = Concat(all, " ", what, all == 1 ? "" : "s");
  std::string_view before = ": ";
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    out += Concat(before, counts[i], " ", names[i]);
    before = ", ";
  }
  return out + "\n";
}

// "dismissed by desk, 2026-01-20 09:14: definition; with contractors".
std::string ReviewText(const v1::Conflict& conflict) {
  const v1::Review& review = conflict.review();
  const auto state = rpc::FromProto<ConflictState>(conflict.state());
  std::string out(state ? Name(*state) : "decided");
  if (!review.reviewer().empty()) out += Concat(" by ", Printable(review.reviewer()));
  if (review.has_review_time()) out += ", " + TimeText(review.review_time());
  const auto reason = rpc::FromProto<DismissalReason>(review.reason());
  if (reason) out += Concat(": ", Name(*reason));
  if (!review.comment().empty()) out += Concat(reason ? "; " : ": ", Printable(review.comment()));
  return out;
}

}  // namespace

ConflictView::ConflictView(std::size_t width, Painter paint)
    : width_(width),
      paint_(paint),
      counts_(static_cast<std::size_t>(Severity::kHard) + 1),
      link_counts_(static_cast<std::size_t>(LinkKind::kFeasibilityGap) + 1) {}

ConflictView::ConflictView() : ConflictView(TerminalWidth(), Painter(stdout)) {}

template <typename Message>
std::string ConflictView::Heading(const std::string& kind, Color color, const Message& message) const {
  const std::string subject = Printable(message.subject_name());
  std::string rest = " · " + Printable(message.metric());
  if (const std::string object = ObjectText(message.object(), message.object_name()); !object.empty()) {
    rest += " · " + Printable(object);
  }
  const std::size_t used = DisplayWidth(kind) + 2 + DisplayWidth(subject);
  rest = CutToWidth(rest, width_ - std::min(used, width_));
  return paint_(color, kind) + "  " + paint_(Color::kBold, subject) + rest + "\n";
}

std::string ConflictView::Show(const v1::Conflict& conflict) {
  const Severity severity = SeverityOf(conflict);
  ++counts_[static_cast<std::size_t>(severity)];
  std::vector<const v1::ConflictSide*> sides;
  for (const v1::ConflictSide& side : conflict.sides()) sides.push_back(&side);
  std::string out = Heading(KindText(conflict), ColorOf(severity), conflict) + Sides(sides);
  out += Explained(conflict.explanation());
  if (conflict.has_review()) {
    for (const std::string& line : Wrap(ReviewText(conflict), width_ - kIndent.size())) {
      out += std::string(kIndent) + line + "\n";
    }
  }
  return out + std::string(kIndent) + paint_(Color::kDim, Printable(conflict.name())) + "\n\n";
}

std::string ConflictView::Show(const v1::Link& link) {
  const LinkKind kind = rpc::FromProto<LinkKind>(link.kind()).value_or(LinkKind::kMet);
  ++link_counts_[static_cast<std::size_t>(kind)];
  const std::string heading = Heading(KindText(kind), Color::kCyan, link);
  return heading + Sides({&link.expectation(), &link.outcome()}) + Explained(link.explanation()) + "\n";
}

std::string ConflictView::Summary() const {
  std::vector<std::string> names;
  names.reserve(counts_.size());
  for (std::size_t i = 0; i < counts_.size(); ++i) names.emplace_back(Name(static_cast<Severity>(i)));
  return CountText("conflict", {names.rbegin(), names.rend()}, {counts_.rbegin(), counts_.rend()});
}

std::string ConflictView::LinkSummary() const {
  std::vector<std::string> names;
  names.reserve(link_counts_.size());
  for (std::size_t i = 0; i < link_counts_.size(); ++i) names.push_back(KindText(static_cast<LinkKind>(i)));
  return CountText("link", names, link_counts_);
}

std::string ConflictView::Sides(const std::vector<const v1::ConflictSide*>& sides) const {
  const std::size_t room = width_ - kIndent.size();
  const std::size_t side_count = std::max<std::size_t>(sides.size(), 1);
  const std::size_t fitting = std::max<std::size_t>((room + kBetweenWidth) / (kLeastCellWidth + kBetweenWidth), 1);
  const std::size_t abreast = std::min(fitting, side_count);
  const std::size_t cell_width = (room - kBetweenWidth * (abreast - 1)) / abreast;
  std::string out;
  for (std::size_t first = 0; first < side_count; first += abreast) {
    std::vector<std::vector<Line>> cells;
    for (std::size_t i = first; i < std::min(first + abreast, sides.size()); ++i) {
      cells.push_back(SideLines(*sides[i], cell_width));
    }
    if (first > 0) out += "\n";
    out += Columns(cells, cell_width);
  }
  return out;
}

std::string ConflictView::Explained(const std::string& explanation) const {
  std::string out;
  for (const std::string& line : Wrap(explanation, width_ - kIndent.size())) {
    out += std::string(kIndent) + paint_(Color::kDim, line) + "\n";
  }
  return out;
}

std::vector<ConflictView::Line> ConflictView::SideLines(const v1::ConflictSide& side, std::size_t width) {
  std::vector<Line> lines;
  const auto add = [&](Color color, std::string_view text) {
    for (std::string& line : Wrap(text, width)) lines.push_back({color, std::move(line)});
  };
  if (side.claims().empty()) return lines;
  const v1::Claim& first = side.claims(0);
  const std::string_view status = first.status() == v1::CLAIM_STATUS_ACTUAL ? std::string_view() : StatusText(first);
  add(Color::kBold, status.empty() ? ValueText(first) : Concat(ValueText(first), " (", status, ")"));
  add(Color::kCyan, OriginText(first));
  add(Color::kNone, first.sentence().quote());
  std::string others;
  for (int i = 1; i < side.claims_size(); ++i) {
    others += Concat(others.empty() ? "also: " : "; ", OriginText(side.claims(i)));
  }
  add(Color::kDim, others);
  if (side.origin_count() > 0 && side.origin_count() < side.claims_size())
    add(Color::kDim, Concat("from ", side.origin_count(), side.origin_count() == 1 ? " origin" : " origins"));
  return lines;
}

std::string ConflictView::Columns(const std::vector<std::vector<Line>>& cells, std::size_t cell_width) const {
  std::size_t height = 0;
  for (const std::vector<Line>& cell : cells) height = std::max(height, cell.size());
  std::string out;
  for (std::size_t row = 0; row < height; ++row) {
    out += kIndent;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Line line = row < cells[i].size() ? cells[i][row] : Line();
      const std::size_t used = DisplayWidth(line.text);
      out += paint_(line.color, line.text);
      if (i + 1 < cells.size()) {
        out.append(cell_width - std::min(used, cell_width), ' ');
        out += paint_(Color::kDim, kBetween);
      }
    }
    out += "\n";
  }
  return out;
}

}  // namespace newsgraph::tools
