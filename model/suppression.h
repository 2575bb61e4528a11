// Conflicts that nobody wants to be alerted to.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "model/conflict.h"

namespace newsgraph {

// How a suppression came to its end.
struct SuppressionEnd {
  std::uint64_t revision = 0;  // the graph revision that ended it
  bool expired = false;        // its time had come; else somebody ended it
  std::string reason;          // why, in the words of who ended it
  std::string reviewer;        // who ended it
  std::optional<std::chrono::sys_seconds> time;

  friend bool operator==(const SuppressionEnd&, const SuppressionEnd&) = default;
};

// A decision on all conflicts of a kind, about a subject, of a metric, that are there and are to come: as long as it
// stands, those that would be open are suppressed. At least one of the three is given.
struct Suppression {
  std::uint64_t revision = 0;                       // the graph revision that made it: no other has it
  std::optional<ConflictKind> kind;                 // nothing: of any kind
  std::string subject;                              // entity id; empty: about any
  std::string metric;                               // empty: of any
  std::string reason;                               // why, in the words of who decides
  std::string reviewer;                             // who decides
  std::optional<std::chrono::sys_seconds> time;     // when
  std::optional<std::chrono::sys_seconds> expires;  // when it ends by itself; nothing: never
  std::optional<SuppressionEnd> end;                // nothing while it stands

  friend bool operator==(const Suppression&, const Suppression&) = default;
};

}  // namespace newsgraph
