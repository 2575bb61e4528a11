#include "graph/conflict_index.h"

#include "graph/keys.h"
#include "graph/list_names.h"

namespace newsgraph::graph {

std::string ConflictPosition::Key() const { return KeyWriter().Descending(changed_revision).U64(conflict).Take(); }

std::optional<ConflictPosition> ConflictPosition::Parse(std::string_view key) {
  KeyReader reader(key);
  ConflictPosition position;
  position.changed_revision = reader.Descending();
  position.conflict = reader.U64();
  return reader.done() ? std::optional(position) : std::nullopt;
}

std::vector<std::string> ConflictIndexKeys(const storage::v1::Conflict& version, std::uint64_t conflict) {
  const std::string position = ConflictPosition{version.changed_revision(), conflict}.Key();
  std::vector<std::string> keys = {
      AllConflictsList() + position, ConflictStateList(static_cast<ConflictState>(version.state())) + position,
      ConflictSubjectList(version.subject()) + position, ConflictMetricList(version.metric()) + position};
  if (version.own_article_count() > 0) keys.push_back(OwnConflictsList() + position);
  return keys;
}

std::vector<AnyOf> ConflictLists(const ConflictFilter& filter, const Identities& identities, std::uint64_t as_of) {
  std::vector<AnyOf> all;
  if (filter.state) all.push_back({{ConflictStateList(*filter.state)}});
  if (!filter.subject.empty()) {
    AnyOf& subjects = all.emplace_back();
    for (const std::string& id : identities.Members(filter.subject, as_of))
      subjects.lists.push_back(ConflictSubjectList(id));
  }
  if (!filter.metric.empty()) all.push_back({{ConflictMetricList(filter.metric)}});
  if (all.empty()) all.push_back({{AllConflictsList()}});
  return all;
}

bool Takes(const ConflictFilter& filter, const storage::v1::Conflict& version) {
  if (filter.kind && static_cast<std::uint32_t>(*filter.kind) != version.kind()) return false;
  if (filter.state && static_cast<std::uint32_t>(*filter.state) != version.state()) return false;
  if (version.severity() < static_cast<std::uint32_t>(filter.least_severity)) return false;
  return filter.metric.empty() || filter.metric == version.metric();
}

}  // namespace newsgraph::graph
