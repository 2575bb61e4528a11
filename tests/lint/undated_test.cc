// Texts without a publication date: what they say themselves of when they were written.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "compare/lint.h"
#include "extract/pack_extractor.h"

namespace newsgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> RulesRaisedIn(const std::string& language, const std::string& text) {
  static const auto reader = extract::LoadExtractor("");
  Article article;
  article.id = "draft";
  article.language = language;
  article.text = text;
  std::vector<std::string> rules;
  for (const Finding& f : compare::Lint(article, (*reader)->Read(article), (*reader)->catalogue())) {
    rules.push_back(f.rule);
  }
  return rules;
}

TEST(Undated, PlansAreHeldAgainstTheDateline) {
  EXPECT_THAT(RulesRaisedIn("en", "BERLIN, March 5, 2026 – Acme grows.\n\nThe plant will open in March 2025."),
              ElementsAre("plan_in_the_past"));
  EXPECT_THAT(RulesRaisedIn("de", "Berlin (5. März 2026) – Acme wächst.\n\nDas Werk soll Ende 2025 öffnen."),
              ElementsAre("plan_in_the_past"));
  EXPECT_THAT(RulesRaisedIn("en", "March 5, 2026\n\nThe plant will open in June 2025."),
              ElementsAre("plan_in_the_past"));
  EXPECT_THAT(RulesRaisedIn("en", "March 5, 2026\n\nThe plant will open in June 2026."), IsEmpty());
}

TEST(Undated, PlansAreHeldAgainstDaysOnWhichSomethingWasSaid) {
  EXPECT_THAT(RulesRaisedIn("en", "Acme said on March 5, 2026 that it grows. The plant will open in June 2025."),
              ElementsAre("plan_in_the_past"));
  EXPECT_THAT(RulesRaisedIn("zh", "公司2026年3月5日宣布增长。工厂将于2025年投产。"), ElementsAre("plan_in_the_past"));
}

TEST(Undated, OtherDatesSayNothingOfWhenItWasWritten) {
  EXPECT_THAT(RulesRaisedIn("en", "The fair begins on March 5, 2026. The plant will open in June 2025."), IsEmpty());
  EXPECT_THAT(RulesRaisedIn("en", "The plant will open in June 2025."), IsEmpty());
}

}  // namespace
}  // namespace newsgraph
