// Two claims ready to be compared → what they disagree in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compare/judgement.h"
#include "compare/statement.h"
#include "model/catalogue.h"

namespace newsgraph::compare {

// What two statements that share a key other than a number key disagree in: gate, verdict, kind. Nothing
// where they agree, refine each other, or are not comparable.
std::optional<Judgement> JudgePair(const Statement& a, const Statement& b, const Catalogue& catalogue);

// Whether both give one value of one thing.
bool Agree(const Statement& a, const Statement& b, const Catalogue& catalogue);

// What two statements filed under `key` disagree in, by what the key is of. Nothing also where another
// key that they share is the one to compare them under.
std::optional<Judgement> JudgeUnder(std::string_view key, const Statement& a, const Statement& b,
                                    const Catalogue& catalogue);

// The same, where it is soft or worse.
std::optional<Judgement> AlertUnder(std::string_view key, const Statement& a, const Statement& b,
                                    const Catalogue& catalogue);

// The keys of a statement that are of the sort of `key`: its number keys, or the others.
const std::vector<std::string>& KeysLike(std::string_view key, const Statement& statement);

// The least of the keys that are in both, which are sorted; null if none is.
const std::string* LeastCommon(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace newsgraph::compare
