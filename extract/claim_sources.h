// Who says what a sentence says.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/claim_binding.h"
#include "extract/claim_context.h"
#include "model/claim.h"
#include "model/entity.h"

namespace newsgraph::extract {

struct Source {
  std::string name;  // canonical name or English phrase
  std::string id;    // of the entity; empty for a phrase
  TokenRange tokens;
  EntityType type = EntityType::kMedia;
  bool cited = false;                // by another source: where that one has it from
  std::optional<TokenRange> beside;  // says so of a value in there alone: "the 5 million that analysts had expected"
  bool speaks = false;               // stands before a verb of its own: "Omdia said", not "according to Omdia"
};

// Every source that `sentence` names, in the order of the words that name them; those whom others cite come last.
std::vector<Source> SourcesIn(const ClaimContext& context, const Sentence& sentence);
// Only those that words in `clause`, a part of it, name.
std::vector<Source> SourcesIn(const ClaimContext& context, const Sentence& sentence, TokenRange clause);

struct Attribution {
  Source near;
  std::string original;  // whom the near source cites; empty if the text does not say
};

// Who says the value, the sources of whose sentence are `sources`; where its clause or
// sentence names none, who the sentence behind says it was ("Das meldet Reuters."), and
// of a quotation, who speaks in the paragraph. Nothing for the article's own voice.
std::optional<Attribution> FindAttribution(const ClaimContext& context, const Binding& binding,
                                           const std::vector<Source>& sources);

// Whether `source` knows only from outside what it says of `subject`: another firm, one who counts what others do, but
// none who lists every case.
bool IsOutside(const ClaimContext& context, const Source& source, std::string_view subject);

// What becomes of `status` where `source` says it of `subject`: who is outside estimates what is, and foretells what a
// verb in the `future` says; what somebody had expected is a forecast.
ClaimStatus AsSaidBy(const ClaimContext& context, const Source& source, std::string_view subject, ClaimStatus status,
                     bool future);

// Whether a token is part of one of `sources`.
bool IsSource(const std::vector<Source>& sources, std::uint32_t token);

}  // namespace newsgraph::extract
