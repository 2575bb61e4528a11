// The packs' rules for claims: which words announce which metric, status, source.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "extract/lexicon.h"
#include "extract/oblique.h"
#include "extract/pack.h"
#include "extract/sense.h"
#include "model/catalogue.h"
#include "model/claim.h"
#include "model/entity.h"
#include "model/figure.h"

namespace newsgraph::extract {

// What a trigger word says of a figure or date near it.
struct ClaimFrame {
  std::string rule;
  std::string metric;
  bool event = false;                 // its value is a date, else a figure
  std::vector<FigureKind> takes;      // the kinds of figure that can be its value
  std::vector<EntityType> subjects;   // whom it can be about, preferred first
  std::vector<std::string> units;     // counted concepts or symbols; empty: any
  std::vector<std::string> measures;  // symbols of what goods are measured in: "t", "TWh"
  std::string object;                 // always this object; empty: the text says
  std::string counts_as;              // what its units are, by whatever word: people at work
  std::vector<std::string> objects;   // kinds of thing that can be the object; empty: any
  std::optional<ClaimStatus> status;  // what the word itself says of the status
  bool negative = false;              // the figure counts down: a loss, a fall
  std::string otherwise;              // whom it is about where its sentence names nobody
  bool goods = false;                 // counts things that are made and sold, not people or places
  bool parts = false;                 // money that goes into or for a kind of thing
  bool from_origin = false;           // it comes from whom it is about: orders, demand
  bool origin_before = false;         // the same of who stands before the word: "firms from China ordered"
  bool maker = false;                 // a thing stands for who makes it
  bool actor = false;                 // where it happens is only its place while somebody else is spoken of
  bool national = false;              // what a region has of it is its country's
  bool decreed = false;               // done by a state, whichever of its bodies speaks
  bool goes = false;                  // holds where things go: sales and exports to a country are there
  bool of_text = false;               // of what the headline names, where the text names nothing nearer
  bool lasting = false;               // never of a day: a day is that of a decision or a report
  bool ahead = false;                 // still to come where nothing says that it is past: "a 5 billion euro investment"
  bool reported = false;              // a firm reports it for the period in which it did what the text begins with
  bool total = false;                 // what a country has: that it is there goes without saying
  bool topics = false;                // of what a topic names where no thing is named: "exports", "revenue"
  bool sited = false;                 // of a plant or park by its kind: "wind farm", whatever it is called
  std::optional<std::uint32_t> of_site;  // the frame of the same words where they speak of a plant or park
  // Where the plant is that was spoken of before, where its sentence names nobody; or only while it lies ahead.
  bool local = false;
  bool local_ahead = false;
  bool of_firms = false;         // a firm's worth, and not that of goods: "servers worth 390 million"
  bool needs_site = false;       // said of plants alone: "is to start in 2028"
  bool own_word = false;         // who says so is whom it is about
  bool market = false;           // the world's where the sentence speaks of it and of nobody who can own it
  bool raises = false;           // its words raise forecasts, too
  bool charge = false;           // money for what the subject has made, or has done wrong
  bool bought = false;           // who stands behind it and its value is what is bought
  bool owner_follows = false;    // its words stand before whom it is about
  bool follows = false;          // its words stand right behind the value
  bool ends_at_value = false;    // the last of its words stands right before the value
  bool without_trigger = false;  // holds where no trigger word is near
  bool with_minus = false;       // takes what a minus sign says to be less
  int weight = 0;                // preferred by so many words of distance
};

// A trigger word: the frame, and for verbs in two parts the later part.
struct ClaimTrigger {
  std::uint32_t frame = 0;
  std::string later_part;  // folded; empty: none
};

// What a word of status does.
enum class StatusWord : std::uint8_t {
  kSays,       // "plans", "expects": says of which status it is
  kPast,       // says of no status, but that its clause tells of what is over
  kFuture,     // "will": what its subject plans, and what others foretell
  kNegation,   // "not": denies what stands right beside it
  kWholeYear,  // "full-year": says of no status, but which year is meant
  kNothing,    // "not only": hides a word of status
};

// A word that sets the status of what stands near it.
struct StatusCue {
  std::string rule;
  ClaimStatus status = ClaimStatus::kPlanned;
  StatusWord does = StatusWord::kSays;
  // It says so only with one of these in its clause: "wird … verkaufen", "soll … verkauft haben". Folded, by the last
  // word: what stands before that, "*" for any word in small letters, "" for anything. Empty: always.
  std::map<std::string, std::set<std::string, std::less<>>, std::less<>> with;
  bool with_before = false;          // these may also stand before it in its clause: "den Verkauf … genehmigt"
  std::vector<std::string> metrics;  // it says so of these alone: "is building" of power; empty: of any
};

// A word that ends so is in the future: "venderá", "satacak".
struct FutureEnding {
  std::string ending;     // folded
  std::uint32_t cue = 0;  // of ClaimRules::statuses
  LanguageSet languages = 0;
};

// A word that names a source: who says so stands after or before it.
struct SourceCue {
  std::string rule;
  bool source_follows = true;
  bool back = false;      // at the head of a sentence: of what the sentence before says
  bool cited = false;     // names whom the source itself cites
  bool of_value = false;  // says so of the value beside it alone: "455 million expected by analysts"
  bool observer = false;  // says so of those alone who count what others do: "Omdia kommt auf"
};

// A description that stands for a source: "US-Beamte" is "US officials".
struct SourcePhrase {
  std::string english;
};

// Words between clauses: "und" (weak) joins like a comma, "während" (strong) parts,
// "which" (relative) says more of the name before it.
// "if" (condition) opens a clause that says what is not said to be so.
enum class ClauseMark : std::uint8_t { kWeak, kStrong, kRelative, kCondition };

// How a word stands for something named before.
enum class ReferenceKind : std::uint8_t {
  kPlain,      // "das Unternehmen", "it"
  kDescribed,  // only behind words of its country or place: "the Danish shipping company", "the Shenzhen-based firm"
  kRelated,    // so, or beside the name of another: "the Nvidia supplier", "le rival d'Apple"
};

// A word that stands for something named before.
struct Reference {
  std::vector<EntityType> types;  // preferred first
  ReferenceKind kind = ReferenceKind::kPlain;
};

// Where a word stands that makes a date the base of a comparison.
enum class Side : std::uint8_t {
  kBefore,  // "compared with 2024"
  kBehind,  // "2024년보다"
};

// What sets a thing or name apart from others of its kind.
enum class Apart : std::uint8_t {
  kFurther,   // "weitere": it is another one
  kScope,     // "counting only": a part of them
  kEach,      // "respectively": of several values, each is of another
  kMostly,    // "mainly": what follows is not all of it
  kField,     // "market", "industry": what a place or its word before it is where of
  kHouse,     // "research firm": whoever stands behind it counts what others do
  kPart,      // "of them", "including": what it is counted beside is the whole
  kAbroad,    // "overseas": it is counted outside the country
  kOutlook,   // "forecast", "full-year": what a sum is expected to come to
  kThere,     // "there": where the text has just been
  kNotThere,  // "there are": hides a word of kThere
  kWhere,     // "where": what follows is at the place right before it
};

// Single words, folded, with the languages that have them.
using Words = std::map<std::string, LanguageSet, std::less<>>;

// All of it, by the entries that the lexicon's senses carry. Immutable.
struct ClaimRules {
  std::vector<ClaimFrame> frames;
  std::vector<std::uint32_t> untriggered;  // frames that need no trigger
  std::vector<ClaimTrigger> triggers;      // SenseKind::kTrigger
  std::vector<StatusCue> statuses;         // SenseKind::kStatus
  std::vector<FutureEnding> future_endings;
  LanguageSet future_languages = 0;              // that have any
  Words not_future;                              // folded words that end so and are none: "opéra"
  std::vector<SourceCue> sources;                // SenseKind::kAttribution
  std::vector<SourcePhrase> phrases;             // SenseKind::kSourcePhrase
  std::vector<ClauseMark> marks;                 // SenseKind::kClauseMark
  std::vector<std::string> demonyms;             // SenseKind::kDemonym: a place's id
  std::vector<std::string> topics;               // SenseKind::kTopic: what is no thing, in English
  std::map<std::size_t, std::string> measures;   // topic → the place that it measures: "DAX" → Germany
  std::vector<Reference> references;             // SenseKind::kReference
  std::set<std::string, std::less<>> exchanges;  // where shares are traded
  // Folded words and the languages in which they stand before what something rose from
  // ("from 3 to 5 percent"), behind it ("3から5に"), and before what it rose to.
  Words rose_from, rose_from_behind, rose_to, rose_by, rose_by_behind;
  Words nothing;              // folded: what something fell to: "zero"
  Words alone;                // folded: before a word of a country that stands for a firm
  Words agents;               // folded: before who did it: "ordered by"
  Words definite;             // folded: before a description of what was named: "the"
  Words of_whom;              // folded: between a supplier, a rival and whose it is
  LanguageSet verb_last = 0;  // languages whose verbs end the sentence
  // Folded: written onto a name or right behind it, they say that the clause is about it: "は", "는".
  Words topic_marks;
  LanguageSet topic_languages = 0;               // those that have such marks
  std::vector<std::string> origin_endings;       // the same, that it comes from there
  std::vector<std::string> oblique_endings;      // the same, that it is seldom who does it
  std::vector<std::string> place_endings;        // folded: written onto a name, they say that it is where
  std::set<std::string, std::less<>> not_goods;  // concepts that nobody makes and sells
  std::set<std::string, std::less<>> vague;      // concepts that do not say what is priced or grows
  std::set<std::string, std::less<>> deeds;      // concepts of what is done with things: orders, deliveries
  std::set<std::string, std::less<>> forms;      // concepts of what only says how far it is: projects
  std::set<std::string, std::less<>> of_value;   // topics that count right behind a percentage alone
  std::set<std::string, std::less<>> segments;   // topics that are parts of a firm: "cloud business"
  std::set<std::string, std::less<>> traded;     // topics of what has a price: "electricity"
  std::set<std::string, std::less<>> unnamed;    // concepts of who pays without a name: investors
  std::set<std::string, std::less<>> sites;      // concepts of what stands where its name says: plants
  std::set<std::string, std::less<>> observers;  // who counts what others do
  std::set<std::string, std::less<>> scenery;    // places that own nothing: seas, deserts
  std::set<std::string, std::less<>> owning;     // concepts of who owns: "parent company"
  std::set<std::string, std::less<>> stand_ins;  // concepts that stand for what the headline names: devices
  std::set<std::string, std::less<>> registers;  // observers who list every case: what they count is no estimate
  // metric → of which subjects its object may be what was counted of them before
  std::map<std::string, std::vector<EntityType>, std::less<>> carried_to;
  std::set<std::string, std::less<>> reported;                         // what firms report for a period
  std::map<std::string, std::vector<EntityType>, std::less<>> owners;  // metric → whom it can be about
  std::map<std::string, std::string, std::less<>> shares;              // of what a share is → the metric of its own
  std::map<std::string, std::string, std::less<>> change_of;           // metric → the metric of its growth
  std::set<std::string, std::less<>> of_each;                          // metrics of one thing of a kind: a price
  std::map<std::string, std::string, std::less<>> rate_of;             // metric → that of so much a period
  std::map<std::string, std::string, std::less<>> grows_as;            // metric → what its growth is of: "net income"
  // Metric → kind of thing → the metric that it is of such things.
  std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> said_of;
  std::map<std::string, std::string, std::less<>> measured_by;  // concept → what changes when it "rises"
  std::map<std::string, std::string, std::less<>> measured_in;  // unit → concept of what it measures
  std::map<std::string, std::string, std::less<>> state_of;     // capital → the state that it speaks for
  std::map<std::string, std::string, std::less<>> body_of;      // ministry → the government that it acts for
  std::map<std::string, std::string, std::less<>> bureau_of;    // office of statistics → the country that it counts

  // Whether `metric` is a share of something that is a metric of its own: of a market.
  bool IsShareOfItsOwn(std::string_view metric) const {
    return std::any_of(shares.begin(), shares.end(), [metric](const auto& each) { return each.second == metric; });
  }
};

// The entry of SenseKind::kComparison ("im Vergleich zum", "than in") is a Side, that of
// kLocative an Oblique, that of kFurther an Apart.

// The phrases for those who are quoted without a name.
void ReadUnnamedSources(const PackSet& packs, Catalogue& catalogue);

// The nouns for things of any kind.
void ReadGeneralNouns(const PackSet& packs, Catalogue& catalogue);

// Reads the claim rules and their tables, which docs/rules.md lists, of all packs.
ClaimRules LoadClaimRules(const PackSet& packs, Lexicon::Builder& lexicon, const Catalogue& catalogue);

}  // namespace newsgraph::extract
