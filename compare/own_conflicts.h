// What one text says against itself → conflicts.
#pragma once

#include <vector>

#include "model/article.h"
#include "model/conflict.h"
#include "model/extraction.h"
#include "model/finding.h"

namespace newsgraph::compare {

// The findings of the kinds `arithmetic`, `currency` (also where a power of ten is lost), `impossible_time` and
// `implausible` that are errors (hard) or warnings (soft) and whose places all carry a claim: as its value or, of a
// date, as its time. Each has one side a place, what is in question first; implausible values,
// which do not contradict each other, are on one side. Subject, metric and object are those of the first side. The id
// is made of kind, article and places, so that the same finding has the same id whenever the text is read again.
//
// `claims` are all of the article, in the order of `extraction.claims`: from a graph, or EvidenceOf(). State and
// revisions of the conflicts are left at their defaults. Pure; any thread may call.
std::vector<Conflict> OwnConflicts(const std::vector<Finding>& findings, const Extraction& extraction,
                                   const std::vector<Evidence>& claims);

}  // namespace newsgraph::compare
