// Slips and harmless rewrites in texts: how many of them are raised. The texts are
// those of drafts.jsonl and the fixtures; NEWSGRAPH_SLIP_ARTICLES names a file of
// JSON Lines with more. NEWSGRAPH_SLIP_REPORT=1 lists what went wrong.
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "compare/lint.h"
#include "ingest/language.h"
#include "tests/lint/slips.h"
#include "tests/planting/articles.h"
#include "tests/planting/rewrites.h"

namespace newsgraph {
namespace {

namespace fs = std::filesystem;

constexpr double kLeastRaised = 0.9;
constexpr double kMostFalse = 0.02;

std::vector<Article> Articles() {
  std::vector<Article> articles;
  ReadFrom(fs::path(NEWSGRAPH_ROOT) / "tests/lint/drafts.jsonl", articles);
  ReadFixtures(articles);
  if (const char* more = std::getenv("NEWSGRAPH_SLIP_ARTICLES")) ReadFrom(more, articles);
  for (Article& article : articles) {
    if (article.language.empty()) article.language = ingest::DetectLanguage(article.text);
  }
  return articles;
}

// What is raised as an error or warning, by what it says.
std::set<std::string> AlertsOf(const Article& article) {
  std::set<std::string> alerts;
  for (const Finding& f : compare::Lint(article, Embedded().Read(article), Embedded().catalogue())) {
    if (f.level > Level::kNote) alerts.insert(f.rule + ": " + f.explanation);
  }
  return alerts;
}

struct Count {
  int raised = 0;
  int all = 0;
};

// Whether `change` makes an alert that the article does not have without it.
using Counts = std::map<std::string, Count>;

template <typename Make>
Counts CountRaised(Make make, bool wanted) {
  const bool report = std::getenv("NEWSGRAPH_SLIP_REPORT") != nullptr;
  Counts counts;
  for (const Article& article : Articles()) {
    const std::set<std::string> before = AlertsOf(article);
    for (const PlantedChange& change : make(article, Embedded().Read(article))) {
      Article changed = article;
      changed.text = change.text;
      const std::set<std::string> after = AlertsOf(changed);
      const bool raised = !std::includes(before.begin(), before.end(), after.begin(), after.end());
      if (report && raised != wanted) std::cout << article.id << ": " << change.kind << ": " << change.what << "\n";
      for (const std::string& kind : {change.kind, std::string("all")}) {
        ++counts[kind].all;
        counts[kind].raised += raised ? 1 : 0;
      }
    }
  }
  for (const auto& [kind, count] : counts) std::cout << kind << ": " << count.raised << " of " << count.all << "\n";
  return counts;
}

TEST(PlantedSlips, AreRaisedWhereAReaderCouldSeeThem) {
  const Count all = CountRaised(PlantSlips, true)["all"];
  ASSERT_GT(all.all, 50);
  EXPECT_GE(all.raised, kLeastRaised * all.all);
}

TEST(HarmlessRewrites, AreLeftAlone) {
  const Count all = CountRaised(RewriteHarmlessly, false)["all"];
  ASSERT_GT(all.all, 30);
  EXPECT_LE(all.raised, kMostFalse * all.all);
}

TEST(Drafts, AreRightAsTheyStand) {
  if (std::getenv("NEWSGRAPH_SLIP_ARTICLES") != nullptr) GTEST_SKIP();
  for (const Article& article : Articles()) EXPECT_THAT(AlertsOf(article), testing::IsEmpty()) << article.id;
}

}  // namespace
}  // namespace newsgraph
