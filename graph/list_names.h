// The names of all index lists, in one place so that no two are alike: a tag
// and a term, with which every key of the list begins.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "graph/keys.h"
#include "model/conflict.h"

namespace newsgraph::graph {

inline std::string ListName(char tag, std::string_view term) {
  return KeyWriter().U8(static_cast<std::uint8_t>(tag)).Term(term).Take();
}

// Claims: rows are article revisions, by ClaimPosition.
inline std::string AllClaimsList() { return ListName('p', ""); }
inline std::string EntityList(std::string_view id) { return ListName('e', id); }
inline std::string MetricList(std::string_view metric) { return ListName('m', metric); }
inline std::string YearList(int year) {
  constexpr int kBias = 32'768;
  return ListName('y', KeyWriter().U16(static_cast<std::uint16_t>(year + kBias)).Take());
}
inline std::string LongTimesList() { return ListName('l', ""); }

// Texts that are no copies: rows are article numbers; values are empty.
inline std::string CopyBandList(std::uint64_t band_key) { return ListName('n', KeyWriter().U64(band_key).Take()); }
// One entry without a position: the TextSketch of the article.
inline std::string CopySketchList(std::uint64_t article) { return ListName('s', KeyWriter().U64(article).Take()); }
// The copies of an article: rows are their numbers; values are empty.
inline std::string CopiesList(std::uint64_t article) { return ListName('c', KeyWriter().U64(article).Take()); }

// One entry without a position: the SeenEntity that no pack names.
inline std::string SeenEntityList(std::string_view id) { return ListName('i', id); }
// Names of such entities: rows are NameRow keys; values are empty.
inline std::string SeenNamesList() { return ListName('w', ""); }
// Merges and splits: rows are graph revisions, the newest first; values are EntityChange.
inline std::string EntityChangesList() { return ListName('x', ""); }

// Suppressions: rows are graph revisions, the newest first; values are Suppression.
inline std::string SuppressionsList() { return ListName('q', ""); }

// Conflicts: rows are versions of conflicts, by ConflictPosition.
inline std::string AllConflictsList() { return ListName('P', ""); }
inline std::string ConflictStateList(ConflictState state) {
  return ListName('S', KeyWriter().U8(static_cast<std::uint8_t>(state)).Take());
}
inline std::string OwnConflictsList() { return ListName('O', ""); }
inline std::string ConflictSubjectList(std::string_view id) { return ListName('E', id); }
inline std::string ConflictMetricList(std::string_view metric) { return ListName('M', metric); }
// Rows are conflict numbers.
inline std::string ArticleConflictsList(std::uint64_t article) {
  return ListName('A', KeyWriter().U64(article).Take());
}
// What the names of all those lists begin with; the article's number is the term.
inline std::string ArticleConflictsTag() { return "A"; }

// In a column of their own, what meets under a comparison key: rows are a mark and a number, claims by
// articles before conflicts that are not resolved before the camps of claims.
inline constexpr std::uint8_t kClaimsMark = 'c';
inline constexpr std::uint8_t kFoundMark = 'f';
inline constexpr std::uint8_t kCampMark = 's';
inline std::string ComparisonList(const std::string& comparison_key) { return ListName('k', comparison_key); }

}  // namespace newsgraph::graph
