// What it costs to compare the claims of one comparison key.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "compare/compare.h"
#include "compare/find_conflicts.h"

namespace newsgraph::compare {
namespace {

// `count` claims of one subject and metric, of ten values and four years.
std::vector<Evidence> Claims(std::size_t count) {
  std::vector<Evidence> claims;
  for (std::size_t i = 0; i < count; ++i) {
    Evidence claim;
    claim.ref = {"article " + std::to_string(i), 1, 0};
    claim.claim.subject = "acme";
    claim.claim.metric = "sold";
    claim.claim.object = "robot";
    const Day first = std::chrono::sys_days(std::chrono::year(2020 + static_cast<int>(i % 4)) / 1 / 1);
    claim.claim.time = DateInterval{first, first + std::chrono::days(364)};
    Figure figure;
    figure.value = Decimal(static_cast<std::int64_t>(4200 + 500 * (i % 10)));
    claim.value = figure;
    claim.published = first + std::chrono::days(400 + i % 30);
    claims.push_back(std::move(claim));
  }
  return claims;
}

void FindConflictsOfOneKey(benchmark::State& state) {
  const Catalogue catalogue;
  const std::vector<Evidence> claims = Claims(static_cast<std::size_t>(state.range(0)));
  const std::string key = ComparisonKeys(claims.front(), catalogue).front();
  for (auto _ : state) benchmark::DoNotOptimize(FindConflicts(key, claims, catalogue));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(FindConflictsOfOneKey)->Arg(2)->Arg(30)->Arg(300)->Arg(1000)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace newsgraph::compare
