// What comparing two claims found, before it is put into words.
#pragma once

#include <string>
#include <vector>

#include "model/conflict.h"

namespace newsgraph::compare {

struct Judgement {
  ConflictKind kind = ConflictKind::kValue;
  Severity severity = Severity::kSoft;
  // What separates the two, as the end of a sentence.
  std::string reason;
  // What is not known to be equal; each has cost a step of severity.
  std::vector<std::string> doubts;
};

}  // namespace newsgraph::compare
