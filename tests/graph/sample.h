// Articles with extractions, made from a few words each.
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/graph.h"
#include "model/article.h"
#include "model/catalogue.h"
#include "model/extraction.h"

namespace newsgraph::graph {

// The value of a StatusOr, which a test counts on.
template <typename T>
T Must(StatusOr<T> value) {
  Check(value.ok(), value.ok() ? "" : value.status().ToString());
  return *std::move(value);
}

// Metrics and entities that the samples name.
inline Catalogue SampleCatalogue() {
  Catalogue catalogue;
  for (const char* id : {"acme", "globex", "initech"}) {
    catalogue.Add(Entity{.id = id, .type = EntityType::kCompany, .name = id, .part_of = "", .maker = ""});
  }
  for (const char* id : {"headcount", "revenue", "produced"}) {
    Metric metric;
    metric.id = id;
    metric.kind = std::string(id) == "headcount" ? MetricKind::kStock : MetricKind::kFlow;
    metric.takes = {FigureKind::kCount, FigureKind::kMoney};
    catalogue.Add(metric);
  }
  return catalogue;
}

// One claim: `subject` has `value` of `metric` in `year`.
struct Says {
  std::string subject;
  std::string metric;
  std::int64_t value = 0;
  std::optional<int> year = 2026;
  std::vector<std::string> co_subjects = {};
  std::string object = "";
  std::string place = "";
};

inline DateInterval YearOf(int year) {
  using namespace std::chrono;
  return {Day(std::chrono::year(year) / January / 1), Day(std::chrono::year(year) / December / 31)};
}

struct Sample {
  Article article;
  Extraction extraction;
};

// An article of `day` (days after 2026-01-01; nothing: undated), a sentence for
// each claim.
inline Sample MakeSample(const std::string& id, std::optional<int> day, const std::vector<Says>& claims) {
  using namespace std::chrono;
  Sample sample;
  Article& article = sample.article;
  article = {.id = id,
             .url = "https://example.org/" + id,
             .source = "Example",
             .title = "Sample",
             .text = "Sample\n\n",
             .language = "en",
             .published = std::nullopt};
  if (day) article.published = sys_seconds(sys_days(year(2026) / January / 1) + days(*day)) + hours(9);
  sample.extraction.language = "en";
  sample.extraction.rules_version = "1";
  for (const Says& says : claims) {
    const auto at = static_cast<std::uint32_t>(article.text.size());
    const std::string number = std::to_string(says.value);
    const std::string opening = says.subject + " has ";
    article.text += opening + number + " as " + says.metric + ". ";
    Figure figure;
    figure.span.begin = at + static_cast<std::uint32_t>(opening.size());
    figure.span.end = figure.span.begin + static_cast<std::uint32_t>(number.size());
    figure.value = Decimal(says.value);
    figure.rule = "number";
    Claim claim;
    claim.value.index = static_cast<std::uint32_t>(sample.extraction.figures.size());
    claim.subject = says.subject;
    claim.co_subjects = says.co_subjects;
    claim.metric = says.metric;
    claim.object = says.object;
    claim.place = says.place;
    if (says.year) claim.time = YearOf(*says.year);
    claim.confidence = 0.9;
    claim.rule = "has";
    claim.sentence = {at, static_cast<std::uint32_t>(article.text.size() - 1)};
    sample.extraction.figures.push_back(std::move(figure));
    sample.extraction.claims.push_back(std::move(claim));
  }
  return sample;
}

inline Receipt Commit(Graph& graph, const Sample& sample) {
  return Must(graph.Commit(sample.article, sample.extraction));
}

// All rows of a listing, `page_size` at a time.
inline std::vector<Evidence> AllClaims(const Graph& graph, const ClaimFilter& filter, std::size_t page_size = 3) {
  std::vector<Evidence> all;
  PageToken token;
  do {
    Page<Evidence> page = Must(graph.ListClaims(filter, page_size, token));
    all.insert(all.end(), page.items.begin(), page.items.end());
    token = page.next;
  } while (!token.empty());
  return all;
}

inline std::vector<Conflict> AllConflicts(const Graph& graph, const ConflictFilter& filter = {},
                                          std::size_t page_size = 2) {
  std::vector<Conflict> all;
  PageToken token;
  do {
    Page<Conflict> page = Must(graph.ListConflicts(filter, page_size, token));
    all.insert(all.end(), page.items.begin(), page.items.end());
    token = page.next;
  } while (!token.empty());
  return all;
}

// A folder that is gone with the test.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "newsgraph-XXXXXX").string();
    Check(mkdtemp(name.data()) != nullptr, "make a temporary folder");
    path_ = name;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }

  // Where a graph may be opened.
  std::string graph() const { return (path_ / "graph").string(); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace newsgraph::graph
