// Random histories: the graph says what a plain map of articles says.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <tuple>

#include "compare/compare.h"
#include "compare/find_conflicts.h"
#include "graph/graph.h"
#include "tests/graph/sample.h"

namespace newsgraph::graph {
namespace {

using testing::UnorderedElementsAreArray;

// What the graph should be, kept in the plainest way.
class Model {
 public:
  void Commit(const Sample& sample) {
    const auto [entry, is_new] = entries_.try_emplace(sample.article.id);
    Entry& at = entry->second;
    if (is_new) at.number = entries_.size();
    if (!is_new && at.sample.article == sample.article && at.sample.extraction == sample.extraction) return;
    at.sample = sample;
    ++at.article_revision;
    ++revision_;
  }

  std::vector<Evidence> Claims(const ClaimFilter& filter) const {
    std::vector<const Entry*> sorted;
    for (const auto& [id, entry] : entries_) sorted.push_back(&entry);
    const auto order = [](const Entry* entry) {
      const auto& published = entry->sample.article.published;
      return std::tuple(!published, published ? -published->time_since_epoch().count() : 0, entry->number);
    };
    std::sort(sorted.begin(), sorted.end(), [&](const Entry* a, const Entry* b) { return order(a) < order(b); });
    std::vector<Evidence> out;
    for (const Entry* entry : sorted) {
      for (std::uint32_t i = 0; i < entry->sample.extraction.claims.size(); ++i) {
        Evidence evidence = At(*entry, i);
        if (Fits(filter, evidence)) out.push_back(std::move(evidence));
      }
    }
    return out;
  }

  // Found anew from all claims; without revisions and state, and without ids, which a conflict keeps when
  // an article comes that would give it another.
  std::vector<Conflict> Conflicts(const Catalogue& catalogue) const {
    std::map<std::string, std::vector<Evidence>> by_key;
    for (const Evidence& evidence : Claims({})) {
      for (const std::string& key : compare::ComparisonKeys(evidence, catalogue)) by_key[key].push_back(evidence);
    }
    std::vector<Conflict> out;
    for (const auto& [key, claims] : by_key) {
      for (Conflict& conflict : compare::FindConflicts(key, claims, catalogue)) {
        conflict.id.clear();
        out.push_back(std::move(conflict));
      }
    }
    return out;
  }

  std::vector<std::string> Articles() const {
    std::vector<std::string> ids;
    for (const auto& [id, entry] : entries_) ids.push_back(id);
    return ids;
  }
  std::uint64_t revision() const { return revision_; }
  std::size_t article_count() const { return entries_.size(); }

 private:
  struct Entry {
    std::size_t number = 0;
    std::uint32_t article_revision = 0;
    Sample sample;
  };

  static Evidence At(const Entry& entry, std::uint32_t ordinal) {
    const auto& [article, extraction] = entry.sample;
    const Claim& claim = extraction.claims[ordinal];
    const Figure& figure = extraction.figures[claim.value.index];
    return {.ref = {article.id, entry.article_revision, ordinal},
            .claim = claim,
            .value = figure,
            .source = article.source,
            .published = article.published,
            .quote = std::string(figure.span.In(article.text)),
            .sentence = std::string(claim.sentence.In(article.text))};
  }

  static bool Fits(const ClaimFilter& filter, const Evidence& evidence) {
    const Claim& claim = evidence.claim;
    std::vector<std::string> subjects = claim.co_subjects;
    subjects.push_back(claim.subject);
    std::vector<std::string> roles = subjects;
    roles.insert(roles.end(), {claim.object, claim.place});
    const auto has = [](const std::vector<std::string>& ids, const std::string& id) {
      return id.empty() || std::find(ids.begin(), ids.end(), id) != ids.end();
    };
    return (filter.article.empty() || filter.article == evidence.ref.article) && has(subjects, filter.subject) &&
           has(roles, filter.entity) && (filter.metric.empty() || filter.metric == claim.metric) &&
           (!filter.time || (claim.time && claim.time->Overlaps(*filter.time)));
  }

  std::map<std::string, Entry> entries_;
  std::uint64_t revision_ = 0;
};

class Chance {
 public:
  explicit Chance(unsigned seed) : engine_(seed) {}

  int Below(int limit) { return static_cast<int>(engine_() % static_cast<unsigned>(limit)); }
  bool OneIn(int n) { return Below(n) == 0; }
  std::string Entity() { return std::vector<std::string>{"acme", "globex", "initech", "a", "ab", ""}[Index(6)]; }
  std::string Metric() { return std::vector<std::string>{"headcount", "revenue", "produced"}[Index(3)]; }

  Sample Article() {
    std::vector<Says> claims(Index(5));
    for (Says& says : claims) {
      says = {.subject = Entity(), .metric = Metric(), .value = 100 * (1 + Below(9)), .year = 2024 + Below(3)};
      if (OneIn(3)) says.year.reset();
      if (OneIn(4)) says.co_subjects = {Entity()};
      if (OneIn(4)) says.object = "robot";
      if (OneIn(4)) says.place = Entity();
    }
    Sample sample = MakeSample("article " + std::to_string(Below(15)), Below(20), claims);
    if (OneIn(6)) sample.article.published.reset();
    for (Claim& claim : sample.extraction.claims) {
      if (OneIn(8)) claim.time = DateInterval{YearOf(2000).first, YearOf(2000 + Below(60)).last};
    }
    return sample;
  }

  // One of many that speak of one thing: sides with more claims than a conflict shows.
  Sample OneOfACrowd() {
    std::vector<Says> claims(1 + Index(2));
    for (Says& says : claims) {
      says = {.subject = "acme", .metric = "headcount", .value = OneIn(4) ? 900 : 500, .year = 2026};
      if (OneIn(30)) says.value = 7'000;
      if (OneIn(4)) says.year.reset();
      if (OneIn(5)) says.place = "globex";
    }
    Sample sample = MakeSample("article " + std::to_string(Below(120)), Below(20), claims);
    sample.article.source = "Source " + std::to_string(Below(30));
    return sample;
  }

  // The same, as forecasts that are revised.
  Sample OneOfForecasts() {
    Sample sample = OneOfACrowd();
    *sample.article.published += std::chrono::days(Below(5) * 20);
    for (Claim& claim : sample.extraction.claims) {
      claim.status = OneIn(3) ? ClaimStatus::kPlanned : ClaimStatus::kForecast;
      claim.attribution = std::vector<std::string>{"", "Omdia", "IDC", "acme"}[Index(4)];
      if (OneIn(4)) claim.original_source = "Omdia";
    }
    return sample;
  }

  ClaimFilter Filter() {
    ClaimFilter filter;
    if (OneIn(4)) filter.article = "article " + std::to_string(Below(15));
    if (OneIn(3)) filter.subject = Entity();
    if (OneIn(3)) filter.entity = OneIn(3) ? "robot" : Entity();
    if (OneIn(3)) filter.metric = Metric();
    if (OneIn(3)) filter.time = DateInterval{YearOf(2010 + Below(16)).first, YearOf(2026 + Below(4)).last};
    return filter;
  }

 private:
  std::size_t Index(int limit) { return static_cast<std::size_t>(Below(limit)); }

  std::mt19937 engine_;
};

std::vector<Conflict> WithoutIds(const std::map<std::string, Conflict>& conflicts) {
  std::vector<Conflict> out;
  for (const auto& [id, conflict] : conflicts) out.emplace_back(conflict).id.clear();
  return out;
}

std::vector<Conflict> Unresolved(const Graph& graph, ConflictFilter filter) {
  std::map<std::string, Conflict> out;
  for (Conflict& conflict : AllConflicts(graph, filter, 7)) {
    EXPECT_LE(conflict.opened_revision, conflict.changed_revision);
    if (conflict.state == ConflictState::kResolved) continue;
    conflict.opened_revision = 0;
    conflict.changed_revision = 0;
    EXPECT_TRUE(out.emplace(conflict.id, conflict).second) << "two conflicts have one id";
  }
  return WithoutIds(out);
}

void ExpectSame(const Graph& graph, const Model& model, const Catalogue& catalogue, Chance& chance) {
  const std::vector<Conflict> conflicts = model.Conflicts(catalogue);
  EXPECT_THAT(Unresolved(graph, {}), UnorderedElementsAreArray(conflicts));
  std::vector<Conflict> of_acme = conflicts;
  std::erase_if(of_acme, [](const Conflict& conflict) { return conflict.subject != "acme"; });
  EXPECT_THAT(Unresolved(graph, {.state = ConflictState::kOpen, .subject = "acme"}),
              UnorderedElementsAreArray(of_acme));
  EXPECT_EQ(graph.statistics(), (Statistics{model.revision(), model.article_count(), model.Claims({}).size(),
                                            conflicts.size(), graph.statistics().storage_version}));
  for (int i = 0; i < 10; ++i) {
    const ClaimFilter filter = chance.Filter();
    EXPECT_EQ(AllClaims(graph, filter, static_cast<std::size_t>(1 + chance.Below(6))), model.Claims(filter));
  }
}

// What a watcher would know who began with nothing and heard every event.
std::vector<Conflict> Replayed(const Graph& graph) {
  std::map<std::string, Conflict> out;
  for (const Event& event : Must(graph.ReadEvents(0, 1'000'000))) {
    if (!event.conflict) continue;
    EXPECT_EQ(event.kind == EventKind::kConflictOpened, !out.contains(event.conflict->id));
    EXPECT_EQ(event.conflict->changed_revision, event.revision);
    if (event.kind == EventKind::kConflictResolved) {
      out.erase(event.conflict->id);
    } else {
      out[event.conflict->id] = *event.conflict;
    }
  }
  for (auto& [id, conflict] : out) conflict.opened_revision = conflict.changed_revision = 0;
  return WithoutIds(out);
}

// Conflicts stand in the lists of the articles on their sides, also of those that they do not show.
void ExpectListedForEveryArticle(const Graph& graph, const Model& model) {
  std::map<std::string, std::size_t> claims_of_articles;
  std::map<std::string, std::set<std::string>> articles;
  for (const std::string& article : model.Articles()) {
    const std::size_t claims = model.Claims({.article = article}).size();
    for (const Conflict& conflict : AllConflicts(graph, {.article = article})) {
      articles[conflict.id].insert(article);
      claims_of_articles[conflict.id] += claims;
    }
  }
  for (const Conflict& conflict : AllConflicts(graph)) {
    if (conflict.state == ConflictState::kResolved) continue;
    std::size_t claim_count = 0;
    for (const ConflictSide& side : conflict.sides) {
      claim_count += side.claim_count;
      for (const Evidence& evidence : side.evidence) EXPECT_TRUE(articles[conflict.id].contains(evidence.ref.article));
    }
    EXPECT_LE(articles[conflict.id].size(), claim_count);
    EXPECT_GE(claims_of_articles[conflict.id], claim_count);
  }
}

class ModelPropertyTest : public testing::TestWithParam<unsigned> {};

TEST_P(ModelPropertyTest, GivesTheClaimsConflictsAndStatisticsOfAPlainMap) {
  const Catalogue catalogue = SampleCatalogue();
  const TemporaryFolder folder;
  Chance chance(GetParam());
  Model model;
  for (int opening = 0; opening < 3; ++opening) {
    const std::unique_ptr<Graph> graph =
        Must(Graph::Open(folder.graph(), catalogue, {.durability = Durability::kProcess}));
    ExpectSame(*graph, model, catalogue, chance);
    for (int commit = 0; commit < 30; ++commit) {
      const Sample sample = chance.Article();
      const std::uint64_t before = model.revision();
      model.Commit(sample);
      const Receipt receipt = Commit(*graph, sample);
      EXPECT_EQ(receipt.unchanged, model.revision() == before);
      if (commit % 5 == 0) ExpectSame(*graph, model, catalogue, chance);
    }
    ExpectSame(*graph, model, catalogue, chance);
    EXPECT_THAT(Replayed(*graph), UnorderedElementsAreArray(model.Conflicts(catalogue)));
  }
  EXPECT_FALSE(model.Conflicts(catalogue).empty());
}

TEST_P(ModelPropertyTest, FindsTheSameWhereManySayTheSame) {
  const Catalogue catalogue = SampleCatalogue();
  const TemporaryFolder folder;
  Chance chance(GetParam());
  Model model;
  for (int opening = 0; opening < 2; ++opening) {
    const std::unique_ptr<Graph> graph =
        Must(Graph::Open(folder.graph(), catalogue, {.durability = Durability::kProcess}));
    for (int commit = 0; commit < 70; ++commit) {
      const Sample sample = chance.OneOfACrowd();
      model.Commit(sample);
      Commit(*graph, sample);
      if (commit % 35 == 34) {
        EXPECT_THAT(Unresolved(*graph, {}), UnorderedElementsAreArray(model.Conflicts(catalogue)));
      }
    }
    EXPECT_THAT(Replayed(*graph), UnorderedElementsAreArray(model.Conflicts(catalogue)));
    ExpectListedForEveryArticle(*graph, model);
  }
  const std::vector<Conflict> conflicts = model.Conflicts(catalogue);
  EXPECT_TRUE(std::any_of(conflicts.begin(), conflicts.end(), [](const Conflict& conflict) {
    return std::any_of(conflict.sides.begin(), conflict.sides.end(),
                       [](const ConflictSide& side) { return side.claim_count > side.evidence.size(); });
  }));
}

TEST_P(ModelPropertyTest, FindsTheSameOfForecastsThatAreRevised) {
  const Catalogue catalogue = SampleCatalogue();
  const std::unique_ptr<Graph> graph = Must(Graph::OpenInMemory(catalogue));
  Chance chance(GetParam());
  Model model;
  for (int commit = 0; commit < 60; ++commit) {
    const Sample sample = chance.OneOfForecasts();
    model.Commit(sample);
    Commit(*graph, sample);
    if (commit % 30 != 29) continue;
    EXPECT_THAT(Unresolved(*graph, {}), UnorderedElementsAreArray(model.Conflicts(catalogue)));
  }
  EXPECT_FALSE(model.Conflicts(catalogue).empty());
}

TEST_P(ModelPropertyTest, GoesOnWithEveryListingAsItWasWhenItBegan) {
  const Catalogue catalogue = SampleCatalogue();
  const std::unique_ptr<Graph> graph = Must(Graph::OpenInMemory(catalogue));
  struct Listing {
    ClaimFilter filter;
    PageToken next;
    std::vector<Evidence> seen;
    std::vector<Evidence> expected;
  };
  Chance chance(GetParam());
  Model model;
  std::vector<Listing> listings;
  for (int commit = 0; commit < 60; ++commit) {
    const Sample sample = chance.Article();
    model.Commit(sample);
    Commit(*graph, sample);
    const ClaimFilter filter = chance.Filter();
    const Page<Evidence> page = Must(graph->ListClaims(filter, 2, ""));
    listings.push_back({filter, page.next, page.items, model.Claims(filter)});
  }
  EXPECT_TRUE(std::any_of(listings.begin(), listings.end(), [](const Listing& l) { return !l.next.empty(); }));
  for (Listing& listing : listings) {
    while (!listing.next.empty()) {
      const Page<Evidence> page = Must(graph->ListClaims(listing.filter, 3, listing.next));
      listing.seen.insert(listing.seen.end(), page.items.begin(), page.items.end());
      listing.next = page.next;
    }
    EXPECT_EQ(listing.seen, listing.expected);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, ModelPropertyTest, testing::Range(1U, 5U));

}  // namespace
}  // namespace newsgraph::graph
