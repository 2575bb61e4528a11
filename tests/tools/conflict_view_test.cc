#include "tools/newsgraph/conflict_view.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <sstream>
#include <string>

#include "tools/display_text.h"

namespace newsgraph::tools {
namespace {

// A painter that does not paint: a file is no terminal.
Painter Plain() {
  std::FILE* const file = std::tmpfile();
  const Painter painter(file);
  std::fclose(file);
  return painter;
}

v1::Claim MakeClaim(const std::string& source, std::int64_t time, const std::string& quote,
                    const std::string& sentence) {
  v1::Claim claim;
  claim.set_source(source);
  claim.set_article_id(source + "-1");
  if (time != 0) claim.mutable_publish_time()->set_seconds(time);
  claim.set_status(v1::CLAIM_STATUS_PLANNED);
  claim.mutable_figure()->set_quote(quote);
  claim.mutable_figure()->set_kind(v1::FIGURE_KIND_COUNT);
  claim.mutable_figure()->set_unit("chip");
  claim.mutable_figure()->set_mod(v1::FIGURE_MOD_ABOUT);
  claim.mutable_sentence()->set_quote(sentence);
  return claim;
}

v1::Conflict MakeConflict() {
  v1::Conflict conflict;
  conflict.set_name("conflicts/c1");
  conflict.set_kind(v1::CONFLICT_KIND_VALUE);
  conflict.set_severity(v1::SEVERITY_HARD);
  conflict.set_subject_name("Huawei");
  conflict.set_metric("production");
  conflict.set_object_name("Ascend 910C");
  conflict.set_explanation("600000 and 800000 exclude each other");
  *conflict.add_sides()->add_claims() =
      MakeClaim("dpa", 1768780800, "600.000", "Huawei will 2026 rund 600.000 Chips herstellen.");
  *conflict.add_sides()->add_claims() = MakeClaim("新华社", 0, "80万", "华为计划在2026年生产约80万颗芯片。");
  *conflict.mutable_sides(1)->add_claims() = MakeClaim("elsewhere", 1768780800, "80万", "");
  conflict.mutable_sides(1)->mutable_claims(1)->clear_source();
  return conflict;
}

TEST(ConflictView, PutsBothSentencesSideBySide) {
  EXPECT_EQ(ConflictView(72, Plain()).Show(MakeConflict()),
            "hard value  Huawei · production · Ascend 910C\n"
            "  about 600.000 chip (planned)      │ about 80万 chip (planned)\n"
            "  dpa, 2026-01-19                   │ 新华社, undated\n"
            "  Huawei will 2026 rund 600.000     │ 华为计划在2026年生产约80万颗芯\n"
            "  Chips herstellen.                 │ 片。\n"
            "                                    │ also: elsewhere-1, 2026-01-19\n"
            "  600000 and 800000 exclude each other\n"
            "  conflicts/c1\n"
            "\n");
}

TEST(ConflictView, PutsSidesBelowEachOtherOnANarrowTerminal) {
  const std::string text = ConflictView(40, Plain()).Show(MakeConflict());
  EXPECT_EQ(text.find("│"), std::string::npos);
  EXPECT_LT(text.find("dpa"), text.find("新华社"));
}

TEST(ConflictView, KeepsToTheWidth) {
  v1::Conflict conflict = MakeConflict();
  for (int i = 0; i < 3; ++i) *conflict.add_sides() = conflict.sides(0);
  for (const std::size_t width : {60U, 80U, 100U, 140U}) {
    std::istringstream lines(ConflictView(width, Plain()).Show(conflict));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(DisplayWidth(line), width) << line;
  }
}

TEST(ConflictView, SaysThatAConflictIsOverButNotThatItIsOpen) {
  v1::Conflict conflict = MakeConflict();
  conflict.set_state(v1::CONFLICT_STATE_OPEN);
  EXPECT_TRUE(ConflictView(72, Plain()).Show(conflict).starts_with("hard value  Huawei"));
  conflict.set_state(v1::CONFLICT_STATE_RESOLVED);
  EXPECT_TRUE(ConflictView(72, Plain()).Show(conflict).starts_with("hard value (resolved)  Huawei"));
}

TEST(ConflictView, CountsBySeverity) {
  ConflictView view(80, Plain());
  EXPECT_EQ(view.Summary(), "no conflicts\n");
  v1::Conflict conflict = MakeConflict();
  view.Show(conflict);
  EXPECT_EQ(view.Summary(), "1 conflict: 1 hard\n");
  conflict.set_severity(v1::SEVERITY_SOFT);
  view.Show(conflict);
  view.Show(conflict);
  EXPECT_EQ(view.Summary(), "3 conflicts: 1 hard, 2 soft\n");
}

TEST(ConflictView, PutsAPlanBesideWhatBecameOfIt) {
  v1::Link link;
  link.set_kind(v1::LINK_KIND_FEASIBILITY_GAP);
  link.set_subject_name("Huawei");
  link.set_metric("deployed");
  link.set_object_name("Ascend 910C");
  link.set_explanation("more is planned than there is");
  *link.mutable_expectation() = MakeConflict().sides(0);
  *link.mutable_outcome() = MakeConflict().sides(1);
  ConflictView view(72, Plain());
  EXPECT_EQ(view.LinkSummary(), "no links\n");
  EXPECT_EQ(view.Show(link),
            "feasibility gap  Huawei · deployed · Ascend 910C\n"
            "  about 600.000 chip (planned)      │ about 80万 chip (planned)\n"
            "  dpa, 2026-01-19                   │ 新华社, undated\n"
            "  Huawei will 2026 rund 600.000     │ 华为计划在2026年生产约80万颗芯\n"
            "  Chips herstellen.                 │ 片。\n"
            "                                    │ also: elsewhere-1, 2026-01-19\n"
            "  more is planned than there is\n"
            "\n");
  link.set_kind(v1::LINK_KIND_MET);
  view.Show(link);
  view.Show(link);
  EXPECT_EQ(view.LinkSummary(), "3 links: 2 met, 1 feasibility gap\n");
  EXPECT_EQ(view.Summary(), "no conflicts\n");
}

}  // namespace
}  // namespace newsgraph::tools
