// Plans and forecasts, and what became of them.
#pragma once

#include <cstdint>
#include <string>

#include "model/conflict.h"

namespace newsgraph {

// What a plan or forecast is to another claim. Both may be right: a link is no conflict.
enum class LinkKind : std::uint8_t {
  kMet,             // what was planned has come about
  kMissed,          // less than was planned, or later
  kExceeded,        // more than was planned
  kRevised,         // the same source says something else for the same time, weeks later
  kFeasibilityGap,  // more is planned than there is
};

// Two claims that belong together across time or status, whoever repeats them.
struct Link {
  LinkKind kind = LinkKind::kMet;
  std::string subject;
  std::string metric;  // of the expectation
  std::string object;
  ConflictSide expectation;  // claims that say what was planned or forecast
  ConflictSide outcome;      // claims that say what it came to, what there is, or what is forecast now
  // Both values with their intervals, and what they are to each other.
  std::string explanation;

  friend bool operator==(const Link&, const Link&) = default;
};

}  // namespace newsgraph
