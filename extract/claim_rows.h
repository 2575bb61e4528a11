// Values that stand in a row: "from 3 to 5 percent", "Italy produced 250 tonnes and Greece, 180".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/claim_binding.h"
#include "extract/claim_context.h"
#include "model/claim.h"

namespace newsgraph::extract {

// The token among `words` that is the later part of a trigger in two parts ("setzte … ein"), if one is.
std::optional<std::uint32_t> LaterPartOf(const ClaimContext& context, const ClaimTrigger& trigger, TokenRange words);

// Whether all parts of a trigger stand there, of which `words` is what comes behind the first.
bool HasLaterPart(const ClaimContext& context, const ClaimTrigger& trigger, TokenRange words);

// How many figures of the value's kind stand between the tokens `from` and `to`; none for a date.
int FiguresBetween(const ClaimContext& context, std::uint32_t from, std::uint32_t to, ValueRef value);

// Whether `change` comes to a sum of money: "3 percent to 21 billion euros".
bool ComesToMoney(const ClaimContext& context, const Sentence& sentence, ValueRef change);

// Whether the change `change` comes to the figure behind it: "14 percent year on year to 12 million phones".
bool ComesTo(const ClaimContext& context, const Binding& change, std::size_t figure);

// "fell to 780 million in the second quarter from 1.8 billion": whether a value is what `before`, the one before it in
// its sentence, came from.
bool CameFrom(const ClaimContext& context, const Binding& before, const Binding& binding);

// How many figures of the value's kind, or of any, stand between it and `tokens`.
int Passed(const ClaimContext& context, const Binding& binding, TokenRange tokens, bool any_kind = false);

// "rose from 3 to 5 percent", "to 5 from 3 percent": what the figure `value` came to from there. Nothing where
// it is no such base.
std::optional<ValueRef> RisenFrom(const ClaimContext& context, const Sentence& sentence, ValueRef value);

// "fell from 95 percent to zero": whether it came from the value to a word for nothing.
bool FellToNothing(const ClaimContext& context, TokenRange value);

// The same, seen from what it came to: the base that stands before it.
bool HasBaseBefore(const ClaimContext& context, const Sentence& sentence, ValueRef value);

// "Italy produced 250 tonnes and Greece, 180": whether `participant` stands right before the value, behind another
// value of its kind, and so owns it without a verb of its own.
bool IsGapped(const ClaimContext& context, const Binding& binding, const Participant& participant);

// The same of the value behind the binding's: "and Greece, 180" says nothing of the 250.
bool OwnsTheNext(const ClaimContext& context, const Binding& binding, const Participant& participant);

// "120 jets ordered by Acme": whether `participant` did what the trigger right before it says.
bool IsAgent(const ClaimContext& context, const Binding& binding, const Participant& participant);

// "Acme, which employs 96,000 people, expects": the clause, up to the comma that closes it, that the trigger opens and
// that says more of `participant`. Nothing where it opens none.
std::optional<TokenRange> OwnClauseOf(const ClaimContext& context, const Binding& binding,
                                      const Participant& participant);

// "of which 90 ordered by Acme": whether the word behind the figure, which no pack knows for a thing, is the trigger
// itself, and so says what was done.
bool IsDoneNotCounted(const ClaimContext& context, const Figure& figure, TokenRange trigger);

}  // namespace newsgraph::extract
