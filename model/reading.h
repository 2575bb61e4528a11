// An article as the checks of one text see it: what was read out of it, and how
// it is built.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/article.h"
#include "model/extraction.h"
#include "model/text_span.h"

namespace newsgraph {

// A sentence, headline, list item or table cell.
struct ReadSentence {
  TextSpan span;
  std::uint32_t paragraph = 0;  // counted from 0; paragraph 0 is the headline
  // Hashes of the words that carry meaning, without their endings; sorted, each
  // once. Numbers and dates have none.
  std::vector<std::uint32_t> words;

  friend bool operator==(const ReadSentence&, const ReadSentence&) = default;
};

// What a word says of the figures and dates around it.
enum class CueKind : std::uint8_t {
  kPlan,        // what follows happens later: "will", "soll", 计划
  kPlanBehind,  // what was named happens later: 予定, 예정
  kPerfect,     // what a plan's word speaks of is over: "soll ... haben"
  kAside,       // opens a thought aside: "that", "seit", "opened"
  kEvent,       // what begins, ends or is made at a date: "open", "ausliefern", 投产
  kDateLead,    // stands before the date at which something happens: "in", "bis"
  kPart,        // what follows is a part of what was named: "davon", "of which"
  kSum,         // is all that was named together: "zusammen", "combined"
  kEach,        // what one piece costs or has: "each", "das Stück"
  kFrom,        // before the earlier of two values: "from", "von"
  kFromBehind,  // behind the earlier of two values: "から", "에서"
  kTo,          // before the later of two values, or the end of a range: "to", "auf"
  kShare,       // a percentage near it is a share of a whole: "market share"
  kDivided,     // percentages around it divide one whole among themselves: "of the vote"
  kRest,        // before what is left of a whole: "the remaining"
  kRise,        // says of the figure beside it by how much something rose: "up", "stieg"
  kFall,        // by how much it fell
  kDated,       // beside the day on which something was said or counted: "as of", "said on"
  kOutdated,    // what was planned is not so any more: "originally", "verschoben"
  kCorrection,  // says that the text itself said otherwise before: "an earlier version", "Berichtigung"
};

struct Cue {
  CueKind kind = CueKind::kPlan;
  TextSpan span;

  friend bool operator==(const Cue&, const Cue&) = default;
};

// All lists are in text order.
struct ArticleReading {
  Extraction extraction;
  std::vector<ReadSentence> sentences;
  std::vector<Cue> cues;

  friend bool operator==(const ArticleReading&, const ArticleReading&) = default;
};

// An article with all that was read out of it.
struct ArticleAsRead {
  Article article;
  ArticleReading reading;
};

// An extractor that shows how the text is built, too.
class Reader : public Extractor {
 public:
  // As Extract(), with all that the checks of one text need.
  virtual ArticleReading Read(const Article& article) const = 0;
};

}  // namespace newsgraph
