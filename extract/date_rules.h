// The `dates` and `date_words` sections of the packs, with what CLDR knows.
#pragma once

#include <map>
#include <memory>

#include "extract/date_matcher.h"
#include "extract/date_words.h"
#include "extract/lexicon.h"
#include "extract/pack.h"

namespace newsgraph::extract {

// A language pack says under `date_words`
//   inflects            its words carry the language's endings
//   ambiguous           names of months and weekdays that are words besides
//   exact_case          words that mean another thing in capitals: "morgen"
//   words               class → meaning → forms, or class → forms
//   tense_endings       past or future → endings of verbs: "retrouveront"
//   mods                bound → {before: forms, after: forms}
//   phrases             name → patterns
// and under `dates` its rules: `match` (patterns), `means` (parts), `mod`,
// `after`, `not_after`, `before`, `not_before` (classes; `alone`: nothing else
// is in the sentence, `listed`: a date and a comma stand before, `first`: the
// sentence begins there),
// `unless_counted` (known, likely, followed), `only` (range_begin, range_end,
// no_fraction, not_successive, no_date).
// Rules and phrases of packs without a language are those of every language.
class DateRules {
 public:
  DateRules(const PackSet& packs, Lexicon::Builder& lexicon, PackErrors& errors);

  const DateWords& words() const { return words_; }
  // The matcher for texts of `languages`.
  const DateMatcher& MatcherFor(LanguageSet languages) const;

 private:
  DateWords words_;
  DateLiterals literals_;
  std::map<LanguageSet, std::unique_ptr<DateMatcher>> matchers_;  // 0: texts of unknown languages
};

}  // namespace newsgraph::extract
