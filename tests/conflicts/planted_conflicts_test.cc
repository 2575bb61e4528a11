// Two articles, the second made from the first with one slip or one harmless rewrite: whether the
// slip is found, by the kind that it is, and the rewrite left alone. The articles are those of the fixtures and
// of stories.jsonl, whose stories are told in many languages; NEWSGRAPH_SLIP_ARTICLES names a file with more.
// NEWSGRAPH_SLIP_REPORT=1 lists what went wrong.
#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compare/compare.h"
#include "compare/evidence.h"
#include "compare/find_conflicts.h"
#include "compare/lint.h"
#include "compare/own_conflicts.h"
#include "ingest/language.h"
#include "model/names.h"
#include "tests/conflicts/claim_slips.h"
#include "tests/planting/articles.h"
#include "tests/planting/rewrites.h"

namespace newsgraph {
namespace {

namespace fs = std::filesystem;

constexpr double kLeastFound = 0.9;
// Outlets that write for themselves round, hedge, and leave out places: fewer slips are certain.
constexpr double kLeastFoundAcross = 0.72;
constexpr double kMostFlagged = 0.02;
constexpr std::chrono::hours kLittleLater{1};
constexpr std::chrono::hours kMuchLater{24 * 60};

bool Reports() { return std::getenv("NEWSGRAPH_SLIP_REPORT") != nullptr; }

// Stories by several outlets each, in many languages.
std::vector<Article> Stories() {
  std::vector<Article> articles;
  ReadFrom(fs::path(NEWSGRAPH_ROOT) / "tests/conflicts/stories.jsonl", articles);
  return articles;
}

std::string_view StoryOf(const Article& article) {
  return std::string_view(article.id).substr(0, article.id.find('/'));
}

std::vector<Article> Articles() {
  std::vector<Article> articles = Stories();
  ReadFixtures(articles);
  if (const char* more = std::getenv("NEWSGRAPH_SLIP_ARTICLES")) ReadFrom(more, articles);
  for (Article& article : articles) {
    if (article.language.empty()) article.language = ingest::DetectLanguage(article.text);
  }
  std::sort(articles.begin(), articles.end(), [](const Article& a, const Article& b) { return a.id < b.id; });
  return articles;
}

// The same article as another outlet prints it later.
Article Reprint(const Article& article, std::chrono::hours later) {
  Article out = article;
  out.id += "/again";
  out.url += "/again";
  out.source = "Second Outlet";
  if (out.published) *out.published += later;
  return out;
}

struct CheckedArticle {
  std::vector<Evidence> claims;
  std::vector<Conflict> own;
};

CheckedArticle Check(const Article& article) {
  const ArticleReading reading = Embedded().Read(article);
  CheckedArticle out{compare::EvidenceOf(article, reading.extraction), {}};
  const std::vector<Finding> findings = compare::Lint(article, reading, Embedded().catalogue());
  out.own = compare::OwnConflicts(findings, reading.extraction, out.claims);
  return out;
}

// What `newsgraph check` says of two articles, but for what the first says against itself.
std::vector<Conflict> ConflictsOf(const Article& first, const Article& second) {
  CheckedArticle checked = Check(second);
  std::map<std::string, std::vector<Evidence>> by_key;
  for (const std::vector<Evidence>& claims : {Check(first).claims, checked.claims}) {
    for (const Evidence& claim : claims) {
      for (const std::string& key : compare::ComparisonKeys(claim, Embedded().catalogue()))
        by_key[key].push_back(claim);
    }
  }
  for (const auto& [key, claims] : by_key) {
    std::vector<Conflict> found = compare::FindConflicts(key, claims, Embedded().catalogue());
    std::move(found.begin(), found.end(), std::back_inserter(checked.own));
  }
  return std::move(checked.own);
}

bool IsFound(const ClaimSlip& slip, const Article& changed, const std::vector<Conflict>& conflicts) {
  for (const Conflict& conflict : conflicts) {
    if (std::find(slip.kinds.begin(), slip.kinds.end(), conflict.kind) == slip.kinds.end()) continue;
    for (const ConflictSide& side : conflict.sides) {
      for (const Evidence& evidence : side.evidence) {
        if (evidence.ref.article == changed.id && evidence.claim.sentence.Covers(slip.change.place)) return true;
      }
    }
  }
  return false;
}

struct Count {
  int hit = 0;
  int all = 0;
};
using Counts = std::map<std::string, Count>;

void Add(Counts& counts, const std::string& kind, bool hit) {
  for (const std::string& name : {kind, std::string("all")}) {
    ++counts[name].all;
    counts[name].hit += hit ? 1 : 0;
  }
}

void Show(const Counts& counts) {
  for (const auto& [kind, count] : counts) std::cout << kind << ": " << count.hit << " of " << count.all << "\n";
}

void Report(const Article& article, const PlantedChange& change, const std::vector<Conflict>& conflicts) {
  if (!Reports()) return;
  std::cout << article.id << ": " << change.kind << ": " << change.what << "\n";
  for (const Conflict& c : conflicts) std::cout << "    " << Name(c.kind) << ": " << c.explanation << "\n";
}

TEST(PlantedSlips, AreFoundByTheKindThatTheyAre) {
  Counts counts;
  int without_claim = 0;
  for (const Article& article : Articles()) {
    ClaimSlips planted = PlantClaimSlips(article, Embedded().Read(article), Embedded().catalogue());
    without_claim += planted.without_claim;
    for (const ClaimSlip& slip : planted.slips) {
      Article changed = Reprint(article, kLittleLater);
      changed.text = slip.change.text;
      const std::vector<Conflict> conflicts = ConflictsOf(article, changed);
      const bool found = IsFound(slip, changed, conflicts);
      if (!found) Report(article, slip.change, conflicts);
      Add(counts, slip.change.kind, found);
    }
  }
  Show(counts);
  std::cout << "figures and dates without a claim: " << without_claim << "\n";
  ASSERT_GT(counts["all"].all, 200);
  EXPECT_GE(counts["all"].hit, kLeastFound * counts["all"].all);
}

// Slips in one language against the story in another one.
TEST(PlantedSlips, AreFoundAcrossLanguages) {
  Counts counts;
  const std::vector<Article> stories = Stories();
  for (const Article& article : stories) {
    const ClaimSlips planted = PlantClaimSlips(article, Embedded().Read(article), Embedded().catalogue());
    for (ClaimSlip slip : planted.slips) {
      // Nothing says that two outlets have a number from one origin, whose bound one of them turned.
      if (slip.kinds.front() == ConflictKind::kHedge) slip.kinds.push_back(ConflictKind::kValue);
      Article changed = article;
      changed.text = slip.change.text;
      for (const Article& other : stories) {
        if (StoryOf(other) != StoryOf(article) || other.id == article.id) continue;
        const std::vector<Conflict> conflicts = ConflictsOf(other, changed);
        const bool found = IsFound(slip, changed, conflicts);
        if (!found) Report(other, slip.change, conflicts);
        Add(counts, slip.change.kind, found);
      }
    }
  }
  Show(counts);
  EXPECT_GE(counts["all"].hit, kLeastFoundAcross * counts["all"].all);
}

void CountFlagged(const Article& article, const std::vector<PlantedChange>& rewrites, std::chrono::hours later,
                  Counts& counts) {
  for (const PlantedChange& rewrite : rewrites) {
    Article changed = Reprint(article, later);
    changed.text = rewrite.text;
    const std::vector<Conflict> conflicts = ConflictsOf(article, changed);
    if (!conflicts.empty()) Report(article, rewrite, conflicts);
    Add(counts, rewrite.kind, !conflicts.empty());
  }
}

// Every story in every language against itself in every other.
void CountFlaggedTranslations(Counts& counts) {
  const std::vector<Article> stories = Stories();
  for (std::size_t a = 0; a < stories.size(); ++a) {
    for (std::size_t b = a + 1; b < stories.size(); ++b) {
      if (StoryOf(stories[a]) != StoryOf(stories[b])) continue;
      const std::vector<Conflict> conflicts = ConflictsOf(stories[a], stories[b]);
      if (!conflicts.empty()) Report(stories[a], {"translation", "", stories[b].id, {}}, conflicts);
      Add(counts, "translation", !conflicts.empty());
    }
  }
}

TEST(HarmlessRewrites, AreLeftAlone) {
  Counts counts;
  for (const Article& article : Articles()) {
    const ArticleReading reading = Embedded().Read(article);
    CountFlagged(article, RewriteHarmlessly(article, reading), kLittleLater, counts);
    CountFlagged(article, UpdateStocks(article, reading, Embedded().catalogue()), kMuchLater, counts);
  }
  CountFlaggedTranslations(counts);
  Show(counts);
  ASSERT_GT(counts["all"].all, 200);
  EXPECT_LE(counts["all"].hit, kMostFlagged * counts["all"].all);
}

}  // namespace
}  // namespace newsgraph
