#include "extract/metrics.h"

#include "model/names.h"

namespace newsgraph::extract {
namespace {

Absent ReadAbsent(const PackNode& node) {
  const std::string text = node.Text("unstated");
  if (text != "whole" && text != "unstated") node.Error("an absent facet means \"whole\" or \"unstated\"");
  return text == "whole" ? Absent::kWhole : Absent::kUnstated;
}

Metric ReadMetric(const std::string& id, const PackNode& node) {
  node.AllowKeys({"kind", "takes", "separators", "absent_object", "absent_place", "additive", "higher_is_better",
                  "limited_by", "nouns", "tally"});
  Metric metric;
  metric.id = id;
  const std::string kind = node.Required("kind").Text();
  if (const auto known = FromName<MetricKind>(kind)) {
    metric.kind = *known;
  } else {
    node.Error(Concat("`kind` is stock, flow, rate, change, property or event, not \"", kind, "\""));
  }
  for (const std::string& takes : node["takes"].Words()) {
    if (const auto figure_kind = FromName<FigureKind>(takes)) {
      metric.takes.push_back(*figure_kind);
    } else {
      node["takes"].Error(Concat("\"", takes, "\" is no kind of figure"));
    }
  }
  for (const std::string& separator : node["separators"].Words()) {
    metric.object_separates = metric.object_separates || separator == "object";
    metric.place_separates = metric.place_separates || separator == "place";
  }
  metric.absent_object = ReadAbsent(node["absent_object"]);
  metric.absent_place = ReadAbsent(node["absent_place"]);
  metric.additive = node["additive"].Flag();
  metric.higher_is_better = node["higher_is_better"].Flag();
  metric.limited_by = node["limited_by"].Words();
  metric.nouns = node["nouns"].Words();
  metric.tally = node["tally"].Flag();
  return metric;
}

// What plans draw on must be known by all packs together.
void CheckLimits(const PackSet& packs, const Catalogue& catalogue) {
  for (const Pack& pack : packs.packs()) {
    for (const auto& [id, node] : pack.root["metrics"].Entries()) {
      for (const std::string& limit : node["limited_by"].Words()) {
        if (!catalogue.FindMetric(limit)) node["limited_by"].Error(Concat("\"", limit, "\" is no metric"));
      }
    }
  }
}

}  // namespace

Catalogue MetricsOf(const PackSet& packs) {
  Catalogue catalogue;
  for (const Pack& pack : packs.packs()) {
    for (const auto& [id, node] : pack.root["metrics"].Entries()) catalogue.Add(ReadMetric(id, node));
  }
  CheckLimits(packs, catalogue);
  return catalogue;
}

}  // namespace newsgraph::extract
