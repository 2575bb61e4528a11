#include "compare/written_on.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace newsgraph::compare {
namespace {

// A dateline stands at the beginning of a text.
constexpr std::size_t kMostSentences = 6;
constexpr std::uint32_t kMostBytesOfPlace = 40;

bool IsBlank(std::string_view text) { return text.find_first_not_of(' ') == std::string_view::npos; }

bool HasLetter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<signed char>(c) < 0;
  });
}

// "(" or "," before the date, ")" and a dash behind it.
bool IsDateline(std::string_view before, std::string_view behind) {
  if (before.size() > kMostBytesOfPlace || before.find_first_of("0123456789.:;") != std::string_view::npos)
    return false;
  if (!before.ends_with(", ") && !before.ends_with("(")) return false;
  static constexpr std::array<std::string_view, 6> kEnds = {" –", " —", " - ", " --", ") ", ")"};
  return std::any_of(kEnds.begin(), kEnds.end(), [behind](std::string_view end) { return behind.starts_with(end); });
}

// Whether a word such as "as of" or "said on" stands right beside the date.
bool IsDated(const Draft& draft, TextSpan date, TextSpan sentence) {
  const auto cues = draft.CuesIn(sentence);
  return std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) {
    if (cue.kind != CueKind::kDated) return false;
    if (cue.span.end <= date.begin) return IsBlank(draft.Written({cue.span.end, date.begin}));
    return cue.span.begin >= date.end && IsBlank(draft.Written({date.end, cue.span.begin}));
  });
}

bool SaysWhenWritten(const Draft& draft, const Date& date) {
  if (!date.interval || date.precision != DatePrecision::kDay || date.anchor != DateAnchor::kNone) return false;
  if (date.mod != DateMod::kExact && date.mod != DateMod::kSince) return false;
  const std::size_t index = draft.SentenceOf(date.span);
  if (index == draft.sentences().size()) return false;
  const TextSpan sentence = draft.sentences()[index].span;
  if (IsDated(draft, date.span, sentence)) return true;
  if (index >= kMostSentences) return false;
  const std::string_view before = draft.Written({sentence.begin, date.span.begin});
  const std::string_view behind = draft.Written({date.span.end, sentence.end});
  return (!HasLetter(before) && !HasLetter(behind)) || IsDateline(before, behind);
}

}  // namespace

std::optional<Writing> WhenWritten(const Draft& draft) {
  if (draft.published()) return Writing{*draft.published(), nullptr};
  std::optional<Writing> latest;
  for (const Date& date : draft.dates()) {
    if (!SaysWhenWritten(draft, date)) continue;
    if (!latest || date.interval->first > latest->day) latest = {date.interval->first, &date};
  }
  return latest;
}

}  // namespace newsgraph::compare
