// newsgraph lint, run as users run it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/support/process.h"

namespace newsgraph::test {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* kWrong = "Acme grows\n\nAcme will invest 50 billion yuan ($71 billion) in plants.\n";
constexpr const char* kRight = "Acme grows\n\nAcme will invest 50 billion yuan ($7.1 billion) in plants.\n";

TEST(NewsgraphLint, SaysFileLineColumnAndBothReadings) {
  const Finished finished = RunProgram("newsgraph", {"lint", "--published", "2026-01-19"}, kWrong);
  EXPECT_EQ(finished.exit_code, 1);
  EXPECT_EQ(finished.err, "");
  EXPECT_THAT(finished.out, StartsWith("standard input:3:18: error: the two amounts make "));
  EXPECT_THAT(finished.out, HasSubstr("[currency]\n"));
  EXPECT_THAT(finished.out, HasSubstr("3:18 \"50 billion yuan\" reads 50,000,000,000 CNY\n"));
  EXPECT_THAT(finished.out, HasSubstr("3:35 \"$71 billion\" reads 71,000,000,000 USD\n"));
}

TEST(NewsgraphLint, IsSilentOnWhatMayBeRight) {
  const Finished finished = RunProgram("newsgraph", {"lint", "--published", "2026-01-19"}, kRight);
  EXPECT_EQ(finished.exit_code, 0);
  EXPECT_EQ(finished.out, "");
}

TEST(NewsgraphLint, SaysWhatATextWithoutADateIsNotCheckedFor) {
  const Finished finished = RunProgram("newsgraph", {"lint"}, "The plant will open in March 2020.\n");
  EXPECT_EQ(finished.exit_code, 0);
  EXPECT_EQ(finished.out, "");
  EXPECT_THAT(finished.err, HasSubstr("no publication date is known"));
}

TEST(NewsgraphLint, FailsOnWhatIsAskedFor) {
  EXPECT_EQ(RunProgram("newsgraph", {"lint", "--fail-on", "never"}, kWrong).exit_code, 0);
  EXPECT_EQ(RunProgram("newsgraph", {"lint", "--fail-on", "note"}, kWrong).exit_code, 1);
  EXPECT_EQ(RunProgram("newsgraph", {"lint", "--fail-on", "often"}, kWrong).exit_code, 2);
  EXPECT_EQ(RunProgram("newsgraph", {"lint", "/nowhere.txt"}).exit_code, 2);
}

TEST(NewsgraphLint, WritesJson) {
  const Json document = Json::parse(RunProgram("newsgraph", {"lint", "-o", "json"}, kWrong).out);
  ASSERT_EQ(document["files"].size(), 1U);
  const Json& file = document["files"][0];
  EXPECT_EQ(file["file"], "standard input");
  EXPECT_EQ(file["lang"], "en");
  EXPECT_TRUE(file["published"].is_null());
  ASSERT_EQ(file["findings"].size(), 1U);
  const Json& place = file["findings"][0]["places"][1];
  EXPECT_EQ(place["line"], 3);
  EXPECT_EQ(place["column"], 35);
  EXPECT_EQ(place["end_column"], 46);
  EXPECT_EQ(place["quote"], "$71 billion");
}

TEST(NewsgraphLint, WritesSarif) {
  const Json document = Json::parse(RunProgram("newsgraph", {"lint", "-o", "sarif"}, kWrong).out);
  EXPECT_EQ(document["version"], "2.1.0");
  const Json& run = document["runs"][0];
  EXPECT_EQ(run["tool"]["driver"]["name"], "newsgraph");
  ASSERT_EQ(run["results"].size(), 1U);
  const Json& result = run["results"][0];
  EXPECT_EQ(result["ruleId"], "currency");
  EXPECT_EQ(result["level"], "error");
  EXPECT_EQ(result["locations"][0]["physicalLocation"]["region"]["startLine"], 3);
  EXPECT_EQ(result["relatedLocations"].size(), 1U);
}

TEST(NewsgraphLint, ReadsPagesAtTheirOwnPlaces) {
  const std::string page =
      "<!doctype html><html lang=en>\n<h1>Acme grows</h1>\n<p>Acme will invest <b>50 billion yuan</b>\n($71 billion).";
  const Json document = Json::parse(RunProgram("newsgraph", {"lint", "-o", "json"}, page).out);
  const Json& finding = document["files"][0]["findings"][0];
  EXPECT_EQ(finding["places"][0]["line"], 3);
  EXPECT_EQ(finding["places"][0]["column"], 24);
  EXPECT_EQ(finding["places"][1]["line"], 4);
  EXPECT_EQ(finding["places"][1]["column"], 2);
}

}  // namespace
}  // namespace newsgraph::test
