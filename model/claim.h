// A figure or date tied to who it is about and what it measures.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/date.h"
#include "model/decimal.h"
#include "model/figure.h"
#include "model/text_span.h"

namespace newsgraph {

enum class ClaimStatus : std::uint8_t {
  kActual,
  kPlanned,    // the actor's own intention or target
  kForecast,   // somebody's prediction
  kEstimated,  // somebody's estimate of the present or past
  kDenied,
};

// Which figure or date of the article is the claim's value.
struct ValueRef {
  enum class Kind : std::uint8_t { kFigure, kDate };
  Kind kind = Kind::kFigure;
  std::uint32_t index = 0;  // among the article's figures or dates

  friend auto operator<=>(const ValueRef&, const ValueRef&) = default;
};

// One statement that one article makes. Ids are entity ids.
struct Claim {
  ValueRef value;
  // Set where the sign differs from the figure as written (a loss, a fall).
  std::optional<Decimal> signed_value;
  std::string subject;
  // Other subjects that share the value, in text order.
  std::vector<std::string> co_subjects;
  // One of the catalogue's metrics: "revenue", "event:production_start".
  std::string metric;
  // What is counted, priced or measured, where it is not the subject: an entity
  // id or a concept of the catalogue ("humanoid robot"); empty if none.
  std::string object;
  // What the value holds for or is planned for; nothing if unstated.
  std::optional<DateInterval> time;
  // Entity id of a place; empty if none.
  std::string place;
  ClaimStatus status = ClaimStatus::kActual;
  // Who says so: canonical name or short English phrase ("people familiar with
  // the matter"); empty for the article's own voice.
  std::string attribution;
  // Whom the attribution itself cites, where the text names it; else empty.
  std::string original_source;
  // 0 to 1, from the evidence used.
  double confidence = 0;
  // The pack rule that made it.
  std::string rule;
  // Why, in one line a person understands.
  std::string trace;
  // The sentence that is the evidence.
  TextSpan sentence;
  // Other places of the article that repeat the statement (headline, lead).
  std::vector<TextSpan> echoes;

  friend bool operator==(const Claim&, const Claim&) = default;
};

}  // namespace newsgraph
