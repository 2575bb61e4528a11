// The house rules themselves: that they see what they should.
#include "tests/house/source_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/house/include_rules.h"

namespace newsgraph::house {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(CheckIncludes, KnowsTheRooms) {
  EXPECT_THAT(CheckIncludes({"graph/graph.cc", {"#include <rocksdb/db.h>", "#include \"compare/compare.h\""}}, false),
              IsEmpty());
  EXPECT_THAT(CheckIncludes({"extract/figures.cc", {"", "#include <rocksdb/db.h>"}}, false),
              ElementsAre("extract/figures.cc:2: extract/ may not include rocksdb/db.h"));
  EXPECT_THAT(CheckIncludes({"extract/figures.cc", {"#include \"ingest/feed.h\""}}, false), SizeIs(1));
  EXPECT_THAT(CheckIncludes({"model/claim.h", {"#include \"compare/compare.h\""}}, false), SizeIs(1));
}

TEST(CheckIncludes, KeepsTheStoreOutOfTheClient) {
  EXPECT_THAT(CheckIncludes({"rpc/server.cc", {"#include \"graph/graph.h\""}}, false), IsEmpty());
  EXPECT_THAT(CheckIncludes({"rpc/client/client.cc", {"#include \"graph/graph.h\""}}, false),
              ElementsAre("rpc/client/client.cc:1: rpc/client/ may not include graph/graph.h"));
}

TEST(CheckIncludes, AsksAboutLibrariesItDoesNotKnow) {
  EXPECT_THAT(CheckIncludes({"tools/newsgraph.cc", {"#include <boost/any.hpp>"}}, false),
              ElementsAre(HasSubstr("not in the table")));
}

TEST(CheckIncludes, PrefersTheLongerEntry) {
  EXPECT_THAT(CheckIncludes({"rpc/server.cc", {"#include <absl/strings/cord.h>"}}, false), IsEmpty());
  EXPECT_THAT(CheckIncludes({"rpc/server.cc", {"#include <absl/status/status.h>"}}, false), SizeIs(1));
}

TEST(CheckIncludes, WantsTheOwnHeaderFirst) {
  const SourceFile file = {"model/date.cc", {"#include <array>", "#include \"model/date.h\""}};
  EXPECT_THAT(CheckIncludes(file, true), ElementsAre("model/date.cc:1: its own header comes first"));
  EXPECT_THAT(CheckIncludes(file, false), IsEmpty());
}

TEST(CheckSource, WantsACommentAndPragmaOnceInHeaders) {
  EXPECT_THAT(CheckSource({"model/a.h", {"// What it is.", "#pragma once"}}), IsEmpty());
  EXPECT_THAT(CheckSource({"model/a.h", {"// What it is.", "// And more.", "#pragma once"}}), IsEmpty());
  EXPECT_THAT(CheckSource({"model/a.h", {"#pragma once"}}), SizeIs(1));
  EXPECT_THAT(CheckSource({"model/a.h", {"// What it is.", "", "#include <array>"}}), SizeIs(1));
  EXPECT_THAT(CheckSource({"model/a.cc", {"int x;"}}), IsEmpty());
}

TEST(CheckSource, CountsLines) {
  EXPECT_THAT(CheckSource({"model/a.cc", std::vector<std::string>(400, "int x;")}), IsEmpty());
  EXPECT_THAT(CheckSource({"model/a.cc", std::vector<std::string>(401, "int x;")}), SizeIs(1));
}

TEST(CheckSource, SeesCodeButNotComments) {
  EXPECT_THAT(CheckSource({"extract/a.cc",
                           {"  thr"
                            "ow 1;"}}),
              ElementsAre("extract/a.cc:1: newsgraph does not throw"));
  EXPECT_THAT(CheckSource({"extract/a.cc",
                           {"  // we never thr"
                            "ow"}}),
              IsEmpty());
  EXPECT_THAT(CheckSource({"extract/a.cc",
                           {"  std::ce"
                            "rr << 1;"}}),
              SizeIs(1));
  EXPECT_THAT(CheckSource({"tools/a.cc",
                           {"  std::ce"
                            "rr << 1;"}}),
              IsEmpty());
  EXPECT_THAT(CheckSource({"graph/a.cc", {"  std::snprintf(a, 1, \"\");"}}), IsEmpty());
}

TEST(CheckSource, SeesLeftoversInCommentsToo) {
  EXPECT_THAT(CheckSource({"extract/a.cc",
                           {"// FIX"
                            "ME: later"}}),
              ElementsAre("extract/a.cc:1: a leftover"));
  EXPECT_THAT(CheckSource({"extract/a.cc", {"// fix me later"}}), IsEmpty());
}

TEST(CheckNamesNoLanguage, SeesCodesLocalesAndNames) {
  const std::vector<std::string> languages = {"de", "zh"};
  const auto complaints = [&](std::string line) { return CheckNamesNoLanguage({"extract/a.cc", {line}}, languages); };
  EXPECT_THAT(complaints("if (language == \"de\") {"), SizeIs(1));
  EXPECT_THAT(complaints("icu::Locale(\"zh_Hant_TW\")"), SizeIs(1));
  EXPECT_THAT(complaints("ReadGermanNumber();"), SizeIs(1));
  EXPECT_THAT(complaints("name == \"中文\""), SizeIs(1));
}

TEST(CheckNamesNoLanguage, LeavesWordsAndCommentsAlone) {
  const std::vector<std::string> languages = {"de", "en"};
  const auto complaints = [&](std::string line) { return CheckNamesNoLanguage({"extract/a.cc", {line}}, languages); };
  EXPECT_THAT(complaints("Find(\"denied\");"), IsEmpty());
  EXPECT_THAT(complaints("depth = 1;  // \"de\" has German compounds"), IsEmpty());
  EXPECT_THAT(complaints("entity.english_name"), IsEmpty());
}

TEST(WithoutComment, KeepsSlashesInQuotes) {
  EXPECT_EQ(WithoutComment("a = \"http://b\";  // c"), "a = \"http://b\";  ");
  EXPECT_EQ(WithoutComment("if (c == '\"') return;  // c"), "if (c == '\"') return;  ");
  EXPECT_EQ(WithoutComment("a = \"\\\"//\";"), "a = \"\\\"//\";");
}

}  // namespace
}  // namespace newsgraph::house
