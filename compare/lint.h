// One text → what cannot be right in it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "compare/draft.h"
#include "model/article.h"
#include "model/catalogue.h"
#include "model/finding.h"
#include "model/reading.h"

namespace newsgraph::compare {

// A check: a pure function that raises only what figures and words make certain.
struct LintCheck {
  std::string_view rule;   // what its findings are called
  std::string_view about;  // in one line
  std::vector<Finding> (*run)(const Draft&);
};

// All checks, in the order in which they run.
std::span<const LintCheck> LintChecks();

// All findings of all checks, in text order; findings that share a figure are one
// item, under the worst of them. Without a publication time nothing is checked
// that needs one. Pure; any thread may call.
std::vector<Finding> Lint(const Article& article, const ArticleReading& reading, const Catalogue& catalogue);

}  // namespace newsgraph::compare
