// Nouns and topics near a value: what it may be of.
#pragma once

#include <string>

#include "extract/claim_binding.h"
#include "extract/claim_context.h"

namespace newsgraph::extract {

// Whether words of this kind begin in `range`.
bool HasApart(const ClaimContext& context, TokenRange range, Apart apart);

// Whether words right before `tokens` say that it is another one of its kind.
bool IsFurther(const ClaimContext& context, TokenRange tokens);

// "further plant" where the words before `noun` set it apart from the plants that were
// spoken of; `maker` may be empty.
std::string Qualified(const ClaimContext& context, TokenRange noun, const std::string& maker, const std::string& id);

// "data center" for the "projects" of "data center projects", where the text says what
// is built; else `concept_id`.
std::string BuiltBy(const ClaimContext& context, TokenRange noun, const std::string& concept_id);

// The noun that stands nearest to the words that announce the metric, also as the front
// of a compound word; empty if none is near.
std::string NearestNoun(const ClaimContext& context, const Binding& binding);

// The topic that stands nearest to the words that announce the metric, or right behind
// a percentage, which alone counts with `of_value_only`; empty if none is near.
std::string NearestTopic(const ClaimContext& context, const Binding& binding, bool of_value_only = false);

// The part of a firm ("cloud business") that the value is of; empty if none is near.
std::string NearestSegment(const ClaimContext& context, const Binding& binding);

// The first thing that is made and sold in the headline; empty if it names none.
std::string GoodsOfText(const ClaimContext& context);

// Whether the text names a thing of the kind `concept_id`, one of the packs', anywhere.
bool SpeaksOf(const ClaimContext& context, std::string_view concept_id);

// The same for a claim of `subject` whose sentence names nothing: what money buys, and
// what one has a share of, is what the text is about. Empty for other metrics.
std::string GoodsFor(const ClaimContext& context, const Binding& binding, const std::string& subject);

// "zwei Insider": whether a value counts who says so, which is nothing that an analyst counts.
bool CountsSources(const ClaimContext& context, ValueRef value);

}  // namespace newsgraph::extract
