// Two records of one article → whether they say the same.
#pragma once

#include "graph/storage/record.pb.h"

namespace newsgraph::graph {

// Whether the texts differ in no more than counters, times of update and the like (see
// Signature::exact), and sources, titles, times, rules and all claims are the same, wherever in the text they
// stand. False where a record has no signature.
bool SayTheSame(const storage::v1::Record& a, const storage::v1::Record& b);

}  // namespace newsgraph::graph
