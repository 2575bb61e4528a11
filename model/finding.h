// What cannot be right, or wants a look, in one text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/conflict.h"
#include "model/text_span.h"

namespace newsgraph {

// How sure a finding is that somebody has to act.
enum class Level : std::uint8_t {
  kNote,     // worth knowing, no more
  kWarning,  // hardly right as it stands
  kError,    // cannot be right as it stands
};

// A place of the text, and how it was read: "50,000,000,000 CNY".
struct ReadPlace {
  TextSpan span;
  std::string reads;

  friend bool operator==(const ReadPlace&, const ReadPlace&) = default;
};

// One thing for an editor to look at.
struct Finding {
  ConflictKind kind = ConflictKind::kValue;
  Level level = Level::kNote;
  // The check that found it: "currency", "plan_in_the_past".
  std::string rule;
  // What is in question first, then what it stands against. At least one.
  std::vector<ReadPlace> places;
  // Why it cannot be right, in a line that a person understands.
  std::string explanation;
  // What would be right; empty if nobody can tell.
  std::string suggestion;

  friend bool operator==(const Finding&, const Finding&) = default;
};

}  // namespace newsgraph
