// A small world and short spellings of claims, for tests.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/catalogue.h"
#include "model/conflict.h"
#include "tests/compare/figures.h"

namespace newsgraph::compare {

inline DateInterval Days(std::string_view first, std::string_view last) { return {*ParseDay(first), *ParseDay(last)}; }
inline DateInterval Year(int year) {
  const std::string name = std::to_string(year);
  return Days(name + "-01-01", name + "-12-31");
}

inline Metric Declared(std::string id, MetricKind kind, bool separates, Absent absent) {
  Metric metric;
  metric.id = std::move(id);
  metric.kind = kind;
  metric.object_separates = separates;
  metric.absent_object = absent;
  metric.absent_place = absent;
  metric.additive = true;
  return metric;
}

// A metric of which plans want as much as can be.
inline Metric Aimed(Metric metric, std::vector<std::string> limited_by = {}) {
  metric.higher_is_better = true;
  metric.limited_by = std::move(limited_by);
  return metric;
}

// Companies, places and metrics enough to disagree about.
inline Catalogue SmallWorld() {
  using enum MetricKind;
  Catalogue world;
  world.Add(Aimed(Declared("sold", kFlow, true, Absent::kUnstated)));
  world.Add(Aimed(Declared("deployed", kStock, true, Absent::kUnstated), {"inventory", "deployed"}));
  world.Add(Declared("revenue", kFlow, true, Absent::kWhole));
  Metric headcount = Declared("headcount", kStock, false, Absent::kWhole);
  headcount.nouns = {"employee", "person"};
  world.Add(std::move(headcount));
  world.Add(Declared("inventory", kStock, true, Absent::kUnstated));
  Metric count = Declared("count", kStock, true, Absent::kUnstated);
  count.nouns = {"job", "employee"};
  count.tally = true;
  world.Add(std::move(count));
  world.Add(Declared("price", kRate, true, Absent::kUnstated));
  world.Add(Declared("market_share", kRate, true, Absent::kUnstated));
  world.Add(Declared("growth", kChange, true, Absent::kWhole));
  world.Add(Declared("memory", kProperty, true, Absent::kUnstated));
  world.Add(Declared("event:production_start", kEvent, true, Absent::kUnstated));
  world.Add(Declared("event:founded", kEvent, false, Absent::kUnstated));
  world.AddGeneral("device");
  world.AddUnnamedSource("analysts");
  world.AddUnnamedSource("US officials");
  Entity acme;
  acme.id = "acme";
  acme.name = "Acme";
  acme.type = EntityType::kCompany;
  world.Add(acme);
  Entity china;
  china.id = "china";
  china.type = EntityType::kPlace;
  world.Add(china);
  Entity xinjiang = china;
  xinjiang.id = "xinjiang";
  xinjiang.part_of = "china";
  world.Add(xinjiang);
  world.Add(Concept{"employee", ""});
  world.Add(Concept{"person", ""});
  world.Add(Concept{"device", ""});
  world.Add(Concept{"robot", ""});
  world.Add(Concept{"humanoid robot", "robot"});
  world.Add(Concept{"wafer", ""});
  world.Add(Concept{"die", ""});
  return world;
}

// "Acme sold ... robots", actual, in the article of that name; the articles are
// published on one day unless a test says otherwise.
inline Evidence Sold(std::string article, const Figure& figure) {
  Evidence evidence;
  evidence.ref = {std::move(article), 1, 0};
  evidence.source = evidence.ref.article;
  evidence.claim.subject = "acme";
  evidence.claim.metric = "sold";
  evidence.claim.object = "robot";
  evidence.claim.time = Year(2025);
  evidence.value = figure;
  evidence.published = std::chrono::sys_days(std::chrono::January / 20 / 2026);
  return evidence;
}

inline Evidence Sold(std::string article, std::string_view number, Mod mod = Mod::kExact) {
  return Sold(std::move(article), Written(number, 0, mod));
}

inline Evidence Of(std::string metric, Evidence evidence) {
  evidence.claim.metric = std::move(metric);
  return evidence;
}

inline Evidence By(std::string subject, Evidence evidence) {
  evidence.claim.subject = std::move(subject);
  return evidence;
}

inline Evidence About(std::string object, Evidence evidence) {
  evidence.claim.object = std::move(object);
  return evidence;
}

inline Evidence In(std::string place, Evidence evidence) {
  evidence.claim.place = std::move(place);
  return evidence;
}

inline Evidence During(std::optional<DateInterval> time, Evidence evidence) {
  evidence.claim.time = time;
  return evidence;
}

inline Evidence Timeless(Evidence evidence) { return During(std::nullopt, std::move(evidence)); }

inline Evidence InSentence(std::string sentence, Evidence evidence) {
  evidence.sentence = std::move(sentence);
  return evidence;
}

inline Evidence As(ClaimStatus status, Evidence evidence) {
  evidence.claim.status = status;
  return evidence;
}

inline Evidence Says(std::string who, Evidence evidence) {
  evidence.claim.attribution = std::move(who);
  return evidence;
}

inline Evidence Published(std::string_view day, Evidence evidence) {
  evidence.published = *ParseDay(day);
  return evidence;
}

inline Evidence AtByte(std::uint32_t begin, Evidence evidence) {
  std::visit([&](auto& value) { value.span = {begin, begin + 1}; }, evidence.value);
  return evidence;
}

// "Acme starts making robots ..." as a plan.
inline Evidence Starts(std::string article, DateInterval interval, DateMod mod = DateMod::kExact) {
  Evidence evidence = Sold(std::move(article), "1");
  evidence.claim.metric = "event:production_start";
  evidence.claim.object = "robot plant";
  evidence.claim.status = ClaimStatus::kPlanned;
  evidence.claim.time.reset();
  Date date;
  date.interval = interval;
  date.mod = mod;
  evidence.value = date;
  return evidence;
}

}  // namespace newsgraph::compare
