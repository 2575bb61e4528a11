// Document → the calendar time that it names.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "extract/document.h"
#include "extract/lexicon.h"
#include "extract/pack.h"
#include "model/catalogue.h"
#include "model/extraction.h"

namespace newsgraph::extract {

class DateRules;

// Immutable once its lexicon is built; any thread may call.
class DateFinder {
 public:
  // Reads the `dates` and `date_words` sections of `packs`, asks `lexicon` for
  // their words, and reports what is wrong with them in `errors`.
  DateFinder(const PackSet& packs, Lexicon::Builder& lexicon, PackErrors& errors);
  ~DateFinder();

  // The dates in text order, without overlap. `published` is the day that relative
  // dates count from; nothing: they stay unresolved. `names` are spans of names in
  // text order: what lies in one is no date.
  std::vector<Date> Find(const Document& document, std::optional<Day> published, std::span<const TextSpan> names) const;

 private:
  std::unique_ptr<const DateRules> rules_;
};

}  // namespace newsgraph::extract
