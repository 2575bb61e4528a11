#include "model/names.h"

#include <array>
#include <cstddef>
#include <type_traits>

#include "model/status.h"

namespace newsgraph {
namespace {

constexpr std::array<std::string_view, 5> kFigureKinds = {"count", "money", "percent", "measure", "multiple"};
constexpr std::array<std::string_view, 8> kMods = {"exact", "about",     "at_least",  "at_most",
                                                   "up_to", "more_than", "less_than", "nearly"};
constexpr std::array<std::string_view, 6> kDateMods = {"exact", "about", "by", "before", "after", "since"};
constexpr std::array<std::string_view, 10> kPrecisions = {"day",    "week", "month",  "quarter", "half",
                                                          "season", "year", "decade", "century", "period"};
constexpr std::array<std::string_view, 3> kAnchors = {"none", "publication", "text"};
constexpr std::array<std::string_view, 8> kEntityTypes = {"company", "organization", "media",  "chip",
                                                          "product", "model",        "person", "place"};
constexpr std::array<std::string_view, 5> kStatuses = {"actual", "planned", "forecast", "estimated", "denied"};
constexpr std::array<std::string_view, 6> kMetricKinds = {"stock", "flow", "rate", "change", "property", "event"};
constexpr std::array<std::string_view, 14> kConflictKinds = {
    "value", "magnitude", "unit",       "currency",        "time",        "status",  "object", "place",
    "scope", "hedge",     "arithmetic", "impossible_time", "implausible", "revision"};
constexpr std::array<std::string_view, 4> kSeverities = {"note", "edge", "soft", "hard"};
constexpr std::array<std::string_view, 6> kStates = {"open",      "acknowledged", "dismissed",
                                                     "confirmed", "resolved",     "suppressed"};
constexpr std::array<std::string_view, 6> kDismissalReasons = {"other_scope", "other_time",  "definition",
                                                               "rounding",    "translation", "extraction_error"};
constexpr std::array<std::string_view, 5> kLinkKinds = {"met", "missed", "exceeded", "revised", "feasibility_gap"};
constexpr std::array<std::string_view, 3> kLevels = {"note", "warning", "error"};
constexpr std::array<std::string_view, 20> kCueKinds = {
    "plan", "plan_behind", "perfect", "aside",       "event",    "date_lead", "part",
    "sum",  "each",        "from",    "from_behind", "to",       "share",     "divided",
    "rest", "rise",        "fall",    "dated",       "outdated", "correction"};
constexpr std::array<std::string_view, 3> kSourceKinds = {"feed", "page", "folder"};
constexpr std::array<std::string_view, 3> kPageReadings = {"auto", "never", "always"};
constexpr std::array<std::string_view, 5> kHealths = {"new", "good", "failing", "stale", "gone"};

template <typename Enum>
constexpr const auto& Table() {
  if constexpr (std::is_same_v<Enum, FigureKind>) return kFigureKinds;
  if constexpr (std::is_same_v<Enum, Mod>) return kMods;
  if constexpr (std::is_same_v<Enum, DateMod>) return kDateMods;
  if constexpr (std::is_same_v<Enum, DatePrecision>) return kPrecisions;
  if constexpr (std::is_same_v<Enum, DateAnchor>) return kAnchors;
  if constexpr (std::is_same_v<Enum, EntityType>) return kEntityTypes;
  if constexpr (std::is_same_v<Enum, ClaimStatus>) return kStatuses;
  if constexpr (std::is_same_v<Enum, MetricKind>) return kMetricKinds;
  if constexpr (std::is_same_v<Enum, ConflictKind>) return kConflictKinds;
  if constexpr (std::is_same_v<Enum, Severity>) return kSeverities;
  if constexpr (std::is_same_v<Enum, ConflictState>) return kStates;
  if constexpr (std::is_same_v<Enum, DismissalReason>) return kDismissalReasons;
  if constexpr (std::is_same_v<Enum, LinkKind>) return kLinkKinds;
  if constexpr (std::is_same_v<Enum, Level>) return kLevels;
  if constexpr (std::is_same_v<Enum, CueKind>) return kCueKinds;
  if constexpr (std::is_same_v<Enum, SourceKind>) return kSourceKinds;
  if constexpr (std::is_same_v<Enum, PageReading>) return kPageReadings;
  if constexpr (std::is_same_v<Enum, SourceHealth>) return kHealths;
}

template <typename Enum>
std::string_view NameOf(Enum value) {
  const auto& table = Table<Enum>();
  const auto index = static_cast<std::size_t>(value);
  Check(index < table.size(), "enumeration value out of range");
  return table[index];
}

}  // namespace

template <typename Enum>
std::optional<Enum> FromName(std::string_view name) {
  const auto& table = Table<Enum>();
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

#define NEWSGRAPH_NAMED_(Enum)                                \
  std::string_view Name(Enum value) { return NameOf(value); } \
  template std::optional<Enum> FromName<Enum>(std::string_view)

NEWSGRAPH_NAMED_(FigureKind);
NEWSGRAPH_NAMED_(Mod);
NEWSGRAPH_NAMED_(DateMod);
NEWSGRAPH_NAMED_(DatePrecision);
NEWSGRAPH_NAMED_(DateAnchor);
NEWSGRAPH_NAMED_(EntityType);
NEWSGRAPH_NAMED_(ClaimStatus);
NEWSGRAPH_NAMED_(MetricKind);
NEWSGRAPH_NAMED_(ConflictKind);
NEWSGRAPH_NAMED_(Severity);
NEWSGRAPH_NAMED_(ConflictState);
NEWSGRAPH_NAMED_(DismissalReason);
NEWSGRAPH_NAMED_(LinkKind);
NEWSGRAPH_NAMED_(Level);
NEWSGRAPH_NAMED_(CueKind);
NEWSGRAPH_NAMED_(SourceKind);
NEWSGRAPH_NAMED_(PageReading);
NEWSGRAPH_NAMED_(SourceHealth);
#undef NEWSGRAPH_NAMED_

}  // namespace newsgraph
