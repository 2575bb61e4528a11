// What the packs know of the world: entities, concepts, metrics, ranges.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/decimal.h"
#include "model/entity.h"
#include "model/exchange_rates.h"
#include "model/figure.h"

namespace newsgraph {

enum class MetricKind : std::uint8_t {
  kStock,     // a state at a time: inventory, headcount
  kFlow,      // over a period: output, revenue
  kRate,      // a price or ratio
  kChange,    // growth against a base period
  kProperty,  // of a thing: process node
  kEvent,     // a date
};

// What a claim means that leaves a facet out.
enum class Absent : std::uint8_t { kUnstated, kWhole };

// What METRICS.md declares of a metric, loaded from a pack.
struct Metric {
  std::string id;
  MetricKind kind = MetricKind::kStock;
  // Facets that must be equal, not merely unstated, for a hard conflict.
  bool object_separates = false;
  bool place_separates = false;
  Absent absent_object = Absent::kUnstated;
  Absent absent_place = Absent::kUnstated;
  // Parts may not exceed the whole.
  bool additive = false;
  // Plans are made to reach at least so much: less is missed, more is exceeded.
  bool higher_is_better = false;
  // Counted of something that happened, and may go on: later reports say more (dead, cancelled flights).
  bool tally = false;
  // Metrics of what there is, ids: a plan of this metric draws on it.
  std::vector<std::string> limited_by;
  // Nouns by any of which goes what it counts, concepts: "employee", "person".
  std::vector<std::string> nouns;
  // Which kinds of figure it takes; empty for events, whose value is a date.
  std::vector<FigureKind> takes;

  friend bool operator==(const Metric&, const Metric&) = default;
};

// A kind of thing that is counted, priced or measured.
struct Concept {
  std::string id;       // English singular: "humanoid robot"
  std::string broader;  // "robot"; empty at the top

  friend bool operator==(const Concept&, const Concept&) = default;
};

// What is plausible without further knowledge: no count of the concept, sum in the currency
// or number of the unit lies outside.
struct PlausibleRange {
  std::string unit;    // a concept, "USD", "%", "nm"
  std::string metric;  // of that metric alone: counts and sums of one company; empty for any
  std::optional<Decimal> least;
  Decimal most;

  friend bool operator==(const PlausibleRange&, const PlausibleRange&) = default;
};

struct IdHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view id) const { return std::hash<std::string_view>()(id); }
};
// In no order: articles ask for ids hundreds of times.
template <typename Value>
using ById = std::unordered_map<std::string, Value, IdHash, std::equal_to<>>;

// Built once when packs are loaded, immutable after; any thread may read.
class Catalogue {
 public:
  // A later entry with the same id replaces the earlier one.
  void Add(Entity entity);
  void Add(SpokenName name) { names_.push_back(std::move(name)); }
  void Add(Concept concept_);
  void Add(Metric metric);
  void Add(PlausibleRange range);
  void AddUnnamedSource(std::string phrase) { unnamed_sources_.insert(std::move(phrase)); }
  void AddGeneral(std::string concept_id) { general_.insert(std::move(concept_id)); }
  void SetExchangeRates(ExchangeRates rates) { exchange_rates_ = std::move(rates); }

  // Null if there is none.
  const Entity* FindEntity(std::string_view id) const;
  const Concept* FindConcept(std::string_view id) const;
  const Metric* FindMetric(std::string_view id) const;
  // The range of `unit` that holds for `metric`, or for any if that is empty; else the one of
  // the nearest concept that it is a kind of; null if no pack has one.
  const PlausibleRange* FindRange(std::string_view unit, std::string_view metric = "") const;
  const ExchangeRates& exchange_rates() const { return exchange_rates_; }
  // Whether an attribution says nobody's name: "analysts", who are not always the same ones.
  bool IsUnnamedSource(std::string_view attribution) const { return unnamed_sources_.contains(attribution); }

  // Whether things of any kind are called so: "units", "devices".
  bool IsGeneral(std::string_view concept_id) const { return general_.contains(concept_id); }

  // Whether `part` is, through any number of steps, a part, kind, member or
  // place of `whole`: entities by `part_of`, concepts by `broader`, and an
  // entity of a concept by what its pack says. False for equal ids.
  bool IsPartOf(std::string_view part, std::string_view whole) const;

  const ById<Entity>& entities() const { return entities_; }
  // All names of all entities, in no order.
  const std::vector<SpokenName>& names() const { return names_; }
  const ById<Concept>& concepts() const { return concepts_; }
  const ById<Metric>& metrics() const { return metrics_; }

 private:
  ById<Entity> entities_;
  std::vector<SpokenName> names_;
  ById<Concept> concepts_;
  ById<Metric> metrics_;
  std::map<std::string, PlausibleRange, std::less<>> ranges_;  // by unit, a blank, metric
  std::set<std::string, std::less<>> unnamed_sources_;
  std::set<std::string, std::less<>> general_;
  ExchangeRates exchange_rates_;
};

}  // namespace newsgraph
