// The examples of docs/linter.md, each as it says.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compare/lint.h"
#include "extract/pack_extractor.h"
#include "ingest/language.h"

namespace newsgraph {
namespace {

// The day on which every example is published: a Thursday.
constexpr std::chrono::sys_days kPublished = std::chrono::year(2026) / 1 / 15;

struct Example {
  std::string rule;
  std::string text;
  bool raised = false;
};

// Where to part the cells of a row: at bars that no backslash makes text.
std::vector<std::string> CellsOf(const std::string& row) {
  std::vector<std::string> cells(1);
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i] == '\\' && i + 1 < row.size() && row[i + 1] == '|') {
      cells.back() += row[++i];
    } else if (row[i] == '|') {
      cells.emplace_back();
    } else {
      cells.back() += row[i];
    }
  }
  for (std::string& cell : cells) {
    cell.erase(0, cell.find_first_not_of(' '));
    cell.erase(cell.find_last_not_of(' ') + 1);
  }
  return cells;
}

std::vector<Example> Examples() {
  std::ifstream in(std::string(NEWSGRAPH_ROOT) + "/docs/linter.md");
  std::vector<Example> examples;
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("| `")) continue;
    const std::vector<std::string> cells = CellsOf(line);
    if (cells.size() != 5) {
      ADD_FAILURE() << line;
      continue;
    }
    const std::string rule = cells[1].substr(1, cells[1].size() - 2);
    examples.push_back({rule, cells[2], true});
    examples.push_back({rule, cells[3], false});
  }
  return examples;
}

std::set<std::string> RulesRaisedIn(const std::string& example) {
  static const auto reader = extract::LoadExtractor("");
  Article article;
  article.id = "example";
  const std::size_t bar = example.find(" | ");
  article.text = bar == std::string::npos ? example : example.substr(0, bar) + "\n\n" + example.substr(bar + 3);
  article.language = ingest::DetectLanguage(article.text);
  article.published = kPublished;
  std::set<std::string> rules;
  for (const Finding& finding : compare::Lint(article, (*reader)->Read(article), (*reader)->catalogue())) {
    if (finding.level > Level::kNote) rules.insert(finding.rule);
  }
  return rules;
}

TEST(LinterDoc, ExamplesAreRaisedAsItSays) {
  for (const Example& example : Examples()) {
    const std::set<std::string> expected = example.raised ? std::set{example.rule} : std::set<std::string>{};
    EXPECT_EQ(RulesRaisedIn(example.text), expected) << example.rule << ": " << example.text;
  }
}

TEST(LinterDoc, HasAnExampleOfEveryCheck) {
  const std::vector<Example> examples = Examples();
  for (const compare::LintCheck& check : compare::LintChecks()) {
    EXPECT_TRUE(std::any_of(examples.begin(), examples.end(), [&check](const Example& e) {
      return e.rule == check.rule;
    })) << check.rule;
  }
}

}  // namespace
}  // namespace newsgraph
