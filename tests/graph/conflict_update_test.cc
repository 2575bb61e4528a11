// How much a commit looks at.
#include <gtest/gtest.h>
#include <rocksdb/statistics.h>

#include "graph/graph.h"
#include "graph/store.h"
#include "model/names.h"
#include "tests/graph/sample.h"

namespace newsgraph::graph {
namespace {

// A graph in memory that counts what is read of it.
class CountingGraph {
 public:
  explicit CountingGraph(const Catalogue& catalogue) {
    DatabasePlace place;
    place.path = "/counted";
    place.env = env_.get();
    place.statistics = statistics_;
    graph_ = std::make_unique<Graph>(Must(Store::Open(place, catalogue, {.durability = Durability::kProcess})));
  }

  Graph& graph() { return *graph_; }

  // How many entries a commit looks at.
  std::uint64_t ReadsOf(const Sample& sample) {
    const std::uint64_t before = Reads();
    Commit(*graph_, sample);
    return Reads() - before;
  }

 private:
  std::uint64_t Reads() const {
    return statistics_->getTickerCount(rocksdb::NUMBER_KEYS_READ) +
           statistics_->getTickerCount(rocksdb::NUMBER_DB_SEEK) + statistics_->getTickerCount(rocksdb::NUMBER_DB_NEXT);
  }

  const std::unique_ptr<rocksdb::Env> env_{rocksdb::NewMemEnv(rocksdb::Env::Default())};
  const std::shared_ptr<rocksdb::Statistics> statistics_ = rocksdb::CreateDBStatistics();
  std::unique_ptr<Graph> graph_;
};

TEST(Commit, LooksOnlyAtClaimsThatShareAComparisonKey) {
  const Catalogue catalogue = SampleCatalogue();
  CountingGraph empty(catalogue);
  CountingGraph full(catalogue);
  for (int i = 0; i < 150; ++i) {
    Commit(full.graph(), MakeSample("other " + std::to_string(i), i,
                                    {{"globex " + std::to_string(i % 50), "headcount", i}, {"acme", "revenue", 7}}));
  }
  for (CountingGraph* counted : {&empty, &full}) {
    Commit(counted->graph(), MakeSample("a", 1, {{"acme", "headcount", 500}}));
    Commit(counted->graph(), MakeSample("b", 2, {{"acme", "headcount", 900}}));
  }
  const Sample sample = MakeSample("c", 3, {{"acme", "headcount", 700}});
  const std::uint64_t reads = empty.ReadsOf(sample);
  EXPECT_GT(reads, 0);
  EXPECT_EQ(full.ReadsOf(sample), reads);
}

TEST(Commit, ReadsWhatItComparedBeforeNotAgain) {
  const Catalogue catalogue = SampleCatalogue();
  CountingGraph few(catalogue);
  CountingGraph many(catalogue);
  for (CountingGraph* counted : {&few, &many}) {
    for (int i = 0; i < (counted == &few ? 2 : 200); ++i) {
      Commit(counted->graph(), MakeSample("old " + std::to_string(i), i % 5, {{"acme", "headcount", 500 + i % 2}}));
    }
  }
  const Sample sample = MakeSample("new", 3, {{"acme", "headcount", 900}});
  EXPECT_EQ(many.ReadsOf(sample), few.ReadsOf(sample));
}

TEST(Commit, KeepsEnumerationsUnderTheNumbersThatStoredValuesHave) {
  const auto names = [](auto... values) { return Concat(Name(values)..., ""); };
  EXPECT_EQ(names(FigureKind(0), FigureKind(1), FigureKind(2), FigureKind(3), FigureKind(4)),
            "countmoneypercentmeasuremultiple");
  EXPECT_EQ(names(Mod(0), Mod(1), Mod(2), Mod(3), Mod(4), Mod(5), Mod(6), Mod(7)),
            "exactaboutat_leastat_mostup_tomore_thanless_thannearly");
  EXPECT_EQ(names(DateMod(0), DateMod(1), DateMod(2), DateMod(3), DateMod(4), DateMod(5)),
            "exactaboutbybeforeaftersince");
  EXPECT_EQ(names(DatePrecision(0), DatePrecision(1), DatePrecision(2), DatePrecision(3), DatePrecision(4),
                  DatePrecision(5), DatePrecision(6), DatePrecision(7), DatePrecision(8), DatePrecision(9)),
            "dayweekmonthquarterhalfseasonyeardecadecenturyperiod");
  EXPECT_EQ(names(DateAnchor(0), DateAnchor(1), DateAnchor(2)), "nonepublicationtext");
  EXPECT_EQ(names(EntityType(0), EntityType(1), EntityType(2), EntityType(3), EntityType(4), EntityType(5),
                  EntityType(6), EntityType(7)),
            "companyorganizationmediachipproductmodelpersonplace");
  EXPECT_EQ(names(ClaimStatus(0), ClaimStatus(1), ClaimStatus(2), ClaimStatus(3), ClaimStatus(4)),
            "actualplannedforecastestimateddenied");
  EXPECT_EQ(names(Severity(0), Severity(1), Severity(2), Severity(3)), "noteedgesofthard");
  EXPECT_EQ(
      names(ConflictState(0), ConflictState(1), ConflictState(2), ConflictState(3), ConflictState(4), ConflictState(5)),
      "openacknowledgeddismissedconfirmedresolvedsuppressed");
  EXPECT_EQ(names(DismissalReason(0), DismissalReason(1), DismissalReason(2), DismissalReason(3), DismissalReason(4),
                  DismissalReason(5)),
            "other_scopeother_timedefinitionroundingtranslationextraction_error");
  EXPECT_EQ(names(ConflictKind(0), ConflictKind(1), ConflictKind(2), ConflictKind(3), ConflictKind(4), ConflictKind(5),
                  ConflictKind(6), ConflictKind(7), ConflictKind(8), ConflictKind(9), ConflictKind(10),
                  ConflictKind(11), ConflictKind(12), ConflictKind(13)),
            "valuemagnitudeunitcurrencytimestatusobjectplacescopehedgearithmeticimpossible_timeimplausiblerevision");
}

}  // namespace
}  // namespace newsgraph::graph
