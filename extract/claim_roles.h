// Who a figure or date is about.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/claim_binding.h"
#include "extract/claim_context.h"
#include "extract/claim_sources.h"

namespace newsgraph::extract {

struct Subject {
  std::string id;
  std::vector<std::string> others;  // that share the value
  TokenRange tokens;
  bool same_sentence = false;
  std::string thing;                 // by which it is named as its maker; empty: by itself
  std::string region;                // of it, where the text says so; empty: all of it
  std::string how;                   // for the trace
  int cost = 0;                      // how far off, by words and by what speaks against it
  std::optional<TokenRange> clause;  // behind its name, where that says the value
};

// The claim before in the paragraph: whom it is about and who said so, each empty
// if there is none.
struct Earlier {
  std::string subject;
  std::vector<std::string> others;  // who shares what the text told of it last
  std::string metric;
  std::string source;
  bool customer = false;  // who ordered or bought
};

// Who the value is about; nothing where the text gives no clear owner. `sources`
// are those of its sentence: who reports a figure seldom owns it.
std::optional<Subject> FindSubject(const ClaimContext& context, const Binding& binding,
                                   const std::vector<Source>& sources, const Earlier& earlier);

// How far down the types stands that the frame prefers; nothing where it does not fit.
std::optional<int> RankOf(const Binding& binding, EntityType type);

// From the value to the end of the noun that it counts.
TokenRange NounPhrase(const ClaimContext& context, const Binding& binding);

}  // namespace newsgraph::extract
