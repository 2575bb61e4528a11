// Who stands beside a value and does not own it, whatever the distance.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/claim_binding.h"
#include "extract/claim_context.h"
#include "extract/claim_sources.h"
#include "model/claim.h"

namespace newsgraph::extract {

// What stands behind both the words for it and its price; or behind the words alone, where somebody stands before them.
bool IsBought(const ClaimContext& context, const Binding& binding, const Participant& participant);

// "the DAX closed at 21,000": where an index stands, nobody counts.
bool IsLevelOfIndex(const ClaimContext& context, const Binding& binding, const Participant& participant);

// "Acme-Aktie": whose name stands in the word for what rises and falls in price owns it.
bool IsOfMeasured(const ClaimContext& context, const Binding& binding, const Participant& participant);

// "Omdia pencils in 250,000 robots": a research house or bank makes and sells none of what it counts.
bool CountsOthers(const ClaimContext& context, const Binding& binding, const Participant& participant);

// Whether a word like "and" parts the participant from the value and its words: "wants to be free of Acme and has
// ordered 500" is not Acme's.
bool IsInClauseBefore(const ClaimContext& context, const Binding& binding, const Participant& participant);

// "Acme aus Reutlingen profitiert: Der Umsatz stieg": whether it is a town where somebody is at home, which earns
// nothing.
bool IsMereHome(const ClaimContext& context, const Binding& binding, const Participant& town);

// "accounts for 20 percent of the world's output": whether it is all of what the value is a share of.
bool IsWholeOfShare(const ClaimContext& context, const Binding& binding, const Participant& world);

// "Shipments to China rose 5 percent": whether things go to the place, which makes and sells none of them.
bool IsWhereItGoes(const ClaimContext& context, const Binding& binding, const Participant& place);

// Whether another acts on the participant in the clause before, and goes on to do this: "Acme overtook Globex and sold
// 500".
bool IsActedUponBefore(const ClaimContext& context, const Binding& binding, const Participant& participant,
                       const std::vector<Source>& sources);

// ", and Globex wants": whether a name behind a comma and a word like "and" opens a clause of its own.
bool OpensClause(const ClaimContext& context, TokenRange name);

// "Acme said orders come to 2 billion, and Globex wants to start in March": the clause before that of the firm behind
// the value, which has no value of the kind. Nothing where there is none.
std::optional<TokenRange> ClauseBefore(const ClaimContext& context, const Binding& binding, const Participant& owner);

// "À Paris, l'action a perdu 3 %": whose shares they are where nobody but an exchange, a place or a house is named: the
// headline's firm, else `subject`.
std::string OwnerOfShares(const ClaimContext& context, const Claim& claim);

// "Worldwide, a tonne of copper cost 9,800 dollars", "a module sells for 70 cents, says BloombergNEF": what the world's
// market has, where nobody else is named but who counts what others do.
bool IsOfMarket(const ClaimContext& context, const Binding& binding, const std::vector<Source>& sources);

// "Israeli air strikes killed 12": who did it to others has no dead of its own.
bool IsAttacker(const ClaimContext& context, const Binding& binding, const Participant& participant);

// "特斯拉全球交付": what a firm right before it does all over the world.
bool IsOfFirmBefore(const ClaimContext& context, const Participant& world);

// "According to Omdia, prices rose": a research house or bank that is but the source has none of what it reports.
bool OnlyReports(const ClaimContext& context, const Participant& participant, const std::vector<Source>& sources);

// Who has attacked, counts what others do, or only reports in a sentence of his own.
bool StandsAside(const ClaimContext& context, const Binding& binding, const Participant& participant);

// Whether the sentence names nobody but who reports.
bool NamesNoOwner(const ClaimContext& context, const Binding& binding, const std::vector<Source>& sources);

// "An investor has promised 5 billion": the sentence begins with who acts, and gives no name.
bool IsOfSomebody(const ClaimContext& context, const Binding& binding);

// What a participant costs that the clause is not about, where its language marks whom it is about: "アクメは
// グロベックスの事業を買収した". Nothing where the language marks nobody.
int BesideTopicCost(const ClaimContext& context, const Binding& binding, const Participant& participant,
                    const std::vector<Source>& sources);

// "It will close 120 stores next year, above all in Spain": where, and of the firm `earlier` that the paragraph speaks
// of.
bool IsOnlyWhere(const ClaimContext& context, const Binding& binding, const Participant& place,
                 const std::string& earlier);

// Whether the sentence is of what moves in price: "Shares in Acme rose 2 percent", "株価は4%下げた".
bool SpeaksOfShares(const ClaimContext& context, const Sentence& sentence);

}  // namespace newsgraph::extract
