// How two claims lie to each other in all but their values.
#pragma once

#include <cstdint>
#include <optional>

#include "compare/statement.h"

namespace newsgraph::compare {

enum class Facet : std::uint8_t {
  kEqual,
  kUnstated,  // on one side, where that may mean anything
  kPart,      // one is a part of the other, or of the whole that the other means by silence
  kOther,
};

// Symmetric, all of them. Places and objects are told apart by id alone: two free
// phrases in two languages may well be one thing.
Facet CompareObjects(const Statement& a, const Statement& b, const Catalogue& catalogue);
Facet ComparePlaces(const Statement& a, const Statement& b, const Catalogue& catalogue);
Facet CompareRates(const Statement& a, const Statement& b);

// Whether two counted nouns can name one thing: "GPU" and "chip", not "wafer"
// and "die". A noun that no pack knows may be any.
bool MayBeOneNoun(const std::string& a, const std::string& b, const Catalogue& catalogue);

bool InOneArticle(const Statement& a, const Statement& b);

// Two values that one article gives in one voice are of two things, or a slip
// that is found by reading that article alone.
bool AreOneVoice(const Statement& a, const Statement& b);

// Which side a bound leaves open; nothing for a number without one.
enum class Bound : std::uint8_t { kBelow, kAbove };
std::optional<Bound> BoundOf(Mod mod);

// "At least 380" and "at most 400": bounds on two sides.
bool HaveOppositeBounds(const Statement& a, const Statement& b);

}  // namespace newsgraph::compare
