// Who a figure or date is about, of what, and where.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/claim_context.h"
#include "model/catalogue.h"

namespace newsgraph::extract {

// A value with the words that tie it to a metric.
struct Binding {
  ValueRef value;
  TokenRange tokens;   // of the value
  TokenRange trigger;  // of the trigger word; the value's where there is none
  const ClaimFrame* frame = nullptr;
  const Sentence* sentence = nullptr;
};

struct Subject {
  std::string id;
  std::vector<std::string> others;  // that share the value
  TokenRange tokens;
  bool same_sentence = false;
  std::string how;  // for the trace
};

// Who the value is about; nothing where the text gives no clear owner.
// `earlier` is the subject of the claim before it, empty if there is none.
std::optional<Subject> FindSubject(const ClaimContext& context, const Binding& binding, const std::string& earlier);

// What is counted, priced or measured: an entity's id, a concept, a concept with
// its maker ("Nvidia chip"); empty where the text does not say.
std::string FindObject(const ClaimContext& context, const Binding& binding, const Subject& subject);

// Where; a place's id, or empty.
std::string FindPlace(const ClaimContext& context, const Binding& binding, const Subject& subject);

}  // namespace newsgraph::extract
