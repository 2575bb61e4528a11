#include "model/catalogue.h"

#include <utility>

namespace newsgraph {
namespace {

// Long chains do not occur; the bound stops a pack that made a circle.
constexpr int kMaxDepth = 16;

template <typename Map>
auto Find(const Map& map, std::string_view id) -> decltype(&map.begin()->second) {
  const auto found = map.find(id);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace

void Catalogue::Add(Entity entity) {
  std::string id = entity.id;
  entities_.insert_or_assign(std::move(id), std::move(entity));
}

void Catalogue::Add(Concept concept_) {
  std::string id = concept_.id;
  concepts_.insert_or_assign(std::move(id), std::move(concept_));
}

void Catalogue::Add(Metric metric) {
  std::string id = metric.id;
  metrics_.insert_or_assign(std::move(id), std::move(metric));
}

void Catalogue::Add(PlausibleRange range) {
  std::string key = range.unit + ' ' + range.metric;
  ranges_.insert_or_assign(std::move(key), std::move(range));
}

const Entity* Catalogue::FindEntity(std::string_view id) const { return Find(entities_, id); }
const Concept* Catalogue::FindConcept(std::string_view id) const { return Find(concepts_, id); }
const Metric* Catalogue::FindMetric(std::string_view id) const { return Find(metrics_, id); }

const PlausibleRange* Catalogue::FindRange(std::string_view unit, std::string_view metric) const {
  std::string_view at = unit;
  for (int depth = 0; depth < kMaxDepth; ++depth) {
    if (const PlausibleRange* range = Find(ranges_, std::string(at) + ' ' + std::string(metric))) return range;
    const Concept* known = FindConcept(at);
    if (known == nullptr || known->broader.empty()) return nullptr;
    at = known->broader;
  }
  return nullptr;
}

bool Catalogue::IsPartOf(std::string_view part, std::string_view whole) const {
  std::string_view at = part;
  for (int depth = 0; depth < kMaxDepth; ++depth) {
    if (const Entity* entity = FindEntity(at)) {
      at = entity->part_of;
    } else if (const Concept* known = FindConcept(at)) {
      at = known->broader;
    } else {
      return false;
    }
    if (at.empty()) return false;
    if (at == whole) return at != part;
  }
  return false;
}

}  // namespace newsgraph
