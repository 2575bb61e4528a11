// The canned SourceRegistry: a list, and nothing behind it.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/source.h"

namespace newsgraph {

// "OPML" is one feed a line.
class CannedSources final : public SourceRegistry {
 public:
  StatusOr<SourceReport> Add(Source source) override {
    const std::string location = source.location;
    if (reports.contains(location)) return Error(StatusCode::kAlreadyExists, "\"", location, "\" is followed already");
    reports[location].source = std::move(source);
    return reports[location];
  }
  Status Remove(std::string_view location) override {
    RETURN_IF_ERROR(Get(location).status());
    reports.erase(std::string(location));
    return OkStatus();
  }
  StatusOr<SourceReport> Get(std::string_view location) const override {
    const auto found = reports.find(std::string(location));
    if (found == reports.end()) return Error(StatusCode::kNotFound, "\"", location, "\" is not followed");
    return found->second;
  }
  std::vector<SourceReport> List(std::string_view after, std::size_t limit) const override {
    std::vector<SourceReport> out;
    for (auto at = reports.upper_bound(std::string(after)); at != reports.end() && out.size() < limit; ++at)
      out.push_back(at->second);
    return out;
  }
  StatusOr<std::size_t> Import(std::string opml) override {
    if (opml.empty()) return Error(StatusCode::kInvalidArgument, "no OPML");
    reports[opml].source.location = opml;
    return 1;
  }
  std::string Export() const override {
    std::string out;
    for (const auto& [location, report] : reports) out += location + "\n";
    return out;
  }

  std::map<std::string, SourceReport> reports;
};

}  // namespace newsgraph
