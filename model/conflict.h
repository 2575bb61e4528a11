// Figures that cannot both be right.
#pragma once

#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/claim.h"
#include "model/date.h"
#include "model/figure.h"
#include "model/interval.h"
#include "model/text_span.h"

namespace newsgraph {

// A claim that was stored: the article, which of its revisions (from 1), and
// the claim's place among that revision's claims.
struct ClaimRef {
  std::string article;
  std::uint32_t revision = 0;
  std::uint32_t ordinal = 0;

  friend auto operator<=>(const ClaimRef&, const ClaimRef&) = default;
};

// A claim with all that comparing and showing it needs, apart from its article.
struct Evidence {
  ClaimRef ref;
  Claim claim;
  std::variant<Figure, Date> value;  // by claim.value.kind
  std::string source;                // the article's
  std::string copy_of;               // the article of which the article is a copy; empty if of none
  std::optional<std::chrono::sys_seconds> published;
  std::string quote;     // the value as written
  std::string sentence;  // the text of claim.sentence

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

enum class ConflictKind : std::uint8_t {
  kValue,
  kMagnitude,
  kUnit,
  kCurrency,
  kTime,
  kStatus,
  kObject,
  kPlace,
  kScope,
  kHedge,
  kArithmetic,
  kImpossibleTime,
  kImplausible,
  kRevision,
};

// Alerts are hard and soft; edge and note are shown on request.
enum class Severity : std::uint8_t { kNote, kEdge, kSoft, kHard };

// A suppressed one is open, but a Suppression keeps it from being an alert.
enum class ConflictState : std::uint8_t { kOpen, kAcknowledged, kDismissed, kConfirmed, kResolved, kSuppressed };

// Why a conflict is none after all.
enum class DismissalReason : std::uint8_t {
  kOtherScope,  // of another thing, or a part of it
  kOtherTime,
  kDefinition,  // counted or defined otherwise
  kRounding,
  kTranslation,
  kExtractionError,  // a text was read wrongly; counts against the rule that read it
};

// What somebody decided on a conflict.
struct Review {
  // kOpen takes an earlier decision back; never kResolved, which only articles bring about, nor kSuppressed.
  ConflictState state = ConflictState::kAcknowledged;
  std::optional<DismissalReason> reason;  // of kDismissed, and of nothing else
  std::string comment;                    // in the words of who decided; may be empty
  std::string reviewer;                   // who decided; may be empty
  std::optional<std::chrono::sys_seconds> time;

  friend bool operator==(const Review&, const Review&) = default;
};

// Claims that agree with each other and contradict another side. The order is
// of publication, then of name; the first claim printed the value first.
struct ConflictSide {
  std::vector<Evidence> evidence;  // the first of them: all, where they are few
  std::size_t claim_count = 0;     // of all that stand on it
  std::size_t origin_count = 0;    // how many sources of their own stand behind all of them

  friend bool operator==(const ConflictSide&, const ConflictSide&) = default;
};

// One disagreement about one thing, whoever repeats it.
struct Conflict {
  // Stable, opaque, one segment: made of kind, comparison key and first spans.
  std::string id;
  ConflictKind kind = ConflictKind::kValue;
  Severity severity = Severity::kSoft;  // of its worst pair
  ConflictState state = ConflictState::kOpen;
  std::string subject;
  std::string metric;
  std::string object;
  std::vector<ConflictSide> sides;
  // Both sentences' values, intervals and the rule that compared them.
  std::string explanation;
  // What its state comes from, where somebody decided on it since it was opened.
  std::optional<Review> review;
  // Whether an article of an own outlet takes part.
  bool own_outlet = false;
  // The graph revision that opened it, and the last that changed it.
  std::uint64_t opened_revision = 0;
  std::uint64_t changed_revision = 0;

  friend bool operator==(const Conflict&, const Conflict&) = default;
};

}  // namespace newsgraph
